/** A store of its own with accounts, for a test. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer } from "effect"
import { addAccount, Passwords } from "../../src/accounts/index.ts"
import type { Role } from "../../src/domain/index.ts"
import { Store } from "../../src/store/index.ts"

/** A password that nothing speaks against. */
export const goodPassword = "tranquil river, stone lamp"

export const here = { address: "192.0.2.7", agent: "Test/1" }

const directory = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-accounts-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** Accounts over a store in a folder of its own. */
export const accountsOverStore = Layer.unwrap(
  Effect.map(directory, (path) => Layer.merge(Passwords.layer, Store.layer({ directory: path })))
)

/** Somebody with an account. */
export const person = (name: string, role: Role = "editor", temporary = false) =>
  addAccount(
    {
      name,
      address: `${name.toLowerCase().replace(/\W+/g, ".")}@igf.example`,
      role,
      password: goodPassword,
      temporary
    },
    { id: null, name: "command line" }
  )
