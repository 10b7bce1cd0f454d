/**
 * Works for the desk in a process of its own: the server answers on while an import, a freeze or a comparison
 * is at work, and whatever becomes of it stands in the history of jobs.
 *
 * Run as `node work.ts ORDER`, see order.ts. Prints one line: the run that it began, or why it did not.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { Console, Effect, Layer, Schema } from "effect"
import { AtWorkAlready, makeWay, runForPerson } from "../../jobs/person-run.ts"
import { RunEvents } from "../../jobs/report.ts"
import {
  beginRunNow,
  continueRun,
  jobNamed,
  layerOf,
  loadJobsConfig,
  standingOf
} from "../../jobs/scheduled.ts"
import { presentCycles } from "../../jobs/present-cycles.ts"
import { counted } from "../../jobs/telling/words.ts"
import type { JobRun, JobSummary, MeetingId } from "../../domain/index.ts"
import { Audit, JobRuns, Sources } from "../../store/index.ts"
import { ownStore } from "../own-store.ts"
import { changesOf, keepChanges } from "./changes.ts"
import { type Errand, errandJobs, FirstAnswer, Order } from "./order.ts"

const order = Schema.decodeUnknownSync(Schema.fromJsonString(Order))(process.argv[2] ?? "")

const encode = Schema.encodeSync(Schema.fromJsonString(FirstAnswer))

let answered = false

const answer = (first: FirstAnswer) =>
  Effect.suspend(() => {
    if (answered) return Effect.void
    answered = true
    return Console.log(encode(first))
  })

const begun = (run: JobRun) => answer({ run: run.id })

const importSource = Effect.fnUntraced(function* (errand: Extract<Errand, { what: "import" }>) {
  const sources = (yield* (yield* Sources).list()).filter(
    ({ id, kind }) => id === errand.source && kind !== "upload"
  )
  if (sources.length === 0) {
    return yield* new AtWorkAlready({ message: `There is no source ${errand.source} that can be visited.` })
  }
  const { importNow } = yield* Effect.promise(() => import("../../jobs/import-now.ts"))
  yield* makeWay(errandJobs.import)
  const runs = yield* JobRuns
  yield* importNow({ sources, recheck: "listed" }, (id) =>
    Effect.gen(function* () {
      yield* answer({ run: id })
      yield* Effect.ignore(runs.advance(id, { now: errand.source }))
    })
  ).pipe(Effect.provideService(RunEvents, RunEvents.of({ publish: () => Effect.void })))
})

const runJob = Effect.fnUntraced(function* (errand: Extract<Errand, { what: "job" }>) {
  const job = jobNamed(errand.job)
  if (job === undefined) return yield* new AtWorkAlready({ message: `There is no job ${errand.job}.` })
  const standing = yield* standingOf(job.name)
  if (standing._tag === "AtWork") return yield* makeWay(job.name)
  // A run that is cut off goes on with whoever runs the job next.
  yield* standing._tag === "Waiting"
    ? continueRun(standing.run, job, "suspended", begun)
    : beginRunNow(job, "suspended", begun)
})

/** What reads, computes and freezes digests, loaded by the errands that do. */
const loadDigest = Effect.promise(() => import("../../jobs/make-digest.ts"))
const loadRelease = Effect.promise(() => import("../../jobs/release/index.ts"))
const loadExport = Effect.promise(() => import("../../export/index.ts"))

const meetingOf = Effect.fnUntraced(function* (id: MeetingId) {
  const { findMeeting } = yield* loadExport
  return yield* findMeeting(yield* presentCycles(order.dataDirectory), id)
})

const compare = (errand: Extract<Errand, { what: "compare" }>) =>
  runForPerson(errandJobs.compare, begun, () =>
    Effect.gen(function* () {
      const { makeDigest } = yield* loadDigest
      const { latestRelease } = yield* loadRelease
      const { compareDigests } = yield* loadExport
      const { cycle, meeting } = yield* meetingOf(errand.meeting)
      const digest = yield* makeDigest({ cycle, meeting, window: meeting.window })
      const previous = yield* latestRelease
      const comparison = previous === null ? null : compareDigests(previous.digest, digest)
      const changes = changesOf(meeting, digest, comparison)
      yield* keepChanges(order.dataDirectory, changes)
      const summary: JobSummary = {
        sentence: `The digest of ${meeting.name} would hold ${counted(digest.totals.statements, "statement")} of ${counted(digest.totals.published, "initiative")}.`,
        counts: { statements: digest.totals.statements, initiatives: digest.totals.published },
        problems: []
      }
      return summary
    })
  )

const freeze = (errand: Extract<Errand, { what: "freeze" }>) =>
  runForPerson(errandJobs.freeze, begun, (onOutput) =>
    Effect.gen(function* () {
      const { freezeDigest } = yield* loadRelease
      const found = yield* meetingOf(errand.meeting)
      const { asPublished, digest, release } = yield* freezeDigest(
        { ...found, number: null, by: order.by.name },
        onOutput
      )
      const { contentHash, frozenAt, number, window } = release
      yield* (yield* Audit).record({
        by: order.by,
        action: "release.freeze",
        thing: `release:${number}`,
        after: { meeting: errand.meeting, contentHash }
      })
      const summary: JobSummary = {
        sentence: `Release ${number} is frozen: ${counted(digest.totals.statements, "statement")} of ${counted(digest.totals.published, "initiative")}.`,
        counts: { statements: digest.totals.statements, initiatives: digest.totals.published },
        problems: [
          ...(frozenAt.slice(0, 10) <= window.to
            ? [
                `The window ends on ${window.to} and was not over: what is published from now on is not in ${number}.`
              ]
            : []),
          ...(asPublished
            ? []
            : [`${number} was derived anew and differs from what the pages show: run the job renormalize.`])
        ]
      }
      return summary
    })
  )

const verify = (errand: Extract<Errand, { what: "verify" }>) =>
  runForPerson(errandJobs.verify, begun, (onOutput) =>
    Effect.gen(function* () {
      const { verifyRelease } = yield* loadRelease
      const { contentHash, difference, equal, number, outputs, program } = yield* verifyRelease(
        errand.release,
        onOutput
      )
      const summary: JobSummary = {
        sentence: equal
          ? `Release ${number} is reproduced byte for byte from ${outputs} archived outputs, SHA-256 ${contentHash}.`
          : `Release ${number} is not reproduced. ${difference ?? ""}`,
        counts: { outputs },
        problems: equal ? [] : [difference ?? "", ...program.map((line) => `Since it was frozen, ${line}.`)]
      }
      return summary
    })
  )

const errandWork = (errand: Errand) => {
  switch (errand.what) {
    case "import":
      return Effect.asVoid(importSource(errand))
    case "job":
      return Effect.asVoid(runJob(errand))
    case "compare":
      return Effect.asVoid(compare(errand))
    case "freeze":
      return Effect.asVoid(freeze(errand))
    case "verify":
      return Effect.asVoid(verify(errand))
  }
}

const program = Effect.gen(function* () {
  const config = yield* loadJobsConfig(order.dataDirectory, null)
  yield* errandWork(order.errand).pipe(
    Effect.provide(Layer.provideMerge(layerOf(order.dataDirectory, config), ownStore(order.dataDirectory)))
  )
}).pipe(
  // What failed after the beginning stands in the history; only who has not heard yet is told here.
  Effect.catch((error) => answer({ refused: error.message })),
  Effect.ensuring(answer({ refused: "The work did not begin: the log of the portal says more." }))
)

NodeRuntime.runMain(program)
