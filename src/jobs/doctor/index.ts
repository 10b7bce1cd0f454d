/**
 * The doctor: looks at all that the program needs and says of each, in a line, whether it is well and what to do.
 *
 * Checks are independent of each other: one that fails is a finding, and the rest are still made.
 */
import { lookup } from "node:dns/promises"
import { Effect } from "effect"
import { Sources } from "../../store/index.ts"
import { cycles, mail, sources, visits } from "./configuration.ts"
import { type Finding, ill, orIll, well } from "./finding.ts"
import { classifier, engine, fonts } from "./program.ts"
import { signIn } from "./sign-in.ts"
import { clock, hashes, room, structure, writable } from "./store.ts"

export type { Finding } from "./finding.ts"

/** Longest time that a name may take to be looked up. */
const lookupLimit = "10 seconds"

/** Whether names of hosts are found, tried with that of an approved source. */
const names = orIll(
  "names",
  Effect.gen(function* () {
    const first = (yield* (yield* Sources).list()).find(
      ({ kind, status }) => status === "approved" && kind !== "upload"
    )
    if (first === undefined) return well("names", "There is no source whose host could be looked up.")
    const { hostname } = new URL(first.url)
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

export interface DoctorOptions {
  /** Folder of the store and its configuration. */
  readonly directory: string
  /** Look up a host's name too. */
  readonly network: boolean
  /** Hash all captures instead of some. */
  readonly allCaptures: boolean
}

/** What can be looked at without a store. */
export const examineProgram = (directory: string): Effect.Effect<ReadonlyArray<Finding>> =>
  Effect.all([engine, classifier, fonts, cycles(directory), visits, mail, signIn])

/** What can be looked at in an open store. */
export const examineStore = ({ allCaptures, network }: DoctorOptions) =>
  Effect.all([structure, hashes(allCaptures), writable, room, clock, sources, ...(network ? [names] : [])])
