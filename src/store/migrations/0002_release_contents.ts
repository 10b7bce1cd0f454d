/**
 * What a release holds besides its row: who froze it, the recorded inputs and the digest's JSON, both
 * compressed. Neither can be changed or removed, nor replaced under the same number.
 */
import { Effect } from "effect"
import { define, forbid, forbidReplace } from "./dialect.ts"

const table = `CREATE TABLE release_contents (
    number TEXT NOT NULL PRIMARY KEY REFERENCES releases (number),
    frozen_by TEXT,
    inputs_bytes INTEGER NOT NULL,
    inputs BLOB NOT NULL,
    digest_bytes INTEGER NOT NULL,
    digest BLOB NOT NULL
  )`

const guards = [
  forbid("release_contents", "UPDATE", "a release never changes"),
  forbid("release_contents", "DELETE", "a release is never removed"),
  forbidReplace("release_contents", "number", "a release never changes"),
  forbidReplace("releases", "number", "a release never changes")
]

export default Effect.andThen(define([table]), Effect.all(guards, { discard: true }))
