/** The taxonomy at the command line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { command } from "./command.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-taxonomy-cli-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

const decode = <A>(schema: Schema.Codec<A, unknown>, text: string): A =>
  Schema.decodeUnknownSync(Schema.fromJsonString(schema))(text)

const limit = 120_000

describe("tributary taxonomy", () => {
  it.live(
    "lists the issues and shows one, with the sub-themes of each year it falls under",
    () =>
      Effect.gen(function* () {
        const list = yield* command(["taxonomy", "list", "--json"])
        const { issues } = decode(
          Schema.Struct({ issues: Schema.Array(Schema.Struct({ id: Schema.String, terms: Schema.Int })) }),
          list.stdout
        )
        assert.strictEqual(issues.length, 54)
        const shown = yield* command(["taxonomy", "show", "encryption"])
        assert.strictEqual(shown.status, 0)
        for (const part of [
          /^Encryption\n/u,
          /SCOPE/u,
          /wsis +related +C5 Building/u,
          /digital-watch +close/u
        ]) {
          assert.match(shown.stdout, part)
        }
        assert.match(shown.stdout, /igf-2023 +related +Cybersecurity, Cybercrime & Online Safety/u)
        const unknown = yield* command(["taxonomy", "show", "encrypton"])
        assert.strictEqual(unknown.status, 1)
        assert.match(unknown.stderr, /^tributary: There is no issue encrypton: "tributary taxonomy list"/u)
      }),
    limit
  )

  it.live(
    "writes the same to a file as to the terminal",
    () =>
      Effect.gen(function* () {
        const directory = yield* folder
        const file = join(directory, "made", "taxonomy.jsonld")
        const written = yield* command(["taxonomy", "export", "--format", "jsonld", "--out", file])
        assert.deepStrictEqual([written.status, written.stdout], [0, `${file}\n`])
        const printed = yield* command(["taxonomy", "export", "--format", "jsonld"])
        assert.isTrue(printed.stdout === readFileSync(file, "utf8"))
      }),
    limit
  )

  it.live(
    "prints all findings before it fails, however many they are",
    () =>
      Effect.gen(function* () {
        const directory = yield* folder
        cpSync(fileURLToPath(new URL("../../taxonomy/", import.meta.url)), directory, { recursive: true })
        writeFileSync(join(directory, "terms", "ja.csv"), "issue,role,strength,term,needs,unless\n")
        const { status, stderr, stdout } = yield* command([
          "taxonomy",
          "check",
          "--verbose",
          "--json",
          "--folder",
          directory
        ])
        assert.strictEqual(status, 1)
        assert.match(stderr, /The taxonomy has \d+ errors; each is named with its file and line\.\n$/u)
        const { errors, findings } = decode(
          Schema.Struct({
            errors: Schema.Int,
            findings: Schema.Array(Schema.Struct({ severity: Schema.String, place: Schema.String }))
          }),
          stdout
        )
        assert.isAbove(stdout.length, 1_000_000)
        assert.strictEqual(findings.filter(({ severity }) => severity === "error").length, errors)
        // 54 issues lack their label and their terms, and the contents are not those recorded.
        assert.strictEqual(findings.filter(({ place }) => place.startsWith("terms/ja.csv:")).length, 108)
      }),
    limit
  )
})
