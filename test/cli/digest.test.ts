/** `tributary digest` and its subcommands over a store without outputs. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { command } from "./command.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-digest-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

describe("tributary digest", () => {
  it.live(
    "writes a digest as ever, freezes, lists, verifies and compares releases, and names what is wrong",
    () =>
      Effect.gen(function* () {
        const directory = yield* folder
        const data = join(directory, "store")
        const digest = (...args: ReadonlyArray<string>) =>
          command(["digest", ...args, "--data", data], { cwd: directory })
        assert.strictEqual((yield* command(["init", "--data", data])).status, 0)

        const plain = yield* digest("--meeting", "2026-first-consultations", "--no-passages")
        assert.deepStrictEqual(
          plain.stdout.trim().split("\n"),
          ["html", "md", "json"].map((format) => join(directory, "digest", `digest.${format}`))
        )
        assert.match((yield* digest("list")).stdout, /^No release was frozen yet/)
        const slip = yield* digest("--meeting", "2026-first-consultations", "--issue", "child-safety")
        assert.strictEqual(slip.status, 1)
        assert.match(slip.stderr, /no issue "child-safety"\. Known are: .*child-online-safety/)

        const meeting = ["--meeting", "2026-first-consultations"]
        const frozen = yield* digest("freeze", ...meeting, "--by", "A. Clerk", "--lang", "fr")
        assert.strictEqual(frozen.status, 0, frozen.stderr)
        assert.match(frozen.stdout, /^Release 2026-1 is frozen: .* SHA-256 [0-9a-f]{64}\./)
        const names = ["html", "md", "json", "pdf", "docx", "xlsx"].map((format) => `digest.${format}`)
        for (const name of [...names, "brief.pdf", "data"]) {
          assert.isTrue(existsSync(join(directory, "digest-2026-1", name)), name)
        }
        // The words are French; what is frozen, and its hash, are of no language: see "again" below.
        assert.include(
          readFileSync(join(directory, "digest-2026-1", "digest.html"), "utf8"),
          '<html lang="fr"'
        )
        assert.match((yield* digest("list")).stdout, /2026-1 .*A\. Clerk .*2026-first-consultations/)
        const verified = yield* digest("verify", "2026-1", "--json")
        assert.strictEqual(verified.status, 0, verified.stderr)
        assert.deepInclude(JSON.parse(verified.stdout), { number: "2026-1", equal: true, difference: null })

        const again = yield* digest(
          "--release",
          "2026-1",
          "--format",
          "json",
          "--out",
          join(directory, "again")
        )
        assert.strictEqual(again.status, 0, again.stderr)
        assert.strictEqual(
          readFileSync(join(directory, "again", "digest.json"), "utf8"),
          readFileSync(join(directory, "digest-2026-1", "digest.json"), "utf8")
        )
        assert.match((yield* digest("compare", "2026-1", "2026-1")).stdout, /Nothing has changed/)
        const unknown = yield* digest("compare", "2026-1", "2026-7")
        assert.deepStrictEqual(
          [unknown.status, unknown.stderr.trim()],
          [1, "tributary: There is no release 2026-7. Known are: 2026-1."]
        )
        const taken = yield* digest("freeze", ...meeting, "--number", "2026-1")
        assert.strictEqual(taken.status, 1)
        assert.match(taken.stderr, /never changes/)

        // Where the release cannot be written it is kept all the same, and the way to write it is named.
        writeFileSync(join(directory, "file"), "")
        const unwritten = yield* digest("freeze", ...meeting, "--out", join(directory, "file", "below"))
        assert.strictEqual(unwritten.status, 1)
        assert.match(unwritten.stderr, /The release is kept: "tributary digest --release 2026-2 /)
      }).pipe(Effect.scoped),
    120_000
  )
})
