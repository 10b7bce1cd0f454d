/** The portal over a store, served on a free port of loopback. */
import { ConfigProvider, Effect, Layer, ManagedRuntime } from "effect"
import { Normalizer } from "../../src/normalize/normalizer.ts"
import { portal, PortalSettings, type PortalOptions } from "../../src/portal/index.ts"
import { KnownPaths, type KnownRoute } from "../../src/portal/known-paths.ts"
import { Store, type StoreOptions } from "../../src/store/index.ts"
import { filledStore } from "./stored.ts"

/** A portal that listens. */
export interface Served {
  /** Its web address, with a slash at its end. */
  readonly url: string
  readonly directory: string
  /** Every address that the portal takes. */
  readonly routes: ReadonlyArray<KnownRoute>
  /** Asks for a path; redirects are not followed. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>
  /** Sends a form as a browser would from a page of the portal itself. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>
  ) => Promise<Response>
  readonly stop: () => Promise<void>
}

/**
 * Serves the portal over the store in a folder, with variables of its own in place of the process's; `more` is what it
 * is given besides, `store` where the store is when it is not in the folder.
 */
export const servePortal = async (
  directory: string,
  options: Partial<PortalOptions> = {},
  environment: Readonly<Record<string, string>> = {},
  more: Layer.Layer<never> = Layer.empty,
  store: StoreOptions = { directory }
): Promise<Served> => {
  const runtime = ManagedRuntime.make(
    portal({ host: "127.0.0.1", port: 0, trustedProxies: [], dataDirectory: directory, ...options }).pipe(
      Layer.provide(Layer.mergeAll(Normalizer.layer, Store.layer(store), more)),
      Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: environment })))
    )
  )
  const [{ baseUrl }, known] = await runtime.runPromise(Effect.all([PortalSettings, KnownPaths]))
  const url = baseUrl.href
  const at = (path: string) => new URL(path.replace(/^\//, ""), url)
  return {
    url,
    directory,
    routes: known.all(),
    get: (path, headers = {}) => fetch(at(path), { headers, redirect: "manual" }),
    post: (path, fields, headers = {}) =>
      fetch(at(path), {
        method: "POST",
        redirect: "manual",
        headers: {
          origin: baseUrl.origin,
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
          ...headers
        },
        body: new URLSearchParams(fields).toString()
      }),
    stop: () => runtime.dispose()
  }
}

/** Serves the portal over a copy of the filled store, removed when it stops. */
export const serveFilled = async (
  options: Partial<PortalOptions> = {},
  more: Layer.Layer<never> = Layer.empty
): Promise<Served> => {
  const { directory, remove } = await filledStore()
  const served = await servePortal(directory, options, {}, more)
  return {
    ...served,
    stop: async () => {
      await served.stop()
      remove()
    }
  }
}
