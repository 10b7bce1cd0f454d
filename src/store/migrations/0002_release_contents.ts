/**
 * What a release holds besides its row: who froze it, the recorded inputs and the digest's JSON, both
 * compressed. Neither can be changed or removed, nor replaced under the same number.
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

const statements = [
  `CREATE TABLE release_contents (
    number TEXT NOT NULL PRIMARY KEY REFERENCES releases (number),
    frozen_by TEXT,
    inputs_bytes INTEGER NOT NULL,
    inputs BLOB NOT NULL,
    digest_bytes INTEGER NOT NULL,
    digest BLOB NOT NULL
  )`,
  `CREATE TRIGGER release_contents_no_update BEFORE UPDATE ON release_contents
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END`,
  `CREATE TRIGGER release_contents_no_delete BEFORE DELETE ON release_contents
   BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END`,
  // INSERT OR REPLACE removes the old row without asking the triggers on DELETE.
  `CREATE TRIGGER release_contents_no_replace BEFORE INSERT ON release_contents
   WHEN EXISTS (SELECT 1 FROM release_contents WHERE number = NEW.number)
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END`,
  `CREATE TRIGGER releases_no_replace BEFORE INSERT ON releases
   WHEN EXISTS (SELECT 1 FROM releases WHERE number = NEW.number)
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END`
]

export default Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (const statement of statements) yield* sql.unsafe(statement)
})
