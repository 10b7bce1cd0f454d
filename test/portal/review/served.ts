/** The portal over the filled store, with the three people of the Secretariat. */
import { Effect, Layer } from "effect"
import { Passwords } from "../../../src/accounts/index.ts"
import type { Statement } from "../../../src/domain/index.ts"
import { Outputs, Statements, Store } from "../../../src/store/index.ts"
import { person } from "../../accounts/accounts-store.ts"
import { names } from "../security/attacked.ts"
import { servePortal, type Served } from "../served.ts"
import { filledStore } from "../stored.ts"

export interface ServedReview extends Served {
  /** Statements of outputs that count, without boilerplate. */
  readonly statements: ReadonlyArray<Statement>
}

export const serveReview = async (): Promise<ServedReview> => {
  const { directory, remove } = await filledStore()
  const prepare = Effect.gen(function* () {
    yield* person(names.reader, "reader")
    yield* person(names.editor, "editor")
    yield* person(names.admin, "admin")
    const counted = new Set(
      (yield* (yield* Outputs).list({ kinds: ["messages", "communique", "declaration", "report"] })).map(
        ({ id }) => id
      )
    )
    return (yield* (yield* Statements).list()).filter(
      ({ kind, outputId }) => kind !== "boilerplate" && counted.has(outputId)
    )
  })
  const statements = await Effect.runPromise(
    Effect.provide(prepare, Layer.merge(Passwords.layer, Store.layer({ directory })))
  )
  const served = await servePortal(directory)
  return {
    ...served,
    statements,
    stop: async () => {
      await served.stop()
      remove()
    }
  }
}
