/**
 * What a portal is told at its start: `tributary serve` makes it from its flags.
 */
import { Context } from "effect"

export class PortalSettings extends Context.Service<
  PortalSettings,
  {
    /** Address under which readers reach it, with a slash at its end: for feeds, mails and permanent links. */
    readonly baseUrl: URL
    /** Folder of the store, for `cycles.yaml` and what the portal keeps ready. */
    readonly dataDirectory: string
    /** Who runs it, in the footer; null where nobody is named. */
    readonly operator: string | null
  }
>()("tributary/portal/PortalSettings") {}
