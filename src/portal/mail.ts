/**
 * Mail of the portal: what its pages queue goes out at once, and what else waits in the outbox, too. One for all
 * groups of pages, since layers are made once wherever they are named.
 */
import { Effect, Layer } from "effect"
import { Mail } from "../mail/index.ts"

export const portalMail = Layer.effectDiscard(
  Effect.gen(function* () {
    yield* Effect.forkScoped((yield* Mail).delivering)
  })
).pipe(Layer.provideMerge(Mail.layer))
