/**
 * Issues by their names in all languages, for names that people write: compared without case and accents.
 */
import type { IssueId, Taxonomy } from "../../domain/index.ts"
import { fold } from "../phrases/fold.ts"
import type { Labels } from "./labels.ts"

const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Finds issues by id or preferred label; of two issues of one name the first of the taxonomy is meant. */
export const issueNames = (
  taxonomy: Pick<Taxonomy, "issues"> & { readonly labels: Labels }
): ((name: string) => IssueId | null) => {
  const known = new Map<string, IssueId>()
  const learn = (name: string | undefined, id: IssueId) => {
    const key = keyOf(name ?? "")
    if (key !== "" && !known.has(key)) known.set(key, id)
  }
  for (const { id, label } of taxonomy.issues) {
    learn(label, id)
    learn(id, id)
  }
  for (const labels of Object.values(taxonomy.labels))
    for (const { id } of taxonomy.issues) learn(labels[id], id)
  return (name) => known.get(keyOf(name)) ?? null
}
