/** The process that prepares a digest: started with an order, ended with the effect that waits for it. */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Context, Effect, Schema } from "effect"
import type { Order } from "./order.ts"

const program = fileURLToPath(new URL("prepare.ts", import.meta.url))

/** Milliseconds that preparing may take. */
const limitMs = 15 * 60_000

/** The digest could not be prepared. */
export class NotPrepared extends Schema.TaggedError<NotPrepared>()("NotPrepared", {
  message: Schema.String
}) {}

const run = (order: Order): Effect.Effect<void, NotPrepared> =>
  Effect.callback<void, NotPrepared>((resume) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)], {
      stdio: ["ignore", "ignore", "pipe"]
    })
    let said = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2000)
    })
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs)
    child.on("close", (status) => {
      clearTimeout(timer)
      resume(
        status === 0
          ? Effect.void
          : Effect.fail(new NotPrepared({ message: said === "" ? `it ended with ${status}` : said }))
      )
    })
    return Effect.sync(() => child.kill("SIGKILL"))
  })

/** How an order is carried out; tests have a way of their own. */
export const PrepareRunner = Context.Reference<(order: Order) => Effect.Effect<void, NotPrepared>>(
  "tributary/portal/PrepareRunner",
  { defaultValue: () => run }
)
