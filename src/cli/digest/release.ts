/** `tributary digest freeze`, `verify`, `compare` and `list`: releases of digests. */
import { resolve } from "node:path"
import { Console, Effect, Layer, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { ReleaseNumber } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { columns, counted, print, printJson, progress } from "../print.ts"
import { json } from "../root.ts"
import { dataDirectory, existingStore } from "../store.ts"
import { lang, meetingDescription, passages, releaseFlag } from "./flags.ts"

/** What a release is written in: every format that needs no address of its own. */
const releaseFormats = ["html", "md", "json", "pdf", "docx", "xlsx", "csv"] as const

const loadJobs = Effect.promise(() => import("../../jobs/index.ts"))

const numberArgument = (name: string, description: string) =>
  Argument.String(name).pipe(Argument.withDescription(description), Argument.withSchema(ReleaseNumber))

/** A bar over all outputs that are read again. */
const rereading = Effect.gen(function* () {
  const { Outputs } = yield* Effect.promise(() => import("../../store/index.ts"))
  const bar = yield* progress((yield* (yield* Outputs).list()).length)
  return (_done: number, _total: number, title: string) => bar.step(title)
})

export const freeze = Command.make(
  "freeze",
  {
    meeting: Flag.String("meeting").pipe(Flag.withMetavar("ID"), Flag.withDescription(meetingDescription)),
    number: releaseFlag(
      "number",
      "Number of the release (default: the next of the cycle's year, as in 2026-1)"
    ),
    by: Flag.String("by").pipe(
      Flag.withMetavar("NAME"),
      Flag.withDescription("Who freezes it; kept with the release"),
      Flag.optional
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Folder to write all formats to (default: digest- and the number)"),
      Flag.optional
    ),
    lang,
    passages
  },
  Effect.fn(function* (flags) {
    const jobs = yield* loadJobs
    const directory = yield* dataDirectory
    yield* Effect.gen(function* () {
      const found = yield* jobs.findMeeting(yield* jobs.presentCycles(directory), flags.meeting)
      const onOutput = yield* rereading
      const { asPublished, digest, release } = yield* jobs.freezeDigest(
        { ...found, number: Option.getOrNull(flags.number), by: Option.getOrNull(flags.by) },
        onOutput
      )
      const { contentHash, frozenAt, number, window } = release
      yield* print(
        `Release ${number} is frozen: ${counted(digest.totals.statements, "statement")} of ${counted(digest.totals.published, "initiative")}, content SHA-256 ${contentHash}.`
      )
      if (frozenAt.slice(0, 10) <= window.to) {
        yield* Console.error(
          `Note: the window ends on ${window.to} and was not over: what is published from now on is not in ${number}.`
        )
      }
      if (!asPublished) {
        yield* Console.error(
          `Note: ${number} was derived anew from the captures and differs from what "tributary digest" shows: run "tributary renormalize" to bring the store up to it.`
        )
      }
      const folder = resolve(Option.getOrElse(flags.out, () => `digest-${number}`))
      const written = yield* Effect.mapError(
        jobs.writeDigest(digest, {
          directory: folder,
          formats: releaseFormats,
          lang: flags.lang,
          passages: flags.passages
        }),
        ({ message }) =>
          new CommandFailed({
            message: `${message} The release is kept: "tributary digest --release ${number}${flags.lang === "en" ? "" : ` --lang ${flags.lang}`} ${releaseFormats.map((format) => `--format ${format}`).join(" ")} --out DIR" writes it.`
          })
      )
      for (const path of written.files) yield* print(path)
    }).pipe(Effect.scoped, Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
  })
).pipe(
  Command.withDescription(
    "Freeze the digest of a meeting under a number, for ever, and write it in all formats"
  ),
  Command.withExamples([
    {
      command: "tributary digest freeze --meeting 2026-first-consultations --by 'IGF Secretariat'",
      description: "Before Day 1"
    },
    {
      command: "tributary digest freeze --meeting 2026-first-consultations --lang fr",
      description: "The same release in French: what it holds, and so its hash, is of no language"
    }
  ])
)

export const verify = Command.make(
  "verify",
  { number: numberArgument("number", "The release, as in 2026-1"), json },
  Effect.fn(function* (flags) {
    const jobs = yield* loadJobs
    const verification = yield* Effect.flatMap(rereading, (onOutput) =>
      jobs.verifyRelease(flags.number, onOutput)
    ).pipe(Effect.scoped, Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
    const { bytes, contentHash, difference, equal, number, outputs, program } = verification
    if (flags.json) yield* printJson(verification)
    else if (equal) {
      yield* print(
        `Release ${number} is reproduced byte for byte: ${counted(outputs, "output")} read again from the captures, ${counted(bytes, "byte")}, SHA-256 ${contentHash}.`
      )
    }
    if (!flags.json) for (const line of program) yield* print(`Since it was frozen, ${line}.`)
    if (!equal) {
      return yield* new CommandFailed({
        message: `Release ${number} is not reproduced. ${difference ?? ""}`
      })
    }
  })
).pipe(
  Command.withDescription("Compute a release again from its recorded inputs and compare it byte for byte")
)

export const compare = Command.make(
  "compare",
  {
    from: numberArgument("A", "The earlier release"),
    to: numberArgument("B", "The later release"),
    json
  },
  Effect.fn(function* (flags) {
    const jobs = yield* loadJobs
    const { compareDigests, comparisonText } = yield* Effect.promise(() => import("../../export/index.ts"))
    const comparison = yield* Effect.gen(function* () {
      const from = yield* jobs.keptRelease(flags.from)
      const to = yield* jobs.keptRelease(flags.to)
      return compareDigests(from.digest, to.digest)
    }).pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(comparison)
    yield* print(comparisonText(comparison).trimEnd())
  })
).pipe(Command.withDescription("Show what is new, gone and changed from one release to another"))

export const list = Command.make(
  "list",
  { json },
  Effect.fn(function* (flags) {
    const { Releases } = yield* Effect.promise(() => import("../../store/index.ts"))
    const releases = yield* Effect.gen(function* () {
      const store = yield* Releases
      const authors = yield* store.authors
      return (yield* store.list).map((release) => ({ ...release, by: authors.get(release.number) ?? null }))
    }).pipe(Effect.provide(existingStore))
    if (flags.json) return yield* printJson(releases)
    if (releases.length === 0) {
      return yield* print(`No release was frozen yet: "tributary digest freeze --meeting ID" makes one.`)
    }
    yield* print(
      columns(
        ["release", "frozen", "by", "meeting", "window", "content"],
        releases.map(({ by, contentHash, frozenAt, meetingId, number, window }) => [
          number,
          frozenAt.slice(0, 10),
          by ?? "",
          meetingId,
          `${window.from} to ${window.to}`,
          contentHash.slice(0, 12)
        ])
      )
    )
  })
).pipe(Command.withDescription("List the releases in the order in which they were frozen"))
