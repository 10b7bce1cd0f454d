/**
 * The labelled statements: JSON Lines under `corpus/training`, each line
 * `{"id","initiative","lang","kind","labels","text"}`.
 */
import { readdir, readFile } from "node:fs/promises"
import { Effect, Result, Schema } from "effect"
import { StatementKind } from "../../domain/index.ts"
import { TaxonomyError } from "../taxonomy/errors.ts"

/** A statement with the labels that people gave it. */
export const LabelledStatement = Schema.Struct({
  id: Schema.String,
  initiative: Schema.String,
  lang: Schema.String,
  kind: StatementKind,
  labels: Schema.Array(Schema.String),
  text: Schema.String
})
export type LabelledStatement = typeof LabelledStatement.Type & {
  /** The file it stands in: each is written by one hand. */
  readonly hand: string
}

/** Folder of the corpus that the shipped model is made from. */
export const corpusFolder = new URL("../../../corpus/training/", import.meta.url)

/** Reads every `.jsonl` file of a folder, in order of name. */
export const loadCorpus = Effect.fn("Corpus.load")(function* (folder: URL = corpusFolder) {
  const files = yield* Effect.tryPromise({
    try: () => readdir(folder),
    catch: () => new TaxonomyError({ message: `Cannot list ${folder.pathname}.`, faults: [] })
  })
  const decode = Schema.decodeUnknownResult(Schema.fromJsonString(LabelledStatement))
  const statements: Array<LabelledStatement> = []
  const faults: Array<string> = []
  for (const file of files.filter((name) => name.endsWith(".jsonl")).sort()) {
    const text = yield* Effect.tryPromise({
      try: () => readFile(new URL(file, folder), "utf8"),
      catch: () => new TaxonomyError({ message: `Cannot read ${folder.pathname}${file}.`, faults: [] })
    })
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue
      const decoded = decode(line)
      if (Result.isSuccess(decoded)) statements.push({ ...decoded.success, hand: file })
      else faults.push(`${file}:${index + 1}: ${decoded.failure.message.split("\n").join(" ")}`)
    }
  }
  if (faults.length > 0) {
    return yield* new TaxonomyError({
      message: `The corpus has faults: ${faults.slice(0, 5).join(" ")}`,
      faults
    })
  }
  return statements
})
