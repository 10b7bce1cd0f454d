/** A PostgreSQL server that is being started beside a program which runs unattended. */
import { createServer, connect, type Server } from "node:net"
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Fiber, Layer, Logger, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { Patience, Store } from "../../src/store/index.ts"
import { freshDatabase } from "../postgres/database.ts"

/** Passes connections on to the real server, once it listens: until then nobody answers at its port. */
const gate = Effect.fnUntraced(function* (database: URL) {
  const server: Server = createServer((inside) => {
    const outside = connect(Number(database.port), database.hostname)
    for (const socket of [inside, outside]) socket.on("error", () => socket.destroy())
    inside.pipe(outside).pipe(inside)
  })
  const listening = (port: number) =>
    Effect.promise(
      () =>
        new Promise<number>((resolve) => {
          server.listen(port, "127.0.0.1", () => {
            const address = server.address()
            resolve(typeof address === "object" && address !== null ? address.port : 0)
          })
        })
    )
  const closed = Effect.promise(() => new Promise<void>((resolve) => server.close(() => resolve())))
  // A port that was free a moment ago.
  const port = yield* listening(0)
  yield* closed
  return {
    url: Object.assign(new URL(database.href), { port: String(port) }).href,
    open: Effect.acquireRelease(listening(port), () => Effect.sync(() => server.close()))
  }
})

/** Opens the store; tells when it says that it waits. */
const waiting = Effect.fnUntraced(function* (url: string) {
  const said = yield* Deferred.make<string>()
  const listener = Logger.make(({ message }) => {
    Deferred.doneUnsafe(said, Effect.succeed(String(message)))
  })
  const store = Store.layer({ databaseUrl: Redacted.make(url) }).pipe(
    Layer.provide(Layer.succeed(Patience, 2_000)),
    Layer.provide(Logger.layer([listener]))
  )
  const opening = yield* Effect.forkChild(Effect.exit(Effect.scoped(Layer.build(store))))
  const sentence = yield* Deferred.await(said)
  return { opening, sentence }
})

describe("A program that runs unattended, beside a database server that is being started", () => {
  it.effect("waits until the server answers", () =>
    Effect.gen(function* () {
      const { url } = yield* freshDatabase
      const way = yield* gate(new URL(url))
      const { opening, sentence } = yield* waiting(way.url)
      assert.match(sentence, /does not answer yet: asking again for up to 2 seconds/)
      yield* way.open
      yield* TestClock.adjust("500 millis")
      assert.strictEqual((yield* Fiber.join(opening))._tag, "Success")
    })
  )

  it.effect("gives up in the end, with the sentence that names the server", () =>
    Effect.gen(function* () {
      const { url } = yield* freshDatabase
      const way = yield* gate(new URL(url))
      const { opening } = yield* waiting(way.url)
      // Each attempt is a real one, whose end the clock of the test does not know.
      while (opening.pollUnsafe() === undefined) {
        yield* TestClock.adjust("500 millis")
        yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
      }
      const ended = yield* Fiber.join(opening)
      assert.match(String(ended), /does not answer: check that it runs/)
    })
  )
})
