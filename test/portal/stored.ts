/**
 * A filled store: the invented initiatives of the fixtures, imported once for all tests of the portal, with
 * one frozen release. Each caller gets a copy of its own, so that tests may change it.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { Effect } from "effect"
import { inject } from "vitest"
import { fixtureRegistry } from "../../fixtures/registry.ts"
import { serveFixtures } from "../../fixtures/server.ts"
import { findMeeting, freezeDigest, loadCycles } from "../../src/jobs/index.ts"
import { importAll, register, services } from "../jobs/fixture-store.ts"

/** In English, Chinese, Arabic and French; a few only, so that the tests stay quick. */
const imported: ReadonlySet<string> = new Set([
  "norvia-igf",
  "igf-yunhai",
  "igf-zumurrada",
  "fgi-tessaly",
  "old-port-youth"
])

/** The same, and those that are registered without a source. */
const registered = fixtureRegistry
  .filter(({ initiative, sources }) => imported.has(initiative.id) || sources.length === 0)
  .map(({ initiative }) => initiative.id)

const fill = (directory: string) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const fixtures = yield* serveFixtures
        yield* Effect.gen(function* () {
          yield* register(registered)
          yield* importAll
          const cycles = yield* loadCycles(directory)
          const { cycle, meeting } = yield* findMeeting(cycles, "2026-first-consultations")
          yield* freezeDigest({ cycle, meeting, number: null, by: "IGF Secretariat" })
        }).pipe(Effect.provide(services(directory, fixtures)))
      })
    )
  )

/** Makes the shared store, or waits for whoever makes it. */
const shared = async (): Promise<string> => {
  const folder = inject("portalStore")
  const store = join(folder, "store")
  const ready = join(folder, "ready")
  if (existsSync(ready)) return store
  try {
    mkdirSync(store)
  } catch {
    // Another test file is at it; the limit of its hook ends the waiting.
    while (!existsSync(ready)) await setTimeout(50)
    return store
  }
  await fill(store)
  writeFileSync(ready, "")
  return store
}

/** A copy of the filled store in a folder of its own, and how to remove it. */
export const filledStore = async (): Promise<{ readonly directory: string; readonly remove: () => void }> => {
  const directory = mkdtempSync(join(inject("portalStore"), "copy-"))
  cpSync(await shared(), directory, { recursive: true })
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
