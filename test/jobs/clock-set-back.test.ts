/** A clock that ran ahead and was set back: what it left in the store holds up nothing. */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { serveFixtures } from "../../fixtures/server.ts"
import { MessageId } from "../../src/domain/index.ts"
import {
  Database,
  Outbox,
  Sources,
  Store,
  storeFileName,
  timestampOf,
  unvisited
} from "../../src/store/index.ts"
import { engines } from "../store/engines.ts"
import * as Example from "../store/example.ts"
import { contentsOf, importAll, register, services } from "./fixture-store.ts"

const hour = 3_600_000

describe.each(engines)("a clock that was set back by a year, on $name", ({ fresh }) => {
  it.live("leaves no source unvisited and no message in the outbox for that year", () =>
    Effect.gen(function* () {
      const options = yield* fresh
      yield* Effect.gen(function* () {
        yield* Example.register
        const sources = yield* Sources
        const now = Date.now()
        const ahead = now + 365 * 24 * hour
        const state = {
          ...unvisited(Example.norviaFeed.id),
          lastVisitAt: timestampOf(ahead),
          nextVisitAt: timestampOf(ahead + hour)
        }
        yield* sources.upsert([{ ...Example.norviaFeed, status: "approved" }])
        yield* sources.saveState(state)
        assert.lengthOf(yield* sources.listDue(timestampOf(now)), 1)
        yield* sources.saveState({
          ...state,
          lastVisitAt: timestampOf(now - hour),
          nextVisitAt: timestampOf(now + 20 * 24 * hour)
        })
        assert.lengthOf(yield* sources.listDue(timestampOf(now)), 0)

        const outbox = yield* Outbox
        const { sql } = yield* Database
        yield* outbox.put({
          id: MessageId.make("m-1"),
          channel: "mail",
          dedupe: null,
          recipient: "nri@igf.example",
          subject: "Report",
          payload: "{}",
          giveUpAt: timestampOf(ahead)
        })
        const claim = outbox.claim("mail", "mine", timestampOf(now + hour))
        yield* sql`UPDATE outbox SET next_attempt_at = ${timestampOf(now + 6 * hour)}`
        assert.isTrue(Option.isNone(yield* claim), "an ordinary pause is kept")
        yield* sql`UPDATE outbox SET next_attempt_at = ${timestampOf(ahead)}, claimed_until = ${timestampOf(ahead)}`
        assert.isTrue(Option.isSome(yield* claim))
      }).pipe(Effect.provide(Store.layer(options)))
    }).pipe(Effect.scoped)
  )
})

describe("a list that was fetched after the clock was set back, and not taken in", () => {
  it.live(
    "is read again from its capture, though its source seems to have been done later",
    () =>
      Effect.gen(function* () {
        const root = yield* Example.temporaryDirectory
        const fixtures = yield* serveFixtures
        const [calm, directory] = [join(root, "calm"), join(root, "set-back")]
        for (const one of [calm, directory]) {
          yield* register(["norvia-igf"]).pipe(Effect.provide(services(one, fixtures)))
        }
        yield* Effect.provide(importAll, services(calm, fixtures))
        const database = new DatabaseSync(join(directory, storeFileName))
        // The program is stopped as soon as it has fetched the first lists.
        database.exec(`CREATE TRIGGER stop BEFORE INSERT ON items BEGIN SELECT RAISE(ABORT, 'gone'); END`)
        assert.isTrue(
          (yield* Effect.exit(Effect.provide(importAll, services(directory, fixtures))))._tag === "Failure"
        )
        database.exec(`DROP TRIGGER stop;
          INSERT INTO source_states (source_id, failures, permanent_seen, gone_seen, last_success_at)
            SELECT id, 0, 0, 0, '2999-01-01T00:00:00.000Z' FROM sources WHERE true
            ON CONFLICT (source_id) DO UPDATE SET last_success_at = excluded.last_success_at`)
        database.close()
        yield* Effect.provide(importAll, services(directory, fixtures))
        assert.deepStrictEqual(contentsOf(directory), contentsOf(calm))
      }),
    60_000
  )
})
