/**
 * What the program reports of its work in English, said in the language of the page where it is one of a closed
 * set: what a job does, what a run counted, what a visit brought, when a source is visited next. In English pages
 * the sentences stand as the command line prints them; so do those, in all languages, that are not in the set.
 */
import { Schema } from "effect"
import { IsoDate, type JobRun, type SourceState, type Visit } from "../../../domain/index.ts"
import type { Value } from "../../../export/html/html.ts"
import type { Verdict } from "../../../jobs/status.ts"
import type { PortalRequest } from "../../request.ts"
import { reported } from "../frame.ts"
import { english } from "./words/en.ts"
import { toldWords } from "./words/index.ts"

/** What is asked of a request: who reads. */
type Reader = Pick<PortalRequest, "lang" | "m">

type Key = keyof typeof english
type Prefixed<P extends string> = Extract<Key, `${P}_${string}`>

/** Whether there is a text of this name: names of jobs and of figures come from the store. */
const isKey = <P extends "job" | "count">(prefix: P, key: string): key is Prefixed<P> =>
  key.startsWith(`${prefix}_`) && key in english

const wordsOf = ({ lang }: Reader) => toldWords.in(lang)

/** What a job does. */
export const jobText = (
  request: Reader,
  job: { readonly name: string; readonly description: string }
): Value => {
  const key = `job_${job.name}`
  return request.lang !== "en" && isKey("job", key)
    ? wordsOf(request).text(key)
    : reported(request, job.description)
}

/** Name of a figure that nobody has put into words: `outputsRead` is "outputs read". */
const spelt = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** What a figure of a run counts. */
export const countText = (request: Reader, name: string): Value => {
  const key = `count_${name}`
  return isKey("count", key) ? wordsOf(request).text(key) : reported(request, spelt(name))
}

/** What came of a run that was not cut short: its sentence, in other languages its figures that are not 0. */
export const summaryText = (request: Reader, { counts, sentence }: NonNullable<JobRun["summary"]>): Value => {
  const { lang, m } = request
  if (lang === "en") return sentence
  const words = wordsOf(request)
  const all = Object.entries(counts)
  const figures = all.filter(([, count]) => count !== 0)
  const said = (figures.length === 0 ? all.slice(0, 1) : figures).flatMap(([name, count]) => {
    const key = `count_${name}`
    return isKey("count", key) ? [m.text("labelled", { label: words.text(key), text: m.number(count) })] : []
  })
  return said.length === 0 ? reported(request, sentence) : said.join(m.text("comma"))
}

/** What a visit brought, or how the server answered. */
export const visitText = (request: Reader, visit: Visit): Value => {
  if (request.lang === "en") return visit.message
  const words = wordsOf(request)
  if (visit.outcome === "ok") {
    const size = Math.max(1, Math.round(visit.bytes / 1024))
    return words.text("gave", { size, type: visit.mediaType ?? "–" })
  }
  return visit.status === null ? "" : words.text("status", { status: String(visit.status) })
}

/** What is wrong with a source, where its verdict asks for a person. */
export const troubleText = (
  request: Reader,
  {
    state,
    trouble,
    verdict
  }: { readonly state: SourceState; readonly trouble: string; readonly verdict: Verdict }
): Value => {
  const { lang, m } = request
  const { lastOutcome } = state
  if (lang === "en") return trouble
  return lastOutcome === null || lastOutcome === "ok" || verdict === "layout changed"
    ? reported(request, trouble)
    : m.text("sentence", { text: m.names.outcome[lastOutcome] })
}

type Pace = (request: Reader, found: RegExpExecArray) => string

const isDate = Schema.is(IsoDate)

const dated =
  (key: "pace_silent" | "pace_quiet" | "pace_event"): Pace =>
  (request, [, date]) =>
    wordsOf(request).text(key, { date: isDate(date) ? request.m.date(date) : "" })

const counted = (text: string | undefined): number => (text === undefined ? 1 : Number(text))

/** The sentences of `nextVisit` (src/jobs/rhythm.ts), which the store keeps as they were written. */
const paces: ReadonlyArray<readonly [sentence: RegExp, said: Pace]> = [
  [/^Its server asks for this pause\.$/, (request) => wordsOf(request).text("pace_asked")],
  [/^Its rhythm is not known yet: /, (request) => wordsOf(request).text("pace_unknown")],
  [/^Nothing new since (\d{4}-\d\d-\d\d): /, dated("pace_silent")],
  [/^Quiet since (\d{4}-\d\d-\d\d): /, dated("pace_quiet")],
  [/^The event of (\d{4}-\d\d-\d\d) is near: /, dated("pace_event")],
  [
    /^Something new every (?:day|(\d+) days): once in 3 days\.$/,
    (request, [, days]) => wordsOf(request).text("pace_slow", { count: counted(days) })
  ],
  [
    /^Something new every (?:day|(\d+) days): (\d+) visits in that time\.$/,
    (request, [, days, visits]) =>
      wordsOf(request).text("pace_usual", { count: counted(days), visits: counted(visits) })
  ],
  [
    /^It failed (?:once|(\d+) times in a row): /,
    (request, [, times]) => wordsOf(request).text("pace_failed", { count: counted(times) })
  ]
]

/** Why a source is visited when it is. */
export const paceText = (request: Reader, reason: string): Value => {
  if (request.lang === "en") return reason
  for (const [sentence, said] of paces) {
    const found = sentence.exec(reason)
    if (found !== null) return said(request, found)
  }
  return reported(request, reason)
}
