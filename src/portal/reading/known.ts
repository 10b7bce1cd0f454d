/**
 * What nearly every page for readers needs and what changes seldom, kept until the store changes: pages,
 * laid out and compressed, initiatives by id, totals.
 */
import { Clock, Context, Effect, Layer, Semaphore } from "effect"
import type { Initiative, InitiativeId, Issue, IssueId } from "../../domain/index.ts"
import type { DigestLanguage } from "../../domain/languages.ts"
import { messages } from "../../export/catalogue/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import {
  Initiatives,
  type InitiativeTotals,
  type IssueTotals,
  Readings,
  type SearchCount,
  type StoreError,
  type YearOfIssue
} from "../../store/index.ts"
import type { Content } from "../respond.ts"

/** How long the store is taken to be unchanged without asking it. */
const unaskedMs = 250

/** Bytes of pages that are kept, nearly all of them compressed: some 1,500 lists of statements. */
const mostBytes = 8 * 1024 * 1024

/** Searches whose number of results is kept. */
const mostCounts = 1000

/** An issue with its label in a language. */
export interface NamedIssue extends Issue {
  readonly name: string
}

export class Known extends Context.Service<
  Known,
  {
    /** The store was just changed here: what is asked for next is seen as it is now. */
    readonly forget: Effect.Effect<void>
    /**
     * Another text whenever the store changed, asked of it each time: what is read afterwards, here too, is of this
     * revision or of a later one.
     */
    readonly revision: Effect.Effect<string, StoreError>
    readonly initiatives: Effect.Effect<ReadonlyMap<InitiativeId, Initiative>, StoreError>
    readonly issueTotals: Effect.Effect<ReadonlyMap<IssueId, IssueTotals>, StoreError>
    readonly initiativeTotals: Effect.Effect<ReadonlyMap<InitiativeId, InitiativeTotals>, StoreError>
    readonly publishedByYear: Effect.Effect<ReadonlyMap<string, number>, StoreError>
    readonly languages: Effect.Effect<ReadonlyArray<string>, StoreError>
    /** Issues of the taxonomy by id, in its order, named in a language. */
    readonly issues: (lang: DigestLanguage) => ReadonlyMap<IssueId, NamedIssue>
    /** Areas in the taxonomy's order, named in a language. */
    readonly areas: (lang: DigestLanguage) => ReadonlyArray<{ readonly id: string; readonly name: string }>
    /** By year, oldest first; statements without a date are in none. */
    readonly yearsOfIssue: (issue: IssueId) => Effect.Effect<ReadonlyArray<YearOfIssue>, StoreError>
    /** How many a search found, by what was asked, in the store as it is now; for its other pages and languages. */
    readonly counted: (asked: string) => Effect.Effect<SearchCount | undefined, StoreError>
    readonly keepCount: (asked: string, count: SearchCount) => Effect.Effect<void>
    /** A page kept for the store as it is now. */
    readonly keptPage: (key: string) => Effect.Effect<Content | undefined, StoreError>
    readonly keepPage: (key: string, content: Content) => Effect.Effect<void>
  }
>()("tributary/portal/Known") {
  static readonly layer = Layer.effect(
    Known,
    Effect.gen(function* () {
      const readings = yield* Readings
      const initiatives = yield* Initiatives
      const { taxonomy } = yield* Normalizer

      let revision = ""
      let askedAt = -Infinity
      let bytes = 0
      /** With the bytes that each was counted for: one that is asked for in another coding grows. */
      const pages = new Map<string, { readonly content: Content; readonly size: number }>()
      const counts = new Map<string, SearchCount>()

      let asked = 0
      let applied = 0

      /** Asks the store, and forgets everything when it has changed. */
      const ask = Effect.gen(function* () {
        askedAt = yield* Clock.currentTimeMillis
        const turn = ++asked
        const present = yield* readings.revision
        // Whoever asked later may have been answered sooner: an earlier state does not come back.
        if (turn < applied) return present
        applied = turn
        if (present === revision) return present
        revision = present
        pages.clear()
        counts.clear()
        bytes = 0
        return present
      })

      const refresh = Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        if (now < askedAt || now - askedAt >= unaskedMs) yield* ask
      })

      const hold = (key: string, content: Content) => {
        const { size } = content
        bytes += size - (pages.get(key)?.size ?? 0)
        pages.delete(key)
        pages.set(key, { content, size })
        for (const [oldest, own] of pages) {
          if (bytes <= mostBytes) break
          pages.delete(oldest)
          bytes -= own.size
        }
      }

      /** Keeps what an effect gives until the store changes; who asks while it is under way waits for the same. */
      const until = <A>(effect: Effect.Effect<A, StoreError>): Effect.Effect<A, StoreError> => {
        let kept: { readonly revision: string; readonly value: A } | undefined
        const turn = Semaphore.makeUnsafe(1)
        const readOnce = Effect.gen(function* () {
          if (kept?.revision === revision) return kept.value
          const before = revision
          const value = yield* effect
          kept = { revision: before, value }
          return value
        })
        return Effect.andThen(
          refresh,
          Effect.suspend(() =>
            kept?.revision === revision ? Effect.succeed(kept.value) : turn.withPermit(readOnce)
          )
        )
      }

      const years = new Map<IssueId, Effect.Effect<ReadonlyArray<YearOfIssue>, StoreError>>()
      const yearsOfIssue = (issue: IssueId) => {
        const known = years.get(issue) ?? until(readings.yearsOfIssue(issue))
        // Only issues of the taxonomy are asked for, so that it cannot grow beyond them.
        years.set(issue, known)
        return known
      }

      const named = new Map<DigestLanguage, ReadonlyMap<IssueId, NamedIssue>>()
      const issues = (lang: DigestLanguage): ReadonlyMap<IssueId, NamedIssue> => {
        const known = named.get(lang)
        if (known !== undefined) return known
        const labels = taxonomy.labels[lang] ?? {}
        const m = messages(lang)
        const own = new Map(
          taxonomy.issues.map((issue) => [
            issue.id,
            { ...issue, name: m.capital(lang === "en" ? issue.label : (labels[issue.id] ?? issue.label)) }
          ])
        )
        named.set(lang, own)
        return own
      }

      return Known.of({
        forget: Effect.sync(() => {
          askedAt = -Infinity
        }),
        revision: ask,
        initiatives: until(Effect.map(initiatives.list, (list) => new Map(list.map((one) => [one.id, one])))),
        issueTotals: until(readings.issueTotals()),
        initiativeTotals: until(readings.initiativeTotals),
        publishedByYear: until(readings.publishedByYear),
        languages: until(readings.languages),
        yearsOfIssue,
        issues,
        areas: (lang) =>
          taxonomy.areas.map(({ id, label }) => ({ id, name: messages(lang).named("area", id) ?? label })),
        counted: (asked) => Effect.map(refresh, () => counts.get(asked)),
        keepCount: (asked, count) =>
          Effect.sync(() => {
            counts.set(asked, count)
            for (const oldest of counts.keys()) {
              if (counts.size <= mostCounts) break
              counts.delete(oldest)
            }
          }),
        keptPage: (key) =>
          Effect.map(refresh, () => {
            const own = pages.get(key)
            if (own === undefined) return undefined
            // The oldest stands first: what is used moves to the end.
            hold(key, own.content)
            return own.content
          }),
        keepPage: (key, content) =>
          Effect.sync(() => {
            if (content.size <= mostBytes / 20) hold(key, content)
          })
      })
    })
  )
}
