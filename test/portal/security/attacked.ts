/** A portal with three people, and a browser's part of it: cookies and tokens of forms. */
import { createServer } from "node:net"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Layer, Redacted, Scope } from "effect"
import { Passwords } from "../../../src/accounts/index.ts"
import type { PortalOptions } from "../../../src/portal/index.ts"
import { Store, type StoreOptions } from "../../../src/store/index.ts"
import { goodPassword, person } from "../../accounts/accounts-store.ts"
import { freshDatabase } from "../../postgres/database.ts"
import { servePortal, type Served } from "../served.ts"

export const names = { reader: "Rita Reader", editor: "Edo Editor", admin: "Ada Admin" } as const

export const addressOf = (role: keyof typeof names): string =>
  `${names[role].toLowerCase().replace(" ", ".")}@igf.example`

/** An empty database of PostgreSQL with the store's tables, until it is removed. */
export const freshPostgres = async () => {
  const scope = await Effect.runPromise(Scope.make())
  const { url } = await Effect.runPromise(Scope.provide(freshDatabase, scope))
  return {
    store: { databaseUrl: Redacted.make(url) } satisfies StoreOptions,
    remove: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}

/** Serves a portal over a store that holds these people and nothing else, in a new folder or where it is named. */
export const serveWithPeople = async (
  options: Partial<PortalOptions> = {},
  environment: Readonly<Record<string, string>> = {},
  place?: StoreOptions
): Promise<Served> => {
  const directory = mkdtempSync(join(tmpdir(), "tributary-attacked-"))
  const store = place ?? { directory }
  const add = Effect.gen(function* () {
    yield* person(names.reader, "reader")
    yield* person(names.editor, "editor")
    yield* person(names.admin, "admin")
  })
  await Effect.runPromise(Effect.provide(add, Layer.merge(Passwords.layer, Store.layer(store))))
  const served = await servePortal(directory, options, environment, Layer.empty, store)
  return {
    ...served,
    stop: async () => {
      await served.stop()
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

/** A port of loopback that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0))
    })
  })

/** The `name=value` of the cookie that an answer sets. */
export const cookieOf = (response: Response): string =>
  response.headers.get("set-cookie")?.split(";", 1)[0] ?? ""

/** The token in a page's forms. */
export const tokenIn = (page: string): string => /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? ""

/** Somebody who is signed in. */
export interface Visitor {
  readonly cookie: string
  readonly csrf: string
  readonly get: (path: string) => Promise<Response>
  /** Sends a form with cookie and token. */
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>
}

/** Signs somebody in as a browser would. */
export const signIn = async (
  portal: Served,
  role: keyof typeof names,
  password = goodPassword
): Promise<Visitor> => {
  const answer = await portal.post("/en/sign-in", { address: addressOf(role), password })
  const cookie = cookieOf(answer)
  const csrf = tokenIn(await (await portal.get("/en/profile", { cookie })).text())
  return {
    cookie,
    csrf,
    get: (path) => portal.get(path, { cookie }),
    post: (path, fields = {}) => portal.post(path, { csrf, ...fields }, { cookie })
  }
}
