/**
 * The portal: pages for readers, organisers and the Secretariat, and the HTTP interface, over one store.
 *
 * Where things are:
 * - `server.ts` the server and what holds for every answer; `settings.ts` what it is told at its start.
 * - `pages.ts` the list of all groups of pages: add a line there. A group is a file or folder of its own
 *   (`reading/`), made of `page`, `action`, `upload` and `file` of `route.ts`.
 * - `request.ts` what a handler knows of a request: language, person, query, links in the same language.
 *   `page.ts` what it gives back; `failure.ts` what it may fail with; `layout.ts` the frame around it, and
 *   `navigation.ts` its entries.
 * - `form.ts` fields with labels, help and errors; the token is in every `form`, and `action` asks it back.
 * - `person.ts` who is signed in: accounts replace the reference `Sessions`.
 * - `words/` and `words.ts` of each group: texts by language, see `words/define.ts`.
 * - `assets/` the style sheet in parts (`tokens.css` first), the script, the icon.
 * - `security-headers.ts` policies; `respond.ts` validators, caching, compression.
 *
 * Markup is written with the template of `src/export/html/html.ts`, which escapes whatever is not markup.
 * Pages work without script; nothing is inline, nothing comes from another host.
 */
import { Effect, Layer } from "effect"
import { IdentityProvider, ProviderConfig } from "../accounts/index.ts"
import { accountSessions } from "./accounts/sessions.ts"
import { listen, listeningAt, serve, type ServerOptions } from "./server.ts"
import { PortalSettings } from "./settings.ts"

export { PortalFailed, type ServerOptions } from "./server.ts"
export { PortalSettings } from "./settings.ts"

export interface PortalOptions extends ServerOptions {
  readonly dataDirectory: string
  /** Address under which readers reach it; the one it listens on when absent. */
  readonly baseUrl?: URL | undefined
  readonly operator?: string | undefined
}

/** With a slash at its end, so that paths can be set behind it. */
const asFolder = (url: URL): URL => (url.pathname.endsWith("/") ? url : new URL(`${url.href}/`))

/**
 * The whole portal over the store in the context: it serves until its scope closes. Gives `PortalSettings`,
 * whose `baseUrl` is where it can be reached, and `KnownPaths`, which lists its addresses.
 */
export const portal = (options: PortalOptions) => {
  const settings = Layer.effect(
    PortalSettings,
    Effect.map(listeningAt, (listening) =>
      PortalSettings.of({
        baseUrl: asFolder(options.baseUrl ?? listening),
        dataDirectory: options.dataDirectory,
        operator: options.operator ?? null
      })
    )
  )
  return serve(options).pipe(
    Layer.provide(accountSessions),
    Layer.provide(Layer.provide(IdentityProvider.layer, ProviderConfig.layer)),
    Layer.provideMerge(settings),
    Layer.provide(listen(options))
  )
}
