/** `tributary organisers link`: a private link to the page of an initiative. */
import { Effect, Layer, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { digestLanguages, InitiativeId } from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { existingStore } from "../store.ts"
import { commandLine } from "../user/accounts.ts"

export const link = Command.make(
  "link",
  {
    initiative: Argument.String("initiative").pipe(
      Argument.withDescription("The initiative whose page it opens"),
      Argument.withSchema(InitiativeId)
    ),
    email: Argument.String("email").pipe(Argument.withDescription("Mail address of the organiser")),
    baseUrl: Flag.String("base-url").pipe(
      Flag.withMetavar("URL"),
      Flag.withDescription("Address under which readers reach the portal"),
      Flag.withDefault("http://127.0.0.1:8080/")
    ),
    lang: Flag.Literals("lang", digestLanguages).pipe(
      Flag.withDescription("Language of the page and the mail"),
      Flag.withDefault("en")
    ),
    send: Flag.Boolean("send").pipe(
      Flag.withDescription("Mail it to the organiser instead of printing it"),
      Flag.withDefault(false)
    )
  },
  Effect.fn(function* ({ baseUrl, email, initiative, lang, send }) {
    const { linkAddress, linkDays, mailLink, makeLink } = yield* Effect.promise(
      () => import("../../jobs/organisers/index.ts")
    )
    const { Mail, MailAddress } = yield* Effect.promise(() => import("../../mail/index.ts"))
    const { Audit, Initiatives } = yield* Effect.promise(() => import("../../store/index.ts"))
    const { Schema } = yield* Effect.promise(() => import("effect"))
    const base = URL.parse(baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`)
    if (base === null || !/^https?:$/.test(base.protocol)) {
      return yield* new CommandFailed({
        message: `--base-url must be a web address such as https://tributary.example/, and "${baseUrl}" is none.`
      })
    }
    if (!Schema.is(MailAddress)(email)) {
      return yield* new CommandFailed({ message: `"${email}" is no mail address.` })
    }
    yield* Effect.gen(function* () {
      if (Option.isNone(yield* (yield* Initiatives).get(initiative))) {
        return yield* new CommandFailed({
          message: `There is no initiative ${initiative}: "tributary registry list" names them.`
        })
      }
      const made = send
        ? {
            link: yield* mailLink({ initiativeId: initiative, email, language: lang, baseUrl: base }),
            secret: null
          }
        : yield* makeLink(initiative, email, lang)
      yield* (yield* Audit).record({
        by: yield* commandLine,
        action: "organiser-link.make",
        thing: `initiative:${initiative}`,
        after: { link: made.link.id, email: made.link.email }
      })
      if (made.secret === null) {
        yield* (yield* Mail).deliver
        return yield* print(`A link to the page of ${initiative} is on its way to ${made.link.email}.`)
      }
      yield* print(linkAddress(base, lang, made.secret))
      yield* print(
        `Pass it on to ${made.link.email} alone: it is shown once, and opens the page for ${linkDays} days.`
      )
    }).pipe(Effect.provide(Layer.provideMerge(Mail.layer, existingStore)))
  })
).pipe(
  Command.withDescription("Make a private link to the page of an initiative, and print or mail it"),
  Command.withExamples([
    {
      command:
        "tributary organisers link kenya-igf amina@kigf.example --base-url https://tributary.example/ --send",
      description: "Mail it"
    }
  ])
)
