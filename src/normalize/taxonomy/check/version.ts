/**
 * Version: what a version number stands for never changes. `record.json` holds the last recorded version
 * with the hash of all contents; other contents need a higher number, told in the change log.
 */
import { createHash } from "node:crypto"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { Effect, Result, Schema } from "effect"
import { TaxonomyError } from "../errors.ts"
import type { LineOf } from "../load.ts"
import type { Finding } from "./finding.ts"

const VersionNumber = /^(\d+)\.(\d+)\.(\d+)$/u

export const VersionRecord = Schema.Struct({ version: Schema.String, hash: Schema.String })
export type VersionRecord = typeof VersionRecord.Type

/** SHA-256 over names and contents of all files of a version; line ends and byte order marks do not matter. */
export const contentsHash = Effect.fn("Taxonomy.contentsHash")((folder: URL) =>
  Effect.tryPromise({
    try: async () => {
      const terms = (await readdir(new URL("terms/", folder))).filter((name) => name.endsWith(".csv")).sort()
      const hash = createHash("sha256")
      for (const name of [
        "areas.csv",
        "bridge.csv",
        "concepts.yaml",
        "definitions.csv",
        "scheme.yaml",
        "schemes.csv",
        ...terms.map((term) => `terms/${term}`)
      ]) {
        const text = await readFile(new URL(name, folder), "utf8")
        hash.update(`${name}\n${text.replace(/^\ufeff/u, "").replaceAll("\r\n", "\n")}\n`)
      }
      return hash.digest("hex")
    },
    catch: (cause) =>
      new TaxonomyError({ message: `The taxonomy's files cannot be hashed: ${String(cause)}`, faults: [] })
  })
)

const readOptional = (url: URL) =>
  Effect.promise(() =>
    readFile(url, "utf8").then(
      (text) => text,
      () => null
    )
  )

/** The last recorded version; null where none is recorded or the file is not what it should be. */
export const readRecord = Effect.fnUntraced(function* (folder: URL) {
  const text = yield* readOptional(new URL("record.json", folder))
  if (text === null) return null
  return Result.getOrElse(Schema.decodeUnknownResult(Schema.fromJsonString(VersionRecord))(text), () => null)
})

export const writeRecord = (folder: URL, record: VersionRecord) =>
  Effect.tryPromise({
    try: () => writeFile(new URL("record.json", folder), `${JSON.stringify(record, null, 2)}\n`),
    catch: (cause) =>
      new TaxonomyError({ message: `record.json cannot be written: ${String(cause)}`, faults: [] })
  })

/** Whether version a is higher than b, number by number. */
export const isHigher = (a: string, b: string): boolean => {
  const [first, second] = [a, b].map((version) => VersionNumber.exec(version)?.slice(1).map(Number) ?? [])
  for (let index = 0; index < 3; index++) {
    const difference = (first?.[index] ?? 0) - (second?.[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** What is judged: the version stated, its change log, what is there and what was recorded. */
export interface VersionState {
  readonly version: string
  readonly changelog: string | null
  readonly hash: string
  readonly record: VersionRecord | null
}

export const versionState = Effect.fnUntraced(function* (version: string, folder: URL) {
  const changelog = yield* readOptional(new URL("CHANGELOG.md", folder))
  return {
    version,
    changelog,
    hash: yield* contentsHash(folder),
    record: yield* readRecord(folder)
  } satisfies VersionState
})

/** `recordable`: nothing is wrong but that this version is not recorded yet. */
export const checkVersion = (
  { changelog, hash, record, version }: VersionState,
  lineOf: LineOf
): { readonly findings: ReadonlyArray<Finding>; readonly recordable: boolean } => {
  const findings: Array<Finding> = []
  const error = (place: string, message: string) =>
    findings.push({ severity: "error", check: "version", place, message })
  const place = `concepts.yaml:${lineOf(["version"])}`
  if (!VersionNumber.test(version)) error(place, `The version "${version}" is not of the form 1.2.3.`)
  if (changelog === null)
    error("CHANGELOG.md:1", "There is no change log: say there what this version brings.")
  else if (!changelog.split("\n").some((line) => line.startsWith("## ") && line.split(" ")[1] === version))
    error("CHANGELOG.md:1", `Version ${version} has no heading "## ${version}": say there what it brings.`)
  if (record !== null && record.hash !== hash && record.version === version)
    error(
      place,
      `The contents have changed since version ${version} was recorded: raise the version, tell the change in CHANGELOG.md.`
    )
  else if (record !== null && record.version !== version && !isHigher(version, record.version))
    error(place, `Version ${version} is not higher than ${record.version}, which was recorded last.`)
  const recordable = findings.length === 0
  if (recordable && (record?.hash !== hash || record.version !== version))
    error(place, `Version ${version} is not recorded yet: run "taxonomy check --record" when it is ready.`)
  return { findings, recordable }
}
