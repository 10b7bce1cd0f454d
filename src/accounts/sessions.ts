/**
 * Sessions: a random secret in the reader's cookie, its hash in the store.
 *
 * A secret is made at each step that gives more than the one before (password, code, change of password), and
 * the earlier one ends: whoever planted or saw that one has nothing (session fixation). A session is over
 * half an hour after its last use, and twelve hours after its beginning (OWASP ASVS 4.0.3, 3.3.2).
 */
import { Clock, Effect, Option } from "effect"
import type { Account, AccountSession, DigestLanguage, PersonId, SessionStage } from "../domain/index.ts"
import { AccountSessions, People, timestampOf } from "../store/index.ts"
import { hashOf, isSecret, newSecret } from "./secrets.ts"

const minute = 60_000

/** Milliseconds from the last use to the end. */
export const idleLimit = 30 * minute

/** Milliseconds from the beginning to the end, by stage. */
export const lifetimes: Readonly<Record<SessionStage, number>> = {
  "signed-in": 12 * 60 * minute,
  "second-factor": 5 * minute,
  "new-password": 15 * minute,
  "new-factor": 15 * minute,
  provider: 10 * minute,
  organiser: 12 * 60 * minute
}

/** A use is written down when the last one lies so far back. */
const seenEvery = minute

/** Where a request comes from, for the person's list of sessions. */
export interface From {
  readonly address: string
  readonly agent: string
  /** Language of the pages, in which the person is written to from then on. */
  readonly language?: DigestLanguage
}

/** A session with its person. */
export interface Known {
  readonly session: AccountSession
  readonly account: Account
}

/** Begins a session; gives the secret for the cookie. */
export const beginSession = Effect.fn("accounts.beginSession")(function* (
  stage: SessionStage,
  personId: PersonId | null,
  from: From,
  data: string | null = null
) {
  const secret = yield* newSecret
  const at = yield* Clock.currentTimeMillis
  yield* (yield* AccountSessions).add({
    id: hashOf(secret),
    stage,
    personId,
    createdAt: timestampOf(at),
    seenAt: timestampOf(at),
    endsAt: timestampOf(at + lifetimes[stage]),
    address: from.address.slice(0, 100),
    agent: from.agent.slice(0, 200),
    data
  })
  return secret
})

/** The session of a secret at any stage; none when there is no such session, or when it is over. */
export const readOpen = Effect.fn("accounts.readOpen")(function* (secret: string) {
  if (!isSecret(secret)) return Option.none<AccountSession>()
  const sessions = yield* AccountSessions
  const at = yield* Clock.currentTimeMillis
  const id = hashOf(secret)
  const found = yield* sessions.get(id, timestampOf(at))
  if (Option.isNone(found)) return found
  const unseen = at - Date.parse(found.value.seenAt)
  if (unseen >= idleLimit) {
    yield* sessions.end(id)
    return Option.none<AccountSession>()
  }
  if (unseen >= seenEvery) yield* sessions.seen(id, timestampOf(at))
  return found
})

/** The same at a stage. */
export const readSession = (secret: string, stage: SessionStage) =>
  Effect.map(
    readOpen(secret),
    Option.filter((session) => session.stage === stage)
  )

/** The session of a secret with its person, who must not be disabled. */
export const readKnown = Effect.fn("accounts.readKnown")(function* (secret: string, stage: SessionStage) {
  const session = yield* readSession(secret, stage)
  if (Option.isNone(session) || session.value.personId === null) return Option.none<Known>()
  const account = yield* (yield* People).get(session.value.personId)
  return Option.filter(
    Option.map(account, (own): Known => ({ session: session.value, account: own })),
    ({ account }) => account.disabledAt === null
  )
})

/** Ends the session of a secret, whatever its stage. */
export const endSession = Effect.fn("accounts.endSession")(function* (secret: string) {
  if (isSecret(secret)) yield* (yield* AccountSessions).end(hashOf(secret))
})

/** A new secret for a signed-in session, in place of its own; when it ends at the latest stays. */
export const rotateSession = Effect.fn("accounts.rotateSession")(function* (session: AccountSession) {
  const sessions = yield* AccountSessions
  const secret = yield* newSecret
  yield* sessions.end(session.id)
  yield* sessions.add({ ...session, id: hashOf(secret), data: null })
  return secret
})

/** The person's sessions that are open, the last used first. */
export const openSessions = Effect.fn("accounts.openSessions")(function* (personId: PersonId) {
  const at = yield* Clock.currentTimeMillis
  return yield* (yield* AccountSessions).ofPerson(personId, timestampOf(at - idleLimit), timestampOf(at))
})

/** Removes what is over. */
export const forgetSessions = Effect.gen(function* () {
  const at = yield* Clock.currentTimeMillis
  return yield* (yield* AccountSessions).forget(timestampOf(at), timestampOf(at - idleLimit))
})
