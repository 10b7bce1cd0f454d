/** What the model is made from, as one hash, so that a test can tell a model that is out of date. */
import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { Effect } from "effect"
import { TaxonomyError } from "../taxonomy/errors.ts"
import { taxonomyFolder } from "../taxonomy/load.ts"
import { corpusFolder } from "./corpus.ts"

const filesOf = async (folder: URL, prefix: string, ending: string) =>
  (await readdir(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name: `${prefix}${name}`, url: new URL(name, folder) }))

/** SHA-256 over names and contents of concepts, terms and training corpus; line ends do not matter. */
export const inputsHash = Effect.tryPromise({
  try: async () => {
    const hash = createHash("sha256")
    const files = [
      { name: "bridge.csv", url: new URL("bridge.csv", taxonomyFolder) },
      { name: "concepts.yaml", url: new URL("concepts.yaml", taxonomyFolder) },
      ...(await filesOf(new URL("terms/", taxonomyFolder), "terms/", ".csv")),
      ...(await filesOf(corpusFolder, "training/", ".jsonl"))
    ]
    for (const { name, url } of files) {
      hash.update(`${name}\n${(await readFile(url, "utf8")).replaceAll("\r\n", "\n")}\n`)
    }
    return hash.digest("hex")
  },
  catch: () =>
    new TaxonomyError({
      message: "Cannot read the taxonomy and the training corpus to hash them.",
      faults: []
    })
})
