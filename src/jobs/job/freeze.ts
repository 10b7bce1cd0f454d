/**
 * The job `freeze`: freezes the digest of a meeting shortly before its Day 1, by the dates of the cycle, and
 * never a second time for the same meeting.
 */
import { DateTime, Effect, Option } from "effect"
import { type Cycle, daysBetween, IsoDate, JobName, JobSummary, type Meeting } from "../../domain/index.ts"
import { Releases } from "../../store/index.ts"
import { type Job, JobFailed, JobSettings } from "./job.ts"

/** Days after Day 1 on which a digest that was not frozen is still asked for. */
const daysOfRemembrance = 14

/** What is to be done about a meeting today. */
export type FreezeDecision = "freeze" | "too-late" | "not-yet" | "long-ago"

/** Decides by the dates alone: from `daysBefore` days before Day 1 until the day before it. */
export const freezeDecision = (today: IsoDate, dayOne: IsoDate, daysBefore: number): FreezeDecision => {
  const left = daysBetween(today, dayOne)
  if (left > daysBefore) return "not-yet"
  if (left > 0) return "freeze"
  return left >= -daysOfRemembrance ? "too-late" : "long-ago"
}

const today = Effect.gen(function* () {
  const { timeZone } = yield* JobSettings
  const zone = DateTime.zoneMakeNamed(timeZone)
  if (Option.isNone(zone)) return yield* new JobFailed({ message: `There is no time zone "${timeZone}".` })
  return IsoDate.make(DateTime.formatIsoDate(DateTime.setZone(yield* DateTime.now, zone.value)))
})

/** Meetings without a release, each with its cycle and what is to be done. */
const open = Effect.gen(function* () {
  const { dataDirectory, freezeDaysBefore } = yield* JobSettings
  const { presentCycles } = yield* Effect.promise(() => import("../present-cycles.ts"))
  const frozen = new Set<string>((yield* (yield* Releases).list).map(({ meetingId }) => meetingId))
  const date = yield* today
  const meetings = (yield* presentCycles(dataDirectory)).flatMap((cycle) =>
    cycle.meetings.map((meeting) => ({ cycle, meeting }))
  )
  return meetings
    .filter(({ meeting }) => !frozen.has(meeting.id))
    .map((one) => ({ ...one, decision: freezeDecision(date, one.meeting.start, freezeDaysBefore) }))
})

const freezeOne = Effect.fnUntraced(function* (cycle: Cycle, meeting: Meeting) {
  const { freezeDigest } = yield* Effect.promise(() => import("../release/index.ts"))
  const { release } = yield* freezeDigest({ cycle, meeting, number: null, by: "tributary schedule" })
  return release.number
})

const freezeDue = Effect.gen(function* () {
  const meetings = yield* open
  const due = meetings.filter(({ decision }) => decision === "freeze")
  const numbers = yield* Effect.forEach(due, ({ cycle, meeting }) =>
    Effect.map(freezeOne(cycle, meeting), (number) => ({ meeting, number }))
  )
  const late = meetings.filter(({ decision }) => decision === "too-late")
  return {
    sentence:
      numbers.length === 0
        ? "No digest is due to be frozen."
        : numbers
            .map(({ meeting, number }) => `The digest of ${meeting.id} is frozen as ${number}.`)
            .join(" "),
    counts: { frozen: numbers.length },
    problems: [
      ...numbers.map(
        ({ meeting, number }) =>
          `${number} waits to be published before ${meeting.start}: "tributary digest --release ${number} --out DIR" writes it.`
      ),
      ...late.map(
        ({ meeting }) =>
          `${meeting.id} began on ${meeting.start} without a frozen digest: "tributary digest freeze --meeting ${meeting.id}" makes one.`
      )
    ]
  }
})

export const freezeJob: Job = {
  name: JobName.make("freeze"),
  description: "freezes the digest of a meeting before its Day 1",
  expression: "30 5 * * *",
  changesStore: true,
  run: ({ step }) => step("freeze", JobSummary, freezeDue)
}
