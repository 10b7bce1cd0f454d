/** The program itself: the engine it runs on, and the files that it needs beside its code. */
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { Effect } from "effect"
import { fontFiles } from "../../export/pdf/fonts.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { doubtful, type Finding, ill, orIll, well } from "./finding.ts"

const require = createRequire(import.meta.url)

/** Major version of Node.js that the program is written for. */
const writtenFor = 24

export const engine: Effect.Effect<Finding> = Effect.sync(() => {
  const { node } = process.versions
  const sentence = `Node.js ${node}.`
  return Number.parseInt(node, 10) >= writtenFor
    ? well("Node.js", sentence)
    : ill("Node.js", sentence, `install version ${writtenFor} or newer, or start the program by npm`)
})

/** Loads the classifier and lets it read one sentence. */
export const classifier: Effect.Effect<Finding> = orIll(
  "taxonomy and model",
  Effect.gen(function* () {
    const { reader, taxonomy } = yield* Normalizer
    const { classify } = yield* reader
    const [first] = classify({ text: "Schools need affordable broadband." }).issues
    const sentence = `Taxonomy ${taxonomy.version}, ${taxonomy.issues.length} issues.`
    return first === undefined
      ? ill(
          "taxonomy and model",
          `${sentence} The model finds no issue in a plain sentence.`,
          "make it anew with npm run train"
        )
      : well("taxonomy and model", `${sentence} The model reads.`)
  }).pipe(Effect.provide(Normalizer.layer))
)

const missing = (file: string): boolean => {
  try {
    return !existsSync(require.resolve(file))
  } catch {
    return true
  }
}

export const fonts: Effect.Effect<Finding> = Effect.sync(() => {
  const gone = fontFiles.filter(missing)
  return gone.length === 0
    ? well("fonts", `All ${fontFiles.length} fonts of the PDF are there.`)
    : doubtful("fonts", `Fonts are missing: ${gone.join(", ")}.`, "install the packages again with npm ci")
})
