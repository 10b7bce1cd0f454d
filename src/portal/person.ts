/**
 * Who asks: the signed-in person and the token that ties forms to a session.
 *
 * The portal's pages only know this interface; `Sessions` is a reference, so that without accounts
 * everybody is a visitor and nobody is signed in.
 */
import { Context, Effect } from "effect"
import type { HttpServerRequest } from "effect/http"
import type { Role } from "../domain/index.ts"

export type { Role } from "../domain/index.ts"

const ranks: Readonly<Record<Role, number>> = { reader: 1, editor: 2, admin: 3 }

/** A person of the Secretariat who is signed in. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly role: Role
}

/** Whether a person may do what asks for a role. */
export const may = (person: Person | null, role: Role): boolean =>
  person !== null && ranks[person.role] >= ranks[role]

/** What is known of a request's sender. */
export interface Session {
  readonly person: Person | null
  /** Printed into every form that changes something, and asked back by `verify`. */
  readonly csrf: string
  /** Name of the session in the store; null where there is none. */
  readonly id: string | null
}

export interface SessionsShape {
  /** Never fails: whoever cannot be told is a visitor. */
  readonly read: (request: HttpServerRequest.HttpServerRequest) => Effect.Effect<Session>
  /** Whether a form came back with the token of its session. */
  readonly verify: (
    request: HttpServerRequest.HttpServerRequest,
    session: Session,
    token: string
  ) => Effect.Effect<boolean>
}

/** Where sessions are kept; by default nowhere. */
export const Sessions = Context.Reference<SessionsShape>("tributary/portal/Sessions", {
  defaultValue: () => ({
    read: () => Effect.succeed({ person: null, csrf: "", id: null }),
    // Forms of visitors still have to come from our own pages: route.ts asks the browser.
    verify: () => Effect.succeed(true)
  })
})
