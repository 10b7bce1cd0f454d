/**
 * `tributary digest`: writes the consolidated document of a meeting, of a window of dates or of a release;
 * its subcommands freeze, verify, compare and list releases.
 */
import { resolve } from "node:path"
import { Console, Effect, Layer, Option } from "effect"
import { Command, Flag } from "effect/cli"
import type { ReleaseNumber } from "../../domain/index.ts"
import { baseUrlFlag } from "../base-url-flag.ts"
import { knownCycles } from "../cycles.ts"
import { dateFlag } from "../date-flag.ts"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { dataDirectory, existingStore } from "../store.ts"
import { filterFlags, lang, meetingDescription, passages, releaseFlag } from "./flags.ts"
import { compare, freeze, list, verify } from "./release.ts"

export const digest = Command.make(
  "digest",
  {
    meeting: Flag.String("meeting").pipe(
      Flag.withMetavar("ID"),
      Flag.withDescription(meetingDescription),
      Flag.optional
    ),
    from: dateFlag("from", "First day of publication, instead of a meeting's window"),
    to: dateFlag("to", "Last day of publication"),
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Folder to write to; made when it is missing"),
      Flag.withDefault("digest")
    ),
    format: Flag.Literals("format", ["html", "md", "pdf", "docx", "xlsx", "csv", "json", "feeds"]).pipe(
      Flag.withDescription("Only this format; may be given several times (default: html, md and json)"),
      Flag.atLeast(0)
    ),
    lang,
    baseUrl: baseUrlFlag,
    passages,
    release: releaseFlag(
      "release",
      "Write this release again as it was frozen, instead of a digest of today"
    ),
    ...filterFlags
  },
  Effect.fn(function* (flags) {
    const jobs = yield* Effect.promise(() => import("../../jobs/index.ts"))
    const directory = yield* dataDirectory
    if (flags.format.includes("feeds") && Option.isNone(flags.baseUrl)) {
      return yield* new CommandFailed({
        message:
          "Feeds must name their own address: say with --base-url where the folder will stand on the web, as in https://example.org/digest/."
      })
    }
    const filter = {
      issues: flags.issue,
      areas: flags.area,
      groups: flags.group,
      types: flags.type,
      languages: flags.language
    }
    const narrowed = Object.values(filter).some((values) => values.length > 0)
    const request = Effect.gen(function* () {
      const cycles = yield* knownCycles(directory)
      if (Option.isSome(flags.meeting)) {
        const found = yield* jobs.findMeeting(cycles, flags.meeting.value)
        return { ...found, window: found.meeting.window }
      }
      if (Option.isNone(flags.from) || Option.isNone(flags.to)) {
        const known = cycles.flatMap(({ meetings }) => meetings.map(({ id }) => id)).join(", ")
        return yield* new CommandFailed({
          message: `Say which digest: --meeting ID (known: ${known}), or --from DATE --to DATE.`
        })
      }
      const window = { from: flags.from.value, to: flags.to.value }
      if (window.from > window.to) {
        return yield* new CommandFailed({
          message: `The window ends (${window.to}) before it begins (${window.from}): exchange --from and --to.`
        })
      }
      return { cycle: jobs.cycleOf(cycles, window.to), meeting: null, window }
    })
    const asFrozen = (number: ReleaseNumber) =>
      Effect.gen(function* () {
        if (
          narrowed ||
          Option.isSome(flags.meeting) ||
          Option.isSome(flags.from) ||
          Option.isSome(flags.to)
        ) {
          return yield* new CommandFailed({
            message:
              "--release writes a release as it was frozen, whole: leave out --meeting, dates and filters."
          })
        }
        return (yield* jobs.keptRelease(number)).digest
      })
    // What is asked for is looked at first: a wrong meeting or window is told where no store is, too.
    const asked = Option.isSome(flags.release) ? null : yield* request
    yield* Effect.gen(function* () {
      const made =
        asked === null
          ? yield* asFrozen(Option.getOrThrow(flags.release))
          : yield* jobs.makeDigest({ ...asked, filter })
      const written = yield* jobs.writeDigest(made, {
        directory: resolve(flags.out),
        formats: flags.format.length === 0 ? ["html", "md", "json"] : flags.format,
        passages: flags.passages,
        lang: flags.lang,
        baseUrl: Option.getOrUndefined(flags.baseUrl)
      })
      for (const path of written.files) yield* print(path)
      if (written.passages > 0) {
        yield* Console.error(`${written.passages} archived texts in ${resolve(flags.out)}/passages`)
      }
    }).pipe(Effect.provide(Layer.provideMerge(jobs.layer, existingStore)))
  })
).pipe(
  Command.withDescription(
    "Write the digest of a meeting (or of a window of dates, or of a release) as HTML, PDF (with a two-page brief), Word, Excel, CSV, Markdown, JSON and feeds"
  ),
  Command.withExamples([
    {
      command: "tributary digest --meeting 2026-first-consultations --out digest",
      description: "For a meeting"
    },
    {
      command: "tributary digest --from 2025-07-01 --to 2026-01-20 --format html",
      description: "For a window"
    },
    {
      command: "tributary digest --meeting 2026-first-consultations --lang ar --out digest-ar",
      description: "In Arabic"
    },
    {
      command: "tributary digest --meeting 2026-first-consultations --group WEOG --language fr --out part",
      description: "A part of it"
    },
    {
      command: "tributary digest --meeting 2026-first-consultations --format docx --format xlsx --format csv",
      description: "For Word, Excel and other programs"
    },
    {
      command:
        "tributary digest --meeting 2026-first-consultations --format html --format feeds --base-url https://example.org/digest/",
      description: "With feeds of what is new"
    }
  ]),
  Command.withSubcommands([freeze, verify, compare, list])
)
