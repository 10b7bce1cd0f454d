/** Failed sign-ins in the store, by account and by network address, so that guessing is slowed down. */
import { Context, Effect, Layer } from "effect"
import type { Timestamp } from "../../domain/index.ts"
import { Database } from "../database.ts"
import type { StoreError } from "../error.ts"

/** What is remembered of a key. */
export interface Attempted {
  readonly failures: number
  readonly lastAt: Timestamp
  readonly blockedUntil: Timestamp
}

export class Attempts extends Context.Service<
  Attempts,
  {
    /**
     * Changes what is remembered of a key, in one transaction, by a rule that is given what stands there;
     * null leaves it as it is.
     */
    readonly change: (
      key: string,
      rule: (known: Attempted | null) => Attempted | null
    ) => Effect.Effect<void, StoreError>
    readonly clear: (key: string) => Effect.Effect<void, StoreError>
    /** Removes those whose last failure lies before the instant. */
    readonly forget: (before: Timestamp) => Effect.Effect<number, StoreError>
  }
>()("tributary/store/Attempts") {
  static readonly layer = Layer.effect(
    Attempts,
    Effect.gen(function* () {
      const { guard, sql, transaction } = yield* Database

      const change = Effect.fn("Attempts.change")(
        (key: string, rule: (known: Attempted | null) => Attempted | null) =>
          transaction(
            Effect.gen(function* () {
              // Written before it is read: so the row is ours, with either engine, until the end.
              yield* sql`INSERT INTO failed_attempts ${sql.insert({ key, failures: 0, last_at: "", blocked_until: "" })}
                ON CONFLICT ("key") DO UPDATE SET failures = failed_attempts.failures`
              const [known] = yield* sql<{ failures: number; lastAt: Timestamp; blockedUntil: Timestamp }>`
                SELECT CAST(failures AS INTEGER) AS "failures", last_at AS "lastAt", blocked_until AS "blockedUntil"
                FROM failed_attempts WHERE "key" = ${key}`
              const next = rule(known === undefined || known.failures === 0 ? null : known)
              if (next !== null) {
                yield* sql`UPDATE failed_attempts SET failures = ${next.failures}, last_at = ${next.lastAt},
                  blocked_until = ${next.blockedUntil} WHERE "key" = ${key}`
              }
            })
          )
      )

      return Attempts.of({
        change,
        clear: Effect.fn("Attempts.clear")((key: string) =>
          guard(Effect.asVoid(sql`DELETE FROM failed_attempts WHERE "key" = ${key}`))
        ),
        forget: Effect.fn("Attempts.forget")((before: Timestamp) =>
          sql`DELETE FROM failed_attempts WHERE last_at < ${before} RETURNING failures`.pipe(
            Effect.map((rows) => rows.length),
            guard
          )
        )
      })
    })
  )
}
