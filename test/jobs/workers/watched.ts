/** Workers as a test watches them: through the database, and with nothing to do but imports. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { PgClient } from "@effect/sql-pg"
import { Context, Effect, Layer, Redacted } from "effect"
import { SqlClient } from "effect/sql"

/** Writes a configuration in the folder by which imports begin each second, and no other job; gives its path. */
export const writeOnlyImports = (folder: string): string => {
  const config = join(folder, "jobs.yaml")
  const off = ["renormalize", "freeze", "health-report", "archive-verify", "backup"]
  writeFileSync(config, `jobs:\n  import: "* * * * * *"\n${off.map((job) => `  ${job}: off\n`).join("")}`)
  return config
}

/** Rows of a query on the database, behind the back of the program. */
export const asking = (url: string) =>
  Effect.map(
    Layer.build(PgClient.layer({ url: Redacted.make(url), startupParameters: { search_path: "tributary" } })),
    (context) => {
      const sql = Context.get(context, SqlClient.SqlClient)
      const ask = (query: string) =>
        Effect.runPromise(
          sql.unsafe<Readonly<Record<string, unknown>>>(query).pipe(Effect.orElseSucceed(() => []))
        )
      const until = async (query: string) => {
        for (let tries = 0; tries < 1200; tries++) {
          const rows = await ask(query)
          if (rows.length > 0) return rows
          await wait(25)
        }
        throw new Error(`never: ${query}`)
      }
      return { ask, until }
    }
  )
