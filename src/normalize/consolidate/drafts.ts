/**
 * Drafts tied to their finals: the same initiative, the same edition, the same title but for the words that
 * say which draft it is. A final is an output of a kind that counts and is not older than its draft.
 */
import { countingKinds, type Output, type OutputId } from "../../domain/index.ts"
import { fold } from "../phrases/fold.ts"

/** What titles add to say that a text is a draft or the final, in the seven languages and German. */
const stateWords =
  /(?<!\p{L})(?:(?:zero|first|second|third|final|working|rough|revised|consolidated|public|rascunho|borrador|brouillon|entwurf)\s+)?(?:draft|borrador|brouillon|avant-projet|rascunho|minuta|entwurf|проект|черновик|مسوده|المسوده)(?:\s*(?:no\.?|nr\.?|n[o°º]|version|v\.?)?\s*\d{1,2}(?:\.\d+)?)?(?:\s+for\s+comments?)?|(?<!\p{L})(?:final(?:\s+version)?|version\s+finale|version\s+final|versao\s+final|endfassung|окончательн\p{L}*|النهائيه)(?!\p{L})|(?<!\p{L})v(?:ersion)?\.?\s*\d+(?:\.\d+)?|征求意见稿|草案|初稿|终稿|定稿/gu

/** Words of a title without those of its state. */
const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    fold(title)
      .replaceAll(stateWords, " ")
      .match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  )

/** Share of the words of both titles that stand in both, from 0 to 1. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}

/** Titles less alike than this name different texts. */
const sameTitle = 0.8

/** A title of fewer words ("Draft", "Messages") says too little to tie anything to it. */
const enoughWords = 2

const isAfter = (final: Output, draft: Output): boolean =>
  final.publishedAt === null || draft.publishedAt === null || final.publishedAt >= draft.publishedAt

const isOneEdition = (a: Output, b: Output): boolean =>
  a.edition === null || b.edition === null || a.edition === b.edition

/** The final of each draft that has one, by the draft's id. The order of the list does not matter. */
export const finalsOfDrafts = (outputs: ReadonlyArray<Output>): ReadonlyMap<OutputId, OutputId> => {
  const tied = new Map<OutputId, OutputId>()
  for (const group of Map.groupBy(outputs, ({ initiativeId }) => initiativeId).values()) {
    const finals = group.filter(({ kind, sameAs }) => countingKinds.includes(kind) && sameAs === null)
    for (const draft of group) {
      if (draft.kind !== "draft") continue
      const words = wordsOf(draft.title)
      if (words.size < enoughWords) continue
      const [best] = finals
        .filter((final) => isOneEdition(final, draft) && isAfter(final, draft))
        .map((final) => ({ final, score: likeness(words, wordsOf(final.title)) }))
        .filter(({ score }) => score >= sameTitle)
        .toSorted(
          (a, b) =>
            b.score - a.score ||
            (a.final.publishedAt ?? "9999").localeCompare(b.final.publishedAt ?? "9999") ||
            a.final.id.localeCompare(b.final.id)
        )
      if (best !== undefined) tied.set(draft.id, best.final.id)
    }
  }
  return tied
}
