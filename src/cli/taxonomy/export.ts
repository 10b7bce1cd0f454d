/** `tributary taxonomy export`: the taxonomy in SKOS. */
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { knownCycles } from "../cycles.ts"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { dataDirectory } from "../store.ts"
import { folderFlag, folderOf } from "./folder.ts"

export const exportCommand = Command.make(
  "export",
  {
    format: Flag.Literals("format", ["turtle", "jsonld"]).pipe(
      Flag.withDescription("The form of the SKOS graph; both hold the same"),
      Flag.withDefault("turtle")
    ),
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE"),
      Flag.withDescription("File to write; without it the graph is printed"),
      Flag.optional
    ),
    folder: folderFlag
  },
  Effect.fn(function* (flags) {
    const { loadTaxonomy } = yield* Effect.promise(() => import("../../normalize/taxonomy/load.ts"))
    const { loadPublication } = yield* Effect.promise(() => import("../../normalize/taxonomy/publication.ts"))
    const skos = yield* Effect.promise(() => import("../../export/skos/index.ts"))
    const folder = yield* folderOf(flags.folder)
    const taxonomy = yield* loadTaxonomy(folder)
    const triples = skos.skosGraph({
      taxonomy,
      publication: yield* loadPublication(taxonomy, folder),
      cycles: yield* knownCycles(yield* dataDirectory)
    })
    const text = flags.format === "turtle" ? skos.writeTurtle(triples) : skos.writeJsonLd(triples)
    if (Option.isNone(flags.out)) return yield* print(text.trimEnd())
    const file = resolve(flags.out.value)
    yield* Effect.tryPromise({
      try: async () => {
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, text)
      },
      catch: (cause) => new CommandFailed({ message: `${file} could not be written: ${String(cause)}` })
    })
    yield* print(file)
  })
).pipe(Command.withDescription("Write the taxonomy in SKOS, as Turtle or JSON-LD"))
