/** Years of the IGF: what counts, edits, putting back; by the functions of the desk. */
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { Cycle } from "../../../domain/index.ts"
import { type CycleRefused, cycleFaults, editCycle, restoreCycle } from "../../../jobs/edit-cycles.ts"
import { describeCycles, type PresentCycle } from "../../../jobs/present-cycles.ts"
import { Normalizer } from "../../../normalize/normalizer.ts"
import { CycleEdits } from "../../../store/index.ts"
import { PortalSettings } from "../../settings.ts"
import { Api } from "../contract/index.ts"
import { answerPage, numberIn, startOf, wanted } from "../paging.ts"
import { Conflict, noSuch, Unprocessable } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor } from "./begin.ts"

const present = Effect.gen(function* () {
  const { dataDirectory } = yield* PortalSettings
  return yield* Effect.orDie(describeCycles(dataDirectory))
})

const shown = ({ cycle, edit }: PresentCycle) => ({ ...cycle, edit: edit?.id ?? null })

const yearOf = Effect.fnUntraced(function* (year: number) {
  const found = (yield* present).find(({ cycle }) => cycle.year === year)
  return found === undefined ? yield* noSuch(`year ${year}`) : found
})

const refused = ({ message }: CycleRefused) => Effect.fail(new Unprocessable({ detail: message }))

/** Keeps a year as it is to be, and gives it as it counts then. */
const kept = Effect.fnUntraced(function* (before: Cycle | null, after: Cycle, what: string) {
  const { taxonomy } = yield* Normalizer
  const faults = cycleFaults(after, new Set(taxonomy.issues.map(({ id }) => id)))
  if (faults.length > 0) return yield* new Unprocessable({ detail: faults.join(" ") })
  const by = yield* actor
  yield* editCycle({ before, after, what }, by).pipe(Effect.catchTag("CycleRefused", refused))
  return shown(yield* Effect.orDie(yearOf(after.year)))
})

export const cycles = HttpApiBuilder.group(
  Api,
  "cycles",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: () => answer(Effect.map(present, (all) => all.map(shown))),
      get: ({ params }) => answer(Effect.map(yearOf(params.year), shown)),
      save: ({ params: { year }, payload: { edit, ...content } }) =>
        answer(
          Effect.gen(function* () {
            const before = (yield* present).find(({ cycle }) => cycle.year === year)
            const newest = before?.edit?.id ?? null
            if (edit !== undefined && edit !== newest) {
              return yield* new Conflict({
                detail: `The year ${year} was edited since: its newest edit is ${newest ?? "none"}. Read it again.`
              })
            }
            return yield* kept(
              before?.cycle ?? null,
              { ...content, year },
              before === undefined ? "Add a year" : "Edit the year"
            )
          })
        ),
      saveMeeting: ({ params: { meeting: id, year }, payload }) =>
        answer(
          Effect.gen(function* () {
            const { cycle } = yield* yearOf(year)
            const others = cycle.meetings.filter((meeting) => meeting.id !== id)
            const isNew = others.length === cycle.meetings.length
            return yield* kept(
              cycle,
              { ...cycle, meetings: [...others, { ...payload, id }] },
              isNew ? `Add a meeting: ${payload.name}` : `Edit ${payload.name}`
            )
          })
        ),
      removeMeeting: ({ params: { meeting: id, year } }) =>
        answer(
          Effect.gen(function* () {
            const { cycle } = yield* yearOf(year)
            const gone = cycle.meetings.find((meeting) => meeting.id === id)
            if (gone === undefined) return yield* noSuch(`meeting ${id} in ${year}`)
            const meetings = cycle.meetings.filter((meeting) => meeting !== gone)
            const by = yield* actor
            yield* Effect.orDie(
              editCycle({ before: cycle, after: { ...cycle, meetings }, what: `Remove: ${gone.name}` }, by)
            )
            return shown(yield* yearOf(year))
          })
        ),
      history: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const start = yield* startOf("cycle-edits", query)
            const before = start === null ? Number.POSITIVE_INFINITY : yield* numberIn(start[0])
            const found = (yield* (yield* CycleEdits).history(query.year)).filter(({ id }) => id < before)
            const part = found.slice(0, wanted(query))
            return yield* answerPage(request, "cycle-edits", query, part, ({ id }) => [String(id)])
          })
        ),
      restore: ({ params: { year }, payload: { edit } }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const edits = yield* (yield* CycleEdits).history(year)
            if (edit !== null && !edits.some(({ id }) => id === edit)) {
              return yield* noSuch(`edit ${edit} of the year ${year}`)
            }
            yield* restoreCycle(
              edit === null ? { year } : { edit },
              (toFile) => (toFile ? "Put back what the file says" : "Put back"),
              by
            ).pipe(Effect.catchTag("CycleRefused", () => noSuch(`edit of the year ${year}`)))
            const now = (yield* present).find(({ cycle }) => cycle.year === year)
            return now === undefined ? null : shown(now)
          })
        )
    })
  })
)
