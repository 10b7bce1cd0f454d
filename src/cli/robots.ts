/** `tributary robots`: what a robots.txt file allows (RFC 9309). */
import { readFile } from "node:fs/promises"
import { Console, Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { CommandFailed } from "./failure.ts"

export const robots = Command.make(
  "robots",
  {
    file: Argument.String("file").pipe(Argument.withDescription("robots.txt")),
    agent: Argument.String("agent").pipe(Argument.withDescription("Product token of the user agent")),
    urls: Argument.String("url").pipe(Argument.atLeast(1))
  },
  Effect.fn(function* ({ agent, file, urls }) {
    const { isAllowed, parseRobots } = yield* Effect.promise(() => import("../ingest/robots/robots.ts"))
    // As bytes: a file in another charset, or with half a byte order mark, is read as its server sends it.
    const bytes = yield* Effect.tryPromise({
      try: () => readFile(file),
      catch: () => new CommandFailed({ message: `The file ${file} could not be read.` })
    })
    const rules = parseRobots(bytes)
    for (const url of urls) yield* Console.log(isAllowed(rules, agent, url) ? "allow" : "deny")
  })
).pipe(Command.withDescription("Print allow or deny for each URL, by the rules of a robots.txt file"))
