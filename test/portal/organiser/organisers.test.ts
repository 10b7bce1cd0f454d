/** The pages of organisers by HTTP, over a real store and a real mail server: what each step gives. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { answerCorrection, revokeLinks } from "../../../src/jobs/organisers/index.ts"
import { Corrections, Reviews, ReviewWork, Uploads } from "../../../src/store/index.ts"
import { linkIn, type Organised, readable, serveOrganised, type Visitor } from "./organised.ts"

let served: Organised | undefined
const all = (): Organised => {
  if (served === undefined) throw new Error("the portal did not start")
  return served
}
let own: Visitor | undefined
const maria = (): Visitor => {
  if (own === undefined) throw new Error("nobody came in")
  return own
}
beforeAll(async () => {
  served = await serveOrganised()
  own = await served.enter(await served.linkOf("norvia-igf", "maria@norvia-igf.example"))
})
afterAll(() => served?.stop())

const report = `Norvia IGF 2025: messages

1. Governments should extend broadband to every rural school by 2030.
2. Children need protection from harmful content online, designed together with them.
3. Encryption must not be weakened by law.
`

describe("The private link", () => {
  it("opens the page by a button, not by being fetched, and as often as it is used", async () => {
    const path = await all().linkOf("norvia-igf", "maria@norvia-igf.example")
    const first = await all().portal.get(path)
    assert.strictEqual(first.status, 200)
    assert.isNull(first.headers.get("set-cookie"))
    assert.strictEqual(first.headers.get("cache-control"), "no-store")
    for (const _ of [1, 2]) {
      const visitor = await all().enter(path)
      assert.include(await visitor.text("/en/organisers"), "Norvia")
    }
  })

  it("is sent again to a known address, and the answer to an unknown one is the very same", async () => {
    const before = all().letters.length
    const ask = async (address: string) =>
      (await all().portal.post("/fr/organisers/link", { csrf: "", address, about: "" })).text()
    const known = await ask("Maria@norvia-igf.example")
    const unknown = await ask("nobody@elsewhere.example")
    assert.strictEqual(known, unknown)
    for (let tries = 0; tries < 50 && all().letters.length === before; tries++) await all().deliver()
    assert.strictEqual(all().letters.length, before + 1)
    const letter = all().letters.at(-1) ?? ""
    assert.include(readable(letter), "Norvia")
    const visitor = await all().enter(linkIn(letter))
    assert.strictEqual((await visitor.get("/fr/organisers")).status, 200)
  })
})

describe("The page of an initiative", () => {
  it("tells health, documents with their kinds, what was left out and why, and where it is quoted", async () => {
    const page = await maria().text("/en/organisers")
    for (const part of ["Your sources", "Read for the digest", "Left out, and why", "Digest 2026-1"]) {
      assert.include(page, part)
    }
    const output = /\/en(\/organisers\/outputs\/o-[0-9a-f]{16})/.exec(page)?.[1] ?? ""
    const document = await maria().text(`/en${output}`)
    assert.include(document, "Why it was read so")
    assert.include(document, "because of")
  })
})

describe("An uploaded report", () => {
  it("is read at once, becomes a document of the initiative, and is marked as sent by its organiser", async () => {
    const answer = await maria().send(
      { name: "messages 2025.txt", content: report, type: "text/plain" },
      { date: "2025-11-04" }
    )
    assert.strictEqual(answer.status, 303)
    const result = answer.headers.get("location") ?? ""
    const page = await maria().text(result)
    assert.include(page, "broadband to every rural school")
    assert.include(page, "4 November 2025")
    const output = /\/en\/organisers\/outputs\/(o-[0-9a-f]{16})/.exec(
      await maria().text("/en/organisers")
    )?.[1]
    assert.isDefined(output)
    assert.include(await maria().text("/en/organisers"), "messages 2025.txt")
    const [upload] = await all().run(Effect.flatMap(Uploads, (uploads) => uploads.list()))
    assert.strictEqual(upload?.email, "maria@norvia-igf.example")
    const read = await (await all().portal.get(`/en/outputs/${upload?.outputId ?? ""}`)).text()
    assert.include(read, "Sent by the initiative itself")
  })

  it("is set beside the rest by a process of its own, not by the one that answers", async () => {
    assert.strictEqual(await all().settling, all().portal.directory)
    const [upload] = await all().run(Effect.flatMap(Uploads, (uploads) => uploads.list()))
    const waiting = await all().run(Effect.flatMap(ReviewWork, (work) => work.waiting))
    assert.deepStrictEqual(
      waiting.map(({ derived, outputId }) => [outputId, derived]),
      [[upload?.outputId, 1]]
    )
  })

  it("that comes twice is said to be there", async () => {
    const again = await maria().send({ name: "other name.txt", content: report })
    assert.match(again.headers.get("location") ?? "", /\/organisers\/uploads\/up-[0-9a-f]{16}\?same=1$/)
    assert.include(await maria().text(again.headers.get("location") ?? ""), "the very same file")
  })

  it("can be dated by sending it once more with its date", async () => {
    const content = `${report}5. Open standards should be used by all public services.\n`
    const first = await maria().send({ name: "undated.txt", content })
    assert.include(await maria().text(first.headers.get("location") ?? ""), "Without a date")
    const again = await maria().send({ name: "undated.txt", content }, { date: "2025-11-05", language: "fr" })
    assert.strictEqual(again.headers.get("location"), first.headers.get("location"))
    const page = await maria().text(again.headers.get("location") ?? "")
    assert.include(page, "5 November 2025")
    assert.notInclude(page, "Without a date")
  })

  it("of the same name is another document, unless it takes the place of the first", async () => {
    const name = "messages 2025.txt"
    await maria().send({
      name,
      content: `${report}4. One more recommendation is that public data must be open.\n`
    })
    const uploads = (await all().run(Effect.flatMap(Uploads, (own) => own.list()))).filter(({ fileName }) =>
      fileName.startsWith("messages")
    )
    assert.deepStrictEqual(uploads.map(({ fileName }) => fileName).slice(0, 2), [
      "messages 2025 (2).txt",
      name
    ])
    const [, first] = uploads
    await maria().send({ name, content: report.replace("2030", "2032") }, { replaces: first?.id ?? "" })
    const [newest] = await all().run(Effect.flatMap(Uploads, (own) => own.list()))
    assert.strictEqual(newest?.outputId, first?.outputId)
  })

  it("may be the reporting form, which is offered in seven languages", async () => {
    const form = await all().portal.get("/report-form/en/md")
    assert.strictEqual(form.status, 200)
    for (const lang of ["en", "fr", "es", "pt", "ru", "ar", "zh"]) {
      assert.strictEqual((await all().portal.get(`/report-form/${lang}/html`)).status, 200, lang)
    }
    assert.strictEqual((await all().portal.get("/report-form/xx/html")).status, 404)
  })
})

/** A statement of the newest document. */
const statement = async (): Promise<string> => {
  const page = await maria().text("/en/organisers")
  const output = /\/en(\/organisers\/outputs\/o-[0-9a-f]{16})/.exec(page)?.[1] ?? ""
  return /about=(s-[0-9a-f]{16})/.exec(await maria().text(`/en${output}`))?.[1] ?? ""
}

describe("A request for a correction", () => {
  it("begins on the public page of the statement, and comes back to it after the link", async () => {
    const id = await statement()
    const path = `/en/organisers/corrections/new?about=${id}`
    assert.include(await (await all().portal.get(`/en/statements/${id}`)).text(), path)
    const answer = await all().portal.get(path)
    assert.strictEqual(answer.headers.get("location"), `/en/organisers/link?about=${id}`)
    assert.strictEqual((await maria().get(path)).status, 200)
  })

  it("waits in the queue, is answered by mail, and its state is seen", async () => {
    const about = await statement()
    const words = "It is about <b>schools</b>, not about cables."
    const answer = await maria().post("/en/organisers/corrections", { about, topic: "issue", words })
    assert.strictEqual(answer.headers.get("location"), "/en/organisers?asked=1#corrections")
    const [open] = await all().run(Effect.flatMap(Corrections, (own) => own.list({ state: "open" })))
    assert.strictEqual(open?.statementId, about)
    assert.strictEqual(open?.topic, "issue")
    const page = await maria().text("/en/organisers")
    assert.include(page, "waits for the Secretariat")
    assert.include(page, "&lt;b&gt;schools&lt;/b&gt;")
    const again = await maria().post("/en/organisers/corrections", { about, topic: "issue", words })
    assert.strictEqual(again.status, 422)

    const by = { id: null, name: "E. Ditor" }
    if (open === undefined) throw new Error("nothing waits")
    await all().run(answerCorrection(open.id, { state: "accepted", answer: "It is under schools now." }, by))
    await all().deliver()
    const letter = readable(all().letters.at(-1) ?? "")
    assert.include(letter, "It is under schools now.")
    assert.include(letter, words)
    assert.include(await maria().text("/en/organisers"), "It is under schools now.")
    const twice = await all().run(
      Effect.result(answerCorrection(open.id, { state: "answered", answer: "No." }, by))
    )
    assert.strictEqual(twice._tag, "Failure")
    assert.isEmpty(await all().run(Effect.flatMap(Reviews, (own) => own.list())))
  })

  it("without a topic or words is asked for them, and keeps what was written", async () => {
    const answer = await maria().post("/en/organisers/corrections", {
      about: "",
      topic: "",
      words: "Kept words"
    })
    assert.strictEqual(answer.status, 422)
    assert.include(await answer.text(), "Kept words")
  })
})

describe("A link that was withdrawn", () => {
  it("opens nothing, and closes the page at once", async () => {
    const path = await all().linkOf("igf-yunhai", "li@yunhai.example")
    const visitor = await all().enter(path)
    assert.strictEqual((await visitor.get("/en/organisers")).status, 200)
    const count = await all().run(revokeLinks("li@yunhai.example", null, { id: null, name: "Secretariat" }))
    assert.strictEqual(count, 1)
    assert.strictEqual((await visitor.get("/en/organisers")).status, 303)
    assert.strictEqual((await all().portal.get(path)).status, 410)
  })
})
