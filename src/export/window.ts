/**
 * Which outputs a digest counts, and which it only lists.
 *
 * Counted is what is of a counting kind, dated inside the window, and was seen by `asOf`. The same text
 * on several pages or hosts is one output: the one that the others point to stands for all of them, with
 * its own date and initiative, so that a copy elsewhere makes nobody say more.
 */
import { countingKinds } from "../domain/index.ts"
import type {
  DigestOutput,
  DocumentKind,
  InitiativeId,
  IsoDate,
  ListedOutput,
  Output,
  OutputId,
  Timestamp
} from "../domain/index.ts"
import { by, compareText } from "./order.ts"
import type { DigestInput } from "./input.ts"

/** The outputs of a digest, sorted out. */
export interface Selection {
  /** Counted outputs, by date and id. */
  readonly counted: ReadonlyArray<DigestOutput>
  /** Counting outputs of any date, one for each group of copies; for "last heard". */
  readonly everCounted: ReadonlyArray<Output>
  /** Outputs of a counting kind, dated in a window and first seen after an instant: what a freeze missed. */
  readonly arrivedAfter: (
    instant: Timestamp,
    window: { readonly from: IsoDate; readonly to: IsoDate }
  ) => ReadonlyArray<ListedOutput>
  readonly drafts: ReadonlyArray<ListedOutput>
  readonly pressAccounts: ReadonlyArray<ListedOutput>
  readonly undated: ReadonlyArray<ListedOutput>
  readonly late: ReadonlyArray<ListedOutput>
  readonly otherKinds: ReadonlyArray<{ readonly kind: DocumentKind; readonly documents: number }>
}

const counts = (output: Output): boolean => countingKinds.includes(output.kind)

/** Follows `sameAs` to its end; a circle ends at its smallest id, an unknown output is not followed. */
const rootOf = (output: Output, outputs: ReadonlyMap<OutputId, Output>): OutputId => {
  const seen = new Set<OutputId>([output.id])
  let current = output
  while (current.sameAs !== null) {
    const next = outputs.get(current.sameAs)
    if (next === undefined) break
    if (seen.has(next.id)) return [...seen].sort(compareText)[0] ?? output.id
    seen.add(next.id)
    current = next
  }
  return current.id
}

/** One output for each group of copies, with the addresses of the others. */
const withoutCopies = (
  outputs: ReadonlyArray<Output>
): ReadonlyArray<{ output: Output; alsoAt: Array<string> }> => {
  const byId = new Map(outputs.map((output) => [output.id, output]))
  const groups = Map.groupBy(outputs, (output) => rootOf(output, byId))
  return [...groups].flatMap(([root, members]) => {
    // The root may be of no counting kind, or undated, where a copy is: then the best copy stands for all.
    const [first, ...others] = members.toSorted(
      by(
        (output) => (counts(output) ? 0 : 1),
        (output) => (output.publishedAt === null ? 1 : 0),
        (output) => (output.id === root ? 0 : 1),
        (output) => output.publishedAt ?? "",
        (output) => output.id
      )
    )
    if (first === undefined) return []
    return [{ output: first, alsoAt: others.map((other) => other.url).sort(compareText) }]
  })
}

/** The final of a draft, as far as it is known at the time of the digest. */
const finalOf = (output: Output, known: ReadonlyMap<OutputId, Output>): ListedOutput["supersededBy"] => {
  const final = output.supersededBy === null ? undefined : known.get(output.supersededBy)
  return final === undefined
    ? null
    : { id: final.id, url: final.url, title: final.title, publishedAt: final.publishedAt }
}

const listed = (output: Output, known: ReadonlyMap<OutputId, Output>): ListedOutput => ({
  id: output.id,
  initiativeId: output.initiativeId,
  url: output.url,
  title: output.title,
  kind: output.kind,
  language: output.language,
  publishedAt: output.publishedAt,
  firstSeenAt: output.firstSeenAt,
  supersededBy: finalOf(output, known)
})

const byDate = by<ListedOutput | DigestOutput>(
  (output) => output.publishedAt ?? "",
  (output) => output.id
)

/** Sorts the outputs of an input; only those of some initiatives when these are given. */
export const selectOutputs = (
  input: DigestInput,
  chosen: (initiative: InitiativeId) => boolean = () => true
): Selection => {
  const registered = new Set(input.initiatives.map((initiative) => initiative.id))
  const known = input.outputs.filter((output) => registered.has(output.initiativeId))
  const seen = known.filter((output) => output.firstSeenAt <= input.asOf)
  const inWindow = (output: Output) =>
    output.publishedAt !== null &&
    output.publishedAt >= input.window.from &&
    output.publishedAt <= input.window.to
  const captures = new Map(input.captures.map((capture) => [capture.outputId, capture]))

  // Copies are told among all: the copy of a text of another initiative makes nobody say it.
  const singles = withoutCopies(seen).filter(({ output }) => chosen(output.initiativeId))
  const counting = singles.filter(({ output }) => counts(output))
  const counted = counting.flatMap(({ output, alsoAt }): Array<DigestOutput> => {
    if (output.publishedAt === null || !inWindow(output)) return []
    const capture = captures.get(output.id)
    return [
      {
        id: output.id,
        initiativeId: output.initiativeId,
        url: output.url,
        alsoAt,
        title: output.title,
        kind: output.kind,
        inDoubt: output.inDoubt,
        language: output.language,
        publishedAt: output.publishedAt,
        publishedFrom: output.publishedFrom,
        edition: output.edition,
        captureId: capture?.captureId ?? null,
        retrievedAt: capture?.retrievedAt ?? null
      }
    ]
  })

  const seenById = new Map(seen.map((output) => [output.id, output]))
  const list = (outputs: ReadonlyArray<Output>) =>
    outputs.map((output) => listed(output, seenById)).sort(byDate)
  const others = singles
    .map(({ output }) => output)
    .filter((output) => !counts(output) && (output.publishedAt === null || inWindow(output)))
  const ofKind = (kind: DocumentKind) => list(others.filter((output) => output.kind === kind))
  const restKinds: ReadonlyArray<DocumentKind> = ["transcript", "announcement", "news", "not-an-output"]
  return {
    counted: counted.sort(byDate),
    everCounted: counting.map(({ output }) => output),
    arrivedAfter: (instant, { from, to }) =>
      list(
        counting
          .map(({ output }) => output)
          .filter(
            ({ firstSeenAt, publishedAt }) =>
              firstSeenAt > instant && publishedAt !== null && publishedAt >= from && publishedAt <= to
          )
      ),
    drafts: ofKind("draft"),
    pressAccounts: ofKind("press-account"),
    undated: list(counting.map(({ output }) => output).filter((output) => output.publishedAt === null)),
    late: list(
      known.filter(
        (output) =>
          output.firstSeenAt > input.asOf &&
          counts(output) &&
          inWindow(output) &&
          output.sameAs === null &&
          chosen(output.initiativeId)
      )
    ),
    otherKinds: restKinds
      .map((kind) => ({ kind, documents: others.filter((output) => output.kind === kind).length }))
      .filter(({ documents }) => documents > 0)
  }
}
