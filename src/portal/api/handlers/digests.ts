/** Taxonomy, digests, coverage, meetings. */
import { Effect, Option } from "effect"
import { HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import {
  InitiativeType,
  type Issue,
  type MeetingId,
  type ReleaseNumber,
  UnGroup
} from "../../../domain/index.ts"
import { digestLanguages } from "../../../domain/languages.ts"
import { keptRelease } from "../../../jobs/index.ts"
import { presentCycles } from "../../../jobs/present-cycles.ts"
import { verdictOf } from "../../../jobs/status.ts"
import { Normalizer } from "../../../normalize/normalizer.ts"
import { now, Readings, Releases, Sources, unvisited } from "../../../store/index.ts"
import { keptChanges } from "../../desk/changes.ts"
import { DigestShelf, downloads, type Shelved } from "../../digest/shelf.ts"
import { Known } from "../../reading/known.ts"
import { etagOfHash, isKnownTag } from "../../respond.ts"
import { PortalSettings } from "../../settings.ts"
import { Api, prefix } from "../contract/index.ts"
import { answerWhole } from "../paging.ts"
import { noSuch, Unprocessable } from "../problem.ts"
import { notModified } from "../tags.ts"
import { answers } from "./answer.ts"
import { begin } from "./begin.ts"

/** An address of the portal. */
const at = (path: string) =>
  Effect.map(PortalSettings, ({ baseUrl }) => new URL(path.replace(/^\//, ""), baseUrl).href)

const withTotals = Effect.gen(function* () {
  const totals = yield* (yield* Known).issueTotals
  const { labels } = (yield* Normalizer).taxonomy
  return (issue: Issue) => ({
    ...issue,
    labels: {
      en: issue.label,
      ...Object.fromEntries(
        digestLanguages.flatMap((lang) => {
          const label = labels[lang]?.[issue.id]
          return label === undefined || lang === "en" ? [] : [[lang, label]]
        })
      )
    },
    initiatives: totals.get(issue.id)?.initiatives ?? 0,
    statements: totals.get(issue.id)?.statements ?? 0
  })
})

/** How long a graph is given again without making it anew. */
const graphAge = "5 minutes"

/** The taxonomy as a graph; loaded with the first request for it, since it is large. */
const graph = Effect.gen(function* () {
  const { dataDirectory } = yield* PortalSettings
  const { loadTaxonomy } = yield* Effect.promise(() => import("../../../normalize/taxonomy/load.ts"))
  const { loadPublication } = yield* Effect.promise(
    () => import("../../../normalize/taxonomy/publication.ts")
  )
  const skos = yield* Effect.promise(() => import("../../../export/skos/index.ts"))
  const taxonomy = yield* loadTaxonomy()
  const triples = skos.skosGraph({
    taxonomy,
    publication: yield* loadPublication(taxonomy),
    cycles: yield* presentCycles(dataDirectory)
  })
  return { skos, triples }
}).pipe(Effect.orDie)

export const taxonomy = HttpApiBuilder.group(
  Api,
  "taxonomy",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    const turtle = yield* Effect.cachedWithTTL(
      answer(Effect.map(graph, ({ skos, triples }) => skos.writeTurtle(triples))),
      graphAge
    )
    const jsonld = yield* Effect.cachedWithTTL(
      answer(Effect.map(graph, ({ skos, triples }) => skos.writeJsonLd(triples))),
      graphAge
    )
    return handlers.handleAll({
      get: () =>
        answer(
          Effect.gen(function* () {
            const { areas, issues, version } = (yield* Normalizer).taxonomy
            return {
              version,
              areas,
              issues,
              turtle: yield* at(`${prefix}/taxonomy/skos.ttl`),
              jsonld: yield* at(`${prefix}/taxonomy/skos.jsonld`)
            }
          })
        ),
      turtle: () => turtle,
      jsonld: () => jsonld,
      issues: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const { issues } = (yield* Normalizer).taxonomy
            const complete = yield* withTotals
            return yield* answerWhole(request, "issues", query, issues.map(complete), ({ id }) => id)
          })
        ),
      issue: ({ params }) =>
        answer(
          Effect.gen(function* () {
            const found = (yield* Normalizer).taxonomy.issues.find(({ id }) => id === params.issue)
            if (found === undefined) return yield* noSuch(`issue ${params.issue}`)
            const years = yield* (yield* Known).yearsOfIssue(found.id)
            return { ...(yield* withTotals)(found), years }
          })
        )
    })
  })
)

const described = Effect.fnUntraced(function* ({ meeting, release, slug }: Shelved) {
  const files: Array<{
    readonly language: string
    readonly name: string
    readonly mediaType: string
    readonly url: string
  }> = []
  for (const language of digestLanguages) {
    for (const [name, { type }] of Object.entries(downloads)) {
      files.push({
        language,
        name,
        mediaType: type,
        url: yield* at(`/digest/${slug}/files/${language}/${name}`)
      })
    }
  }
  return {
    slug,
    meetingId: release?.meetingId ?? meeting?.id ?? null,
    release,
    page: yield* at(`/digest/${slug}`),
    json:
      release === null
        ? yield* at(`/digest/${slug}/files/en/digest.json`)
        : yield* at(`${prefix}/digests/${slug}/content`),
    files
  }
})

const shelved = Effect.fnUntraced(function* (number: ReleaseNumber) {
  const found = (yield* (yield* DigestShelf).list).find(({ release }) => release?.number === number)
  return found === undefined ? yield* noSuch(`release ${number}`) : found
})

/** Whether the cycles know a meeting. */
const isMeeting = Effect.fnUntraced(function* (meeting: MeetingId) {
  const { dataDirectory } = yield* PortalSettings
  const cycles = yield* Effect.orDie(presentCycles(dataDirectory))
  return cycles.some(({ meetings }) => meetings.some(({ id }) => id === meeting))
})

const coverage = Effect.fnUntraced(function* (year: string | null) {
  const initiatives = [...(yield* (yield* Known).initiatives).values()]
  const published = yield* (yield* Readings).coverageOf(year)
  const sources = yield* Sources
  const states = new Map((yield* sources.states).map((state) => [state.sourceId, state]))
  const moment = yield* now
  const bySource = Map.groupBy(
    (yield* sources.list({ status: "approved" })).map((source) => ({
      initiative: source.initiativeId,
      isBroken: ["failing", "blocked by robots", "layout changed", "gone", "moved"].includes(
        verdictOf(source, states.get(source.id) ?? unvisited(source.id), moment)
      )
    })),
    ({ initiative }) => initiative
  )
  const rows = initiatives.map(({ id, name, type, unGroups }) => {
    const own = published.get(id)
    const places = bySource.get(id) ?? []
    const status =
      own !== undefined && own.outputs > 0
        ? ("heard" as const)
        : places.length === 0
          ? ("no-source" as const)
          : places.every(({ isBroken }) => isBroken)
            ? ("unreachable" as const)
            : ("silent" as const)
    return {
      initiative: id,
      name,
      type,
      unGroups,
      status,
      outputs: own?.outputs ?? 0,
      statements: own?.statements ?? 0
    }
  })
  const sum = (some: typeof rows) => ({
    registered: some.length,
    heard: some.filter(({ status }) => status === "heard").length
  })
  return {
    year,
    ...sum(rows),
    groups: UnGroup.literals.map((group) => ({
      group,
      ...sum(rows.filter(({ unGroups }) => unGroups.includes(group)))
    })),
    types: InitiativeType.literals.map((type) => ({ type, ...sum(rows.filter((row) => row.type === type)) })),
    initiatives: rows
  }
})

export const digests = HttpApiBuilder.group(
  Api,
  "digests",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: () =>
        answer(
          Effect.gen(function* () {
            return yield* Effect.forEach(yield* (yield* DigestShelf).list, described)
          })
        ),
      get: ({ params }) => answer(Effect.flatMap(shelved(params.number), described)),
      content: ({ params, request }) =>
        answer(
          Effect.gen(function* () {
            // It never changes: its hash says what whoever has it needs to know, and its content is not read.
            const frozen = Option.getOrUndefined(yield* (yield* Releases).get(params.number))
            if (frozen === undefined) return yield* noSuch(`release ${params.number}`)
            const tag = etagOfHash(frozen.contentHash)
            if (isKnownTag(request.headers["if-none-match"], tag)) return notModified(tag)
            const { json } = yield* keptRelease(params.number).pipe(
              Effect.catchTag("UnknownRelease", () => noSuch(`release ${params.number}`)),
              Effect.catchTag("ReleaseTampered", (error) => Effect.die(error))
            )
            // As it is: written anew it could be other bytes.
            return HttpServerResponse.text(json, { contentType: "application/json" })
          })
        ),
      freeze: ({ payload: { meetingId } }) =>
        answer(
          Effect.gen(function* () {
            if (!(yield* isMeeting(meetingId))) {
              return yield* new Unprocessable({
                detail: `There is no meeting ${meetingId}: ${prefix}/meetings names them.`
              })
            }
            const errand = { what: "freeze", meeting: meetingId } as const
            return yield* begin(errand, "digest.freeze", `meeting:${meetingId}`)
          })
        ),
      verify: ({ params: { number } }) =>
        answer(
          Effect.gen(function* () {
            yield* shelved(number)
            return yield* begin({ what: "verify", release: number }, "release.verify", `release:${number}`)
          })
        ),
      compare: ({ params: { meeting } }) =>
        answer(
          Effect.gen(function* () {
            if (!(yield* isMeeting(meeting))) return yield* noSuch(`meeting ${meeting}`)
            return yield* begin({ what: "compare", meeting }, "digest.compare", `meeting:${meeting}`)
          })
        ),
      comparison: ({ params: { meeting } }) =>
        answer(
          Effect.gen(function* () {
            const { baseUrl, dataDirectory } = yield* PortalSettings
            const kept = yield* keptChanges(dataDirectory, meeting)
            if (kept === null) return yield* noSuch(`comparison for the meeting ${meeting} yet`)
            const pageOf = (href: string) => new URL(href.replace(/^\//, ""), baseUrl).href
            return {
              ...kept,
              sections: kept.sections.map(({ lines, ...section }) => ({
                ...section,
                lines: lines.map(({ href, lang, ...line }) => ({
                  ...line,
                  language: lang,
                  page: href === null ? null : pageOf(href)
                }))
              }))
            }
          })
        ),
      coverage: ({ query }) => answer(coverage(query.year ?? null)),
      meetings: () =>
        answer(
          Effect.gen(function* () {
            const { dataDirectory } = yield* PortalSettings
            const cycles = yield* Effect.orDie(presentCycles(dataDirectory))
            return cycles
              .flatMap(({ meetings, year }) => meetings.map((meeting) => ({ ...meeting, cycle: year })))
              .toSorted((a, b) => (a.start < b.start ? -1 : 1))
          })
        )
    })
  })
)
