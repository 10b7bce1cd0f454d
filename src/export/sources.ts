/**
 * Sources that could not be read when they were last visited.
 */
import type { FailingSource } from "../domain/index.ts"
import type { DigestInput } from "./input.ts"
import { by } from "./order.ts"

/** The approved sources whose last visit failed, by id. */
export const failingSources = (
  input: Pick<DigestInput, "sources" | "sourceStates">
): ReadonlyArray<FailingSource> => {
  const states = new Map(input.sourceStates.map((state) => [state.sourceId, state]))
  return input.sources
    .flatMap((source): Array<FailingSource> => {
      const state = states.get(source.id)
      if (source.status !== "approved" || state === undefined || state.failures === 0) return []
      return [
        {
          sourceId: source.id,
          initiativeId: source.initiativeId,
          url: source.url,
          outcome: state.lastOutcome,
          message: state.lastMessage,
          lastSuccessAt: state.lastSuccessAt,
          failures: state.failures
        }
      ]
    })
    .sort(by((source) => source.sourceId))
}
