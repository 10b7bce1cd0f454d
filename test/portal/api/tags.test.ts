/** Validators that save work: what a 304 costs, and when there is none. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Exit, Layer, Scope, Tracer } from "effect"
import { Initiatives, Outputs, Statements, Store } from "../../../src/store/index.ts"
import { sampleInput } from "../../export/sample.ts"
import { engines } from "../../store/engines.ts"
import { type Served, servePortal } from "../served.ts"

/** Queries of the portal, as its spans tell them. */
const counting = () => {
  let count = 0
  const tracer = Tracer.make({
    span: (options) => {
      if (options.kind === "client") count++
      return new Tracer.NativeSpan(options)
    }
  })
  return {
    layer: Layer.succeed(Tracer.Tracer, tracer),
    during: async <A>(work: () => Promise<A>): Promise<readonly [result: A, queries: number]> => {
      const before = count
      const result = await work()
      return [result, count - before]
    }
  }
}

const filled = Effect.gen(function* () {
  const input = sampleInput()
  yield* (yield* Initiatives).upsert(input.initiatives)
  const outputs = input.outputs.map((output) => ({ ...output, sourceId: null, sameAs: null }))
  for (const output of outputs) {
    const { id } = output
    yield* (yield* Outputs).upsert(output)
    yield* (yield* Statements).replaceForOutput(
      id,
      input.statements.filter(({ outputId }) => outputId === id)
    )
  }
  return input
})

for (const { fresh, name } of engines) {
  describe(`A 304 on ${name}`, () => {
    const queries = counting()
    const scope = Scope.makeUnsafe()
    let portal: Served | undefined
    let change: (() => Promise<void>) | undefined
    const directory = mkdtempSync(join(tmpdir(), "tributary-tags-"))
    const get = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
      if (portal === undefined) throw new Error("the portal did not start")
      const response = await portal.get(`/api/v1${path}`, headers)
      const text = await response.text()
      return { status: response.status, etag: response.headers.get("etag") ?? "", text, response }
    }
    /**
     * On a server of PostgreSQL transactions of other databases change the revision too, and the answer is made again:
     * other tests use that server at the same time.
     */
    const undisturbed = async (path: string, tag: string) => {
      for (let tries = 0; ; tries++) {
        const found = await queries.during(() => get(path, { "if-none-match": tag }))
        if (found[1] === 1 || tries === 50) return found
      }
    }
    beforeAll(async () => {
      const options = await Effect.runPromise(Scope.provide(fresh, scope))
      const store = Store.layer(options)
      const { initiatives } = await Effect.runPromise(Effect.provide(filled, store))
      change = () =>
        Effect.runPromise(
          Effect.provide(
            Effect.flatMap(Initiatives, (all) =>
              all.upsert(initiatives.slice(0, 1).map((one) => ({ ...one, name: `${one.name} II` })))
            ),
            store
          )
        )
      portal = await servePortal(directory, {}, {}, queries.layer, options)
    }, 120_000)
    afterAll(async () => {
      await portal?.stop()
      await Effect.runPromise(Scope.close(scope, Exit.void))
      rmSync(directory, { recursive: true, force: true })
    })

    it("costs one query for the revision of the store, however much the answer would", async () => {
      for (const path of ["/initiatives", "/statements?limit=20", "/outputs?limit=5", "/issues"]) {
        const [first, made] = await queries.during(() => get(path))
        assert.strictEqual(first.status, 200, path)
        assert.isAbove(made, 0, path)
        const [again, asked] = await undisturbed(path, first.etag)
        assert.deepStrictEqual([again.status, again.text, asked], [304, "", 1], path)
        assert.strictEqual(again.etag, first.etag)
        assert.strictEqual(again.response.headers.get("cache-control"), "public, no-cache")
        const other = await get(path, { "if-none-match": 'W/"of another day"' })
        assert.deepStrictEqual([other.status, other.etag, other.text], [200, first.etag, first.text], path)
      }
    })

    it("is not given when the answer changed, at once, and is when only something else did", async () => {
      const issues = await get("/issues")
      const before = await get("/initiatives")
      await change?.()
      const after = await get("/initiatives", { "if-none-match": before.etag })
      assert.strictEqual(after.status, 200)
      assert.notStrictEqual(after.etag, before.etag)
      assert.include(after.text, " II")
      const [same, made] = await queries.during(() => get("/issues", { "if-none-match": issues.etag }))
      assert.strictEqual(same.status, 304)
      assert.isAbove(made, 1)
    })
  })
}
