/**
 * Which features a model knows: those of at least two texts, with their rarity.
 */
import type { SparseModel } from "../classify/sparse.ts"
import type { Features } from "../classify/surface.ts"

/** Counts features over texts (and terms, at their weight) and keeps those seen often enough. */
export const chooseFeatures = (
  texts: ReadonlyArray<{ readonly surface: Features; readonly weight: number }>,
  least: number,
  familyWeights: ReadonlyArray<number>
): Pick<SparseModel, "familyWeights" | "hashes" | "rarity"> => {
  const counts = new Map<number, number>()
  let total = 0
  for (const { surface, weight } of texts) {
    total += weight
    for (const hash of new Set(surface.numbers)) counts.set(hash, (counts.get(hash) ?? 0) + weight)
  }
  const kept = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => a - b)
  return {
    familyWeights,
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, count]) => Math.log(1 + total / count))
  }
}
