/** People of the Secretariat: by the functions of their page and of `tributary user`. */
import { Effect, Option } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import {
  type AccountRefused,
  addAccount,
  changeRole,
  disableAccount,
  disableSecondFactor,
  enableAccount,
  forgetIdentity,
  IdentityProvider,
  setPassword
} from "../../../accounts/index.ts"
import type { Account, PersonId } from "../../../domain/index.ts"
import { People, transaction } from "../../../store/index.ts"
import { Api } from "../contract/index.ts"
import { answerWhole } from "../paging.ts"
import { Conflict, noSuch, Unavailable, Unprocessable } from "../problem.ts"
import { answers } from "./answer.ts"
import { actor } from "./begin.ts"

/** What is told of an account: nothing that lets anybody in. */
const shown = (account: Account) => ({
  id: account.id,
  name: account.name,
  address: account.address,
  role: account.role,
  createdAt: account.createdAt,
  signedInAt: account.signedInAt,
  disabledAt: account.disabledAt,
  secondFactor: account.totpSecret !== null,
  atProvider: account.subject !== null
})

const personOf = Effect.fnUntraced(function* (id: PersonId) {
  const found = Option.getOrUndefined(yield* (yield* People).get(id))
  return found === undefined ? yield* noSuch(`person ${id}`) : found
})

/** The person as it is after a change. */
const changed = (id: PersonId) => Effect.map(Effect.orDie(personOf(id)), shown)

const unprocessable = ({ message }: AccountRefused) => Effect.fail(new Unprocessable({ detail: message }))

const conflict = ({ message }: AccountRefused) => Effect.fail(new Conflict({ detail: message }))

const busy = () =>
  Effect.fail(new Unavailable({ detail: "Too many people sign in at this moment: try again in a minute." }))

export const people = HttpApiBuilder.group(
  Api,
  "people",
  Effect.fnUntraced(function* (handlers) {
    const answer = yield* answers
    return handlers.handleAll({
      list: ({ query, request }) =>
        answer(
          Effect.gen(function* () {
            const all = (yield* (yield* People).list).map(shown)
            return yield* answerWhole(request, "people", query, all, ({ id }) => id)
          })
        ),
      get: ({ params }) => answer(Effect.map(personOf(params.person), shown)),
      add: ({ payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            const { provider } = yield* IdentityProvider
            if (payload.password === null && Option.isNone(provider)) {
              return yield* new Unprocessable({
                detail: "Give a temporary password: no identity provider is set here."
              })
            }
            return shown(yield* addAccount({ ...payload, temporary: true }, by))
          }).pipe(
            Effect.catchTag("AccountRefused", (refused) =>
              Effect.fail(
                refused.reason === "taken"
                  ? new Conflict({ detail: refused.message })
                  : new Unprocessable({ detail: refused.message })
              )
            ),
            Effect.catchTag("TooBusy", busy)
          )
        ),
      change: ({ params: { person }, payload }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* personOf(person)
            yield* transaction(
              Effect.gen(function* () {
                if (payload.role !== undefined) yield* changeRole(person, payload.role, by)
                if (payload.disabled === true) yield* disableAccount(person, by)
                if (payload.disabled === false) yield* enableAccount(person, by)
              })
            ).pipe(Effect.catchTag("AccountRefused", conflict))
            return yield* changed(person)
          })
        ),
      reset: ({ params: { person }, payload: { password } }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* personOf(person)
            yield* setPassword(person, password, { temporary: true }, by)
            return yield* changed(person)
          }).pipe(Effect.catchTag("AccountRefused", unprocessable), Effect.catchTag("TooBusy", busy))
        ),
      secondFactor: ({ params: { person } }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* personOf(person)
            yield* disableSecondFactor(person, by).pipe(Effect.catchTag("AccountRefused", conflict))
            return yield* changed(person)
          })
        ),
      identity: ({ params: { person } }) =>
        answer(
          Effect.gen(function* () {
            const by = yield* actor
            yield* personOf(person)
            yield* forgetIdentity(person, by).pipe(Effect.catchTag("AccountRefused", Effect.die))
            return yield* changed(person)
          })
        )
    })
  })
)
