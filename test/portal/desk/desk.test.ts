/** The Secretariat's desk over HTTP. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { setTimeout } from "node:timers/promises"
import { Effect } from "effect"
import { HttpUrl, SourceId, Timestamp } from "../../../src/domain/index.ts"
import { Alarms, Audit, Sources } from "../../../src/store/index.ts"
import { signIn, type Visitor } from "../security/attacked.ts"
import { serveDesk, type ServedDesk } from "./served-desk.ts"

let desk: ServedDesk
let editor: Visitor
let reader: Visitor
let admin: Visitor

beforeAll(async () => {
  desk = await serveDesk()
  editor = await signIn(desk, "editor")
  reader = await signIn(desk, "reader")
  admin = await signIn(desk, "admin")
}, 60_000)

afterAll(() => desk.stop())

const feed = SourceId.make("norvia-igf/feed")

const text = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path)
  const page = await answer.text()
  assert.strictEqual(answer.status, 200, `${path}: ${page.slice(0, 300)}`)
  return page
}

/** Where an answer leads; the page's own words where it does not. */
const leadsTo = async (answer: Response): Promise<string> =>
  answer.headers.get("location") ?? (await answer.text()).replace(/[\s\S]*<main/, "")

/** Waits for the end of a run; gives its page. */
const ended = async (path: string): Promise<string> => {
  for (let look = 0; look < 1000; look += 1) {
    const page = await text(editor, path)
    if (!page.includes("data-events")) return page
    await setTimeout(100)
  }
  throw new Error(`${path} does not end`)
}

describe("The desk", () => {
  it("names what needs a person, each with one click to it", async () => {
    await desk.inStore(
      Effect.flatMap(Alarms, (alarms) =>
        alarms.save([
          {
            id: "alarm-1",
            key: "machine:offline",
            about: "The connection of this machine",
            sentence: "None of the sources was reached.",
            since: Timestamp.make("2026-11-20T06:00:00.000Z"),
            beganAt: Timestamp.make("2026-11-20T06:00:00.000Z"),
            remindedAt: null,
            endedAt: null
          }
        ])
      )
    )
    const page = await text(reader, "/en/desk")
    const order = [...page.matchAll(/id="work-(\w+)"/g)].map(([, kind]) => kind)
    assert.deepStrictEqual(order, ["trouble", "doubt", "silence"])
    assert.include(page, "None of the sources was reached.")
    assert.match(page, /href="\/en\/desk\/sources\/norvia-igf\/feed"/)
    assert.match(page, /href="\/en\/review\/output\/o-[0-9a-f]{16}"/)
    assert.match(page, /<a[^>]*href="\/en\/desk"[^>]*aria-current/)
  })

  it("is in the language of the page: words, dates and kinds of sources", async () => {
    const desk = await text(reader, "/fr/desk")
    assert.include(desk, "<h1><bdi>Bureau</bdi></h1>")
    assert.match(desk, /pour le \d{1,2}(er)? \p{Ll}+ 20\d\d/u)
    assert.notMatch(desk, /\d outputs? in doubt/)
    const sources = await text(reader, "/fr/desk/sources")
    assert.include(sources, "Page avec une liste")
  })

  it("marks what programs report, which is in English, on a page in another language", async () => {
    assert.include(
      await text(reader, "/ar/desk"),
      '<span lang="en" dir="ltr">None of the sources was reached.'
    )
  })
})

describe("Sources", () => {
  it("are listed with how they stand, and narrowed by it and by words", async () => {
    assert.match(await text(reader, "/en/desk/sources"), /[2-9] sources/)
    const silent = await text(reader, "/en/desk/sources?health=silent")
    assert.include(silent, "/en/desk/sources/norvia-igf/feed")
    assert.include(await text(reader, "/en/desk/sources?q=zzzz"), "No source is like this.")
    assert.include(await text(reader, "/en/desk/sources?q=NORVIA"), "1 source<")
  })

  it("tell their visits in plain words, and readers may only look", async () => {
    const page = await text(reader, `/en/desk/sources/${feed}`)
    assert.include(page, "Visits of late")
    assert.notInclude(page, "/desk/sources/retire")
    assert.strictEqual((await reader.get("/en/desk/sources/norvia-igf/none")).status, 404)
  })

  it("are retired and approved by editors, which the log keeps", async () => {
    const answer = await editor.post("/en/desk/sources/retire", { source: feed })
    assert.strictEqual(await leadsTo(answer), `/en/desk/sources/${feed}?done=1`)
    assert.include(await text(editor, `/en/desk/sources/${feed}`), "/desk/sources/approve")
    await editor.post("/en/desk/sources/approve", { source: feed })
    const [newest, older] = await desk.inStore(
      Effect.flatMap(Audit, (audit) => audit.list({ thing: `source:${feed}` }))
    )
    assert.deepStrictEqual(
      [newest?.action, newest?.by, older?.action, older?.after],
      ["source.approve", "Edo Editor", "source.retire", { status: "retired" }]
    )
  })

  it("follow a move when it is accepted", async () => {
    const refused = await editor.post("/en/desk/sources/accept-move", { source: feed })
    assert.strictEqual(refused.status, 422)
    assert.include(await refused.text(), "has not moved")
    await desk.inStore(
      Effect.gen(function* () {
        const sources = yield* Sources
        const state = yield* sources.state(feed)
        yield* sources.saveState({
          ...state,
          permanentUrl: HttpUrl.make("https://new.norvia.example/feed/"),
          permanentSeen: 3
        })
      })
    )
    assert.include(await text(editor, `/en/desk/sources/${feed}`), "has moved for good to")
    const answer = await editor.post("/en/desk/sources/accept-move", { source: feed })
    assert.strictEqual(await leadsTo(answer), "/en/desk/sources/norvia-igf/feed-2?done=1")
    assert.include(
      await text(editor, "/en/desk/sources/norvia-igf/feed-2"),
      "https://new.norvia.example/feed/"
    )
  })
})

describe("Runs", () => {
  it("are started by editors where their work needs it, by admins all, and end with a report", async () => {
    assert.strictEqual((await editor.post("/en/desk/jobs/start", { job: "backup" })).status, 403)
    const path = await leadsTo(await admin.post("/en/desk/jobs/start", { job: "health-report" }))
    assert.match(path, /^\/en\/desk\/jobs\/health-report@/)
    const page = await ended(path)
    assert.include(page, "<dd><bdi>done</bdi></dd>")
    assert.include(await text(reader, "/en/desk/jobs?job=health-report"), path)
  }, 120_000)

  it("tell how far they are as server-sent events", async () => {
    const path = await leadsTo(await admin.post("/en/desk/jobs/start", { job: "archive-verify" }))
    const answer = await reader.get(`${path}/events`)
    assert.match(answer.headers.get("content-type") ?? "", /^text\/event-stream/)
    const told = await answer.text()
    assert.match(told, /^event: progress\ndata: \{"done":/)
    assert.match(told, /event: over\n/)
  }, 120_000)
})

describe("The digest", () => {
  const meeting = "2026-first-consultations"

  it("is compared with the last release, frozen after a question, and verified", async () => {
    const before = await text(editor, `/en/desk/digest?meeting=${meeting}`)
    assert.include(before, "Nobody has looked yet")
    await ended(await leadsTo(await editor.post("/en/desk/digest/compare", { meeting })))
    assert.include(
      await text(reader, `/en/desk/digest?meeting=${meeting}`),
      "Nothing has changed since release 2026-1"
    )

    const question = await text(editor, `/en/desk/digest/freeze?meeting=${meeting}`)
    assert.include(question, "Freeze as 2026-2")
    assert.include(question, "has release 2026-1 already")
    const frozen = await ended(await leadsTo(await editor.post("/en/desk/digest/freeze", { meeting })))
    assert.include(frozen, "Release 2026-2 is frozen")

    const verified = await ended(
      await leadsTo(await editor.post("/en/desk/digest/verify", { release: "2026-2" }))
    )
    assert.include(verified, "is reproduced byte for byte")
    const releases = await text(reader, "/en/desk/digest")
    assert.include(releases, "Release 2026-2 is reproduced")
    assert.include(releases, "Edo Editor")
    const log = await text(admin, "/en/people/log")
    for (const what of ["digest.compare", "digest.freeze", "release.freeze", "release.verify"]) {
      assert.include(log, what)
    }
  }, 240_000)

  it("tells why work did not begin", async () => {
    const answer = await editor.post("/en/desk/digest/verify", { release: "2026-9" })
    const page = await ended(await leadsTo(answer))
    assert.include(page, "There is no release 2026-9")
  }, 120_000)
})
