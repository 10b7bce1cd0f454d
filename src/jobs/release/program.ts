/**
 * What of the program a digest depends on: its version, what it runs on, and its data files by their hashes.
 */
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { Effect } from "effect"
import packageJson from "../../../package.json" with { type: "json" }
import { CaptureId, type ReleaseInputs } from "../../domain/index.ts"
import { modelFile, TaxonomyError } from "../../normalize/classify/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { taxonomyFolder } from "../../normalize/taxonomy/load.ts"

/** SHA-256 of a text or of bytes, as identifiers write it. */
export const sha256 = (bytes: string | Uint8Array): CaptureId =>
  CaptureId.make(createHash("sha256").update(bytes).digest("hex"))

const hashOf = (file: URL) =>
  Effect.map(
    Effect.tryPromise({
      try: () => readFile(file),
      catch: () =>
        new TaxonomyError({
          message: `${file.pathname} cannot be read any more: install the program again.`,
          faults: []
        })
    }),
    sha256
  )

/** This program, as a release records it. Unicode data decides where sentences end, so it is named too. */
export const programOf = Effect.gen(function* () {
  const { taxonomy } = yield* Normalizer
  const { icu = "none", node, unicode = "none" } = process.versions
  const program: Pick<ReleaseInputs, "program" | "taxonomy"> = {
    program: { version: packageJson.version, runtime: `Node ${node}, ICU ${icu}, Unicode ${unicode}` },
    taxonomy: {
      version: taxonomy.version,
      concepts: yield* hashOf(new URL("concepts.yaml", taxonomyFolder)),
      model: yield* hashOf(modelFile)
    }
  }
  return program
})

/** In words, what of the program is other than a release recorded; empty where nothing is. */
export const programDifferences = (
  recorded: Pick<ReleaseInputs, "program" | "taxonomy">,
  present: Pick<ReleaseInputs, "program" | "taxonomy">
): ReadonlyArray<string> => {
  const pairs: ReadonlyArray<readonly [string, string, string]> = [
    ["the program", recorded.program.version, present.program.version],
    ["the runtime", recorded.program.runtime, present.program.runtime],
    ["the taxonomy", recorded.taxonomy.version, present.taxonomy.version],
    [
      "the taxonomy's concepts",
      recorded.taxonomy.concepts.slice(0, 12),
      present.taxonomy.concepts.slice(0, 12)
    ],
    ["the classifier's model", recorded.taxonomy.model.slice(0, 12), present.taxonomy.model.slice(0, 12)]
  ]
  return pairs.flatMap(([name, then, now]) =>
    then === now ? [] : [`${name} was ${then} and is ${now} here`]
  )
}
