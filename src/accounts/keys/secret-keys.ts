/**
 * The keys of second factors at work: sealing and opening, a new key, and how what is stored stands to them.
 *
 * A key's file is read at each use, which is rare, so that a new key holds for every process at once.
 */
import { Context, Effect, Layer, Option } from "effect"
import type { Account } from "../../domain/index.ts"
import { Database, People, type StoreError } from "../../store/index.ts"
import { addKey, isOpenToOthers, keyPlace, KeyUnavailable, placeWords, readKeys } from "./place.ts"
import { isSealed, keyOf, seal, type SealingKey, unseal } from "./seal.ts"

/** How the stored second factors stand to the keys. */
export interface KeysState {
  /** Where the key is, for people. */
  readonly place: string
  /** Name of the key in use; null where none was made yet. */
  readonly inUse: string | null
  /** Whether others of the machine can read the key's file. */
  readonly isOpenToOthers: boolean
  /** People whose secret stands readable in the store. */
  readonly readable: ReadonlyArray<Account>
  /** People whose secret an older key has sealed, which is there. */
  readonly older: ReadonlyArray<Account>
  /** People whose secret no key that is there can open. */
  readonly lost: ReadonlyArray<Account>
  /** People whose secret the key in use has sealed. */
  readonly sealed: ReadonlyArray<Account>
}

type Failure = KeyUnavailable | StoreError

export class SecretKeys extends Context.Service<
  SecretKeys,
  {
    /** Seals a person's secret, with a key that is made where there is none. */
    readonly seal: (secret: string, of: Account["id"]) => Effect.Effect<string, Failure>
    /** The secret again; one that stands readable in the store is given as it is. */
    readonly open: (stored: string, of: Account["id"]) => Effect.Effect<string, KeyUnavailable>
    /** Seals what stands readable in the store, or was sealed by an older key; gives the number. */
    readonly sealAll: Effect.Effect<number, Failure>
    /** Makes a new key and seals everything with it; those before it stay, for older backups. */
    readonly renew: Effect.Effect<void, Failure>
    readonly state: Effect.Effect<KeysState, Failure>
  }
>()("tributary/accounts/SecretKeys") {
  /** @param directory the data folder */
  static layer(directory: string) {
    return Layer.effect(
      SecretKeys,
      Effect.gen(function* () {
        const people = yield* People
        const { transaction } = yield* Database
        const place = yield* keyPlace(directory)
        const keys = readKeys(place)

        const withFactor = Effect.map(people.list, (all) =>
          all.flatMap((person) => (person.totpSecret === null ? [] : [{ person, secret: person.totpSecret }]))
        )

        const missing = (sealed: string) =>
          new KeyUnavailable({
            message: `The key ${keyOf(sealed)}, which has sealed second factors of this store, is not in ${placeWords(place)}: put it back, or make a new one with "tributary user key --new".`
          })

        /** The key to seal with: a first one is made, but not where the store knows another. */
        const inUse: Effect.Effect<SealingKey, Failure> = Effect.gen(function* () {
          const [first] = yield* keys
          if (first !== undefined) return first
          const sealed = (yield* withFactor).find(({ secret }) => isSealed(secret))
          if (sealed !== undefined) return yield* missing(sealed.secret)
          const [made] = yield* addKey(place, [])
          return made ?? (yield* new KeyUnavailable({ message: `There is no key in ${placeWords(place)}.` }))
        })

        const sealNow = Effect.fn("SecretKeys.seal")(function* (secret: string, of: Account["id"]) {
          return seal(yield* inUse, secret, of)
        })

        const open = Effect.fn("SecretKeys.open")(function* (stored: string, of: Account["id"]) {
          if (!isSealed(stored)) return stored
          const secret = unseal(yield* keys, stored, of)
          return secret ?? (yield* missing(stored))
        })

        const sealAll = Effect.gen(function* () {
          const [first] = yield* keys
          const waiting = (yield* withFactor).filter(
            ({ secret }) => !isSealed(secret) || (first !== undefined && keyOf(secret) !== first.name)
          )
          let count = 0
          for (const { person, secret } of waiting) {
            const opened = yield* Effect.option(open(secret, person.id))
            if (Option.isNone(opened)) continue
            const sealed = yield* sealNow(opened.value, person.id)
            const isDone = yield* transaction(
              Effect.gen(function* () {
                // Somebody may have set up a new one meanwhile.
                const present = Option.getOrUndefined(yield* people.get(person.id))
                if (present?.totpSecret !== secret) return false
                yield* people.change(person.id, { totpSecret: sealed })
                return true
              })
            )
            if (isDone) count++
          }
          return count
        }).pipe(Effect.withSpan("SecretKeys.sealAll"))

        const renew = Effect.gen(function* () {
          yield* addKey(place, yield* keys)
          yield* sealAll
        }).pipe(Effect.withSpan("SecretKeys.renew"))

        const state = Effect.gen(function* () {
          const known = yield* keys
          const all = yield* withFactor
          const which = (is: (secret: string, of: Account) => boolean) =>
            all.flatMap(({ person, secret }) => (is(secret, person) ? [person] : []))
          const opens = (secret: string, { id }: Account) => unseal(known, secret, id) !== null
          const isFirst = (secret: string) => keyOf(secret) === known[0]?.name
          return {
            place: placeWords(place),
            inUse: known[0]?.name ?? null,
            isOpenToOthers: yield* isOpenToOthers(place),
            readable: which((secret) => !isSealed(secret)),
            older: which((secret, of) => isSealed(secret) && !isFirst(secret) && opens(secret, of)),
            lost: which((secret, of) => isSealed(secret) && !opens(secret, of)),
            sealed: which((secret, of) => isSealed(secret) && isFirst(secret) && opens(secret, of))
          } satisfies KeysState
        }).pipe(Effect.withSpan("SecretKeys.state"))

        return SecretKeys.of({ seal: sealNow, open, sealAll, renew, state })
      })
    )
  }
}
