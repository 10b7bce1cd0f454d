/**
 * What would be frozen for a meeting and how it differs from the last release: worked out by a process of its
 * own, kept as a small file in the folder `portal` beside the store, and shown by the desk.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Effect, Option, Schema } from "effect"
import {
  type ComparedStatement,
  type Comparison,
  type Digest,
  type Meeting,
  MeetingId,
  ReleaseNumber,
  Timestamp
} from "../../domain/index.ts"

/** Lines of a section that are kept; the rest is counted. */
const shownEach = 25

/** What sections there are, in their order. */
export const ChangeKey = Schema.Literals([
  "joined",
  "absent",
  "newIssues",
  "moreIssues",
  "fewerIssues",
  "quietIssues",
  "newOutputs",
  "goneOutputs",
  "changedOutputs",
  "newStatements",
  "goneStatements",
  "reworded",
  "relabelled"
])
export type ChangeKey = typeof ChangeKey.Type

const Line = Schema.Struct({
  /** What it is about: an initiative, an issue. */
  about: Schema.String,
  text: Schema.String,
  /** Language of the text. */
  lang: Schema.NullOr(Schema.String),
  /** Path of the portal. */
  href: Schema.NullOr(Schema.String)
})
type Line = typeof Line.Type

export const Changes = Schema.Struct({
  meeting: MeetingId,
  asOf: Timestamp,
  window: Schema.Struct({ from: Schema.String, to: Schema.String }),
  totals: Schema.Struct({
    registered: Schema.Int,
    published: Schema.Int,
    outputs: Schema.Int,
    statements: Schema.Int
  }),
  previous: Schema.NullOr(ReleaseNumber),
  overlap: Schema.Boolean,
  sections: Schema.Array(Schema.Struct({ key: ChangeKey, count: Schema.Int, lines: Schema.Array(Line) }))
})
export type Changes = typeof Changes.Type

const line = (about: string, text = "", href: string | null = null, lang: string | null = null): Line => ({
  about,
  text: text.length > 300 ? `${text.slice(0, 300).trimEnd()}…` : text,
  lang,
  href
})

const ofStatement = ({ id, initiativeId, language, text }: ComparedStatement): Line =>
  line(initiativeId, text, `/statements/${id}`, language)

/** Its labels in a few words. */
const labels = ({ issues, kind }: ComparedStatement): string => [kind, ...issues].join(", ")

const ofOutput = ({ id, initiativeId, title }: Comparison["outputs"]["new"][number]): Line =>
  line(initiativeId, title, `/outputs/${id}`)

const ofInitiative = ({ id, name }: Comparison["initiatives"]["joined"][number]): Line =>
  line(name, "", `/initiatives/${id}`)

/** What is shown of a comparison: each section with its count and its first lines. */
export const changesOf = (
  meeting: Pick<Meeting, "id" | "window">,
  digest: Pick<Digest, "asOf" | "totals">,
  comparison: Comparison | null
): Changes => {
  const { outputs, published, registered, statements } = digest.totals
  const base = {
    meeting: meeting.id,
    asOf: digest.asOf,
    window: meeting.window,
    totals: { outputs, published, registered, statements }
  }
  if (comparison === null) return { ...base, previous: null, overlap: false, sections: [] }
  const issues = (status: Comparison["issues"][number]["status"]) =>
    comparison.issues
      .filter((row) => row.status === status)
      .map((row) => line(row.label, `${row.from} → ${row.to}`, `/issues/${row.issue}`))
  const all: ReadonlyArray<readonly [ChangeKey, ReadonlyArray<Line>]> = [
    ["joined", comparison.initiatives.joined.map(ofInitiative)],
    ["absent", comparison.initiatives.absent.map(ofInitiative)],
    ["newIssues", issues("new")],
    ["moreIssues", issues("more")],
    ["fewerIssues", issues("fewer")],
    ["quietIssues", issues("quiet")],
    ["newOutputs", comparison.outputs.new.map(ofOutput)],
    ["goneOutputs", comparison.outputs.gone.map(ofOutput)],
    ["changedOutputs", comparison.outputs.changed.map(ofOutput)],
    ["newStatements", comparison.statements.new.map(ofStatement)],
    ["goneStatements", comparison.statements.gone.map((one) => ({ ...ofStatement(one), href: null }))],
    ["reworded", comparison.statements.reworded.map(({ to }) => ofStatement(to))],
    [
      "relabelled",
      comparison.statements.relabelled.map(({ from, to }) => ({
        ...ofStatement(to),
        about: `${to.initiativeId}: ${labels(from)} → ${labels(to)}`
      }))
    ]
  ]
  return {
    ...base,
    previous: comparison.from.number,
    overlap: comparison.overlap,
    sections: all.flatMap(([key, lines]) =>
      lines.length === 0 ? [] : [{ key, count: lines.length, lines: lines.slice(0, shownEach) }]
    )
  }
}

const text = Schema.fromJsonString(Changes)
const encode = Schema.encodeSync(text)
const decode = Schema.decodeUnknownEffect(text)

const fileOf = (dataDirectory: string, meeting: MeetingId): string =>
  join(dataDirectory, "portal", `changes-${meeting}.json`)

/** Keeps them, in place of those of before. */
export const keepChanges = (dataDirectory: string, changes: Changes) =>
  Effect.promise(async () => {
    const file = fileOf(dataDirectory, changes.meeting)
    const part = `${file}.${process.pid}.part`
    await mkdir(join(dataDirectory, "portal"), { recursive: true })
    await writeFile(part, encode(changes))
    await rename(part, file)
  })

/** Those kept last for the meeting; none where none were, or where they cannot be read. */
export const keptChanges = (dataDirectory: string, meeting: MeetingId) =>
  Effect.promise(() => readFile(fileOf(dataDirectory, meeting), "utf8").catch(() => "")).pipe(
    Effect.flatMap((own) => decode(own)),
    Effect.option,
    Effect.map(Option.getOrNull)
  )
