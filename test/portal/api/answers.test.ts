/** What holds for every answer of the interface: problems, tokens, validators, other sites, limits. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { Validator } from "@seriousme/openapi-schema-validator"
import { Effect, Schema } from "effect"
import { hashOf } from "../../../src/accounts/secrets.ts"
import { InitiativeId, RegistrationId } from "../../../src/domain/index.ts"
import { escape } from "../../../src/export/html/html.ts"
import { shownTo } from "../../../src/portal/api/document.ts"
import { actions } from "./actions.ts"
import { Registrations } from "../../../src/store/index.ts"
import { type Called, type CalledPortal, serveApi, waitingRegistration } from "./called.ts"

let portal: CalledPortal | undefined
const api = (): CalledPortal => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveApi()
})
afterAll(() => portal?.stop())

const assertProblem = ({ json, status, type }: Called, expected: number, said: string) => {
  assert.strictEqual(status, expected, said)
  assert.strictEqual(type, "application/problem+json", said)
  assert.containsSubset(json, { status: expected }, said)
}

describe("A call that cannot be answered", () => {
  it("is told by a problem: unknown addresses, wrong methods, wrong values, wrong bodies", async () => {
    const { call } = api()
    assertProblem(await call("GET", "/nothing"), 404, "unknown path")
    assertProblem(await call("GET", ""), 404, "no path")
    const wrong = await call("DELETE", "/initiatives")
    assertProblem(wrong, 405, "wrong method")
    assert.strictEqual(wrong.headers.get("allow"), "GET, POST, OPTIONS")
    const limit = await call("GET", "/outputs?limit=1000")
    assertProblem(limit, 400, "wrong value")
    assert.containsSubset(limit.json, { errors: [{ path: ["query", "limit"] }] })
    assertProblem(await call("GET", "/outputs?cursor=abc"), 400, "cursor of nowhere")
    assertProblem(await call("GET", "/statements/s-0000000000000000"), 404, "unknown statement")
    assertProblem(await call("GET", "/initiatives/%FF"), 404, "bytes that are no text")
  })

  it("says which token is needed, and refuses one that is not in force", async () => {
    const { call } = api()
    const none = await call("GET", "/runs")
    assertProblem(none, 401, "no token")
    assert.strictEqual(none.headers.get("www-authenticate"), "Bearer")
    for (const token of ["nonsense", `trb_aaaaaaaa_${"x".repeat(43)}`]) {
      const refused = await call("GET", "/initiatives", { token })
      assertProblem(refused, 401, token)
      assert.include(refused.headers.get("www-authenticate"), "invalid_token")
    }
    assertProblem(await call("GET", "/runs", { token: api().tokens.scopes.review }), 403, "other scope")
  })

  it("is never a fault of the server, whatever the parameters are", async () => {
    const paths = Object.entries(api().document.paths).flatMap(([path, operations]) =>
      operations["get"] === undefined || operations["get"].parameters.length === 0
        ? []
        : [{ path: path.replace("/api/v1", ""), get: operations["get"] }]
    )
    const odd = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "-1",
        "0",
        "1e9",
        "null",
        "'; DROP TABLE outputs; --",
        "../../etc/passwd",
        "%00",
        '"*',
        "2025"
      ),
      fc.double().map(String)
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(odd, { minLength: 8, maxLength: 8 }),
        async ({ get, path }, values) => {
          const value = (index: number) => encodeURIComponent((values[index % 8] ?? "").toWellFormed())
          const asked = path.replace(/\{\w+\}/g, (_, at: number) => value(at) || "x")
          const query = get.parameters
            .filter((one) => one.in === "query")
            .map(({ name }, index) => `${name}=${value(index)}`)
            .filter((_, index) => index % 2 === values.join("").length % 2)
          const answer = await api().call("GET", `${asked}?${query.join("&")}`, { token: api().tokens.admin })
          assert.isBelow(answer.status, 500, asked)
          if (answer.status >= 400) assert.strictEqual(answer.type, "application/problem+json", asked)
        }
      ),
      { numRuns: 80 }
    )
  })
})

describe("An answer", () => {
  it("has a validator, and is not sent again to whoever has it", async () => {
    const first = await api().call("GET", "/issues")
    const etag = first.headers.get("etag") ?? ""
    assert.match(etag, /^W\/"/)
    assert.strictEqual(first.headers.get("cache-control"), "public, no-cache")
    const again = await api().call("GET", "/issues", { headers: { "if-none-match": etag } })
    assert.strictEqual(again.status, 304)
    assert.strictEqual(again.text, "")
    const other = await api().call("GET", "/issues?limit=3", { headers: { "if-none-match": etag } })
    assert.strictEqual(other.status, 200)
  })

  it("may be read by scripts of other sites, without credentials", async () => {
    const read = await api().call("GET", "/meetings", { headers: { origin: "https://forum.example" } })
    assert.strictEqual(read.headers.get("access-control-allow-origin"), "*")
    assert.isNull(read.headers.get("access-control-allow-credentials"))
    assert.include(read.headers.get("access-control-expose-headers"), "Link")
    const asked = await api().call("OPTIONS", "/meetings", {
      headers: { origin: "https://forum.example", "access-control-request-method": "POST" }
    })
    assert.strictEqual(asked.status, 204)
    assert.notInclude(asked.headers.get("access-control-allow-methods"), "POST")
    assert.notInclude(asked.headers.get("access-control-allow-headers"), "Authorization")
  })

  it("that only a token gets is no answer to who may not have it, whatever tag is sent", async () => {
    const own = await api().call("GET", "/runs", { token: api().tokens.reader })
    const headers = { "if-none-match": own.headers.get("etag") ?? "" }
    const statusFor = async (given: { readonly token?: string }) =>
      (await api().call("GET", "/runs", { ...given, headers })).status
    assert.strictEqual(await statusFor({ token: api().tokens.reader }), 304)
    assert.strictEqual(await statusFor({}), 401)
    assert.strictEqual(await statusFor({ token: api().tokens.scopes.publish }), 403)
  })

  it("that only a token gets is kept by nobody else", async () => {
    const own = await api().call("GET", "/jobs", { token: api().tokens.reader })
    assert.strictEqual(own.headers.get("cache-control"), "private, no-cache")
    assert.include(own.headers.get("vary"), "Authorization")
  })

  it("is the release as it was frozen, byte for byte", async () => {
    const digest = await api().call("GET", "/digests/2026-1")
    const content = await api().call("GET", "/digests/2026-1/content")
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content.text))
    assert.containsSubset(digest.json, { release: { contentHash: Buffer.from(hash).toString("hex") } })
    // Its tag is made of that hash, so that it is known before the content is read.
    const etag = `W/"${Buffer.from(hash).toString("base64url").slice(0, 22)}"`
    assert.strictEqual(content.headers.get("etag"), etag)
    const again = await api().call("GET", "/digests/2026-1/content", { headers: { "if-none-match": etag } })
    assert.deepStrictEqual([again.status, again.text], [304, ""])
    const none = await api().call("GET", "/digests/2026-9/content", { headers: { "if-none-match": "*" } })
    assertProblem(none, 404, "unknown release")
  })
})

const textOf = async (path: string): Promise<string> => {
  const response = await api().get(path)
  assert.strictEqual(response.status, 200)
  return response.text()
}

const idsOf = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

describe("The reference", () => {
  it("names every operation with an example and every object, is under 150 kB a page, and asks nobody else for anything", async () => {
    const pages = { operations: await textOf("/en/api"), objects: await textOf("/en/api/objects") }
    for (const operations of Object.values(api().document.paths)) {
      for (const { "x-example": example, summary } of Object.values(operations)) {
        assert.include(pages.operations, `<h3>${escape(summary)}</h3>`)
        assert.include(pages.operations, escape(example.path))
      }
    }
    for (const [name, text] of Object.entries(pages)) {
      assert.isBelow(Buffer.byteLength(text), 150_000, name)
      const others = [...text.matchAll(/(?:src|href)="((?:https?:)?\/\/[^"]+)"/g)].filter(
        ([, url = ""]) => !url.startsWith(api().url)
      )
      assert.deepStrictEqual(others, [])
      assert.strictEqual(new Set(idsOf(text)).size, idsOf(text).length, name)
      for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) assert.include(idsOf(text), id)
    }
    const leading = [...pages.operations.matchAll(/href="api\/objects#([^"]+)"/g)]
    assert.isAbove(leading.length, 50)
    for (const [, id] of leading) assert.include(idsOf(pages.objects), id)
  })
})

const Page = Schema.Struct({ data: Schema.NonEmptyArray(Schema.Struct({ id: Schema.String })) })
const firstId = async (path: string, token?: string): Promise<string> => {
  const answer = await api().call("GET", path, token === undefined ? {} : { token })
  return Schema.decodeUnknownSync(Page)(answer.json).data[0].id
}

/** A registration that awaits confirmation by the link's secret. */
const mailed = "m".repeat(43)
const registrationId = async (): Promise<string> => {
  const id = RegistrationId.make(`reg-${"f".repeat(16)}`)
  await api().inStore(
    Effect.flatMap(Registrations, (registrations) =>
      registrations.add(waitingRegistration(id, InitiativeId.make("norvia-igf")), hashOf(mailed))
    )
  )
  return id
}

const batchNumber = async (): Promise<string> => {
  const body = {
    reason: "A list of links.",
    decisions: [{ _tag: "exclude", statementId: await firstId("/statements") }]
  }
  const token = api().tokens.editor
  const { json } = await api().call("POST", "/reviews", { token, body })
  const Made = Schema.Struct({ reviews: Schema.NonEmptyArray(Schema.Struct({ id: Schema.Int })) })
  return String(Schema.decodeUnknownSync(Made)(json).reviews[0].id)
}

/** Names of things that are there, by the name of the parameter. */
const present = async (): Promise<Readonly<Record<string, string>>> => {
  await api().call("POST", "/uploads?initiative=norvia-igf&name=notes.txt", {
    token: api().tokens.admin,
    body: new TextEncoder().encode("Access has to be meaningful for everybody.")
  })
  const output = await firstId("/outputs?counts=true")
  const answer = await api().call("GET", `/outputs/${output}`)
  const { capture } = Schema.decodeUnknownSync(Schema.Struct({ capture: Schema.String }))(answer.json)
  const [initiative = "", name = ""] = (await firstId("/sources")).split("/")
  // Before a statement is named: this excludes one.
  const batch = await batchNumber()
  return {
    initiative,
    name,
    output,
    capture,
    statement: await firstId("/statements"),
    cluster: await firstId("/clusters"),
    issue: await firstId("/issues"),
    number: "2026-1",
    year: "2026",
    person: await firstId("/people", api().tokens.admin),
    upload: await firstId("/uploads", api().tokens.reader),
    batch,
    registration: await registrationId(),
    run: await firstId("/runs", api().tokens.reader)
  }
}

describe("The interface", () => {
  it("does whatever a form of the portal does, but what belongs to a browser", () => {
    const forms = api()
      .routes.filter(({ method, path }) => method === "POST" && !path.startsWith("/api/"))
      .map(({ path }) => path)
    assert.deepStrictEqual(Object.keys(actions).toSorted(), forms.toSorted(), "name it in actions.ts")
    const operations = Object.values(api().document.paths).flatMap((methods) =>
      Object.entries(methods).map(([method, { operationId }]) => ({ method, operationId }))
    )
    for (const [path, done] of Object.entries(actions)) {
      if (typeof done === "string") continue
      for (const id of done) {
        const found = operations.find(({ operationId }) => operationId === id)
        assert.isDefined(found, `${path}: there is no operation ${id}`)
        assert.notStrictEqual(found?.method, "get", `${path}: ${id} changes nothing`)
      }
    }
  })

  it("tells the history of an issue and an initiative, and what waits for a person, as pages do", async () => {
    const initiative = Schema.decodeUnknownSync(
      Schema.Struct({
        outputs: Schema.Int,
        years: Schema.NonEmptyArray(Schema.Struct({ outputs: Schema.Int })),
        issues: Schema.NonEmptyArray(Schema.Struct({ issue: Schema.String }))
      })
    )((await api().call("GET", "/initiatives/norvia-igf")).json)
    const dated = initiative.years.reduce((sum, { outputs }) => sum + outputs, 0)
    assert.isTrue(dated > 0 && dated <= initiative.outputs)
    const issue = await api().call("GET", `/issues/${initiative.issues[0].issue}`)
    const Years = Schema.Struct({ years: Schema.NonEmptyArray(Schema.Struct({ year: Schema.String })) })
    assert.match(Schema.decodeUnknownSync(Years)(issue.json).years[0].year, /^20\d\d$/)
    const work = await api().call("GET", "/work", { token: api().tokens.reader })
    assert.containsSubset(work.json, { work: [{ kind: "doubt", count: 1 }] })
  })

  it("is described by a valid document of OpenAPI 3.1", async () => {
    const answer = await api().call("GET", "/openapi.json")
    const checked = await new Validator().validate(JSON.parse(answer.text))
    assert.deepStrictEqual(checked.valid ? [] : checked.errors, [])
  })

  it("answers every reading operation as its document says", { timeout: 60_000 }, async () => {
    const names = await present()
    const faults: Array<string> = []
    for (const [path, operations] of Object.entries(api().document.paths)) {
      const operation = operations["get"]
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)
      const isThere = wanted.every((name) => names[name] !== undefined)
      if (operation === undefined || !isThere || path === "/api/v1/job-runs/{run}") continue
      const own = path.replace("/api/v1", "")
      const asked = own.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ""))
      const token = { token: api().tokens.admin, link: api().tokens.link, mailed }[
        shownTo(operation) ?? "token"
      ]
      const answer = await api().call("GET", asked, { token })
      if (answer.status !== 200) faults.push(`${asked}: ${answer.status} ${answer.text.slice(0, 200)}`)
      const fault = api().fault("GET", own, answer)
      if (fault !== null) faults.push(fault)
    }
    assert.deepStrictEqual(faults, [])
  })
})
