/** Every operation that changes something, done with success. */
import { setTimeout } from "node:timers/promises"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Option, Schema } from "effect"
import { hashOf } from "../../../src/accounts/secrets.ts"
import { CorrectionId, HttpUrl, InitiativeId, RegistrationId, SourceId } from "../../../src/domain/index.ts"
import { Corrections, Outbox, Registrations, Sources } from "../../../src/store/index.ts"
import { type CalledPortal, serveApi, waitingRegistration } from "./called.ts"

let portal: CalledPortal | undefined
const api = (): CalledPortal => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveApi()
})
afterAll(() => portal?.stop())

const norvia = InitiativeId.make("norvia-igf")

/** Calls by the token of an editor (or the one given), and sees to it that it is answered as promised. */
const done = async (
  method: string,
  path: string,
  promised: string,
  given: { readonly token?: string; readonly body?: unknown; readonly status?: number } = {}
): Promise<unknown> => {
  const { status = 200, token = api().tokens.editor, ...own } = given
  const answer = await api().call(method, path, { token, ...own })
  assert.strictEqual(answer.status, status, `${method} ${path}: ${answer.text.slice(0, 300)}`)
  assert.isNull(api().fault(method, promised, answer))
  return answer.json
}

const idIn = Schema.decodeUnknownSync(Schema.Struct({ id: Schema.String }))
const Listed = Schema.Struct({
  data: Schema.Array(Schema.Struct({ id: Schema.Union([Schema.String, Schema.Int]) }))
})
const idsIn = (json: unknown) => Schema.decodeUnknownSync(Listed)(json).data.map(({ id }) => id)

/** Who did what to a thing, the newest first. */
const audited = async (thing: string): Promise<ReadonlyArray<string>> => {
  const { json } = await api().call("GET", `/audit?thing=${encodeURIComponent(thing)}`, {
    token: api().tokens.admin
  })
  const Entries = Schema.Struct({ data: Schema.Array(Schema.Struct({ action: Schema.String })) })
  return Schema.decodeUnknownSync(Entries)(json).data.map(({ action }) => action)
}

/** A registration whose mail address is confirmed. */
const registered = async (digit: string) => {
  const id = RegistrationId.make(`reg-${digit.repeat(16)}`)
  await api().inStore(
    Effect.gen(function* () {
      const registrations = yield* Registrations
      yield* registrations.add(waitingRegistration(id, norvia), `confirm-${digit}`)
      yield* registrations.confirm(`confirm-${digit}`, `status-${digit}`)
    })
  )
  return id
}

describe("A registration", () => {
  it("is confirmed once by the secret that was mailed, and proved by that of its own page", async () => {
    const id = RegistrationId.make(`reg-${"0".repeat(16)}`)
    const first = "a".repeat(43)
    await api().inStore(
      Effect.flatMap(Registrations, (all) => all.add(waitingRegistration(id, norvia), hashOf(first)))
    )
    const before = await done("GET", "/registrant", "/registrant", { token: first })
    assert.containsSubset(before, {
      id,
      state: "awaiting-confirmation",
      places: { dns: `_tributary.${id}.norvia.example` }
    })
    assert.notInclude(Object.keys(Object(before)), "decidedBy")
    const proof = "/registrant/proof"
    const confirmation = "/registrant/confirmation"
    await done("POST", proof, proof, { token: first, status: 409 })
    const confirmed = await done("POST", confirmation, confirmation, { token: first })
    assert.containsSubset(confirmed, { registration: { id, state: "awaiting-approval" } })
    await done("POST", confirmation, confirmation, { token: first, status: 401 })
    const { secret } = Schema.decodeUnknownSync(Schema.Struct({ secret: Schema.String }))(confirmed)
    const proved = await done("POST", proof, proof, { token: secret })
    assert.containsSubset(proved, { found: true, registration: { proof: { method: "dns" } } })
    await done("POST", confirmation, confirmation, { token: secret, status: 409 })
    // The secret is good for this alone.
    assert.strictEqual((await api().call("GET", "/organiser", { token: secret })).status, 401)
    assert.strictEqual((await api().call("GET", "/registrations", { token: secret })).status, 401)
    assert.strictEqual((await api().call("GET", "/registrant", { token: api().tokens.link })).status, 401)
  })

  it("can be looked at before and after, at an address that is not of the public web too", async () => {
    const url = "http://127.0.0.1:1/feed"
    const looked = await done("POST", "/looks", "/looks", { body: { url, initiativeId: norvia } })
    assert.containsSubset(looked, { registrable: false, diagnosis: { outcome: "blocked-address" } })
    await done("POST", "/looks", "/looks", { body: { url, initiativeId: "nowhere-igf" }, status: 422 })
    const id = RegistrationId.make(`reg-${"1".repeat(16)}`)
    const registration = { ...waitingRegistration(id, norvia), url: HttpUrl.make(url) }
    await api().inStore(Effect.flatMap(Registrations, (all) => all.add(registration, "confirm-1")))
    const again = await done("POST", `/registrations/${id}/look`, "/registrations/{registration}/look")
    assert.containsSubset(again, { outcome: "blocked-address" })
  })

  it("becomes a source when it is approved", async () => {
    const id = await registered("a")
    const approved = await done(
      "POST",
      `/registrations/${id}/approve`,
      "/registrations/{registration}/approve",
      {
        body: {}
      }
    )
    assert.containsSubset(approved, {
      registration: { state: "approved" },
      source: { initiativeId: norvia, status: "approved", kind: "listing" }
    })
  })

  it("is refused with a reason that is mailed", async () => {
    const id = await registered("b")
    const body = { reason: "Cette page est celle d’un autre forum." }
    const refused = await done(
      "POST",
      `/registrations/${id}/refuse`,
      "/registrations/{registration}/refuse",
      {
        body
      }
    )
    assert.containsSubset(refused, { state: "refused", reason: body.reason })
    const waiting = await api().inStore(Effect.flatMap(Outbox, (outbox) => outbox.list({ limit: 20 })))
    assert.isTrue(waiting.some(({ recipient }) => recipient === "anna@norvia.example"))
  })

  it("stands in a list that is paged, the newest first", async () => {
    for (const digit of ["c", "d", "e"]) await registered(digit)
    const token = api().tokens.reader
    const whole = idsIn((await api().call("GET", "/registrations", { token })).json)
    const paged: Array<string | number> = []
    let next: string | null = "/registrations?limit=2"
    while (next !== null) {
      const { json } = await api().call("GET", next, { token })
      paged.push(...idsIn(json))
      const link = Schema.decodeUnknownSync(Schema.Struct({ next: Schema.NullOr(Schema.String) }))(json).next
      next = link === null ? null : link.slice(link.indexOf("/registrations"))
    }
    assert.isAbove(whole.length, 4)
    assert.deepStrictEqual(paged, whole)
  })
})

describe("A source", () => {
  it("is added with its initiative, and to one that is there", async () => {
    const initiative = {
      id: "hill-igf",
      name: "Hill IGF",
      type: "national",
      country: null,
      unGroups: ["WEOG"],
      languages: ["en"],
      website: null,
      evidenceUrl: null
    }
    const url = "https://hill.example/feed/"
    const body = { initiativeId: "hill-igf", url, kind: "feed", initiative }
    const first = await done("POST", "/sources", "/sources", { status: 201, body })
    assert.containsSubset(first, { source: { id: "hill-igf/feed", status: "approved", verified: false } })
    const more = {
      initiativeId: "hill-igf",
      url: "https://hill.example/news",
      kind: "feed",
      status: "proposed"
    }
    const second = await done("POST", "/sources", "/sources", { status: 201, body: more })
    assert.containsSubset(second, { source: { id: "hill-igf/feed-2", status: "proposed" } })
    await done("POST", "/sources", "/sources", { status: 422, body })
    const other = { ...initiative, id: "lake-igf", name: "Lake IGF" }
    await done("POST", "/initiatives", "/initiatives", { status: 201, body: other })
    assert.deepStrictEqual(await audited("initiative:lake-igf"), ["initiative.add"])
    assert.deepStrictEqual(await audited("source:hill-igf/feed-2"), ["source.add"])
  })

  it("at an address of a private network is not looked at", async () => {
    const body = { initiativeId: norvia, url: "http://127.0.0.1:1/feed" }
    const { status, text } = await api().call("POST", "/sources", { token: api().tokens.editor, body })
    assert.strictEqual(status, 422, text)
  })

  it("that moved is followed to its new address", async () => {
    const id = SourceId.make("hill-igf/feed")
    await api().inStore(
      Effect.gen(function* () {
        const sources = yield* Sources
        const state = yield* sources.state(id)
        const permanentUrl = HttpUrl.make("https://new.hill.example/feed/")
        yield* sources.saveState({ ...state, permanentUrl, permanentSeen: 2 })
      })
    )
    const moved = await done("POST", `/sources/${id}/accept-move`, "/sources/{initiative}/{name}/accept-move")
    assert.containsSubset(moved, { url: "https://new.hill.example/feed/", status: "approved" })
    assert.include(await audited(`source:${id}`), "source.accept-move")
  })
})

describe("A request for a correction", () => {
  it("is asked by an organiser's link, answered by the Secretariat, and read by the organiser", async () => {
    const token = api().tokens.link
    const { json } = await api().call("GET", "/statements?initiative=norvia-igf&limit=1")
    const [statement] = idsIn(json)
    const body = { about: statement, topic: "issue", words: "This is about access." }
    const asked = await done("POST", "/organiser/corrections", "/organiser/corrections", {
      token,
      body,
      status: 201
    })
    assert.containsSubset(asked, { state: "open", statementId: statement, initiativeId: norvia })
    await done("POST", "/organiser/corrections", "/organiser/corrections", { token, body, status: 409 })
    const { id } = idIn(asked)
    const answered = await done("POST", `/corrections/${id}/answer`, "/corrections/{correction}/answer", {
      body: { state: "answered", answer: "The text speaks of trust." }
    })
    assert.containsSubset(answered, { state: "answered" })
    const own = await done("GET", "/organiser/corrections", "/organiser/corrections", { token })
    assert.containsSubset(own, { data: [{ id, answer: "The text speaks of trust." }] })
  })

  it("of another initiative is taken from nobody, nor without a link", async () => {
    const body = { about: null, topic: "other", words: "x" }
    for (const [token, status] of [
      [undefined, 401],
      [api().tokens.admin, 403]
    ] as const) {
      const answer = await api().call("POST", "/organiser/corrections", {
        body,
        ...(token === undefined ? {} : { token })
      })
      assert.strictEqual(answer.status, status)
      assert.isNull(api().fault("POST", "/organiser/corrections", answer))
    }
    const { json } = await api().call("GET", "/statements?initiative=igf-yunhai&limit=1")
    const about = idsIn(json)[0]
    const token = api().tokens.link
    const other = await api().call("POST", "/organiser/corrections", { token, body: { ...body, about } })
    assert.strictEqual(other.status, 403)
    assert.strictEqual((await api().call("GET", "/corrections", { token })).status, 401)
    const found = await api().inStore(
      Effect.flatMap(Corrections, (all) => all.get(CorrectionId.make("cor-0000000000000000")))
    )
    assert.isTrue(Option.isNone(found))
  })

  it("begins with a link that is mailed again, whether the address is known or not", async () => {
    for (const email of ["organiser@norvia.example", "nobody@norvia.example"]) {
      const body = { email, language: "en" }
      await done("POST", "/organiser-links", "/organiser-links", { body, status: 202 })
    }
  })
})

const report = (text: string) => new TextEncoder().encode(`# Messages from Norvia\n\n${text}\n`)

const markdownForm = (): FormData => {
  const own = new FormData()
  own.set("file", new File([report("We recommend that schools get access.")], "Messages 2026.md"))
  own.set("publishedAt", "2026-10-02")
  return own
}

describe("A file", () => {
  it("is handed in by an organiser as a form, read at once, and known when it comes again", async () => {
    const token = api().tokens.link
    const first = await done("POST", "/organiser/uploads", "/organiser/uploads", {
      token,
      body: markdownForm(),
      status: 201
    })
    assert.containsSubset(first, { same: false, problem: null, upload: { fileName: "Messages 2026.md" } })
    const Sent = Schema.Struct({ upload: Schema.Struct({ id: Schema.String, outputId: Schema.String }) })
    const { upload } = Schema.decodeUnknownSync(Sent)(first)
    const output = await api().call("GET", `/outputs/${upload.outputId}`)
    assert.containsSubset(output.json, { initiativeId: norvia, publishedAt: "2026-10-02" })
    const own = await done("GET", "/organiser/uploads", "/organiser/uploads", { token })
    assert.include(idsIn(own), upload.id)
    await done("GET", `/uploads/${upload.id}`, "/uploads/{upload}")
  })

  it("is added by the Secretariat as bytes, with the kind that it says", async () => {
    const path = "/uploads?initiative=norvia-igf&name=report.txt&kind=report&publishedAt=2026-09-01"
    const body = report("Networks have to stay open for everybody.")
    const added = await done("POST", path, "/uploads", { body, status: 201 })
    const Sent = Schema.Struct({ upload: Schema.Struct({ outputId: Schema.String }) })
    const { outputId } = Schema.decodeUnknownSync(Sent)(added).upload
    assert.containsSubset((await api().call("GET", `/outputs/${outputId}`)).json, { kind: "report" })
    assert.containsSubset(await done("POST", path, "/uploads", { body, status: 201 }), {
      upload: { outputId }
    })
  })

  it("that is none, too large, of another type or without a name is refused", async () => {
    const token = api().tokens.link
    const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const answer = await api().call("POST", path, { token, body, headers })
      assert.isNull(api().fault("POST", "/organiser/uploads", answer), answer.text)
      return answer.status
    }
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])
    assert.strictEqual(await send("/organiser/uploads?name=a.zip", zip), 422)
    assert.strictEqual(await send("/organiser/uploads?name=a.txt", {}), 415)
    assert.strictEqual(await send("/organiser/uploads", report("x")), 400)
    assert.strictEqual(await send("/organiser/uploads?name=a.txt", new Uint8Array(26 * 1024 * 1024)), 413)
    assert.strictEqual(await send("/organiser/uploads", new FormData()), 400)
  })
})

describe("A year of the IGF", () => {
  it("is saved, gets and loses a meeting, and is put back", async () => {
    const body = {
      theme: "Building our future",
      subThemes: [{ title: "Access", issues: ["encryption"] }],
      meetings: [],
      edit: null
    }
    const saved = await done("PUT", "/cycles/2031", "/cycles/{year}", { body })
    assert.containsSubset(saved, { year: 2031, theme: body.theme })
    await done("PUT", "/cycles/2031", "/cycles/{year}", { body, status: 409 })
    const meeting = {
      name: "First consultations",
      place: "Geneva",
      start: "2031-02-03",
      end: "2031-02-05",
      window: { from: "2030-11-01", to: "2031-01-20" }
    }
    const path = "/cycles/2031/meetings/2031-first-consultations"
    const promised = "/cycles/{year}/meetings/{meeting}"
    assert.containsSubset(await done("PUT", path, promised, { body: meeting }), {
      meetings: [{ id: "2031-first-consultations", place: "Geneva" }]
    })
    assert.include(JSON.stringify((await api().call("GET", "/meetings")).json), "2031-first-consultations")
    await done("PUT", path, promised, { body: { ...meeting, end: "2031-02-01" }, status: 422 })
    await done("PUT", path, promised, { body: { ...meeting, start: "2031-02-31" }, status: 422 })
    assert.containsSubset(await done("DELETE", path, promised), { meetings: [] })
    const edits = idsIn(await done("GET", "/cycle-edits?year=2031", "/cycle-edits"))
    assert.lengthOf(edits, 3)
    const back = await done("POST", "/cycles/2031/restore", "/cycles/{year}/restore", {
      body: { edit: edits[1] }
    })
    assert.containsSubset(back, { meetings: [{ name: "First consultations" }] })
    const gone = await done("POST", "/cycles/2031/restore", "/cycles/{year}/restore", {
      body: { edit: null }
    })
    assert.isNull(gone)
    assert.deepStrictEqual(await audited("cycle:2031"), [
      "cycle.restore",
      "cycle.restore",
      "cycle.edit",
      "cycle.edit",
      "cycle.edit"
    ])
  })
})

describe("A person", () => {
  it("is added, changed, reset, disabled and enabled, and never the last administrator", async () => {
    const token = api().tokens.scopes.manage
    const body = {
      name: "Amina",
      address: "amina@igf.example",
      role: "reader",
      password: "lantern orbit maple 47"
    }
    const { id } = idIn(await done("POST", "/people", "/people", { token, body, status: 201 }))
    const path = `/people/${id}`
    await done("POST", "/people", "/people", { token, body, status: 409 })
    await done("POST", "/people", "/people", {
      token,
      body: { ...body, address: "b@igf.example", password: "short" },
      status: 422
    })
    const change = (to: unknown) => done("PATCH", path, "/people/{person}", { token, body: to })
    assert.containsSubset(await change({ role: "editor" }), { role: "editor" })
    const disabled = Schema.decodeUnknownSync(Schema.Struct({ disabledAt: Schema.String }))
    assert.match(disabled(await change({ disabled: true })).disabledAt, /^\d{4}-/)
    assert.containsSubset(await change({ disabled: false }), { disabledAt: null })
    await done("PUT", `${path}/password`, "/people/{person}/password", {
      token,
      body: { password: "copper window tiger 12" }
    })
    for (const part of ["second-factor", "identity"]) {
      await done("DELETE", `${path}/${part}`, `/people/{person}/${part}`, { token })
    }
    const shown = await done("GET", path, "/people/{person}", { token })
    assert.notInclude(JSON.stringify(shown), "password")
    assert.deepStrictEqual((await audited(`person:${id}`)).toSorted(), [
      "account.add",
      "account.disable",
      "account.enable",
      "account.reset-password",
      "account.role",
      "account.second-factor-off"
    ])
  })
})

const Ran = Schema.Struct({
  state: Schema.String,
  summary: Schema.NullOr(Schema.Struct({ sentence: Schema.String }))
})

/** Begins work and waits for its end. */
const worked = async (path: string, promised: string, body?: unknown) => {
  const token = api().tokens.editor
  const begun = await api().call("POST", path, { token, body })
  assert.strictEqual(begun.status, 202, begun.text)
  assert.isNull(api().fault("POST", promised, begun))
  const run = new URL(begun.headers.get("location") ?? "").pathname.replace("/api/v1", "")
  for (let count = 0; count < 600; count++) {
    const ran = Schema.decodeUnknownSync(Ran)((await api().call("GET", run, { token })).json)
    if (ran.state !== "running") return ran
    await setTimeout(100)
  }
  throw new Error(`${path} did not end`)
}

describe("Long work", () => {
  it(
    "is begun and watched to its end: visiting, comparing, freezing, verifying",
    { timeout: 120_000 },
    async () => {
      const comparison = "/meetings/2026-first-consultations/comparison"
      await done("GET", comparison, "/meetings/{meeting}/comparison", { status: 404 })
      const [visited, compared] = await Promise.all([
        worked("/sources/norvia-igf/feed/visit", "/sources/{initiative}/{name}/visit"),
        worked(comparison, "/meetings/{meeting}/comparison")
      ])
      assert.strictEqual(compared.state, "completed", compared.summary?.sentence)
      const changes = await done("GET", comparison, "/meetings/{meeting}/comparison")
      assert.containsSubset(changes, { previous: "2026-1", meeting: "2026-first-consultations" })
      assert.strictEqual(visited.state, "completed")
      const [frozen, verified] = await Promise.all([
        worked("/digests", "/digests", { meetingId: "2026-first-consultations" }),
        worked("/digests/2026-1/verification", "/digests/{number}/verification")
      ])
      assert.include(verified.summary?.sentence, "2026-1")
      assert.strictEqual(frozen.state, "completed", frozen.summary?.sentence)
      assert.include(JSON.stringify((await api().call("GET", "/digests")).json), '"2026-2"')
    }
  )
})
