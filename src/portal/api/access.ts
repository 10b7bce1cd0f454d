/**
 * Who may do what: a token is read once for a request, and operations say which scope they need.
 *
 * Only tokens count here, never the cookie of a session, so that no other site can make a browser act.
 */
import { Context, Effect, Layer } from "effect"
import { HttpApiMiddleware, HttpApiSecurity } from "effect/http-api"
import type { TokenHolder } from "../../accounts/index.ts"
import type { Account, OrganiserLink, Registration, TokenScope } from "../../domain/index.ts"
import { Forbidden, Unauthorized } from "./problem.ts"

/** Whoever the token of the request under way belongs to; null where there is none. */
export const Holder = Context.Reference<TokenHolder | null>("tributary/portal/api/Holder", {
  defaultValue: () => null
})

/** The private link of an organiser that the request shows; null where it shows none. */
export const HeldLink = Context.Reference<OrganiserLink | null>("tributary/portal/api/HeldLink", {
  defaultValue: () => null
})

/** A registration by a secret that only its organiser was mailed. */
export interface OwnRegistration {
  readonly registration: Registration
  readonly secret: string
  /** `confirm`: the secret is that of the link which confirms; `status`: that of the registration's own page. */
  readonly by: "confirm" | "status"
}

/** The registration whose secret the request shows; null where it shows none. */
export const HeldRegistration = Context.Reference<OwnRegistration | null>(
  "tributary/portal/api/HeldRegistration",
  { defaultValue: () => null }
)

/** The scope that an operation needs. */
export const Needs = Context.Reference<TokenScope | null>("tributary/portal/api/Needs", {
  defaultValue: () => null
})

/** The person who asks for an operation that needs a scope. */
export class Caller extends Context.Service<Caller, Account>()("tributary/portal/api/Caller") {}

/** Lets in whoever shows a token with the scope of the operation. */
export class Authorization extends HttpApiMiddleware.Service<Authorization, { provides: Caller }>()(
  "tributary/portal/api/Authorization",
  {
    security: {
      token: HttpApiSecurity.bearer
    },
    error: [Unauthorized, Forbidden]
  }
) {}

/** The link by which an organiser asks for an operation. */
export class CallerLink extends Context.Service<CallerLink, OrganiserLink>()(
  "tributary/portal/api/CallerLink"
) {}

/** Lets in whoever shows the secret of an organiser's private link. */
export class OrganiserAuthorization extends HttpApiMiddleware.Service<
  OrganiserAuthorization,
  { provides: CallerLink }
>()("tributary/portal/api/OrganiserAuthorization", {
  security: {
    link: HttpApiSecurity.bearer
  },
  error: [Unauthorized, Forbidden]
}) {}

/** The registration for whose organiser an operation is. */
export class CallerRegistration extends Context.Service<CallerRegistration, OwnRegistration>()(
  "tributary/portal/api/CallerRegistration"
) {}

/** Lets in whoever shows a secret that was mailed for a registration. */
export class RegistrantAuthorization extends HttpApiMiddleware.Service<
  RegistrantAuthorization,
  { provides: CallerRegistration }
>()("tributary/portal/api/RegistrantAuthorization", {
  security: {
    mailed: HttpApiSecurity.bearer
  },
  error: Unauthorized
}) {}

/** Operations that take a large body: their answer may be minutes away. */
export const Slow = Context.Reference<boolean>("tributary/portal/api/Slow", { defaultValue: () => false })

const scopeWords: Readonly<Record<TokenScope, string>> = {
  read: "read what the Secretariat sees",
  review: "decide on sources, outputs, statements, requests and meetings, or add files",
  publish: "compare and publish digests",
  manage: "manage people and jobs"
}

export const authorization = Layer.succeed(
  Authorization,
  Authorization.of({
    token: Effect.fnUntraced(function* (handler, { endpoint }) {
      const holder = yield* Holder
      if (holder === null) {
        return yield* new Unauthorized({
          detail:
            "This needs a token: make one on your profile page, and send it as “Authorization: Bearer …”."
        })
      }
      const scope = Context.get(endpoint.annotations, Needs)
      if (scope !== null && !holder.scopes.includes(scope)) {
        return yield* new Forbidden({
          detail: `This token may not ${scopeWords[scope]}: it needs the scope “${scope}”.`
        })
      }
      return yield* Effect.provideService(handler, Caller, holder.account)
    })
  })
)

export const organiserAuthorization = Layer.succeed(
  OrganiserAuthorization,
  OrganiserAuthorization.of({
    link: Effect.fnUntraced(function* (handler) {
      const link = yield* HeldLink
      if (link !== null) return yield* Effect.provideService(handler, CallerLink, link)
      if ((yield* Holder) !== null) {
        return yield* new Forbidden({
          detail:
            "This is for organisers: it needs the secret of a private link, not a token of the Secretariat."
        })
      }
      return yield* new Unauthorized({
        detail:
          "This needs the secret of an organiser's private link, the last part of its address: send it as “Authorization: Bearer …”."
      })
    })
  })
)

export const registrantAuthorization = Layer.succeed(
  RegistrantAuthorization,
  RegistrantAuthorization.of({
    mailed: Effect.fnUntraced(function* (handler) {
      const held = yield* HeldRegistration
      if (held !== null) return yield* Effect.provideService(handler, CallerRegistration, held)
      return yield* new Unauthorized({
        detail:
          "This needs the secret of a link that was mailed for a registration, the last part of its address: send it as “Authorization: Bearer …”."
      })
    })
  })
)
