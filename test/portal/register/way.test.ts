/** The organiser's way over HTTP: form, preview, mail, confirmation, proof, decision. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { InitiativeId } from "../../../src/domain/index.ts"
import { Registry } from "../../../src/ingest/registry/index.ts"
import {
  approveRegistration,
  diagnosisOf,
  NotDecided,
  refuseRegistration
} from "../../../src/jobs/registering/index.ts"
import { Audit, Registrations, Sources } from "../../../src/store/index.ts"
import { leadsTo, linkTo, type Registering, serveRegistering } from "./registering.ts"

const secretary = { id: null, name: "Ada Secretary" }

describe("Registering", () => {
  let started: Registering | undefined
  const portal = (): Registering => {
    if (started === undefined) throw new Error("the portal did not start")
    return started
  }
  beforeAll(async () => {
    started = await serveRegistering()
  })
  afterAll(() => started?.stop())

  const norvia = {
    initiative: "Norvia IGF",
    url: "igf.norvia.example",
    email: "organiser@norvia.example",
    remark: "The messages are under News."
  }
  let preview = ""
  let confirmation = ""
  let status = ""

  it("shows one form with every initiative of the registry to choose from", async () => {
    const response = await portal().get("/en/register")
    const text = await response.text()
    assert.strictEqual(response.status, 200)
    assert.match(text, /<datalist id="initiatives">.*Norvia/s)
    assert.match(await (await portal().get("/en/take-part")).text(), /href="\/en\/register"/)
    assert.match(
      await (await portal().get("/en/register?initiative=norvia-igf")).text(),
      /value="[^"]*Norvia/
    )
  })

  it("says what is wrong at each field, gives back what was typed, and offers initiatives that may be meant", async () => {
    const response = await portal().post("/en/register", {
      initiative: "Beispielstadt",
      url: "ftp://igf.example/",
      email: "nobody",
      remark: "kept <b>"
    })
    const text = await response.text()
    assert.strictEqual(response.status, 422)
    assert.match(text, /name="chosen" value="beispielstadt-igf"/)
    assert.match(text, /id="url-problem"/)
    assert.match(text, /id="email-problem"/)
    assert.include(text, "kept &lt;b&gt;")
    assert.strictEqual(response.headers.get("cache-control"), "no-store")
  })

  it("looks at the address and shows what was found, how it would be read, and what to mend", async () => {
    const name = await portal().run(
      Effect.map(
        Effect.flatMap(Registry, (registry) => registry.show(InitiativeId.make("norvia-igf"))),
        (entry) => Option.getOrThrow(entry).initiative.name
      )
    )
    const began = Date.now()
    const response = await portal().post("/en/register", {
      ...norvia,
      initiative: name,
      url: "http://igf.norvia.example"
    })
    assert.strictEqual(response.status, 303)
    preview = leadsTo(response)
    assert.match(preview, /^\/en\/register\/preview\/[\w-]{43}$/)
    const page = await portal().get(preview)
    const text = await page.text()
    assert.isBelow(Date.now() - began, 10_000)
    assert.strictEqual(page.headers.get("cache-control"), "no-store")
    assert.match(text, /WordPress site, with 6 entries/)
    assert.match(text, /Messages from Halvarsted 2025.*18 November 2025.*messages, English, \d+ statements/s)
    assert.match(text, /It would be quoted like this.*<blockquote lang="en"/s)
    assert.match(text, /What to mend.*Encrypted connection/s)
    assert.strictEqual(
      await portal().run(
        Effect.flatMap(Sources, (sources) => Effect.map(sources.list(), (all) => all.length))
      ),
      0
    )
  })

  it("can be looked at again, and the form be changed", async () => {
    const again = await portal().post(`${preview}/again`)
    assert.strictEqual(again.status, 303)
    preview = leadsTo(again)
    const secret = preview.split("/").at(-1) ?? ""
    const form = await (await portal().get(`/en/register?preview=${secret}`)).text()
    assert.include(form, 'value="organiser@norvia.example"')
  })

  it("sends a mail with a link that holds no word of whoever filled in the form", async () => {
    const response = await portal().post(`${preview}/register`)
    assert.strictEqual(leadsTo(response), "/en/register/sent")
    const [letter = ""] = await portal().letters(1)
    assert.match(letter, /^To: organiser@norvia\.example$/m)
    assert.include(letter, "igf.norvia.example")
    assert.notInclude(letter, "The messages are under News")
    confirmation = linkTo(letter, "/register/confirm")
    assert.strictEqual((await portal().get(preview)).status, 410)
  })

  it("does nothing when the link is only opened, confirms when the button is pressed, and does so once", async () => {
    for (let times = 0; times < 2; times++) {
      assert.match(await (await portal().get(confirmation)).text(), /<button class="primary">Confirm/)
    }
    const response = await portal().post(confirmation)
    assert.strictEqual(response.status, 303)
    status = leadsTo(response)
    assert.strictEqual((await portal().get(confirmation)).status, 410)
    assert.strictEqual((await portal().post(confirmation)).status, 410)
    const [, letter = ""] = await portal().letters(2)
    assert.strictEqual(linkTo(letter, "/register/status"), status)
    assert.match(await (await portal().get(status)).text(), /Now the Secretariat looks at it/)
  })

  it("looks for the proof on demand, and keeps where it was found", async () => {
    const without = await portal().post(`${status}/proof`)
    const text = await without.text()
    assert.include(text, "The word was not found")
    const word = /tributary-[a-z2-9]{20}/.exec(text)?.[0] ?? ""
    portal().texts.set("_tributary.igf.norvia.example", [word])
    assert.strictEqual((await portal().post(`${status}/proof`)).status, 303)
    assert.match(await (await portal().get(status)).text(), /Found on .*_tributary\.igf\.norvia\.example/)
  })

  it("becomes a source when it is approved, with a private link for its organiser and an entry in the log", async () => {
    const { run, url } = portal()
    const [registration] = await run(
      Effect.flatMap(Registrations, (registrations) => registrations.list({ state: "awaiting-approval" }))
    )
    if (registration === undefined) throw new Error("no registration waits")
    assert.strictEqual(registration.proof?.method, "dns")
    assert.isTrue(Option.isSome(diagnosisOf(registration)))
    const approval = { id: registration.id, by: secretary, baseUrl: new URL(url) }
    const done = await run(approveRegistration(approval))
    assert.strictEqual(done.source.id, "norvia-igf/wordpress")
    const [source] = await run(Effect.flatMap(Sources, (sources) => sources.list()))
    assert.deepInclude(source, { status: "approved", kind: "wordpress", verified: true })
    const letters = await portal().letters(3)
    assert.match(letters[2] ?? "", /\/en\/organisers\/enter\/[\w-]{43}/)
    assert.match(await (await portal().get(status)).text(), /has approved it/)
    const log = await run(
      Effect.flatMap(Audit, (audit) => audit.list({ thing: `registration:${registration.id}` }))
    )
    assert.deepEqual(
      log.map(({ action, by }) => [action, by]),
      [["registration.approve", "Ada Secretary"]]
    )
    const again = await run(Effect.result(approveRegistration(approval)))
    assert.isTrue(again._tag === "Failure" && again.failure instanceof NotDecided)
  })

  it("says that an address is followed already instead of registering it twice", async () => {
    const response = await portal().post("/en/register", {
      ...norvia,
      initiative: "norvia-igf",
      url: "http://igf.norvia.example"
    })
    const text = await (await portal().get(leadsTo(response))).text()
    assert.match(text, /already followed, for/)
    assert.notInclude(text, "Register this address")
  })

  it("takes a new initiative in another language, and tells the reason when it is refused", async () => {
    const { get, letters, post, run, url } = portal()
    const response = await post("/fr/register", {
      initiative: "IGF de Beispielstadt (Jeunes)",
      type: "youth",
      country: "DE",
      languages: "allemand, Deutsch, en",
      url: "http://www.igf-beispielstadt.example/rss.xml",
      email: "jeunes@beispielstadt.example",
      remark: ""
    })
    assert.strictEqual(response.status, 303)
    await post(`${leadsTo(response)}/register`)
    const letter = (await letters(4))[3] ?? ""
    const confirmed = await post(linkTo(letter, "/register/confirm"))
    await letters(5)
    const [registration] = await run(
      Effect.flatMap(Registrations, (registrations) => registrations.list({ state: "awaiting-approval" }))
    )
    if (registration === undefined) throw new Error("no registration waits")
    const { country, languages, unGroups } = registration.newInitiative ?? {}
    assert.deepEqual([country, unGroups?.join(), languages?.join()], ["DE", "WEOG", "de,en"])
    const nothing = await run(
      Effect.result(refuseRegistration({ id: registration.id, by: secretary, reason: " " }))
    )
    assert.strictEqual(nothing._tag, "Failure")
    await run(
      refuseRegistration({ id: registration.id, by: secretary, reason: "Il existe déjà.\nMerci <b>" })
    )
    const refusal = (await letters(6))[5] ?? ""
    assert.include(refusal, "Il existe déjà.")
    assert.include(await (await get(leadsTo(confirmed))).text(), "Merci &lt;b&gt;")
    assert.include(url, "127.0.0.1")
  })

  it("registers a new initiative with its first source when it is approved", async () => {
    const { letters, post, run, url } = portal()
    const response = await post("/en/register", {
      initiative: "Forum of Zarechye",
      type: "regional",
      group: "Eastern European Group",
      languages: "",
      url: "http://forum.zarechye.example/",
      email: "forum@zarechye.example"
    })
    await post(`${leadsTo(response)}/register`)
    await post(linkTo((await letters(7))[6] ?? "", "/register/confirm"))
    await letters(8)
    const [registration] = await run(
      Effect.flatMap(Registrations, (registrations) => registrations.list({ state: "awaiting-approval" }))
    )
    if (registration === undefined) throw new Error("no registration waits")
    const done = await run(approveRegistration({ id: registration.id, by: secretary, baseUrl: new URL(url) }))
    assert.isTrue(done.isNew)
    assert.strictEqual(done.initiative.id, "forum-of-zarechye")
    const entry = await run(
      Effect.flatMap(Registry, (registry) => registry.show(InitiativeId.make("forum-of-zarechye")))
    )
    assert.lengthOf(Option.getOrThrow(entry).sources, 1)
  })
})
