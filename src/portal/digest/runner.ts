/** The process that prepares a digest: started with an order, ended with the effect that waits for it. */
import { fileURLToPath } from "node:url"
import { Context, Effect, Schema } from "effect"
import { runToEnd } from "../child.ts"
import type { Order } from "./order.ts"

const program = fileURLToPath(new URL("prepare.ts", import.meta.url))

/** The digest could not be prepared. */
export class NotPrepared extends Schema.TaggedError<NotPrepared>()("NotPrepared", {
  message: Schema.String
}) {}

const run = (order: Order): Effect.Effect<void, NotPrepared> =>
  Effect.flatMap(runToEnd([program, JSON.stringify(order)]), (problem) =>
    problem === null ? Effect.void : Effect.fail(new NotPrepared({ message: problem }))
  )

/** How an order is carried out; tests have a way of their own. */
export const PrepareRunner = Context.Reference<(order: Order) => Effect.Effect<void, NotPrepared>>(
  "tributary/portal/PrepareRunner",
  { defaultValue: () => run }
)
