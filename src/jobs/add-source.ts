/** Adds a source to the registry, and its initiative with it when that is new: for whoever may, without registration. */
import { Effect, Option, Schema } from "effect"
import {
  type HttpUrl,
  type Initiative,
  type InitiativeId,
  type ListingSelectors,
  type Source,
  SourceId,
  type SourceKind
} from "../domain/index.ts"
import { Registry } from "../ingest/registry/registry.ts"
import { type Actor, Audit, transaction } from "../store/index.ts"

/** There is no such initiative, and none was described. */
export class InitiativeMissing extends Schema.TaggedError<InitiativeMissing>()("InitiativeMissing", {
  message: Schema.String
}) {}

export interface SourceToAdd {
  readonly initiativeId: InitiativeId
  readonly url: HttpUrl
  /** How it is read; found out by a visit when neither this nor selectors are given. */
  readonly kind: SourceKind | null
  readonly selectors: ListingSelectors | null
  /** Name within the initiative; made from the kind when it is not given. */
  readonly name: string | null
  readonly status: "approved" | "proposed"
  /** Entered when the registry has no such initiative. */
  readonly initiative: Initiative | null
}

/** Enters an initiative with its sources, with an entry in the audit log. */
export const addInitiative = Effect.fn("addInitiative")(
  (initiative: Initiative, sources: ReadonlyArray<Source>, by: Actor) =>
    transaction(
      Effect.gen(function* () {
        yield* (yield* Registry).add({ initiative, sources })
        yield* (yield* Audit).record({
          by,
          action: "initiative.add",
          thing: `initiative:${initiative.id}`,
          after: { initiative, sources }
        })
      })
    )
)

/** Adds the source; gives it with what a person should know of the choice. */
export const addSource = Effect.fn("addSource")(function* (asked: SourceToAdd, by: Actor) {
  const registry = yield* Registry
  const { initiativeId } = asked
  const entry = Option.getOrUndefined(yield* registry.show(initiativeId))
  if (entry === undefined && asked.initiative === null) {
    return yield* new InitiativeMissing({
      message: `There is no initiative ${initiativeId} yet: describe it, or name one of the registry.`
    })
  }
  const { proposeSource } = yield* Effect.promise(() => import("./propose-source.ts"))
  const proposal = yield* proposeSource(asked.url, asked.kind, asked.selectors)
  const taken = new Set<string>(entry?.sources.map(({ id }) => id) ?? [])
  const base = asked.name ?? proposal.kind
  const names = [base, ...Array.from({ length: 99 }, (_, index) => `${base}-${index + 2}`)]
  const free = names.find((name) => !taken.has(`${initiativeId}/${name}`)) ?? base
  const source: Source = {
    id: SourceId.make(`${initiativeId}/${free}`),
    initiativeId,
    kind: proposal.kind,
    url: proposal.url,
    status: asked.status,
    verified: proposal.verified,
    validFrom: null,
    validUntil: null,
    options: proposal.options
  }
  if (entry === undefined && asked.initiative !== null) {
    yield* addInitiative(asked.initiative, [source], by)
  } else {
    yield* transaction(
      Effect.gen(function* () {
        yield* registry.addSource(source)
        yield* (yield* Audit).record({
          by,
          action: "source.add",
          thing: `source:${source.id}`,
          after: source
        })
      })
    )
  }
  return { source, reasons: proposal.reasons }
})
