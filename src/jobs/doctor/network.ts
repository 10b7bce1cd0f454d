/** What can only be seen from the network: whether names are found, and what time it is elsewhere. */
import { lookup } from "node:dns/promises"
import { Clock, Effect, Layer } from "effect"
import { Visitor } from "../../ingest/visit/index.ts"
import { Sources, timestampOf } from "../../store/index.ts"
import { doubtful, ill, orIll, well } from "./finding.ts"

/** Longest time that a name may take to be looked up. */
const lookupLimit = "10 seconds"

/** Longest time for the answer of a host. */
const answerLimit = "30 seconds"

/** Seconds by which our clock and that of a server may differ: servers are not always right either. */
const toleratedSeconds = 120

/** An approved source that is asked over the network; undefined when there is none. */
const someSource = Effect.gen(function* () {
  return (yield* (yield* Sources).list({ status: "approved" })).find(({ kind }) => kind !== "upload")
})

/** Whether names of hosts are found, tried with that of an approved source. */
export const names = orIll(
  "names",
  Effect.gen(function* () {
    const source = yield* someSource
    if (source === undefined) return well("names", "There is no source whose host could be looked up.")
    const { hostname } = new URL(source.url)
    return yield* Effect.tryPromise(() => lookup(hostname)).pipe(
      Effect.timeout(lookupLimit),
      Effect.as(well("names", `${hostname} is found.`)),
      Effect.catch(() =>
        Effect.succeed(
          ill("names", `${hostname} is not found.`, "check the machine's network and its name servers")
        )
      )
    )
  })
)

/** Our clock beside that of a source's server, which tells it with its answer. */
export const serverClock = orIll(
  "clock of others",
  Effect.gen(function* () {
    const source = yield* someSource
    if (source === undefined)
      return well("clock of others", "There is no source whose server could be asked.")
    const url = new URL("/", source.url).href
    const result = yield* Effect.flatMap(Visitor, (visitor) => visitor.visit({ url, purpose: "check" })).pipe(
      Effect.timeoutOption(answerLimit)
    )
    const told = result._tag === "Some" ? (result.value.serverTime ?? null) : null
    if (told === null) {
      return doubtful(
        "clock of others",
        `${url} does not tell what time it is.`,
        "look at the clock yourself"
      )
    }
    const now = yield* Clock.currentTimeMillis
    const seconds = Math.round((now - told) / 1000)
    const sentence = `It is ${timestampOf(told)} by ${new URL(url).hostname}, ${Math.abs(seconds)} seconds ${seconds < 0 ? "after" : "before"} this machine's time.`
    return Math.abs(seconds) > toleratedSeconds
      ? ill("clock of others", sentence, "set the clock (a time service such as chrony keeps it right)")
      : well("clock of others", sentence)
  }).pipe(Effect.provide(Layer.fresh(Visitor.layer)))
)
