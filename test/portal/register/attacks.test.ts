/** Attacks by registering: what a stranger names, fills in or publishes, and what must not come of it. */
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { load } from "cheerio"
import { Effect } from "effect"
import { Database, Registrations } from "../../../src/store/index.ts"
import { leadsTo, linkTo, type Registering, serveRegistering } from "./registering.ts"

/** A feed whose every part attacks whoever shows it. */
const hostileFeed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>http://hostile.example/</link>
${["<script>alert(1)</script>", '"><img src=x onerror=alert(2)>', "javascript:alert(3)"]
  .map(
    (text, index) => `<item><title><![CDATA[Messages ${text}]]></title>
  <link>http://hostile.example/item-${index}</link><pubDate>Tue, 18 Nov 2025 10:00:00 GMT</pubDate>
  <description><![CDATA[<p onclick="alert(4)">We call on governments to protect encryption ${text}.</p>
  <ul><li>Access must be affordable &lt;svg onload=alert(5)&gt;</li></ul>]]></description></item>`
  )
  .join("\n")}
<item><title>Script as address</title><link>javascript:alert(6)</link></item></channel></rss>`

/** What of an attack stands in a page as more than text. */
const actsIn = (page: string): ReadonlyArray<string> => {
  const $ = load(page)
  const scripts = $("script").filter((_, script) => $(script).attr("src")?.startsWith("/assets/") !== true)
  const acting = $("*")
    .toArray()
    .flatMap((element) => Object.entries($(element).attr() ?? {}))
    .filter(([name, value]) => name.startsWith("on") || /^\s*(?:javascript|data):/i.test(value))
  return [...scripts.toArray().map((script) => $.html(script)), ...acting.map(([name]) => name)]
}

/** A page that reads as messages, and whose words are markup to whoever does not escape them. */
const hostilePage = `<!doctype html><html lang="en"><head><title>Messages &lt;script&gt;alert(1)&lt;/script&gt;</title></head>
<body><article><h1>Messages &lt;script&gt;alert(1)&lt;/script&gt;</h1><p>Key messages of the forum, adopted by its participants.</p>
<ol>${[
  "Governments should protect encryption",
  "Access must become affordable",
  "Children need safety online"
]
  .map(
    (text) =>
      `<li>${text} &lt;img src=x onerror=alert(2)&gt; and should say how this is done in practice.</li>`
  )
  .join("")}</ol></article></body></html>`

interface Net {
  readonly port: number
  /** Paths that the server which only this machine may reach was asked for. */
  readonly reached: Array<string>
  readonly stop: () => void
}

const listening = async (server: Server, host: string, port: number): Promise<number> => {
  server.listen(port, host)
  await once(server, "listening")
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

/** 127.0.0.2 plays the public web, 127.0.0.1 on the same port what is behind the wall. */
const twoServers = async (): Promise<Net> => {
  const reached: Array<string> = []
  const open = createServer((request, response) => {
    const url = request.url ?? "/"
    const headers = { connection: "close" }
    if (url === "/robots.txt") return response.writeHead(404, headers).end()
    if (url.startsWith("/to/")) {
      return response.writeHead(302, { ...headers, location: decodeURIComponent(url.slice(4)) }).end()
    }
    if (url === "/feed.xml") {
      return response.writeHead(200, { ...headers, "content-type": "application/rss+xml" }).end(hostileFeed)
    }
    if (url.startsWith("/item-")) {
      return response.writeHead(200, { ...headers, "content-type": "text/html" }).end(hostilePage)
    }
    return response
      .writeHead(200, { ...headers, "content-type": "text/html" })
      .end("<!doctype html><title>Open</title><p>Nothing is listed here.")
  })
  const inner = createServer((request, response) => {
    reached.push(request.url ?? "")
    response.end("internal secret")
  })
  const port = await listening(open, "127.0.0.2", 0)
  await listening(inner, "127.0.0.1", port)
  return {
    port,
    reached,
    stop: () => {
      open.close()
      inner.close()
    }
  }
}

describe("Attacks by registering", () => {
  let net: Net | undefined
  let started: Registering | undefined
  let lookups = 0
  const portal = (): Registering => {
    if (started === undefined) throw new Error("the portal did not start")
    return started
  }
  beforeAll(async () => {
    net = await twoServers()
    const { port } = net
    started = await serveRegistering({
      allowNets: "127.0.0.2/32",
      connectTo: [
        `open.example=127.0.0.2:${port}`,
        `hostile.example=127.0.0.2:${port}`,
        `inner.example=127.0.0.1:${port}`,
        `rebind.example=rebind.example:${port}`
      ].join(","),
      // The name leads out at first, and in from then on.
      lookup: (_host, callback) => {
        lookups++
        callback(null, [{ address: lookups === 1 ? "127.0.0.2" : "127.0.0.1", family: 4 }])
      }
    })
  })
  afterAll(async () => {
    await started?.stop()
    net?.stop()
  })

  const filled = { initiative: "norvia-igf", email: "somebody@attack.example", remark: "" }
  /** The page to which a form leads. */
  const pageOf = async (response: Response): Promise<string> =>
    response.status === 303 ? (await portal().get(leadsTo(response))).text() : response.text()

  it.each([
    ["loopback", "http://127.0.0.1/"],
    ["decimal", "http://2130706433/"],
    ["hexadecimal", "http://0x7f000001/"],
    ["octal", "http://0177.0.0.1/"],
    ["short", "http://127.1/"],
    ["IPv6 loopback", "http://[::1]/"],
    ["IPv4 in IPv6", "http://[::ffff:127.0.0.1]/"],
    ["NAT64", "http://[64:ff9b::7f00:1]/"],
    ["metadata service", "http://169.254.169.254/latest/meta-data/"],
    ["private network", "http://10.0.0.1/"],
    ["a name of it", "http://inner.example/"],
    ["this machine", "http://localhost/"],
    ["another port", "http://93.184.216.34:6379/"],
    ["a redirect to it", "http://open.example/to/http%3A%2F%2F127.0.0.1%2F"],
    ["a redirect to a name of it", "http://open.example/to/http%3A%2F%2Finner.example%2Fsecret"],
    ["a redirect to a file", "http://open.example/to/file%3A%2F%2F%2Fetc%2Fpasswd"]
  ])("reach nothing behind the wall: %s", async (_, url) => {
    const text = await pageOf(await portal().post("/en/register", { ...filled, url }))
    assert.notInclude(text, "internal secret")
    assert.match(text, /cannot be reached on the public web|Correct the address/)
    assert.deepEqual(net?.reached, [])
  })

  it("reach nothing behind the wall: a name that leads out at first, and in afterwards", async () => {
    const text = await pageOf(
      await portal().post("/en/register", { ...filled, url: "http://rebind.example/" })
    )
    assert.isAbove(lookups, 1)
    assert.notInclude(text, "internal secret")
    assert.deepEqual(net?.reached, [])
  })

  it.each([
    "file:///etc/passwd",
    "gopher://open.example/",
    "javascript:alert(1)",
    "data:text/html,<p>x",
    "http://user:secret@open.example/",
    "http://"
  ])("are refused before anything is asked for: %s", async (url) => {
    const response = await portal().post("/en/register", { ...filled, url })
    assert.strictEqual(response.status, 422)
  })

  it("cannot register an address that only this machine can reach, even past the button", async () => {
    const response = await portal().post("/en/register", { ...filled, url: "http://127.0.0.3/" })
    const preview = leadsTo(response)
    assert.notInclude(await (await portal().get(preview)).text(), "Register this address")
    await portal().post(`${preview}/register`)
    const all = await portal().run(Effect.flatMap(Registrations, (registrations) => registrations.list()))
    assert.deepEqual(all, [])
  })

  it("put no markup into the pages: neither what a feed holds, nor what is filled in", async () => {
    const name = '<img src=x onerror=alert(7)> "quoted" & more'
    const fields = {
      initiative: name,
      type: "regional",
      group: "WEOG",
      url: "http://hostile.example/feed.xml",
      email: "somebody@attack.example",
      remark: "</textarea><script>alert(8)</script>"
    }
    const wrong = await portal().post("/en/register", { ...fields, email: '"><script>alert(9)</script>@x' })
    assert.strictEqual(wrong.status, 422)
    assert.deepEqual(actsIn(await wrong.text()), [])
    const response = await portal().post("/en/register", fields)
    const preview = leadsTo(response)
    const text = await (await portal().get(preview)).text()
    assert.include(text, "Messages &lt;script&gt;alert(1)")
    assert.deepEqual(actsIn(text), [])
    const secret = preview.split("/").at(-1) ?? ""
    assert.deepEqual(actsIn(await (await portal().get(`/en/register?preview=${secret}`)).text()), [])
    await portal().post(`${preview}/register`)
    const [letter = ""] = await portal().letters(1)
    assert.notMatch(letter, /alert|onerror/)
    const confirmed = await portal().post(linkTo(letter, "/register/confirm"))
    assert.deepEqual(actsIn(await pageOf(confirmed)), [])
    await portal().letters(2)
  })

  it.each([
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example, c@d.example",
    "a@b.example%0aBcc:c@d.example x",
    "@b"
  ])("send no mail to more or other addresses: %j", async (email) => {
    const response = await portal().post("/en/register", { ...filled, url: "http://open.example/", email })
    assert.strictEqual(response.status, 422)
  })

  it("learn nothing of mail addresses, and do not fill anybody's mailbox", async () => {
    await portal().run(Effect.flatMap(Database, ({ guard, sql }) => guard(sql`DELETE FROM failed_attempts`)))
    const before = (await portal().letters(0)).length
    const answers = new Set<string>()
    for (let times = 0; times < 7; times++) {
      const fields = { ...filled, url: "http://open.example/", email: "victim@attack.example" }
      const preview = leadsTo(await portal().post("/en/register", fields))
      const sent = await portal().post(`${preview}/register`)
      answers.add(`${sent.status} ${leadsTo(sent)} ${await pageOf(sent)}`)
    }
    assert.strictEqual(answers.size, 1)
    const email = "victim@attack.example"
    const registered = await portal().run(
      Effect.flatMap(Registrations, (registrations) => registrations.list({ email }))
    )
    assert.lengthOf(registered, 4)
    const letters = await portal().letters(before + 4)
    assert.lengthOf(
      letters.filter((letter) => letter.includes(`To: ${email}`)),
      4
    )
  })

  it("get the same answer for a link that was used, is too old, or was guessed", async () => {
    const { get, post, run } = portal()
    const letters = await portal().letters(0)
    const fresh = linkTo(letters.at(-1) ?? "", "/register/confirm")
    assert.strictEqual((await get(fresh)).status, 200)
    await run(
      Effect.flatMap(Database, ({ guard, sql }) =>
        guard(
          sql`UPDATE registrations SET confirm_by = '2020-01-01T00:00:00.000Z' WHERE confirm_hash IS NOT NULL`
        )
      )
    )
    const used = linkTo(letters[0] ?? "", "/register/confirm")
    const guessed = `/en/register/confirm/${"A".repeat(43)}`
    for (const path of [fresh, used, guessed, "/en/register/confirm/short"]) {
      for (const response of [await get(path), await post(path)]) {
        assert.strictEqual(response.status, 410, path)
        assert.include(await response.text(), "used already, is too old, or is not complete")
      }
    }
    const expired = await run(
      Effect.flatMap(Registrations, (registrations) =>
        Effect.andThen(registrations.expire, registrations.list({ state: "expired" }))
      )
    )
    assert.isAbove(expired.length, 0)
    for (const path of ["status", "preview"]) {
      assert.oneOf((await get(`/en/register/${path}/${"B".repeat(43)}`)).status, [404, 410])
      assert.oneOf((await post(`/en/register/${path}/${"B".repeat(43)}/proof`)).status, [404, 405, 410])
    }
  })

  it("cannot send the form from another site", async () => {
    const fields = { ...filled, url: "http://open.example/" }
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://attack.example", "sec-fetch-site": "cross-site" }
    ]) {
      assert.strictEqual((await portal().post("/en/register", fields, headers)).status, 403)
    }
  })

  it("fall into the field that nobody sees", async () => {
    const fields = { ...filled, url: "http://open.example/", homepage: "http://spam.example/" }
    assert.strictEqual(leadsTo(await portal().post("/en/register", fields)), "/en/register/sent")
  })

  it("have to wait when they look at many addresses, and keep what was typed", async () => {
    let response = await portal().post("/en/register", { ...filled, url: "http://127.0.0.1/" })
    for (let times = 0; times < 30 && response.status !== 429; times++) {
      response = await portal().post("/en/register", { ...filled, url: "http://127.0.0.1/" })
    }
    const text = await response.text()
    assert.strictEqual(response.status, 429)
    assert.isAbove(Number(response.headers.get("retry-after")), 0)
    assert.match(text, /try again in \d+ minute/)
    assert.include(text, 'value="http://127.0.0.1/"')
  })
})
