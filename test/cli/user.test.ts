/** `tributary user`, as a person uses it. */
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { command } from "./command.ts"

describe("tributary user", () => {
  it.effect("makes the first administrator, lists and disables, and never shows a password", () =>
    Effect.gen(function* () {
      const folder = mkdtempSync(join(tmpdir(), "tributary-user-"))
      yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(folder, { recursive: true, force: true })))
      const run = (args: ReadonlyArray<string>, input = "") =>
        command([...args, "--data", join(folder, "data")], { input, cwd: folder })
      assert.strictEqual((yield* run(["init"])).status, 0)
      const add = ["user", "add", "amina@igf.example", "--name", "Amina Odhiambo", "--role", "admin"]
      const weak = yield* run(add, "password1234\n")
      assert.strictEqual(weak.status, 1)
      assert.include(weak.stderr, "easy to guess")
      const added = yield* run(add, "tranquil river, stone lamp\n")
      assert.strictEqual(added.status, 0, added.stderr)
      assert.notInclude(added.stdout + added.stderr, "tranquil")
      const listed = yield* run(["user", "list", "--json"])
      assert.include(listed.stdout, '"role": "admin"')
      assert.notInclude(listed.stdout, "argon2")
      const key = yield* run(["user", "key", "--new"])
      assert.match(key.stdout, /^The key [0-9a-f]{8} is in .*secret\.key/)
      assert.strictEqual(statSync(join(folder, "data", "secret.key")).mode & 0o777, 0o600)
      const disabled = yield* run(["user", "disable", "amina@igf.example"])
      assert.include(disabled.stderr, "last administrator")
      assert.include(
        (yield* run(["user", "reset", "li@igf.example"], "x\n")).stderr,
        "no account of li@igf.example"
      )
    })
  )
})
