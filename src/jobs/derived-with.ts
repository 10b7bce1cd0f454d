/** With which taxonomy and model everything in the store was derived last, so that a change is noticed. */
import { Effect, Option } from "effect"
import { JobName } from "../domain/index.ts"
import { JobMemory } from "../store/index.ts"

const job = JobName.make("renormalize")
const topic = "derived-with"

/** Program, taxonomy and model of now in one text: what statements depend on besides captures and reviews. */
export const derivedWith = Effect.gen(function* () {
  const { programOf } = yield* Effect.promise(() => import("./release/program.ts"))
  const { program, taxonomy } = yield* programOf
  const hashes = [taxonomy.concepts, taxonomy.model].map((hash) => hash.slice(0, 16))
  return [program.version, taxonomy.version, ...hashes].join(" ")
})

/** The same of the last time that everything was derived; null when it is not known. */
export const lastDerivedWith = Effect.gen(function* () {
  return Option.getOrNull(yield* (yield* JobMemory).get(job, topic))
})

/** Remembers that everything is derived with this now. */
export const rememberDerivedWith = Effect.fnUntraced(function* (version: string) {
  yield* (yield* JobMemory).set(job, topic, version)
})
