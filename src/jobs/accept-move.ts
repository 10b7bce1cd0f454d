/**
 * Follows a source that has moved for good: the old one is retired with its last day, a new one begins at
 * the new address. Nothing is overwritten, so that the past stays as it was (docs/politeness.md).
 */
import { Effect, Option, Schema } from "effect"
import { IsoDate, type Source, SourceId } from "../domain/index.ts"
import { now, Sources, Store } from "../store/index.ts"
import { enoughObservations } from "./source-state.ts"

/** There is no such source, or it has not moved. */
export class NothingToAccept extends Schema.TaggedError<NothingToAccept>()("NothingToAccept", {
  message: Schema.String
}) {}

const isSourceId = Schema.is(SourceId)
const day = Schema.decodeSync(IsoDate)

/** The first free name that continues another one: `a/feed` gives `a/feed-2`. */
const nextName = (id: SourceId, taken: ReadonlySet<string>): SourceId | undefined => {
  const base = id.replace(/-\d+$/, "")
  return Array.from({ length: 99 }, (_, index) => `${base}-${index + 2}`)
    .filter(isSourceId)
    .find((name) => !taken.has(name))
}

/** What came of it: the retired source, and the one that goes on. */
export interface AcceptedMove {
  readonly retired: Source
  readonly source: Source
}

/**
 * Accepts a move that permanent redirects showed at two visits. Where the new address is registered for the
 * initiative already, the old source is only retired.
 */
export const acceptMove = Effect.fn("acceptMove")(function* (id: SourceId) {
  const sources = yield* Sources
  const store = yield* Store
  const found = Option.getOrUndefined(yield* sources.get(id))
  if (found === undefined) {
    return yield* new NothingToAccept({
      message: `There is no source ${id}: "tributary registry show INITIATIVE" names those of an initiative.`
    })
  }
  const { permanentSeen, permanentUrl } = yield* sources.state(id)
  if (permanentUrl === null || permanentSeen < enoughObservations || found.status !== "approved") {
    return yield* new NothingToAccept({
      message: `${id} has not moved: permanent redirects to one address must have been seen at two visits. To register an address yourself: "tributary registry add URL".`
    })
  }
  return yield* store.transaction(
    Effect.gen(function* () {
      const all = yield* sources.list()
      const today = day((yield* now).slice(0, 10))
      const retired: Source = { ...found, status: "retired", validUntil: today }
      const there = all.find((one) => one.url === permanentUrl && one.initiativeId === found.initiativeId)
      const name = nextName(id, new Set(all.map((one) => one.id)))
      if (there === undefined && name === undefined) {
        return yield* new NothingToAccept({
          message: `${id} has moved too often to find a name for the next one: "tributary registry add ${permanentUrl} --as NAME".`
        })
      }
      const source: Source = there ?? {
        ...found,
        id: name ?? id,
        url: permanentUrl,
        validFrom: today,
        validUntil: null
      }
      yield* sources.upsert([retired, source])
      return { retired, source } satisfies AcceptedMove
    })
  )
})
