/**
 * The Typst compiler (WebAssembly) with the fonts of the digest: data in, PDF out.
 *
 * The compiler has no access to files or the network; the template and the data are all that it sees.
 */
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { Effect, Schema } from "effect"
import type { TypstCompiler } from "@myriaddreamin/typst-ts-web-compiler"
import { family, fonts, further } from "./fonts.ts"

/** A PDF could not be set. */
export class TypesettingFailed extends Schema.TaggedError<TypesettingFailed>()("TypesettingFailed", {
  message: Schema.String
}) {}

const require = createRequire(import.meta.url)

/** Answer of the compiler: bytes, and what it has to say. */
const Compiled = Schema.Struct({
  result: Schema.optionalKey(Schema.Uint8Array),
  diagnostics: Schema.optionalKey(Schema.Array(Schema.Unknown))
})
const decode = Schema.decodeUnknownSync(Compiled)
const decodeNumbers = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Array(Schema.Int)))

let initialised: Promise<typeof import("@myriaddreamin/typst-ts-web-compiler")> | undefined

const load = () => {
  initialised ??= (async () => {
    const typst = await import("@myriaddreamin/typst-ts-web-compiler")
    const wasm = await readFile(require.resolve("@myriaddreamin/typst-ts-web-compiler/wasm"))
    await typst.default({ module_or_path: wasm })
    return typst
  })()
  return initialised
}

const open = async (data: string): Promise<TypstCompiler> => {
  const typst = await load()
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  const files = [...fonts, ...further.flatMap((one) => (one.script.test(data) ? one.files : []))]
  for (const file of files) await builder.add_raw_font(await readFile(require.resolve(`${family}/${file}`)))
  const compiler = await builder.build()
  const template = await readFile(new URL("./digest.typ", import.meta.url), "utf8")
  compiler.add_source("/main.typ", template)
  return compiler
}

/** A set document: its bytes and its number of pages. */
export interface Typeset {
  readonly bytes: Uint8Array
  readonly pages: number
}

/**
 * Sets a document from its data (JSON as `model.ts` describes it). The same data gives the same bytes.
 * Fails with TypesettingFailed when the compiler refuses it, and says what it said.
 */
export const typeset = (data: object): Effect.Effect<Typeset, TypesettingFailed> => {
  const json = JSON.stringify(data)
  return Effect.acquireUseRelease(
    Effect.promise(() => open(json)),
    (compiler) =>
      Effect.try({
        try: (): Typeset => {
          const inputs = [["data", json]]
          const { result, diagnostics } = decode(compiler.compile("/main.typ", inputs, "pdf", 3))
          if (result === undefined) throw new Error(JSON.stringify(diagnostics).slice(0, 500))
          const [pages = 0] = decodeNumbers(compiler.query("/main.typ", inputs, "<pages>", "value"))
          return { bytes: result, pages }
        },
        catch: (cause) =>
          new TypesettingFailed({
            message: `The PDF could not be set: ${cause instanceof Error ? cause.message : String(cause)}. Write another format with --format, and report this.`
          })
      }),
    (compiler) => Effect.sync(() => compiler.free())
  )
}
