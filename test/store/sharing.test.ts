import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { Alarm, JobName, JobRunId, RunId, SourceId, Timestamp } from "../../src/domain/index.ts"
import {
  Alarms,
  CurrentProcess,
  Database,
  HostTurns,
  ImportGroups,
  JobRuns,
  Store,
  type StoreOptions,
  transaction
} from "../../src/store/index.ts"
import { engines } from "./engines.ts"

/** The store as a process of another machine sees it. */
const as = (options: StoreOptions, host: string) =>
  Layer.fresh(Store.layer(options)).pipe(
    Layer.provide(Layer.succeed(CurrentProcess, { host, pid: 7, start: 1_700_000_000_000 }))
  )

const run = JobRunId.make("import@2026-02-05T06:17:00Z")
const at = Timestamp.make("2026-02-05T06:17:00.000Z")

const take = (host: string) => Effect.flatMap(HostTurns, (turns) => turns.take(host, false))

const giveBack = (pause: number, hold: number) =>
  Effect.flatMap(HostTurns, (turns) => turns.giveBack("a.example", pause, hold))

/** Begins the alarm unless it is open. */
const begin = (id: string) =>
  transaction(
    Effect.gen(function* () {
      const alarms = yield* Alarms
      if ((yield* alarms.open).length > 0) return
      const alarm = { id, key: "check:disk", about: null, sentence: "The disk is full.", since: at }
      yield* alarms.save([
        Alarm.make({ ...alarm, about: "disk", beganAt: at, remindedAt: null, endedAt: null })
      ])
    })
  )

for (const { fresh, name } of engines) {
  describe(`What processes share, in ${name}`, () => {
    it.live("a host has one turn at a time, and rests after it", () =>
      Effect.gen(function* () {
        const options = yield* fresh
        const here = yield* Layer.build(as(options, "atlas"))
        const there = yield* Layer.build(as(options, "boreas"))
        assert.strictEqual((yield* Effect.provideContext(take("a.example"), here))._tag, "Taken")
        assert.strictEqual((yield* Effect.provideContext(take("a.example"), there))._tag, "Busy")
        assert.strictEqual((yield* Effect.provideContext(take("b.example"), there))._tag, "Taken")
        yield* Effect.provideContext(giveBack(60_000, 0), there)
        assert.strictEqual((yield* Effect.provideContext(take("a.example"), there))._tag, "Busy")
        yield* Effect.provideContext(giveBack(60_000, 0), here)
        assert.strictEqual((yield* Effect.provideContext(take("a.example"), there))._tag, "Pausing")
      }).pipe(Effect.scoped)
    )

    it.live("a group is taken by one process, given back, and done once", () =>
      Effect.gen(function* () {
        const options = yield* fresh
        const here = yield* Layer.build(as(options, "atlas"))
        const there = yield* Layer.build(as(options, "boreas"))
        const groups = [[SourceId.make("a/feed")], [SourceId.make("b/feed")]]
        yield* Effect.gen(function* () {
          const wish = { id: run, job: JobName.make("import"), trigger: "schedule", scheduledAt: at } as const
          yield* (yield* JobRuns).begin({ ...wish, durable: true })
          yield* (yield* ImportGroups).offer(run, RunId.make("run-20260205T061700Z-1f9c"), groups)
        }).pipe(Effect.provideContext(here))
        const next = Effect.flatMap(ImportGroups, (queue) => queue.take)
        const [first] = yield* Effect.provideContext(next, here)
        const [second] = yield* Effect.provideContext(next, there)
        assert.deepStrictEqual([first?.place, second?.place], [0, 1])
        assert.deepStrictEqual(yield* Effect.provideContext(next, here), [])
        yield* Effect.gen(function* () {
          const queue = yield* ImportGroups
          assert.lengthOf(
            yield* queue.beat([
              { jobRun: run, place: 0 },
              { jobRun: run, place: 1 }
            ]),
            1
          )
          yield* queue.giveBack({ jobRun: run, place: 1 }, null)
        }).pipe(Effect.provideContext(there))
        const [again] = yield* Effect.provideContext(next, here)
        assert.deepStrictEqual([again?.place, again?.takes], [1, 2])
        yield* Effect.gen(function* () {
          const queue = yield* ImportGroups
          for (const place of [0, 1]) yield* queue.finish({ jobRun: run, place })
          assert.strictEqual((yield* queue.count(run)).left, 0)
        }).pipe(Effect.provideContext(here))
      }).pipe(Effect.scoped)
    )

    it.live("groups are taken one at a time, also when the database has learnt that few are left", () =>
      Effect.gen(function* () {
        const store = yield* Layer.build(as(yield* fresh, "atlas"))
        yield* Effect.gen(function* () {
          const queue = yield* ImportGroups
          const runs = yield* JobRuns
          const wish = { job: JobName.make("import"), trigger: "schedule", durable: true } as const
          const offer = Effect.fnUntraced(function* (id: JobRunId, groups: number) {
            yield* runs.begin({ ...wish, id, scheduledAt: at })
            const sources = Array.from({ length: groups }, (_, index) => [SourceId.make(`a/${index}`)])
            yield* queue.offer(id, RunId.make("run-20260205T061700Z-1f9c"), sources)
          })
          yield* offer(run, 32)
          for (let place = 0; place < 32; place++)
            yield* queue.finish((yield* queue.take)[0] ?? { jobRun: run, place })
          yield* runs.end(run, { state: "cancelled" })
          yield* Effect.flatMap(Database, ({ sql }) => sql`ANALYZE`)
          yield* offer(JobRunId.make("import@2026-02-05T07:17:00Z"), 3)
          const taken = yield* Effect.replicateEffect(queue.take, 4)
          assert.deepStrictEqual(
            taken.map((groups) => groups.map(({ place }) => place)),
            [[0], [1], [2], []]
          )
        }).pipe(Effect.provideContext(store))
      }).pipe(Effect.scoped)
    )

    it.live("an alarm begins once, though two processes see its reason at one time", () =>
      Effect.gen(function* () {
        const options = yield* fresh
        const stores = yield* Effect.forEach(["atlas", "boreas"], (host) => Layer.build(as(options, host)))
        yield* Effect.forEach(
          Array.from({ length: 8 }, (_, index) => index),
          (index) => {
            const store = stores[index % 2]
            return store === undefined ? Effect.void : Effect.provideContext(begin(`${index} disk`), store)
          },
          { concurrency: "unbounded", discard: true }
        )
        const [store] = stores
        if (store === undefined) return
        const open = yield* Effect.provideContext(
          Effect.flatMap(Alarms, (alarms) => alarms.open),
          store
        )
        assert.lengthOf(open, 1)
      }).pipe(Effect.scoped)
    )
  })
}
