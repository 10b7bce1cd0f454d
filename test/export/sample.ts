/**
 * A whole input of a digest in the manner of real ones: invented initiatives of all types and groups.
 */
import { createHash } from "node:crypto"
import { Schema } from "effect"
import {
  CaptureId,
  ClusterId,
  DocumentKind,
  HttpUrl,
  IsoDate,
  IssueId,
  LanguageTag,
  MeetingId,
  OutputId,
  ReleaseNumber,
  SourceId,
  StatementId,
  StatementKind,
  Timestamp
} from "../../src/domain/index.ts"
import type { Cluster, Output, Statement } from "../../src/domain/index.ts"
import type { DigestInput } from "../../src/export/index.ts"
import { areas, cycle, initiatives, issues, sources, sourceStates } from "./sample-registry.ts"
import { sampleOutputs } from "./sample-words.ts"
import type { SampleOutput } from "./sample-words.ts"

const digest = (text: string): string => createHash("sha256").update(text).digest("hex")
const day = Schema.decodeUnknownSync(IsoDate)
const instant = Schema.decodeUnknownSync(Timestamp)
const language = Schema.decodeUnknownSync(LanguageTag)
export const outputId = (key: string) => OutputId.make(`o-${digest(key).slice(0, 16)}`)
export const statementId = (key: string) => StatementId.make(`s-${digest(key).slice(0, 16)}`)
const captureId = (key: string) => CaptureId.make(digest(`capture ${key}`))

const output = (sample: SampleOutput): Output => {
  const initiative = initiatives.find(({ id }) => id === sample.initiative)
  if (initiative === undefined) throw new Error(`no initiative ${sample.initiative}`)
  return {
    id: outputId(sample.key),
    initiativeId: initiative.id,
    sourceId: SourceId.make(`${initiative.id}/feed`),
    url: HttpUrl.make(sample.url),
    title: sample.title,
    kind: Schema.decodeUnknownSync(DocumentKind)(sample.kind),
    kindReasons: [],
    inDoubt: false,
    language: language(sample.language),
    publishedAt: sample.date === null ? null : day(sample.date),
    publishedFrom: sample.date === null ? null : "meta",
    edition: "2025",
    eventStart: null,
    eventEnd: null,
    sameAs: null,
    supersededBy: null,
    firstSeenAt: instant("2026-01-10T06:00:00.000Z")
  }
}

/** Statement of a sample line, with its cluster's name. */
const statement = (sample: SampleOutput, line: string, ordinal: number) => {
  const [kind, text = "", assigned = "", options = ""] = line.split("|").map((cell) => cell.trim())
  const owner = output(sample)
  const option = (name: string) => options.match(new RegExp(`${name}=(.+)$`))?.[1] ?? null
  const made: Statement = {
    id: statementId(`${sample.key} ${ordinal} ${text}`),
    outputId: owner.id,
    initiativeId: owner.initiativeId,
    ordinal,
    text,
    language: owner.language,
    kind: Schema.decodeUnknownSync(StatementKind)(kind),
    place: {
      block: ordinal + 2,
      headings: sample.headings,
      number: String(ordinal + 1),
      page: null,
      anchor: null
    },
    issues: assigned
      .split(";")
      .filter((part) => part.trim() !== "")
      .map((part, index) => {
        const [id = "", evidence = ""] = part.split(":").map((cell) => cell.trim())
        return {
          id: IssueId.make(id),
          score: 0.91 - index * 0.14,
          evidence: evidence.split(", ").map((found) => {
            const start = text.indexOf(found)
            if (start < 0) throw new Error(`"${found}" does not stand in "${text}"`)
            return { start, end: start + found.length, text: found }
          })
        }
      }),
    caseName: option("case"),
    attribution: null,
    leadIn: null,
    duplicateOf: null,
    clusterId: null
  }
  return { made, cluster: option("cluster") }
}

/** Statements and clusters of these outputs. */
export const statementsOf = (samples: ReadonlyArray<SampleOutput>) => {
  const read = samples.flatMap((sample) =>
    sample.statements.map((line, index) => statement(sample, line, index))
  )
  const clusters = [...Map.groupBy(read, ({ cluster }) => cluster)].flatMap(
    ([name, members]): Array<Cluster> => {
      const ids = members.map(({ made }) => made.id).sort()
      const [first] = ids
      if (name === null || first === undefined || ids.length < 2) return []
      return [{ id: ClusterId.make(first.replace("s-", "c-")), representative: first, members: ids }]
    }
  )
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.members.map((id) => [id, cluster.id] as const))
  )
  return {
    statements: read.map(({ made }) => Object.assign(made, { clusterId: clusterOf.get(made.id) ?? null })),
    clusters
  }
}

const other = (key: string, initiative: string, kind: string, title: string, date: string | null): Output =>
  output({
    key,
    initiative,
    kind,
    title,
    date,
    language: "en",
    url: `https://${initiative}.example/${key}`,
    headings: [],
    statements: []
  })

/** The usual input: eleven initiatives published, two are silent, one cannot be reached. */
export const sampleInput = (changes: Partial<DigestInput> = {}): DigestInput => {
  const { statements, clusters } = statementsOf(sampleOutputs)
  const outputs = sampleOutputs.map(output)
  return {
    title: null,
    number: ReleaseNumber.make("2026-1"),
    cycle,
    meeting: {
      id: MeetingId.make("2026-first-consultations"),
      name: "First Open Consultations and MAG Meeting",
      place: "Geneva",
      start: day("2026-02-05"),
      end: day("2026-02-07"),
      window: { from: day("2025-07-01"), to: day("2026-01-20") }
    },
    window: { from: day("2025-07-01"), to: day("2026-01-20") },
    asOf: instant("2026-01-22T12:00:00.000Z"),
    frozen: true,
    taxonomy: { version: "1", areas, issues },
    initiatives,
    sources,
    sourceStates,
    outputs: [
      ...outputs,
      {
        ...other("norvia-mirror", "norvia-igf", "messages", "Messages from Norvia IGF 2025", "2025-12-01"),
        sameAs: outputId("norvia-messages")
      },
      other(
        "meridian-draft",
        "meridian-igf",
        "draft",
        "Meridian Regional IGF 2025: synthesis document, draft 1",
        "2025-11-20"
      ),
      other(
        "daily",
        "fgi-kestria",
        "press-account",
        "Forum ends with eleven recommendations, says minister",
        "2025-10-01"
      ),
      other("workshop", "north-fjord-youth-igf", "report", "Report of the winter workshop", null),
      other("earlier", "isla-clara-igf", "report", "Relatoría 2024", "2024-11-30"),
      {
        ...other("late", "lakeland-igf", "communique", "Lakeland IGF 2025: communiqué", "2026-01-19"),
        firstSeenAt: instant("2026-01-29T06:00:00.000Z")
      },
      other("agenda", "norvia-igf", "announcement", "Agenda of the forum", "2025-10-02")
    ],
    captures: sampleOutputs.map(({ key }) => ({
      outputId: outputId(key),
      captureId: captureId(key),
      retrievedAt: instant("2026-01-10T06:00:03.000Z")
    })),
    statements,
    clusters,
    previous: null,
    ...changes
  }
}

const earlierOf = (sample: SampleOutput): SampleOutput => ({
  ...sample,
  key: `${sample.key}-2024`,
  url: `${sample.url}-2024`,
  date: "2025-03-10",
  statements: sample.statements.filter(
    (line) => !line.includes("child-online-safety") && !line.includes("environmental")
  )
})

/** An earlier input: another window in which only some had published, on fewer issues. */
export const earlierInput = (): DigestInput => {
  const early = new Set(["norvia-igf", "tessaly-igf", "ocean-coast-igf", "isla-clara-igf"])
  const samples = sampleOutputs.filter(({ initiative }) => early.has(initiative)).map(earlierOf)
  const islands: SampleOutput = {
    key: "isla-2024",
    initiative: "isla-clara-igf",
    language: "es",
    title: "Relatoría 2024",
    kind: "report",
    date: "2025-02-02",
    url: "https://isla-clara-igf.example/2024",
    headings: [],
    statements: [
      "key-message | La gobernanza de múltiples partes interesadas empieza en el municipio. | multistakeholder-governance: múltiples partes interesadas"
    ]
  }
  const all = [...samples, islands]
  return sampleInput({
    number: ReleaseNumber.make("2025-2"),
    meeting: null,
    window: { from: day("2025-01-21"), to: day("2025-06-30") },
    asOf: instant("2025-07-02T12:00:00.000Z"),
    outputs: all.map((sample) => ({ ...output(sample), firstSeenAt: instant("2025-06-01T06:00:00.000Z") })),
    captures: [],
    ...statementsOf(all)
  })
}
