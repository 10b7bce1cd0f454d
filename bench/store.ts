/**
 * Speed of the store beside a bare loop over `node:sqlite` on the same data, in the same run.
 *
 * Prints one line of JSON: statements a second into the store (one transaction an output of 50), and
 * milliseconds to list them all; `bare` is the same work without schemas, spans and repositories: one
 * row an INSERT, all rows of one SELECT with their JSON parsed.
 *
 * Usage: node bench/store.ts [number of statements, 100000 if not given]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { DatabaseSync } from "node:sqlite"
import { Effect } from "effect"
import {
  type Initiative,
  InitiativeId,
  IssueId,
  LanguageTag,
  type Output,
  OutputId,
  type Statement,
  StatementId,
  Timestamp
} from "../src/domain/index.ts"
import { Initiatives, Outputs, Statements, Store } from "../src/store/index.ts"

const total = Number(process.argv[2] ?? 100_000)
const perOutput = 50
const language = LanguageTag.make("en")

const initiative: Initiative = {
  id: InitiativeId.make("norvia-igf"),
  name: "Norvia IGF",
  type: "national",
  country: null,
  unGroups: ["WEOG"],
  languages: [language],
  website: null,
  evidenceUrl: null
}

const hex = (number: number): string => number.toString(16).padStart(16, "0")

const outputs = Array.from({ length: Math.ceil(total / perOutput) }, (_, index): Output => {
  const id = OutputId.make(`o-${hex(index)}`)
  return {
    id,
    initiativeId: initiative.id,
    sourceId: null,
    url: `https://igf.norvia.example/${index}`,
    title: `Messages ${index}`,
    kind: "messages",
    kindReasons: [],
    inDoubt: false,
    language,
    publishedAt: null,
    publishedFrom: null,
    edition: null,
    eventStart: null,
    eventEnd: null,
    sameAs: null,
    supersededBy: null,
    firstSeenAt: Timestamp.make("2026-01-20T08:00:00.000Z")
  }
})

const text =
  "Governments and operators should share the cost of connecting remote schools, and report each year on what was done."

const statementsOf = (output: Output, outputIndex: number): ReadonlyArray<Statement> =>
  Array.from({ length: perOutput }, (_, ordinal) => ({
    id: StatementId.make(`s-${hex(outputIndex * perOutput + ordinal)}`),
    outputId: output.id,
    initiativeId: initiative.id,
    ordinal,
    text: `${ordinal + 1}. ${text}`,
    language,
    kind: "recommendation" as const,
    place: {
      block: ordinal,
      headings: ["Messages", "Access"],
      number: `${ordinal + 1}`,
      page: 3,
      anchor: null
    },
    issues: [
      {
        id: IssueId.make("access"),
        score: 0.91,
        evidence: [{ start: 51, end: 69, text: "connecting remote " }]
      },
      { id: IssueId.make("education"), score: 0.64, evidence: [{ start: 69, end: 76, text: "schools" }] }
    ],
    caseName: null,
    attribution: null,
    leadIn: null,
    duplicateOf: null,
    clusterId: null
  }))

const corpus = outputs.map((output, index) => ({ output, statements: statementsOf(output, index) }))
const count = corpus.length * perOutput
const directory = mkdtempSync(join(tmpdir(), "tributary-bench-"))

const timed = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.suspend(() => {
    const start = performance.now()
    return Effect.map(effect, (value) => ({ value, ms: performance.now() - start }))
  })

const withStore = Effect.gen(function* () {
  const [initiatives, outputs, statements] = [yield* Initiatives, yield* Outputs, yield* Statements]
  yield* initiatives.upsert([initiative])
  yield* Effect.forEach(corpus, ({ output }) => outputs.upsert(output), { discard: true })
  const insert = yield* timed(
    Effect.forEach(corpus, ({ output, statements: list }) => statements.replaceForOutput(output.id, list), {
      discard: true
    })
  )
  const list = yield* timed(statements.list())
  const again = yield* timed(statements.list())
  const issue = yield* timed(statements.count({ issue: IssueId.make("access") }))
  if (list.value.length !== count) throw new Error(`listed ${list.value.length} of ${count} statements`)
  return { insertMs: insert.ms, listMs: Math.min(list.ms, again.ms), issueMs: issue.ms }
}).pipe(Effect.provide(Store.layer({ directory })))

const bare = () => {
  const database = new DatabaseSync(join(directory, "bare.sqlite"))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE statements (id TEXT PRIMARY KEY, output_id TEXT, initiative_id TEXT, ordinal INTEGER, text TEXT,
      language TEXT, kind TEXT, place TEXT, issues TEXT, case_name TEXT, duplicate_of TEXT, cluster_id TEXT)`)
  const insert = database.prepare("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  let start = performance.now()
  for (const { statements } of corpus) {
    database.exec("BEGIN IMMEDIATE")
    for (const s of statements) {
      const [place, issues] = [JSON.stringify(s.place), JSON.stringify(s.issues)]
      // prettier-ignore
      insert.run(
        s.id, s.outputId, s.initiativeId, s.ordinal, s.text, s.language, s.kind, place, issues,
        s.caseName, s.duplicateOf, s.clusterId
      )
    }
    database.exec("COMMIT")
  }
  const insertMs = performance.now() - start
  start = performance.now()
  const rows = database.prepare("SELECT * FROM statements ORDER BY initiative_id, output_id, ordinal").all()
  for (const row of rows) {
    row["place"] = JSON.parse(String(row["place"]))
    row["issues"] = JSON.parse(String(row["issues"]))
  }
  const listMs = performance.now() - start
  database.close()
  return { insertMs, listMs }
}

try {
  const store = await Effect.runPromise(withStore)
  const loop = bare()
  const perSecond = (ms: number) => Math.round((count / ms) * 1000)
  console.log(
    JSON.stringify({
      bench: "store",
      statements: count,
      store: {
        insertsPerSecond: perSecond(store.insertMs),
        listMs: Math.round(store.listMs),
        countByIssueMs: Math.round(store.issueMs)
      },
      bare: { insertsPerSecond: perSecond(loop.insertMs), listMs: Math.round(loop.listMs) }
    })
  )
} finally {
  rmSync(directory, { recursive: true, force: true })
}
