/**
 * Notices: mails that tell people what was changed in how they sign in, so that they learn of it when it was
 * somebody else (OWASP ASVS 4.0.3, 2.2.3, 2.5.5 and 2.8.5). They hold no secret and no link: a mail that asks
 * people to press something is what others send.
 */
import { Context, Effect, Layer } from "effect"
import { type Account, minuteOf } from "../domain/index.ts"
import { Mail } from "../mail/index.ts"
import { type Actor, now, type StoreError } from "../store/index.ts"
import { letters } from "./letters/index.ts"

/** What is told. */
export type NoticeOf =
  | "passwordChanged"
  | "passwordReset"
  | "factorOn"
  | "factorOff"
  | "recoveryUsed"
  | "codeRepeated"
  | "linked"
  | "unlinked"
  | "tokenMade"

export class Notices extends Context.Service<
  Notices,
  {
    /** False while no mail server is named: then nobody is told. */
    readonly isOn: boolean
    /** Queues the mail in the caller's transaction. */
    readonly tell: (
      account: Pick<Account, "id" | "address" | "language">,
      what: NoticeOf,
      by: Actor
    ) => Effect.Effect<void, StoreError>
  }
>()("tributary/accounts/Notices") {
  static readonly layer = Layer.effect(
    Notices,
    Effect.gen(function* () {
      const mail = yield* Mail
      const tell = Effect.fn("Notices.tell")(function* (
        account: Pick<Account, "id" | "address" | "language">,
        what: NoticeOf,
        by: Actor
      ) {
        // What waits for a server that nobody will name helps nobody, and would be an alarm after an hour.
        if (!mail.isOn) return
        const words = letters[account.language ?? "en"]
        const values: Readonly<Record<string, string>> = {
          what: words[what],
          address: account.address,
          at: minuteOf(yield* now),
          by: by.id === account.id ? words.yourself : by.name
        }
        const text = words.text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")
        yield* mail.queue({ to: account.address, subject: words.subject, text }).pipe(
          // An address to which nobody can write keeps nobody from a change.
          Effect.catchTag("UnusableMail", ({ message }) =>
            Effect.logWarning(`${account.id} could not be told of a change: ${message}`)
          )
        )
      })
      return Notices.of({ isOn: mail.isOn, tell })
    })
  )
}
