/** What organisers send, decided at the desk; and who may do what on each of its pages. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { HttpUrl, InitiativeId, OutputId } from "../../../src/domain/index.ts"
import { Corrections, Outbox, Outputs, Registrations, Sources } from "../../../src/store/index.ts"
import { correctionOf, registrationOf } from "./asked.ts"
import { signIn, type Visitor } from "../security/attacked.ts"
import { serveDesk, type ServedDesk } from "./served-desk.ts"

let desk: ServedDesk
let editor: Visitor
let reader: Visitor
const norvia = InitiativeId.make("norvia-igf")
let output: OutputId

const idOf = (digit: string) => registrationOf(digit).id
const correctionId = (digit: string) => correctionOf(digit, output).id

/** A registration whose mail address is confirmed. */
const registered = (digit: string) =>
  desk.inStore(
    Effect.gen(function* () {
      const registrations = yield* Registrations
      yield* registrations.add(registrationOf(digit), `confirm-${digit}`)
      yield* registrations.confirm(`confirm-${digit}`, `status-${digit}`)
    })
  )

beforeAll(async () => {
  desk = await serveDesk()
  editor = await signIn(desk, "editor")
  reader = await signIn(desk, "reader")
  output = await desk.inStore(
    Effect.flatMap(Outputs, (outputs) =>
      Effect.map(
        outputs.list({ initiativeId: norvia }),
        ([first]) => first?.id ?? OutputId.make("o-0000000000000000")
      )
    )
  )
}, 240_000)

afterAll(() => desk.stop())

const text = async (visitor: Visitor, path: string): Promise<string> => {
  const answer = await visitor.get(path)
  assert.strictEqual(answer.status, 200, path)
  return await answer.text()
}

const letters = () =>
  desk.inStore(
    Effect.flatMap(Outbox, (outbox) =>
      Effect.map(outbox.list({}), (all) => all.map(({ payload }) => JSON.stringify(payload)).join("\n"))
    )
  )

describe("A registration", () => {
  it("waits at the desk with its proof of control, and becomes a source when it is approved", async () => {
    await registered("a")
    const front = await text(reader, "/en/desk")
    assert.include(front, "New registrations")
    assert.include(front, `/en/desk/registrations/${idOf("a")}`)
    const page = await text(editor, `/en/desk/registrations/${idOf("a")}`)
    assert.include(page, "shown in the page https://norvia.example/")
    assert.include(page, "&lt;b&gt;Our&lt;/b&gt; new page")
    const answer = await editor.post("/en/desk/registrations/approve", {
      registration: idOf("a"),
      initiative: "norvia-igf",
      kind: ""
    })
    assert.strictEqual(answer.headers.get("location"), `/en/desk/registrations/${idOf("a")}?done=approved`)
    const sources = await desk.inStore(
      Effect.flatMap(Sources, (store) => store.list({ initiativeId: norvia }))
    )
    assert.include(
      sources.map(({ url }) => url),
      HttpUrl.make("https://a.norvia.example/messages")
    )
    const after = await text(editor, `/en/desk/registrations/${idOf("a")}?done=approved`)
    assert.include(after, "by Edo Editor")
    assert.include(after, "/en/desk/sources/norvia-igf/listing")
    const again = await editor.post("/en/desk/registrations/approve", { registration: idOf("a") })
    assert.include(await again.text(), "it is approved already")
  })

  it("is refused with words, which the organiser gets", async () => {
    await registered("b")
    const empty = await editor.post("/en/desk/registrations/refuse", { registration: idOf("b"), reason: " " })
    assert.strictEqual(empty.status, 422)
    await editor.post("/en/desk/registrations/refuse", { registration: idOf("b"), reason: "It is a shop." })
    const kept = await desk.inStore(Effect.flatMap(Registrations, (store) => store.get(idOf("b"))))
    assert.strictEqual(Option.getOrThrow(kept).state, "refused")
    assert.include(await letters(), "It is a shop.")
  })
})

describe("A request for a correction", () => {
  it("is accepted, which leads to the review of its output, or answered; both by mail", async () => {
    await desk.inStore(
      Effect.flatMap(Corrections, (store) =>
        Effect.andThen(store.add(correctionOf("c", output)), store.add(correctionOf("d", output)))
      )
    )
    assert.include(await text(reader, "/en/desk"), `/en/desk/corrections/${correctionId("c")}`)
    const page = await text(editor, `/en/desk/corrections/${correctionId("c")}`)
    assert.include(page, '<blockquote lang="fr"')
    const accepted = await editor.post("/en/desk/corrections/answer", {
      correction: correctionId("c"),
      decision: "accepted",
      answer: "C’est fait."
    })
    assert.strictEqual(accepted.headers.get("location"), `/en/review/output/${output}`)
    const answered = await editor.post("/en/desk/corrections/answer", {
      correction: correctionId("d"),
      decision: "answered",
      answer: "C’est la date de la page."
    })
    assert.strictEqual(answered.headers.get("location"), `/en/desk/corrections/${correctionId("d")}?done=1`)
    assert.include(await letters(), "C’est fait.")
    const twice = await editor.post("/en/desk/corrections/answer", {
      correction: correctionId("d"),
      decision: "answered",
      answer: "Encore."
    })
    assert.strictEqual(twice.status, 422)
    assert.include(await twice.text(), "Somebody has answered this already.")
  })
})

describe("Roles", () => {
  const looks = [
    "/desk",
    "/desk/sources",
    "/desk/sources/norvia-igf/feed",
    "/desk/registrations",
    `/desk/registrations/${idOf("a")}`,
    "/desk/corrections",
    `/desk/corrections/${correctionId("c")}`,
    "/desk/meetings",
    "/desk/meetings/history",
    "/desk/meetings/export",
    "/desk/digest",
    "/desk/jobs"
  ]
  const forms = [
    "/desk/digest/freeze?meeting=2026-first-consultations",
    "/desk/meetings/year",
    "/desk/meetings/theme?year=2026",
    "/desk/meetings/meeting?year=2026",
    "/desk/meetings/sub-theme?year=2026"
  ]
  const acts = [
    ...["approve", "pause", "retire", "accept-move", "visit"].map((verb) => `/desk/sources/${verb}`),
    ...["look", "approve", "refuse"].map((verb) => `/desk/registrations/${verb}`),
    "/desk/corrections/answer",
    ...["year", "theme", "meeting", "meeting/remove", "sub-theme", "sub-theme/remove", "restore"].map(
      (form) => `/desk/meetings/${form}`
    ),
    ...["compare", "freeze", "verify"].map((verb) => `/desk/digest/${verb}`),
    ...["start", "cancel"].map((verb) => `/desk/jobs/${verb}`)
  ]

  it("let whoever is not signed in see and do nothing", async () => {
    for (const path of [...looks, ...forms]) {
      const answer = await desk.get(`/en${path}`)
      assert.match(answer.headers.get("location") ?? "", /^\/en\/sign-in\?next=/, path)
    }
    for (const path of acts) {
      const answer = await desk.post(`/en${path}`, {})
      assert.isTrue(answer.status === 403 || /sign-in/.test(answer.headers.get("location") ?? ""), path)
    }
  })

  it("let readers look and editors act, on every page", async () => {
    for (const path of looks) {
      assert.strictEqual((await reader.get(`/en${path}`)).status, 200, path)
    }
    for (const path of forms) {
      assert.strictEqual((await reader.get(`/en${path}`)).status, 403, path)
      assert.strictEqual((await editor.get(`/en${path}`)).status, 200, path)
    }
    for (const path of acts) {
      assert.strictEqual((await reader.post(`/en${path}`, { source: "norvia-igf/feed" })).status, 403, path)
      // With nothing in the form: refused as such, not for the role.
      const answer = await editor.post(`/en${path}`, {})
      assert.isTrue([400, 404, 422].includes(answer.status), `${path} ${answer.status}`)
    }
  })

  it("take no form without its token", async () => {
    for (const path of acts) {
      const answer = await desk.post(`/en${path}`, { csrf: "no" }, { cookie: editor.cookie })
      assert.strictEqual(answer.status, 403, path)
    }
  })
})
