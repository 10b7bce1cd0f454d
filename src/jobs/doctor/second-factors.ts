/** Second factors: whether their key is there and what stands in the store can be read by nobody without it. */
import { Effect } from "effect"
import { readFactorChoice, SecretKeys } from "../../accounts/index.ts"
import { People } from "../../store/index.ts"
import { doubtful, ill, orIll, well } from "./finding.ts"

const name = "second factors"

/** The addresses of people, for a sentence. */
const named = (people: ReadonlyArray<{ readonly address: string }>): string =>
  people.map(({ address }) => address).join(", ")

/** @param directory the data folder, where the key is unless settings name another place */
export const secondFactors = (directory: string) =>
  orIll(
    name,
    Effect.gen(function* () {
      const choice = yield* readFactorChoice
      const state = yield* (yield* SecretKeys).state
      const { inUse, isOpenToOthers, lost, place, readable, sealed } = state
      if (lost.length > 0) {
        return ill(
          name,
          `No key opens those of ${named(lost)}, who can sign in with recovery codes only.`,
          `put the key back into ${place} (docs/operations.md, "The key of second factors")`
        )
      }
      if (isOpenToOthers) {
        return ill(name, `Others of this machine can read the key in ${place}.`, `chmod 600 ${place}`)
      }
      if (readable.length > 0) {
        return doubtful(
          name,
          `Those of ${named(readable)} stand readable in the store.`,
          "start the portal once, which seals them, and remove backups that were made before"
        )
      }
      const admins = (yield* (yield* People).list).filter(
        (one) => one.role === "admin" && one.disabledAt === null && one.password !== null
      )
      const without = admins.filter(({ totpSecret }) => totpSecret === null)
      const key = inUse === null ? "No key was needed yet." : `The key ${inUse} is in ${place}.`
      const count = sealed.length + state.older.length
      const sentence = `${count} in use, sealed in the store. ${key}`
      return without.length === 0 || choice === "nobody" || admins.length === 0
        ? well(name, inUse === null && count === 0 ? `None in use. ${key}` : sentence)
        : well(
            name,
            `${sentence} Without one: ${named(without)}; a portal that is reached by https asks them for it.`
          )
    }).pipe(Effect.provide(SecretKeys.layer(directory)))
  )
