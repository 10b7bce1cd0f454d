/**
 * Politeness over all processes that work on a store in PostgreSQL: whose turn it is at a host stands in the
 * database. A store in a file has one import at a time, in one process, which needs nothing of the kind.
 */
import { Clock, Effect, Layer, Random, Schedule } from "effect"
import { SharedTurns, type Turns } from "../ingest/visit/index.ts"
import { Database, HostTurns, turnLastsMs } from "../store/index.ts"

/** Milliseconds between two looks whether another process is done with a host, at the least and at the most. */
const soonest = 40
const latest = 400

/** Milliseconds that a request waits for its turn at most. */
const longestWait = 20 * 60_000

const makeTurns = Effect.gen(function* () {
  const store = yield* HostTurns
  const mine = new Set<string>()
  // A store that fails here fails the next request too, which tells it.
  yield* Effect.suspend(() => Effect.ignore(store.renew([...mine]))).pipe(
    Effect.repeat(Schedule.spaced(turnLastsMs / 3)),
    Effect.forkScoped
  )
  yield* Effect.ignore(store.tidy).pipe(Effect.repeat(Schedule.spaced("1 hour")), Effect.forkScoped)

  const take: Turns["take"] = Effect.fnUntraced(function* (host, immediate) {
    const until = (yield* Clock.currentTimeMillis) + longestWait
    for (let look = soonest; ; look = Math.min(latest, look * 1.5)) {
      // Noted before it is known: a turn that comes while this is interrupted is given back all the same.
      mine.add(host)
      const turn = yield* Effect.orDie(store.take(host, immediate))
      if (turn._tag === "Taken") return 0
      mine.delete(host)
      if (turn._tag === "Held") return turn.left
      if ((yield* Clock.currentTimeMillis) > until) return longestWait
      const jitter = 0.5 + (yield* Random.next)
      yield* Effect.sleep(turn._tag === "Pausing" ? turn.left : look * jitter)
    }
  })

  const giveBack: Turns["giveBack"] = (host, pause, hold) =>
    Effect.suspend(() =>
      // A turn that cannot be given back lapses by itself.
      mine.delete(host) ? Effect.ignoreCause(store.giveBack(host, pause, hold)) : Effect.void
    )
  return { take, giveBack } satisfies Turns
})

/** Turns by the database where several processes may work on the store. */
export const sharedTurns = Layer.effect(
  SharedTurns,
  Effect.flatMap(Database, ({ engine }) => (engine === "postgres" ? makeTurns : Effect.succeed(null)))
)
