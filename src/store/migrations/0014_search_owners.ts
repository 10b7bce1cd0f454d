/**
 * The index says of what type and UN groups an initiative is, and years follow from the numbers of its entries:
 * a search that is narrowed by them need not name hundreds of initiatives. Entered anew.
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { fillSearch } from "../search/fill.ts"

export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql.onDialectOrElse({
    pg: () => Effect.void,
    orElse: () => Effect.asVoid(sql`INSERT INTO search_index (search_index) VALUES ('delete-all')`)
  })
  yield* sql`DELETE FROM search_entries`
  yield* sql`DELETE FROM output_issues`
  yield* fillSearch(sql)
})
