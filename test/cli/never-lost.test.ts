import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { createServer, type RequestListener, type Server } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, afterEach, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { storeFileName } from "../../src/store/index.ts"
import { run, start } from "../jobs/command.ts"

// Each import is a process of its own, and a lock is waited for.
vi.setConfig({ testTimeout: 60_000 })

const host = "igf.norvia.example"

const item = (n: number) =>
  `<item><title>Messages ${n}</title><link>http://${host}/${n}</link><pubDate>Tue, 04 Nov 2025 12:00:00 +0000</pubDate></item>`
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Norvia IGF</title>${[1, 2, 3].map(item).join("")}</channel></rss>`
const page = (n: string) =>
  `<!DOCTYPE html><html lang="en"><title>Messages ${n}</title><h1>Messages ${n}</h1><ol>${"<li>Schools should be connected to the Internet at a price that they can pay.</li>".repeat(20)}</ol></html>`

/** A site with a feed of three pages. */
const healthy: RequestListener = (request, response) => {
  if (request.url === "/robots.txt") {
    response.writeHead(404).end()
  } else if (request.url === "/feed") {
    response.writeHead(200, { "Content-Type": "application/rss+xml" }).end(feed)
  } else {
    response.writeHead(200, { "Content-Type": "text/html", ETag: '"1"' }).end(page(String(request.url)))
  }
}

let cleanUp: Array<() => void> = []
afterEach(() => {
  for (const one of cleanUp.toReversed()) one()
  cleanUp = []
})

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      if (address === null || typeof address === "string") reject(new Error("no port was given"))
      else resolve(address.port)
    })
  })

/** The store that each test gets a copy of: empty but for the site's feed, registered. */
const template = mkdtempSync(join(tmpdir(), "tributary-cli-"))
beforeAll(async () => {
  const environment = { TRIBUTARY_DATA: template }
  assert.strictEqual((await run(["init", "--empty"], { environment })).status, 0)
  const added = await run(
    `registry add http://${host}/feed --initiative norvia-igf --kind feed --name Norvia --type national --group WEOG --country XN`.split(
      " "
    ),
    { environment }
  )
  assert.strictEqual(added.status, 0, added.stderr)
})
afterAll(() => rmSync(template, { recursive: true, force: true }))

/** A store with the site's feed, and a way to change what the site answers. */
const site = async () => {
  const directory = mkdtempSync(join(tmpdir(), "tributary-cli-"))
  cpSync(template, directory, { recursive: true })
  let answer = healthy
  const server = createServer((request, response) => answer(request, response))
  cleanUp.push(() => rmSync(directory, { recursive: true, force: true }))
  cleanUp.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const port = await listen(server)
  const environment = {
    TRIBUTARY_DATA: directory,
    TRIBUTARY_ALLOW_NETS: "127.0.0.0/8",
    TRIBUTARY_CONNECT_TO: `${host}=127.0.0.1:${port}`
  }
  return {
    directory,
    environment,
    file: join(directory, storeFileName),
    answerWith: (next: RequestListener) => (answer = next)
  }
}

/** Values of the first column. */
const query = (file: string, text: string): ReadonlyArray<unknown> => {
  const database = new DatabaseSync(file)
  try {
    return database
      .prepare(text)
      .all()
      .map((row) => Object.values(row)[0])
  } finally {
    database.close()
  }
}

const outputs = "SELECT url FROM outputs ORDER BY url"
// Canonical addresses are https.
const all = [1, 2, 3].map((n) => `https://${host}/${n}`)

/** No trace of the program's inside reaches a person. */
const isPlain = (stderr: string) => assert.notMatch(stderr, /^\s+at |node:|\.ts:\d|Error:|Cause|undefined/m)

/** Runs the SQL on each connection of the program once it is open. */
const onEachConnection = (sql: string) => `
  import { DatabaseSync } from "node:sqlite"
  const exec = DatabaseSync.prototype.exec
  DatabaseSync.prototype.exec = function (text) {
    exec.call(this, text)
    if (text.includes("journal_mode")) exec.call(this, ${JSON.stringify(sql)})
  }`

describe("tributary import, when its surroundings fail", () => {
  it("a full disk: one sentence, status 1, what was stored stays, and the next import goes on", async () => {
    const { environment, file } = await site()
    const [pages] = query(file, "PRAGMA page_count")
    const preload = onEachConnection(`PRAGMA max_page_count = ${Number(pages) + 3}`)
    const { status, stderr } = await run(["import"], { environment, preload })
    isPlain(stderr)
    assert.strictEqual(
      stderr.trim(),
      `tributary: The disk that holds the store ${file} is full: make room and try again; nothing that was stored before is lost.`
    )
    assert.strictEqual(status, 1)
    assert.deepStrictEqual(query(file, "PRAGMA integrity_check"), ["ok"])
    const again = await run(["import"], { environment })
    assert.strictEqual(again.status, 0, again.stderr)
    assert.deepStrictEqual(query(file, outputs), all)
    assert.deepStrictEqual(query(file, "SELECT state FROM runs ORDER BY started_at, state DESC"), [
      "interrupted",
      "completed"
    ])
  })

  it("a store that may only be read: one sentence, status 1", async () => {
    const { environment, file } = await site()
    const preload = onEachConnection("PRAGMA query_only = 1")
    const { status, stderr } = await run(["import"], { environment, preload })
    assert.strictEqual(
      stderr.trim(),
      `tributary: The store ${file} cannot be written: give this user the right to write the file and its directory, or name another directory.`
    )
    assert.strictEqual(status, 1)
  })

  it("a store that another program keeps locked: one sentence after the wait, status 1, then it works", async () => {
    const { environment, file } = await site()
    const other = new DatabaseSync(file)
    other.exec("BEGIN IMMEDIATE")
    const { status, stderr } = await run(["import"], { environment })
    other.exec("ROLLBACK")
    other.close()
    assert.strictEqual(
      stderr.trim(),
      `tributary: The store ${file} is locked by another program: wait until it ends, or stop it, and try again.`
    )
    assert.strictEqual(status, 1)
    assert.strictEqual((await run(["import"], { environment })).status, 0)
  })

  it("a lock that comes in the middle of an import: one sentence, status 1, and the next import goes on", async () => {
    const { answerWith, environment, file } = await site()
    const other = new DatabaseSync(file)
    answerWith((request, response) => {
      if (request.url === "/2" && !other.isTransaction) other.exec("BEGIN IMMEDIATE")
      healthy(request, response)
    })
    const { status, stderr } = await run(["import"], { environment })
    other.exec("ROLLBACK")
    other.close()
    isPlain(stderr)
    assert.strictEqual(
      stderr.trim(),
      `tributary: The store ${file} is locked by another program: wait until it ends, or stop it, and try again.`
    )
    assert.strictEqual(status, 1)
    answerWith(healthy)
    assert.strictEqual((await run(["import"], { environment })).status, 0)
    assert.deepStrictEqual(query(file, outputs), all)
  })

  it("a server that dies in the middle of a body: the page is named, the rest is read, the next import gets it", async () => {
    const { answerWith, environment, file } = await site()
    answerWith((request, response) => {
      if (request.url !== "/2") return healthy(request, response)
      response.writeHead(200, { "Content-Type": "text/html", "Content-Length": "100000" })
      response.write(page("half").slice(0, 500), () => response.destroy())
    })
    const { status, stderr, stdout } = await run(["import"], { environment })
    isPlain(stderr)
    assert.strictEqual(status, 0)
    assert.match(stdout, /^1 source read, 0 failed; 2 new outputs/)
    assert.include(
      stderr,
      `  norvia-igf/feed: ${host} closed the connection before the response was complete: it will be tried again.\n`
    )
    assert.deepStrictEqual(query(file, outputs), [all[0], all[2]])
    assert.deepStrictEqual(query(file, "SELECT COUNT(*) FROM captures"), [3])
    answerWith(healthy)
    assert.strictEqual((await run(["import"], { environment })).status, 0)
    assert.deepStrictEqual(query(file, outputs), all)
  })

  it("a source that dies in the middle of its list: one sentence, status 1, nothing half is taken in", async () => {
    const { answerWith, environment, file } = await site()
    answerWith((request, response) => {
      if (request.url !== "/feed") return healthy(request, response)
      response.writeHead(200, { "Content-Type": "application/rss+xml", "Content-Length": "100000" })
      response.write(feed.slice(0, 300), () => response.destroy())
    })
    const { status, stderr } = await run(["import"], { environment })
    isPlain(stderr)
    assert.strictEqual(status, 1)
    assert.match(
      stderr,
      /^tributary: No source could be read\. The lines above say why; the next import tries again\.$/m
    )
    assert.deepStrictEqual(query(file, "SELECT COUNT(*) FROM items"), [0])
    answerWith(healthy)
    assert.strictEqual((await run(["import"], { environment })).status, 0)
    assert.deepStrictEqual(query(file, outputs), all)
  })

  it("Ctrl-C: one sentence, status 130, the run is marked interrupted, and the next import goes on", async () => {
    const { answerWith, environment, file } = await site()
    const middle = Promise.withResolvers<void>()
    answerWith((request, response) => {
      if (request.url !== "/2") return healthy(request, response)
      response.writeHead(200, { "Content-Type": "text/html" })
      response.write("<p>")
      middle.resolve()
    })
    const importing = start(["import"], { environment })
    await middle.promise
    importing.kill("SIGINT")
    const { status, stderr } = await importing.ended
    assert.strictEqual(
      stderr.trim(),
      "tributary: stopped. What was complete is kept; the same command goes on from there."
    )
    assert.strictEqual(status, 130)
    assert.deepStrictEqual(query(file, "SELECT state FROM runs"), ["interrupted"])
    assert.deepStrictEqual(query(file, outputs), [all[0]])

    const asked: Array<string> = []
    answerWith((request, response) => {
      asked.push(`${request.url ?? ""} ${request.headers["if-none-match"] ?? ""}`.trim())
      healthy(request, response)
    })
    assert.strictEqual((await run(["import"], { environment })).status, 0)
    assert.deepStrictEqual(query(file, outputs), all)
    assert.include(asked, '/1 "1"')
  })
})

describe("tributary archive, at its edges", () => {
  it("verify names each damaged capture on a line of its own, status 1; all is well: status 0", async () => {
    const { directory, environment, file } = await site()
    await run(["import"], { environment })
    const archive = join(directory, "all.warc.gz")
    const exported = await run(["archive", "export", "--out", archive], { environment })
    assert.strictEqual(exported.status, 0, exported.stderr)
    assert.strictEqual(
      exported.stdout,
      `${archive}\n4 captures of 4 visits (0 brought nothing new), 3 outputs.\n`
    )
    const intact = await run(["archive", "verify"], { environment })
    assert.deepStrictEqual([intact.status, intact.stdout], [0, "4 captures checked, every hash is right.\n"])

    const database = new DatabaseSync(file)
    database.exec("DROP TRIGGER captures_no_update; UPDATE captures SET body = x'00' WHERE url LIKE '%/1'")
    database.close()
    const damaged = await run(["archive", "verify"], { environment })
    assert.strictEqual(damaged.status, 1)
    assert.match(
      damaged.stderr,
      /^The capture [0-9a-f]{64} of http:\/\/igf\.norvia\.example\/1 \(\S+\) is damaged: put it back with "tributary archive import" from an archive, or visit it again\.\ntributary: 4 captures checked, 1 damaged\.\n$/
    )
    const back = await run(["archive", "import", archive], { environment })
    assert.strictEqual(back.status, 0, back.stderr)
    assert.include(back.stdout, "1 damaged capture put back.")
    assert.strictEqual((await run(["archive", "verify"], { environment })).status, 0)
  })

  it("a file that is missing, one that is no archive, a folder that cannot be written: one sentence each", async () => {
    const { directory, environment, file } = await site()
    const none = join(directory, "none.warc.gz")
    const missing = await run(["archive", "import", none], { environment })
    assert.deepStrictEqual(
      [missing.status, missing.stderr.trim()],
      [
        1,
        `tributary: The archive ${none} could not be read: there is no such file or folder; mend that, or name another file.`
      ]
    )
    const foreign = await run(["archive", "verify", file], { environment })
    assert.strictEqual(foreign.status, 1)
    assert.match(foreign.stderr, /^\S+tributary\.sqlite is damaged after record 0, at byte 0 of \d+: /)
    isPlain(foreign.stderr)
    const out = join(directory, "no", "folder.warc.gz")
    const unwritable = await run(["archive", "export", "--out", out], { environment })
    assert.deepStrictEqual(
      [unwritable.status, unwritable.stderr.trim()],
      [
        1,
        `tributary: The archive ${out} could not be written: there is no such file or folder; mend that, or name another file.`
      ]
    )
  })
})
