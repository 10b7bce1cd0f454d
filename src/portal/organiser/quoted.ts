/** In which releases an initiative is quoted, and how often: read once from each release, which never changes. */
import { Context, Effect, Layer, Option, Schema } from "effect"
import type { InitiativeId, ReleaseNumber } from "../../domain/index.ts"
import { Releases, type StoreError } from "../../store/index.ts"

/** What is needed of a digest here. */
const Quotations = Schema.fromJsonString(
  Schema.Struct({ statements: Schema.Array(Schema.Struct({ initiativeId: Schema.String })) })
)
const decode = Schema.decodeUnknownEffect(Quotations)

export interface QuotedIn {
  readonly number: ReleaseNumber
  readonly frozenAt: string
  readonly statements: number
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
      const counts = new Map<string, ReadonlyMap<string, number>>()

      const countsOf = Effect.fnUntraced(function* (number: ReleaseNumber) {
        const known = counts.get(number)
        if (known !== undefined) return known
        const own = new Map<string, number>()
        const contents = yield* releases.contents(number)
        if (Option.isSome(contents)) {
          // A digest of another version of the program may look different: then it quotes nobody here.
          const { statements } = yield* Effect.catch(decode(contents.value.digest), () =>
            Effect.succeed({ statements: [] })
          )
          for (const { initiativeId } of statements) own.set(initiativeId, (own.get(initiativeId) ?? 0) + 1)
        }
        counts.set(number, own)
        return own
      })

      return Quoted.of({
        of: Effect.fnUntraced(function* (initiative: InitiativeId) {
          const found: Array<QuotedIn> = []
          for (const { frozenAt, number } of yield* releases.list) {
            const statements = (yield* countsOf(number)).get(initiative) ?? 0
            if (statements > 0) found.push({ number, frozenAt, statements })
          }
          return found.sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1))
        })
      })
    })
  )
}
