/** What all handlers have: the services of the portal, and one way to tell that the store cannot be asked. */
import { Effect } from "effect"
import type { Normalizer } from "../../../normalize/normalizer.ts"
import { type Database, type Repositories, type Store, StoreError } from "../../../store/index.ts"
import type { Registry } from "../../../ingest/registry/index.ts"
import type { Looks } from "../../../jobs/registering/index.ts"
import type { Mail } from "../../../mail/index.ts"
import type { FactorRule, IdentityProvider, Notices, Passwords } from "../../../accounts/index.ts"
import type { Errands } from "../../desk/errands.ts"
import type { DigestShelf } from "../../digest/shelf.ts"
import type { Known } from "../../reading/known.ts"
import type { Settling } from "../../review/settling.ts"
import type { PortalSettings } from "../../settings.ts"

/** Services that a handler may ask for. */
export type ApiServices =
  | Repositories
  | Store
  | Database
  | Normalizer
  | PortalSettings
  | Known
  | DigestShelf
  | Errands
  | FactorRule
  | IdentityProvider
  | Passwords
  | Looks
  | Mail
  | Notices
  | Registry
  | Settling

/** Gives handlers their services; what the store says of its surroundings is told by `around.ts`. */
export const answers = Effect.map(
  Effect.context<ApiServices>(),
  (services) =>
    <A, E, R>(effect: Effect.Effect<A, E, R>) =>
      effect.pipe(
        Effect.catchIf(
          (error): error is StoreError & E => error instanceof StoreError,
          (error) => Effect.die(error)
        ),
        Effect.provideContext(services)
      )
)
