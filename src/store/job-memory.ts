/** What jobs remember from one run to the next: small texts under a job's name and a topic. */
import { Array, Context, Effect, Layer, Option, Schema } from "effect"
import type { JobName } from "../domain/index.ts"
import { Database } from "./database.ts"
import type { StoreError } from "./error.ts"
import { UnreadableRow } from "./table.ts"

const decodeValues = Schema.decodeUnknownEffect(Schema.Array(Schema.Struct({ value: Schema.String })))

export class JobMemory extends Context.Service<
  JobMemory,
  {
    readonly get: (job: JobName, topic: string) => Effect.Effect<Option.Option<string>, StoreError>
    readonly set: (job: JobName, topic: string, value: string) => Effect.Effect<void, StoreError>
    /** Sets the value if it sorts after the one that is there; false when it does not. */
    readonly raise: (job: JobName, topic: string, value: string) => Effect.Effect<boolean, StoreError>
  }
>()("tributary/store/JobMemory") {
  static readonly layer = Layer.effect(
    JobMemory,
    Effect.gen(function* () {
      const { guard, sql } = yield* Database

      const get = Effect.fn("JobMemory.get")((job: JobName, topic: string) =>
        sql`SELECT value FROM job_memory WHERE job = ${job} AND topic = ${topic}`.pipe(
          Effect.flatMap(decodeValues),
          Effect.catchTag(
            "SchemaError",
            (error) => new UnreadableRow({ table: "job_memory", message: error.message })
          ),
          Effect.map((rows) => Option.map(Array.head(rows), ({ value }) => value)),
          guard
        )
      )

      const set = Effect.fn("JobMemory.set")((job: JobName, topic: string, value: string) =>
        guard(
          sql`INSERT INTO job_memory ${sql.insert({ job, topic, value })}
              ON CONFLICT (job, topic) DO UPDATE SET value = excluded.value`
        ).pipe(Effect.asVoid)
      )

      const raise = Effect.fn("JobMemory.raise")((job: JobName, topic: string, value: string) =>
        guard(
          sql`INSERT INTO job_memory ${sql.insert({ job, topic, value })}
              ON CONFLICT (job, topic) DO UPDATE SET value = excluded.value
              WHERE job_memory.value < excluded.value RETURNING job`
        ).pipe(Effect.map((rows) => rows.length === 1))
      )

      return JobMemory.of({ get, set, raise })
    })
  )
}
