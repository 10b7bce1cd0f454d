/** `tributary serve`: the portal, until it is stopped. */
import { Effect, Layer, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { CommandFailed } from "./failure.ts"
import { print } from "./print.ts"
import { dataDirectory, awaitedStore } from "./store.ts"
import { observePort, watching } from "./watching.ts"

const webAddress = (text: string) => {
  const url = URL.parse(text)
  return url !== null && (url.protocol === "https:" || url.protocol === "http:")
    ? Effect.succeed(url)
    : Effect.fail(
        new CommandFailed({
          message: `--base-url must be a web address such as https://tributary.example/, and "${text}" is none.`
        })
      )
}

const networks = (texts: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const { IpNetwork } = yield* Effect.promise(() => import("effect/net"))
    return yield* Effect.forEach(texts, (text) => {
      const network = IpNetwork.fromString(
        text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`
      )
      return Result.isSuccess(network)
        ? Effect.succeed(network.success)
        : Effect.fail(
            new CommandFailed({
              message: `--trust-proxy takes an address or a network such as 10.0.0.0/8, and "${text}" is none.`
            })
          )
    })
  })

export const serve = Command.make(
  "serve",
  {
    port: Flag.Int("port").pipe(
      Flag.withAlias("p"),
      Flag.withDescription("Port to listen on; 0 for any that is free"),
      Flag.withDefault(8080)
    ),
    host: Flag.String("host").pipe(
      Flag.withDescription("Address to listen on; 0.0.0.0 for all of this machine"),
      Flag.withDefault("127.0.0.1")
    ),
    baseUrl: Flag.String("base-url").pipe(
      Flag.withMetavar("URL"),
      Flag.withDescription("Address under which readers reach the portal, for links, feeds and mails"),
      Flag.optional
    ),
    trustProxy: Flag.String("trust-proxy").pipe(
      Flag.withMetavar("NETWORK"),
      Flag.withDescription(
        "Believe X-Forwarded-For, -Host and -Proto of this address or network (repeatable)"
      ),
      Flag.atLeast(0)
    ),
    operator: Flag.String("operator").pipe(
      Flag.withMetavar("NAME"),
      Flag.withDescription("Who runs it, named at the foot of every page"),
      Flag.optional
    ),
    withoutJobs: Flag.Boolean("without-jobs").pipe(
      Flag.withDescription("Serve pages only: the jobs are run by another process or by hand"),
      Flag.withDefault(false)
    ),
    observePort
  },
  Effect.fn(function* ({ baseUrl, host, observePort, operator, port, trustProxy, withoutJobs }) {
    const { portal, PortalSettings } = yield* Effect.promise(() => import("../portal/index.ts"))
    const { Normalizer } = yield* Effect.promise(() => import("../normalize/normalizer.ts"))
    const address = Option.getOrUndefined(baseUrl)
    const directory = yield* dataDirectory
    const { scheduleBeside } = yield* Effect.promise(() => import("../jobs/scheduler/beside.ts"))
    const options = {
      host,
      port,
      baseUrl: address === undefined ? undefined : yield* webAddress(address),
      operator: Option.getOrUndefined(operator),
      trustedProxies: yield* networks(trustProxy),
      dataDirectory: directory
    }
    return yield* Effect.gen(function* () {
      const { baseUrl } = yield* PortalSettings
      yield* print(`The portal is open at ${baseUrl.href} Ctrl-C stops.`)
      return yield* withoutJobs ? Effect.never : scheduleBeside(["--data", directory])
    }).pipe(
      Effect.provide(
        portal(options).pipe(
          Layer.provide(watching({ port: Option.getOrNull(observePort), directory })),
          Layer.provide(Layer.merge(Normalizer.layer, awaitedStore))
        )
      )
    )
  })
).pipe(
  Command.withDescription(
    "Serve the portal, where readers read and organisers register, and run the jobs, until stopped"
  ),
  Command.withExamples([
    { command: "tributary serve", description: "On this machine alone, at http://127.0.0.1:8080/" },
    {
      command:
        "tributary serve --base-url https://tributary.example/ --trust-proxy 127.0.0.1 --operator 'IGF Secretariat'",
      description: "Behind a web server on the same machine that speaks https"
    }
  ])
)
