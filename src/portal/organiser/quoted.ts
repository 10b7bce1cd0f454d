/** In which releases an initiative is quoted, and how often: read once from each release, which never changes. */
import { Context, Effect, Layer, Option, Schema } from "effect"
import { InitiativeId, type ReleaseNumber, type Timestamp } from "../../domain/index.ts"
import { Releases, type StoreError } from "../../store/index.ts"

/** What is needed of a digest here. */
const Quotations = Schema.fromJsonString(
  Schema.Struct({
    statements: Schema.Array(
      Schema.Struct({ par: Schema.Int, places: Schema.Array(Schema.Struct({ initiativeId: InitiativeId })) })
    )
  })
)
const decode = Schema.decodeUnknownEffect(Quotations)

export interface QuotedIn {
  readonly number: ReleaseNumber
  readonly frozenAt: Timestamp
  /** Paragraphs in which statements of the initiative are quoted first, in order; each statement once. */
  readonly paragraphs: ReadonlyArray<number>
}

export class Quoted extends Context.Service<
  Quoted,
  {
    /** Releases that quote the initiative, the newest first. */
    readonly of: (initiative: InitiativeId) => Effect.Effect<ReadonlyArray<QuotedIn>, StoreError>
  }
>()("tributary/portal/organiser/Quoted") {
  static readonly layer = Layer.effect(
    Quoted,
    Effect.gen(function* () {
      const releases = yield* Releases
      const known = new Map<ReleaseNumber, ReadonlyMap<InitiativeId, ReadonlyArray<number>>>()

      const paragraphsOf = Effect.fnUntraced(function* (number: ReleaseNumber) {
        const kept = known.get(number)
        if (kept !== undefined) return kept
        const contents = yield* releases.contents(number)
        const own = new Map<InitiativeId, Array<number>>()
        if (Option.isSome(contents)) {
          // A digest of another version of the program may look different: then it is not looked into.
          const { statements } = yield* decode(contents.value.digest).pipe(
            Effect.catch(() => Effect.succeed({ statements: [] }))
          )
          for (const { par, places } of statements) {
            for (const initiative of new Set(places.map(({ initiativeId }) => initiativeId))) {
              const paragraphs = own.get(initiative)
              if (paragraphs === undefined) own.set(initiative, [par])
              else paragraphs.push(par)
            }
          }
        }
        known.set(number, own)
        return own
      })

      return Quoted.of({
        of: Effect.fnUntraced(function* (initiative: InitiativeId) {
          const found: Array<QuotedIn> = []
          for (const { frozenAt, number } of yield* releases.list) {
            const paragraphs = (yield* paragraphsOf(number)).get(initiative) ?? []
            if (paragraphs.length > 0) {
              found.push({ number, frozenAt, paragraphs: paragraphs.toSorted((a, b) => a - b) })
            }
          }
          return found.sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1))
        })
      })
    })
  )
}
