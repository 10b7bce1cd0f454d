/**
 * The doctor: looks at all that the program needs and says of each, in a line, whether it is well and what to do.
 *
 * Checks are independent of each other: one that fails is a finding, and the rest are still made.
 */
import { Effect } from "effect"
import { cyclesOfFile, cyclesOfStore, mail, sources, visits } from "./configuration.ts"
import type { Finding } from "./finding.ts"
import { classifier, engine, fonts } from "./program.ts"
import { names, serverClock } from "./network.ts"
import { scheduler, times } from "./scheduler.ts"
import { secondFactors } from "./second-factors.ts"
import { signIn } from "./sign-in.ts"
import { clock, hashes, room, structure, writable } from "./store.ts"

export type { Finding } from "./finding.ts"

export interface DoctorOptions {
  /** Folder of the store and its configuration. */
  readonly directory: string
  /** Look up a host's name, and ask it what time it is, too. */
  readonly network: boolean
  /** Hash all captures instead of some. */
  readonly allCaptures: boolean
}

/** What can be looked at without a store. */
export const examineProgram = (directory: string): Effect.Effect<ReadonlyArray<Finding>> =>
  Effect.all([engine, classifier, fonts, times(directory), visits, mail, signIn])

/** What can be said instead of `examineStore` where no store can be opened. */
export const examineFiles = (directory: string): Effect.Effect<ReadonlyArray<Finding>> =>
  Effect.all([cyclesOfFile(directory)])

/** What can be looked at in an open store. */
export const examineStore = ({ allCaptures, directory, network }: DoctorOptions) =>
  Effect.all([
    cyclesOfStore(directory),
    structure,
    hashes(allCaptures),
    writable,
    room,
    clock,
    scheduler,
    sources,
    secondFactors(directory),
    ...(network ? [names, serverClock] : [])
  ])
