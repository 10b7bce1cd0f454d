/** The furniture of a site among its statements: what an initiative repeats, word for word, from page to page. */
import type { StatementId, StatementToCompare } from "../../domain/index.ts"
import { fold } from "../phrases/fold.ts"
import { step, type Steps } from "./steps.ts"

/** Outputs in which a text must stand again, word for word, to be taken for the furniture of a site. */
const repeatedIn = 3

/**
 * Ids of the statements whose text stands in at least three outputs of one initiative: the paragraph that
 * introduces the IGF on every page, a footer. Numbered messages are never meant.
 */
export function* repeatedBoilerplate(
  statements: ReadonlyArray<StatementToCompare>
): Steps<ReadonlySet<StatementId>> {
  const found = new Set<StatementId>()
  let done = 0
  for (const own of Map.groupBy(statements, ({ initiativeId }) => initiativeId).values()) {
    // Few texts come again: where each stood first is all that is held of the others.
    const first = new Map<string, StatementToCompare>()
    const again = new Map<string, Array<StatementToCompare>>()
    for (const statement of own) {
      yield* step("furniture", done++, statements.length)
      const key = fold(statement.text)
      const before = first.get(key)
      if (before === undefined) first.set(key, statement)
      else {
        const others = again.get(key)
        if (others === undefined) again.set(key, [before, statement])
        else others.push(statement)
      }
    }
    for (const same of again.values()) {
      if (same.some(({ isNumbered }) => isNumbered)) continue
      if (new Set(same.map(({ outputId }) => outputId)).size < repeatedIn) continue
      for (const { id } of same) found.add(id)
    }
  }
  return found
}
