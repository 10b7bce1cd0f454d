/**
 * The registry that comes with the program: the initiatives known when it was written, most of them
 * unverified.
 */
import { readFileSync } from "node:fs"
import { Effect } from "effect"
import type { RegistryFile } from "./content.ts"

const directory = new URL("../../../registry/", import.meta.url)

/** The files of `registry/`, ready for `Registry.importFiles`. They belong to the program: lacking ones are a defect. */
export const knownRegistry: Effect.Effect<ReadonlyArray<RegistryFile>> = Effect.sync(() =>
  ["initiatives.csv", "sources.csv"].map((name) => ({
    name,
    text: readFileSync(new URL(name, directory), "utf8")
  }))
)
