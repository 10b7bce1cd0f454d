/**
 * Time and memory of the digest's model: 100,000 statements of 400 initiatives in one window, a tenth as
 * many again in earlier years, some said by several and some twice.
 *
 * Prints one line of JSON: seconds of the model and of processor time (medians of three processes, garbage
 * collection in other threads included), the largest resident memory of these (megabytes; the input
 * included), and that of a process which only makes the input. Limits: 2 s and 500 MB. Then, without a
 * limit, the seconds of the same against a release before of the same size.
 *
 * Usage: node bench/digest.ts [number of statements, 100000 if not given]
 */
import { createHash } from "node:crypto"
import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Effect, Schema } from "effect"
import {
  CaptureId,
  ClusterId,
  InitiativeId,
  InitiativeType,
  IsoDate,
  LanguageTag,
  OutputId,
  ReleaseNumber,
  StatementId,
  StatementKind,
  Timestamp,
  UnGroup
} from "../src/domain/index.ts"
import type { Cluster, Initiative, IssueAssignment, Output, Statement } from "../src/domain/index.ts"
import { buildDigest, type DigestInput } from "../src/export/index.ts"
import { loadConcepts } from "../src/normalize/taxonomy/load.ts"
import { median } from "./measure.ts"

const initiativeCount = 400
/** Outputs of an initiative in the window. */
const outputsEach = 8
/** Every so many statements is shared by a cluster; every so many repeats an earlier one. */
const clusterEvery = 12
const duplicateEvery = 40

/** Numbers from 0 to 1 by a linear congruential generator (Numerical Recipes): the same at every run. */
const random = (() => {
  let state = 20_260_205
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
})()
const pick = <A>(items: ReadonlyArray<A>): A => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error("nothing to pick from")
  return item
}
const hex = (index: number): string => index.toString(16).padStart(16, "0")
const day = (from: string, within: number): IsoDate =>
  IsoDate.make(
    new Date(Date.parse(from) + Math.floor(random() * within) * 86_400_000).toISOString().slice(0, 10)
  )

const languages = Schema.decodeUnknownSync(Schema.Array(LanguageTag))([
  "en",
  "fr",
  "es",
  "ar",
  "ru",
  "zh",
  "pt",
  "de"
])
const kinds = StatementKind.literals
const words =
  "access network school child data law public service ministry licence community island language right fee age check port village budget report forum youth help record standard energy court notice school rural".split(
    " "
  )
const sentence = (): string => `${Array.from({ length: 24 }, () => pick(words)).join(" ")}.`

const initiatives = Array.from({ length: initiativeCount }, (_, index): Initiative => ({
  id: InitiativeId.make(`forum-${index}`),
  name: `Forum ${index}`,
  type: pick(InitiativeType.literals),
  country: null,
  unGroups: index % 50 === 0 ? ["WEOG", "Eastern European Group"] : [pick(UnGroup.literals)],
  languages: [],
  website: null,
  evidenceUrl: null
}))

const outputOf = (initiative: Initiative, index: number, publishedAt: IsoDate): Output => ({
  id: OutputId.make(`o-${hex(index)}`),
  initiativeId: initiative.id,
  sourceId: null,
  url: `https://${initiative.id}.example/${index}`,
  title: `Messages ${index}`,
  kind: "messages",
  kindReasons: [],
  inDoubt: false,
  language: pick(languages),
  publishedAt,
  publishedFrom: "meta",
  edition: null,
  eventStart: null,
  eventEnd: null,
  sameAs: null,
  supersededBy: null,
  firstSeenAt: Timestamp.make("2026-01-10T06:00:00.000Z")
})

const concepts = await Effect.runPromise(loadConcepts())
const assign = (text: string): ReadonlyArray<IssueAssignment> => {
  // Issues are raised unevenly, as in life.
  const ids = new Set(
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => concepts.issues[Math.floor(random() ** 2 * concepts.issues.length)]
    ).flatMap((issue) => issue?.id ?? [])
  )
  return [...ids].map((id) => ({ id, score: 0.8, evidence: [{ start: 0, end: 6, text: text.slice(0, 6) }] }))
}

/** A whole input with so many statements in the window and a tenth as many before it. */
const generate = (count: number): DigestInput => {
  const inWindow = initiatives.flatMap((initiative, index) =>
    Array.from({ length: outputsEach }, (_, own) =>
      outputOf(initiative, index * outputsEach + own, day("2025-07-01", 200))
    )
  )
  const earlier = initiatives.map((initiative, index) =>
    outputOf(initiative, initiativeCount * outputsEach + index, day(`${2021 + (index % 4)}-07-01`, 200))
  )
  const statements: Array<Statement> = []
  const write = (outputs: ReadonlyArray<Output>, wanted: number) => {
    for (let index = 0; index < wanted; index += 1) {
      const output = outputs[index % outputs.length]
      if (output === undefined) continue
      const text = sentence()
      const kind = pick(kinds)
      const place = statements.length
      statements.push({
        id: StatementId.make(`s-${hex(place)}`),
        outputId: output.id,
        initiativeId: output.initiativeId,
        ordinal: index,
        text,
        language: output.language,
        kind,
        place: { block: index, headings: ["Messages"], number: null, page: null, anchor: null },
        issues: kind === "boilerplate" ? [] : assign(text),
        caseName: kind === "best-practice" ? text.slice(0, 20) : null,
        attribution: null,
        leadIn: null,
        duplicateOf: place % duplicateEvery === 7 ? StatementId.make(`s-${hex(place - 7)}`) : null,
        clusterId: null
      })
    }
  }
  write(inWindow, count)
  write(earlier, Math.ceil(count / 10))
  const clusters: Array<Cluster> = []
  for (let first = 0; first + 5 < count; first += clusterEvery * 6) {
    const members = Array.from({ length: 6 }, (_, index) => StatementId.make(`s-${hex(first + index)}`))
    const id = ClusterId.make(`c-${hex(first)}`)
    const [representative] = members
    if (representative === undefined) continue
    clusters.push({ id, representative, members })
    for (let index = first; index < first + 6; index += 1) {
      const own = statements[index]
      if (own !== undefined) statements[index] = { ...own, clusterId: id }
    }
  }
  const outputs = [...inWindow, ...earlier]
  return {
    title: null,
    number: ReleaseNumber.make("2026-1"),
    cycle: { year: 2026, theme: null, subThemes: [], meetings: [] },
    meeting: null,
    window: { from: IsoDate.make("2025-07-01"), to: IsoDate.make("2026-01-20") },
    asOf: Timestamp.make("2026-01-22T12:00:00.000Z"),
    frozen: true,
    taxonomy: concepts,
    initiatives,
    sources: [],
    sourceStates: [],
    outputs,
    captures: outputs.map(({ id }) => ({
      outputId: id,
      captureId: CaptureId.make(createHash("sha256").update(id).digest("hex")),
      retrievedAt: Timestamp.make("2026-01-10T06:00:03.000Z")
    })),
    statements,
    clusters,
    previous: null
  }
}

/** What one process measures of itself. */
const Measured = Schema.Struct({
  quoted: Schema.Int,
  seconds: Schema.Finite,
  cpu: Schema.Finite,
  megabytes: Schema.Int
})
const readMeasured = Schema.decodeUnknownSync(Schema.fromJsonString(Measured))

const [countGiven = "100000", mode = "all"] = process.argv.slice(2)

/** Measures in a process of its own, so that neither heat nor garbage of another round plays a part. */
const alone = (part: "model" | "input" | "change") =>
  readMeasured(
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), countGiven, part]).stdout.toString()
  )

if (mode === "all") {
  const rounds = Array.from({ length: 3 }, () => alone("model"))
  console.log(
    JSON.stringify({
      bench: "digest",
      statements: Number(countGiven),
      quoted: rounds[0]?.quoted,
      seconds: median(rounds.map(({ seconds }) => seconds)),
      cpu: median(rounds.map(({ cpu }) => cpu)),
      megabytes: Math.max(...rounds.map(({ megabytes }) => megabytes)),
      inputMegabytes: alone("input").megabytes,
      changeSeconds: alone("change").seconds
    })
  )
} else {
  const whole = generate(Number(countGiven))
  const input = mode === "change" ? { ...whole, previous: buildDigest(whole) } : whole
  const before = process.cpuUsage()
  const start = performance.now()
  const quoted = mode !== "input" ? buildDigest(input).statements.length : 0
  const seconds = Math.round(performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpu = Math.round((user + system) / 1000) / 1000
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ quoted, seconds, cpu, megabytes }))
}
