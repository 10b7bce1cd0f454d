/**
 * The Secretariat's decision on a registration: approved, it becomes a source of its initiative by the way of
 * `registry add`, and its organiser gets a private link; refused, its organiser gets the reason. Decision, audit
 * log and mail are one transaction.
 */
import { Effect, Option, Schema } from "effect"
import {
  type Initiative,
  InitiativeId,
  type Registration,
  type RegistrationId,
  type Source,
  SourceId,
  SourceKind,
  type SourceOptions
} from "../../domain/index.ts"
import { slugOf } from "../../ingest/registry/proposal.ts"
import { Registry } from "../../ingest/registry/registry.ts"
import { Mail } from "../../mail/index.ts"
import { type Actor, Audit, Registrations, Sources, transaction } from "../../store/index.ts"
import { linkAddress, makeLink } from "../organisers/links.ts"
import { letters, written } from "./letters/index.ts"

/** Longest reason, in UTF-16 code units. */
export const longestReason = 2000

/** The registration cannot be decided so. */
export class NotDecided extends Schema.TaggedError<NotDecided>()("NotDecided", {
  reason: Schema.Literals(["unknown", "state", "initiative", "source", "reason"]),
  message: Schema.String
}) {}

const inWords: Readonly<Record<Registration["state"], string>> = {
  "awaiting-confirmation": "its mail address is not confirmed yet",
  "awaiting-approval": "it awaits approval",
  approved: "it is approved already",
  refused: "it was refused already",
  expired: "it was not confirmed in time"
}

/** What whoever approves may say otherwise than the organiser did. */
export interface Approval {
  readonly id: RegistrationId
  readonly by: Actor
  /** Address of the portal, for the private link. */
  readonly baseUrl: URL
  /** The initiative: another one of the registry, or the id of the new one. */
  readonly initiativeId?: InitiativeId | undefined
  /** How it is read, where the look found nothing or not the best. */
  readonly kind?: SourceKind | undefined
  /** Address that is followed, where it is not the one that was found. */
  readonly url?: Source["url"] | undefined
}

const isInitiativeId = Schema.is(InitiativeId)

/** An id for a new initiative: of its name, or, where that has no Latin letters, of its country and type. */
export const initiativeIdOf = (
  { country, name, type }: NonNullable<Registration["newInitiative"]>,
  taken: ReadonlySet<string>
): InitiativeId | null => {
  const own = slugOf(name)
  const base =
    own.length >= 3 ? own.slice(0, 60).replace(/-$/, "") : slugOf(`${country ?? "igf"} ${type} igf`)
  const names = [base, ...Array.from({ length: 98 }, (_, index) => `${base}-${index + 2}`)]
  return names.filter(isInitiativeId).find((name) => !taken.has(name)) ?? null
}

/** The registration, if it awaits a decision. */
const awaiting = Effect.fnUntraced(function* (id: RegistrationId) {
  const found = Option.getOrUndefined(yield* (yield* Registrations).get(id))
  if (found === undefined) {
    return yield* new NotDecided({
      reason: "unknown",
      message: `There is no registration ${id}: "tributary registrations list" names those that wait.`
    })
  }
  if (found.state !== "awaiting-approval") {
    return yield* new NotDecided({
      reason: "state",
      message: `The registration ${id} cannot be decided: ${inWords[found.state]}.`
    })
  }
  return found
})

/** The initiative of an approval: of the registry, or new and to be added with its source. */
const initiativeFor = Effect.fnUntraced(function* (
  registration: Registration,
  wish: InitiativeId | undefined
) {
  const registry = yield* Registry
  const asked = wish ?? registration.initiativeId
  if (asked !== null) {
    const known = yield* registry.show(asked)
    if (Option.isSome(known)) return { isNew: false, ...known.value }
  }
  const { newInitiative } = registration
  if (newInitiative === null) {
    return yield* new NotDecided({
      reason: "initiative",
      message: `There is no initiative ${asked ?? ""}: name one of the registry ("tributary registry list").`
    })
  }
  const taken = new Set((yield* registry.list()).map(({ initiative }): string => initiative.id))
  const id = wish ?? initiativeIdOf(newInitiative, taken)
  if (id === null) {
    return yield* new NotDecided({
      reason: "initiative",
      message: "No id could be made for the new initiative: choose one (--initiative ID)."
    })
  }
  const initiative: Initiative = { id, ...newInitiative, website: null, evidenceUrl: registration.url }
  const none: ReadonlyArray<Source> = []
  return { isNew: true, initiative, sources: none }
})

const freeSourceId = (
  initiativeId: InitiativeId,
  kind: SourceKind,
  sources: ReadonlyArray<Source>
): SourceId => {
  const taken = new Set<string>(sources.map(({ id }) => id))
  const names = [kind, ...Array.from({ length: 99 }, (_, index) => `${kind}-${index + 2}`)]
  return SourceId.make(
    `${initiativeId}/${names.find((name) => !taken.has(`${initiativeId}/${name}`)) ?? kind}`
  )
}

/** How the source is followed; a kind or address that a person chose has not been visited. */
const followed = Effect.fnUntraced(function* (registration: Registration, approval: Approval) {
  const found = registration.source
  const kind = approval.kind ?? found?.kind
  if (kind === undefined) {
    return yield* new NotDecided({
      reason: "source",
      message: `Nothing to follow was found at ${registration.url}: say how it is read (--kind shelf, say).`
    })
  }
  const isAsFound = kind === found?.kind && (approval.url === undefined || approval.url === found.url)
  const options: SourceOptions = isAsFound ? found.options : {}
  return { kind, url: approval.url ?? found?.url ?? registration.url, options, verified: isAsFound }
})

/**
 * Approves a registration that awaits it. Its address becomes an approved source, to be visited at the next
 * import; where the initiative has that source already, it is approved.
 */
export const approveRegistration = Effect.fn("registering.approveRegistration")((approval: Approval) =>
  transaction(
    Effect.gen(function* () {
      const registration = yield* awaiting(approval.id)
      const registry = yield* Registry
      const { initiative, isNew, sources } = yield* initiativeFor(registration, approval.initiativeId)
      const { kind, options, url, verified } = yield* followed(registration, approval)
      const known = sources.find((source) => source.url === url)
      const source: Source = known ?? {
        id: freeSourceId(initiative.id, kind, sources),
        initiativeId: initiative.id,
        kind,
        url,
        status: "approved",
        verified,
        validFrom: null,
        validUntil: null,
        options
      }
      if (isNew) yield* registry.add({ initiative, sources: [source] })
      else if (known === undefined) yield* registry.addSource(source)
      else yield* (yield* Sources).setStatus(known.id, "approved")
      yield* (yield* Registrations).approve(registration.id, {
        by: approval.by.name,
        initiativeId: initiative.id,
        sourceId: source.id
      })
      yield* (yield* Audit).record({
        by: approval.by,
        action: "registration.approve",
        thing: `registration:${registration.id}`,
        before: { state: registration.state },
        after: { state: "approved", initiative: initiative.id, isNew, source: source.id, url: source.url }
      })
      const { email, language } = registration
      const { link, secret } = yield* makeLink(initiative.id, email, language)
      const words = letters[language]
      yield* (yield* Mail).queue(
        {
          to: email,
          subject: words.approvedSubject,
          text: written(words.approvedText, {
            url: registration.url,
            initiative: initiative.name,
            link: linkAddress(approval.baseUrl, language, secret)
          })
        },
        { dedupe: `registration-decided:${registration.id}` }
      )
      return { initiative, source: { ...source, status: "approved" as const }, link, isNew }
    })
  )
)

/** Refuses a registration that awaits approval; the reason is mailed to its organiser as it is given. */
export const refuseRegistration = Effect.fn("registering.refuseRegistration")(
  (refusal: { readonly id: RegistrationId; readonly by: Actor; readonly reason: string }) =>
    transaction(
      Effect.gen(function* () {
        const reason = refusal.reason.trim().slice(0, longestReason)
        if (reason === "") {
          return yield* new NotDecided({
            reason: "reason",
            message: "Say why it is refused: the organiser reads it."
          })
        }
        const registration = yield* awaiting(refusal.id)
        yield* (yield* Registrations).refuse(registration.id, { by: refusal.by.name, reason })
        yield* (yield* Audit).record({
          by: refusal.by,
          action: "registration.refuse",
          thing: `registration:${registration.id}`,
          before: { state: registration.state },
          after: { state: "refused", reason }
        })
        const words = letters[registration.language]
        yield* (yield* Mail).queue(
          {
            to: registration.email,
            subject: words.refusedSubject,
            text: written(words.refusedText, { url: registration.url, reason })
          },
          { dedupe: `registration-decided:${registration.id}` }
        )
        return registration
      })
    )
)
