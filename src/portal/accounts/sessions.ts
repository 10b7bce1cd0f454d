/**
 * Who asks: reads the session of the request's cookie. The token of a session's forms follows from its
 * secret, so that it holds for this session alone and changes with it.
 */
import { Clock, Effect, Layer, Option, Schedule } from "effect"
import type { HttpServerRequest } from "effect/http"
import { derived, forgetSessions, isSame, readOpen } from "../../accounts/index.ts"
import { AccountSessions, Attempts, People, timestampOf } from "../../store/index.ts"
import { type Session, Sessions } from "../person.ts"
import { PortalSettings } from "../settings.ts"
import { secretIn } from "./cookie.ts"

/** Milliseconds for which failed sign-ins are remembered: as long as any limit asks for. */
const remembered = 24 * 60 * 60_000

const visitor: Session = { person: null, csrf: "", id: null }

/** Sessions of the store, in place of none. */
export const accountSessions = Layer.effect(
  Sessions,
  Effect.gen(function* () {
    const { baseUrl } = yield* PortalSettings
    const people = yield* People
    const sessions = yield* AccountSessions
    const attempts = yield* Attempts

    const find = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
      const secret = secretIn(request, baseUrl)
      if (secret === "") return visitor
      const found = yield* readOpen(secret)
      if (Option.isNone(found)) return visitor
      const { id, personId, stage } = found.value
      const session: Session = { person: null, csrf: derived(secret, "forms"), id }
      if (stage !== "signed-in" || personId === null) return session
      const account = Option.getOrNull(yield* people.get(personId))
      if (account === null || account.disabledAt !== null) return visitor
      return { ...session, person: { id: account.id, name: account.name, role: account.role } }
    })

    // What is over lets nobody in as it is; it need not lie about either.
    yield* forgetSessions.pipe(
      Effect.andThen(
        Effect.flatMap(Clock.currentTimeMillis, (at) => attempts.forget(timestampOf(at - remembered)))
      ),
      Effect.provideService(AccountSessions, sessions),
      Effect.catch((error) => Effect.logWarning("Old sessions could not be removed", error)),
      Effect.repeat(Schedule.spaced("1 hour")),
      Effect.forkScoped
    )

    return {
      read: (request) =>
        find(request).pipe(
          Effect.provideService(AccountSessions, sessions),
          // Whoever cannot be told is a visitor: the reading pages stay open.
          Effect.catch((error) => Effect.as(Effect.logError("A session cannot be read", error), visitor))
        ),
      // Visitors have no session that another site could use; where their forms come from was asked before.
      verify: (_, session, token) =>
        Effect.succeed(session.csrf === "" ? session.person === null : isSame(token, session.csrf))
    }
  })
)
