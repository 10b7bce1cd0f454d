/** Reviews at the command line, over a real store: what a person decides is in force and stays so. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { Review, Statement } from "../../src/domain/index.ts"
import { LabelledStatement } from "../../src/normalize/train/corpus.ts"
import { command } from "./command.ts"

const report = `# Messages of the Norvia forum 2025

Published on 14 October 2025 by the organising committee.

## Key messages

1. The second landing station at Cape Orrin should be finished before the storm season, and the ducts opened to every operator.
2. Callers who knew the balance of pensioners talked them out of their savings; banks and the police should share the numbers they used.
3. Villages beyond the river pay four times as much for a gigabyte as the capital does.
4. The regulator should publish maps of coverage twice a year.
`

const decodeStatements = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Array(Statement)))
const decodeReviews = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Array(Review)))
const decodeLine = Schema.decodeUnknownSync(Schema.fromJsonString(LabelledStatement))

/** The store that each test gets a copy of: the registry and the report. */
const template = mkdtempSync(join(tmpdir(), "tributary-review-"))
beforeAll(async () => {
  writeFileSync(join(template, "messages.md"), report)
  const options = { cwd: template, env: { TRIBUTARY_DATA: join(template, "data") } }
  for (const args of [["init"], ["add", "messages.md", "--initiative", "kenya-igf", "--kind", "messages"]]) {
    const { status, stderr } = await Effect.runPromise(command(args, options))
    assert.strictEqual(status, 0, stderr)
  }
})
afterAll(() => rmSync(template, { recursive: true, force: true }))

const store = Effect.gen(function* () {
  const directory = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-review-"))),
    (made) => Effect.sync(() => rmSync(made, { recursive: true, force: true }))
  )
  const run = (...args: ReadonlyArray<string>) =>
    command(args, { cwd: directory, env: { TRIBUTARY_DATA: join(directory, "data") } })
  const done = (...args: ReadonlyArray<string>) =>
    Effect.map(run(...args), ({ status, stderr, stdout }) => {
      assert.strictEqual(status, 0, `${args.join(" ")}: ${stderr}`)
      return stdout
    })
  cpSync(template, directory, { recursive: true })
  const statements = Effect.map(done("review", "find", "--json"), decodeStatements)
  const named = (words: string) =>
    Effect.map(done("review", "find", words, "--json"), (text) => {
      const [found, ...more] = decodeStatements(text)
      if (found === undefined || more.length > 0) throw new Error(`Not one statement with "${words}".`)
      return found
    })
  return { run, done, statements, named }
})

const limit = 120_000

describe("tributary review", () => {
  it.live(
    "relabels at once and for ever, and gives the statement back in the form of the corpus",
    () =>
      Effect.gen(function* () {
        const { done, named } = yield* store
        const before = yield* named("CAPE ORRIN")
        const issues = "telecommunications-infrastructure,competition-and-market-power"
        yield* done(
          "review",
          "relabel",
          before.id,
          "--issues",
          issues,
          "--by",
          "A. Clerk",
          "--reason",
          "Ducts"
        )
        const after = yield* named("cape orrin")
        assert.deepStrictEqual(
          after.issues.map(({ id, score }) => [String(id), score]),
          [
            ["telecommunications-infrastructure", 1],
            ["competition-and-market-power", 1]
          ]
        )
        yield* done("renormalize")
        assert.deepStrictEqual(yield* named("cape orrin"), after)

        const reviews = decodeReviews(yield* done("review", "list", "--json"))
        const [first, second, ...more] = reviews
        assert.deepStrictEqual(more, [])
        assert.strictEqual(first?.decision._tag, "document-kind")
        assert.deepInclude(second, { by: "A. Clerk", reason: "Ducts" })

        const lines = (yield* done("review", "export"))
          .trim()
          .split("\n")
          .map((line) => decodeLine(line))
        assert.deepStrictEqual(lines, [
          {
            id: after.id,
            initiative: "kenya-igf",
            lang: "en",
            kind: after.kind,
            labels: issues.split(","),
            text: after.text
          }
        ])
      }),
    limit
  )

  it.live(
    "excludes and restores, and exports what is no message as boilerplate without labels",
    () =>
      Effect.gen(function* () {
        const { done, named, run, statements } = yield* store
        const all = yield* statements
        const maps = yield* named("maps of coverage")
        yield* done("review", "exclude", maps.id, "--by", "A. Clerk")
        assert.deepStrictEqual(
          (yield* statements).map(({ id }) => id),
          all.flatMap(({ id }) => (id === maps.id ? [] : [id]))
        )
        const refused = yield* run("review", "relabel", maps.id, "--issues", "encryption", "--by", "A. Clerk")
        assert.strictEqual(refused.status, 1)
        assert.match(refused.stderr, /is excluded: "tributary review restore s-/u)
        yield* done("review", "restore", maps.id, "--by", "A. Clerk")
        assert.deepStrictEqual(yield* statements, all)

        yield* done("review", "kind", maps.id, "boilerplate", "--by", "A. Clerk")
        assert.deepInclude(decodeLine(yield* done("review", "export")), {
          id: maps.id,
          kind: "boilerplate",
          labels: []
        })
        const none = yield* run("review", "relabel", maps.id, "--issues", "encryption", "--by", "A. Clerk")
        assert.match(none.stderr, /is boilerplate, which has no issues/u)
      }),
    limit
  )

  it.live(
    "refuses in one sentence what cannot be decided, and keeps nothing of it",
    () =>
      Effect.gen(function* () {
        const { done, named, run } = yield* store
        const { id } = yield* named("gigabyte")
        const kept = yield* done("review", "list", "--json")
        const sign = ["--by", "A. Clerk"]
        for (const [args, expected] of [
          [
            ["relabel", id, "--issues", "encrypton", ...sign],
            /No issue is called encrypton: "tributary taxonomy list"/u
          ],
          [["relabel", id, "--issues", "encryption,encryption", ...sign], /An issue stands twice/u],
          [
            ["relabel", id, "--issues", "encryption,taxation,surveillance,cybercrime", ...sign],
            /at most 3 issues/u
          ],
          [["relabel", id, "--issues", ",", ...sign], /or say "none"/u],
          [["exclude", "s-0123456789abcdef", ...sign], /There is no statement s-0123456789abcdef/u],
          [["restore", id, ...sign], /is not excluded/u],
          [["document-kind", "o-0123456789abcdef", "report", ...sign], /There is no output o-/u],
          [["exclude", id], /by/u]
        ] as const) {
          const { status, stderr, stdout } = yield* run("review", ...args)
          assert.strictEqual(status, 1, args.join(" "))
          assert.match(`${stderr}${stdout}`, expected)
          assert.notMatch(stderr, /\n\s+at /u)
        }
        assert.strictEqual(yield* done("review", "list", "--json"), kept)
      }),
    limit
  )
})
