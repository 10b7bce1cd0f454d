/**
 * The plain-language report of a run or of a week: a pure function of facts and alarms.
 */
import type { Alarm } from "../../domain/index.ts"
import type { AlarmChanges } from "./alarms.ts"
import { isRequest } from "./conditions.ts"
import type { SourceFacts, TellingFacts } from "./facts.ts"
import { counted, day, joined, sentence } from "./words.ts"

export interface ReportSection {
  readonly heading: string
  readonly lines: ReadonlyArray<string>
}

export interface Report {
  readonly kind: "run" | "week"
  /** Says in a few words whether somebody must act. */
  readonly subject: string
  readonly needsAction: boolean
  /** Those with lines only. */
  readonly sections: ReadonlyArray<ReportSection>
}

/** Lines of a list at most; the rest is counted. */
const longest = 30

const shortened = (lines: ReadonlyArray<string>, where: string): ReadonlyArray<string> =>
  lines.length <= longest
    ? lines
    : [...lines.slice(0, longest), `and ${(lines.length - longest).toLocaleString("en")} more: ${where}.`]

const alarmLine = ({ about, sentence }: Alarm) => `${about}: ${sentence}`

const lastingLine = (alarm: Alarm) => `${alarm.about}, since ${day(alarm.since)}: ${alarm.sentence}`

const endedLine = ({ about, beganAt }: Alarm) => `${about}: well again (told on ${day(beganAt)}).`

const arrivalLines = ({ arrivals }: TellingFacts): ReadonlyArray<string> =>
  arrivals
    .toSorted((a, b) => b.counting - a.counting || a.initiative.localeCompare(b.initiative, "en"))
    .map(
      ({ counting, initiative, outputs }) =>
        `${initiative}: ${counted(outputs, "output")}, ${counting} of the kinds that count.`
    )

const silentLine = ({ id, initiative, lastChangeAt }: SourceFacts) =>
  `${initiative} (${id}): ${lastChangeAt === null ? "nothing yet" : `nothing new since ${day(lastChangeAt)}`}; look whether it publishes elsewhere.`

const waitingLines = ({ checks, inDoubt, sources }: TellingFacts): ReadonlyArray<string> => {
  const proposed = sources.filter(({ verdict }) => verdict === "proposed").length
  return [
    ...(proposed === 0
      ? []
      : [
          `${counted(proposed, "source is", "sources are")} proposed and not visited until somebody approves: "tributary registry list" names ${proposed === 1 ? "it" : "them"}.`
        ]),
    ...(inDoubt === 0
      ? []
      : [
          `${counted(inDoubt, "output waits", "outputs wait")} for a reviewer's eye: "tributary status" names ${inDoubt === 1 ? "it" : "them"}.`
        ]),
    ...checks.filter(({ state }) => state === "degraded").map(({ sentence: text }) => sentence(text))
  ]
}

const section = (heading: string, lines: ReadonlyArray<string>, where = '"tributary status"') => ({
  heading,
  lines: shortened(lines, where)
})

const withLines = (sections: ReadonlyArray<ReportSection>) => sections.filter(({ lines }) => lines.length > 0)

/** Alarms of things that do not work, and what organisers handed in. */
const parted = (alarms: ReadonlyArray<Alarm>) => ({
  troubles: alarms.filter((alarm) => !isRequest(alarm)),
  requests: alarms.filter(isRequest)
})

/** What there is to tell after a run. */
export const runReport = (facts: TellingFacts, changes: AlarmChanges): Report => {
  const begun = parted(changes.begun)
  const reminded = parted(changes.reminded)
  const ended = parted(changes.ended).troubles
  const requests = [...begun.requests, ...reminded.requests]
  const open = changes.begun.length + changes.reminded.length
  const others = changes.lasting.length
  const subject =
    begun.troubles.length > 0
      ? `Tributary: ${counted(begun.troubles.length, "thing needs", "things need")} a look`
      : reminded.troubles.length > 0
        ? `Tributary: ${counted(reminded.troubles.length, "thing still needs", "things still need")} a look`
        : requests.length > 0
          ? "Tributary: organisers wait for an answer"
          : `Tributary: ${counted(ended.length, "thing is", "things are")} well again`
  return {
    kind: "run",
    subject,
    needsAction: open > 0,
    sections: withLines([
      section("Needs a look", begun.troubles.map(alarmLine)),
      section(
        "Still not mended after a week (this is told for the last time)",
        reminded.troubles.map(lastingLine)
      ),
      section("Waits for a person", requests.map(alarmLine)),
      section("Well again", ended.map(endedLine)),
      section("What came", arrivalLines(facts)),
      section(
        "Besides",
        others === 0
          ? []
          : [
              `${counted(others, "thing", "things")} told before still ${others === 1 ? "needs" : "need"} a look.`
            ]
      )
    ])
  }
}

/** What there is to tell of a week. */
export const weekReport = (facts: TellingFacts, changes: AlarmChanges): Report => {
  const { at, heard, initiatives, since, sources, statements } = facts
  const all = [...changes.begun, ...changes.reminded, ...changes.lasting].toSorted((a, b) =>
    a.since < b.since ? -1 : a.since > b.since ? 1 : a.key < b.key ? -1 : 1
  )
  const waiting = [...parted(all).requests.map(alarmLine), ...waitingLines(facts)]
  const open = parted(all).troubles
  const active = sources.filter(({ verdict }) => !["proposed", "paused", "retired"].includes(verdict))
  const fresh = facts.arrivals.reduce((sum, { outputs }) => sum + outputs, 0)
  const subject = `Tributary: the week to ${day(at)}, ${joined([
    counted(fresh, "new output"),
    ...(open.length > 0 ? [counted(open.length, "thing needs", "things need") + " a look"] : [])
  ])}`
  return {
    kind: "week",
    subject,
    needsAction: open.length > 0 || waiting.length > 0,
    sections: withLines([
      section("Needs a look", open.map(lastingLine)),
      section("Waits for a person", waiting),
      section(`What came since ${day(since)}`, fresh === 0 ? ["Nothing new came."] : arrivalLines(facts)),
      section("Well again", parted(changes.ended).troubles.map(endedLine)),
      section(
        "Silent for longer than usual",
        sources.filter(({ verdict }) => verdict === "silent").map(silentLine),
        '"tributary status"'
      ),
      section("As a whole", [
        `${heard.toLocaleString("en")} of ${counted(initiatives, "initiative")} heard so far; ${counted(active.length, "source")} followed; ${counted(statements, "statement")}.`
      ])
    ])
  }
}

/** The report as plain text, one paragraph a line. */
export const reportText = ({ sections, subject }: Report): string =>
  [
    subject,
    ...sections.map(({ heading, lines }) =>
      [heading, "-".repeat(heading.length), ...lines.map((line) => `* ${line}`)].join("\n")
    )
  ].join("\n\n") + "\n"
