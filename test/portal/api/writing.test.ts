/** What tokens may do by the interface, and what it leaves behind. */
import { setTimeout } from "node:timers/promises"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import type { TokenScope } from "../../../src/domain/index.ts"
import type { Operation } from "../../../src/portal/api/document.ts"
import { type Called, type CalledPortal, serveApi } from "./called.ts"

let portal: CalledPortal | undefined
const api = (): CalledPortal => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveApi()
})
afterAll(() => portal?.stop())

const allScopes: ReadonlyArray<TokenScope> = ["read", "review", "publish", "manage"]

interface Listed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}
const operations = (): ReadonlyArray<Listed> =>
  Object.entries(api().document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace("/api/v1", ""),
      operation
    }))
  )

/** Calls an operation by its own example. */
const tried = ({ method, operation }: Listed, token?: string): Promise<Called> => {
  const { body, file, path } = operation["x-example"]
  const sent = file === undefined ? body : new TextEncoder().encode("A report.")
  return api().call(method, path, {
    ...(token === undefined ? {} : { token }),
    ...(sent === undefined ? {} : { body: sent })
  })
}

/** These begin a process. */
const beginning = new Set(["digests.compare", "digests.freeze", "digests.verify", "jobs.start"])

const entries = Schema.Struct({
  data: Schema.Array(Schema.Struct({ action: Schema.String, by: Schema.String, thing: Schema.String }))
})
const audited = async (thing: string) => {
  const { json } = await api().call("GET", `/audit?thing=${encodeURIComponent(thing)}`, {
    token: api().tokens.admin
  })
  return Schema.decodeUnknownSync(entries)(json).data.map(({ action, by }) => `${action} by ${by}`)
}

describe("An operation that needs a scope", () => {
  it("is open to tokens with it and to no others, and says so as its document does", async () => {
    const faults: Array<string> = []
    for (const own of operations()) {
      const scope = own.operation["x-scope"]
      if (scope === undefined) continue
      const check = async (token: string | undefined, expected: (status: number) => boolean, who: string) => {
        const answer = await tried(own, token)
        if (!expected(answer.status)) {
          faults.push(
            `${own.operation.operationId} for ${who}: ${answer.status} ${answer.text.slice(0, 120)}`
          )
        }
        const fault = api().fault(own.method, own.path, answer)
        if (fault !== null) faults.push(fault)
      }
      await check(undefined, (status) => status === 401, "nobody")
      for (const other of allScopes) {
        if (other !== scope) await check(api().tokens.scopes[other], (status) => status === 403, other)
      }
      if (scope !== "read") await check(api().tokens.reader, (status) => status === 403, "a reader")
      if (beginning.has(own.operation.operationId)) continue
      const right = allScopes.find((one) => one === scope) ?? "read"
      await check(
        api().tokens.scopes[right],
        (status) => status < 500 && status !== 401 && status !== 403,
        scope
      )
    }
    assert.deepStrictEqual(faults, [])
  })

  it("counts only while the role of its person allows the scope", async () => {
    const { json } = await api().call("GET", "/me", { token: api().tokens.editor })
    assert.containsSubset(json, { role: "editor", scopes: ["read", "review", "publish"] })
    const refused = await api().call("GET", "/audit", { token: api().tokens.editor })
    assert.strictEqual(refused.status, 403)
  })
})

const Found = Schema.Struct({
  data: Schema.NonEmptyArray(Schema.Struct({ id: Schema.String, kind: Schema.String }))
})
const decodeFound = Schema.decodeUnknownSync(Found)

describe("A decision by the interface", () => {
  it("is in force at once, is signed with the person's name, and can be taken back", async () => {
    const token = api().tokens.editor
    const [{ id, kind }] = decodeFound((await api().call("GET", "/statements?limit=1")).json).data
    const other = kind === "challenge" ? "recommendation" : "challenge"
    const body = {
      reason: "It is one.",
      decisions: [{ _tag: "statement-kind", statementId: id, kind: other }]
    }
    const made = await api().call("POST", "/reviews", { token, body })
    assert.strictEqual(made.status, 201, made.text)
    assert.isNull(api().fault("POST", "/reviews", made))
    assert.containsSubset((await api().call("GET", `/statements/${id}`)).json, { kind: other })
    const name = "editor read review publish manage"
    assert.deepStrictEqual(await audited(`statement:${id}`), [`review.decide by ${name}`])
    const { reviews } = Schema.decodeUnknownSync(
      Schema.Struct({ reviews: Schema.Array(Schema.Struct({ id: Schema.Int, by: Schema.String })) })
    )(made.json)
    assert.strictEqual(reviews[0]?.by, name)
    const undone = await api().call("POST", "/reviews/undo", {
      token,
      body: { reason: "A mistake.", reviews: reviews.map((one) => one.id) }
    })
    assert.strictEqual(undone.status, 201, undone.text)
    assert.containsSubset((await api().call("GET", `/statements/${id}`)).json, { kind })
  })

  it("is found among what was decided in one go, and what it excluded among excluded statements", async () => {
    const token = api().tokens.editor
    const listed = async (path: string) =>
      decodeFound((await api().call("GET", path, { token })).json).data.map(({ id }) => id)
    const two = await listed("/statements?limit=2")
    const decisions = two.map((statementId) => ({ _tag: "exclude", statementId }))
    const reason = "Lists of links."
    const made = await api().call("POST", "/reviews", { token, body: { reason, decisions } })
    assert.strictEqual(made.status, 201, made.text)
    assert.sameMembers(await listed("/excluded-statements"), two)
    const waiting = await listed("/review-queue?show=all&limit=200")
    assert.isFalse(two.some((id) => waiting.includes(id)))
    const batches = await api().call("GET", "/review-batches?limit=1", { token })
    assert.containsSubset(batches.json, { data: [{ count: 2, reason, decision: { _tag: "exclude" } }] })
    const { data } = Schema.decodeUnknownSync(
      Schema.Struct({ data: Schema.NonEmptyArray(Schema.Struct({ batch: Schema.Int })) })
    )(batches.json)
    const batch = await api().call("GET", `/review-batches/${data[0].batch}`, { token })
    const { reviews } = Schema.decodeUnknownSync(
      Schema.Struct({ reviews: Schema.Array(Schema.Struct({ id: Schema.Int })) })
    )(batch.json)
    const body = { reason: "They are statements.", reviews: reviews.map((one) => one.id) }
    assert.strictEqual((await api().call("POST", "/reviews/undo", { token, body })).status, 201)
    assert.containsSubset((await api().call("GET", "/excluded-statements", { token })).json, { data: [] })
  })

  it("that cannot be taken is refused as a whole, with the reason", async () => {
    const token = api().tokens.editor
    const before = (await api().call("GET", "/reviews", { token })).text
    const refused = await api().call("POST", "/reviews", {
      token,
      body: { reason: "", decisions: [{ _tag: "exclude", statementId: "s-0000000000000000" }] }
    })
    assert.strictEqual(refused.status, 422)
    assert.include(refused.text, "There is no statement s-0000000000000000")
    assert.strictEqual((await api().call("GET", "/reviews", { token })).text, before)
    for (const body of ["{", { reason: "x", decisions: [] }, [], { reason: 1 }]) {
      const wrong = await api().call("POST", "/reviews", { token, body })
      assert.strictEqual(wrong.status, 400)
      assert.strictEqual(wrong.type, "application/problem+json")
    }
    const large = { reason: "x".repeat(1_200_000), decisions: [] }
    assert.strictEqual((await api().call("POST", "/reviews", { token, body: large })).status, 413)
    const other = await api().call("POST", "/reviews", {
      token,
      body: "a=b",
      headers: { "content-type": "application/x-www-form-urlencoded" }
    })
    assert.strictEqual(other.status, 415)
  })

  it("changes a source, in the audit log as on the desk", async () => {
    const token = api().tokens.editor
    const [{ id }] = decodeFound((await api().call("GET", "/sources?limit=1")).json).data
    const path = `/sources/${id}`
    const paused = await api().call("PATCH", path, { token, body: { status: "paused" } })
    assert.containsSubset(paused.json, { status: "paused", health: { verdict: "paused" } })
    const again = await api().call("PATCH", path, { token, body: { status: "approved" } })
    assert.containsSubset(again.json, { status: "approved" })
    assert.deepStrictEqual(
      (await audited(`source:${id}`)).map((line) => line.split(" ")[0]),
      ["source.approve", "source.pause"]
    )
    const moved = await api().call("POST", `${path}/accept-move`, { token })
    assert.strictEqual(moved.status, 409)
  })
})

describe("A registration by the interface", () => {
  it("of an address in a private network is looked at by nobody and registered by nobody", async () => {
    const answer = await api().call("POST", "/registrations", {
      body: {
        initiativeId: "norvia-igf",
        newInitiative: null,
        url: "http://127.0.0.1:1/feed",
        email: "organiser@norvia.example",
        remark: "",
        language: "en"
      }
    })
    assert.strictEqual(answer.status, 202, answer.text)
    assert.isNull(api().fault("POST", "/registrations", answer))
    assert.containsSubset(answer.json, { registered: false, diagnosis: { outcome: "blocked-address" } })
  })
})

describe("A job started by the interface", () => {
  it("stands in the history at once and can be watched to its end", async () => {
    const token = api().tokens.admin
    const begun = await api().call("POST", "/jobs/archive-verify/runs", { token })
    assert.strictEqual(begun.status, 202, begun.text)
    assert.isNull(api().fault("POST", "/jobs/{job}/runs", begun))
    const path = new URL(begun.headers.get("location") ?? "").pathname.replace("/api/v1", "")
    let state = "running"
    for (let count = 0; count < 200 && state === "running"; count++) {
      await setTimeout(50)
      const { json } = await api().call("GET", path, { token })
      state = Schema.decodeUnknownSync(Schema.Struct({ state: Schema.String }))(json).state
    }
    assert.strictEqual(state, "completed")
    assert.lengthOf(await audited("job:archive-verify"), 1)
    const editor = await api().call("POST", "/jobs/backup/runs", { token: api().tokens.editor })
    assert.strictEqual(editor.status, 403)
  })
})
