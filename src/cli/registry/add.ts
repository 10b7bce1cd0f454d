/** `tributary registry add`: a source, and the initiative with it when it is new. */
import { Effect, Layer, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import {
  HttpUrl,
  InitiativeId,
  InitiativeType,
  LanguageTag,
  type ListingSelectors,
  type Source,
  SourceId,
  SourceKind,
  UnGroup
} from "../../domain/index.ts"
import { CommandFailed } from "../failure.ts"
import { print } from "../print.ts"
import { loadRegistry, registryLayer } from "./layer.ts"
import { turnsWithOthers } from "./turns.ts"

const text = (name: string, description: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.optional)

const flags = {
  url: Argument.String("url").pipe(
    Argument.withDescription("Address of the feed, listing page, site or document"),
    Argument.withSchema(HttpUrl)
  ),
  initiative: Flag.String("initiative").pipe(
    Flag.withMetavar("ID"),
    Flag.withDescription("The initiative that publishes there"),
    Flag.withSchema(InitiativeId)
  ),
  kind: Flag.Literals("kind", SourceKind.literals).pipe(
    Flag.withDescription("How the source is read; found out by a visit when it is not given"),
    Flag.optional
  ),
  as: text("as", "Name of the source within the initiative; made from its kind when it is not given"),
  item: text("item", "Listing: CSS selector of one entry"),
  link: text("link", "Listing: selector of the link within an entry"),
  title: text("title", "Listing: selector of the title within an entry"),
  dateSelector: text("date", "Listing: selector of the date within an entry"),
  next: text("next", "Listing: selector of the link to the next page"),
  name: text("name", "New initiative: its full name"),
  type: Flag.Literals("type", InitiativeType.literals).pipe(
    Flag.withDescription("New initiative: its type"),
    Flag.optional
  ),
  group: Flag.Literals("group", UnGroup.literals).pipe(
    Flag.withDescription("New initiative: its UN group; several when it spans groups"),
    Flag.atLeast(0)
  ),
  country: text("country", "New initiative: ISO 3166-1 alpha-2 code"),
  language: Flag.String("language").pipe(
    Flag.withDescription("New initiative: language in which it publishes; several"),
    Flag.withSchema(LanguageTag),
    Flag.atLeast(0)
  ),
  propose: Flag.Boolean("propose").pipe(
    Flag.withDescription("Only propose the source; it is visited when it is approved"),
    Flag.withDefault(false)
  )
}

/** Selectors that were given; none when there is no item selector. */
const selectorsOf = (given: {
  readonly [K in keyof ListingSelectors]-?: Option.Option<string>
}): ListingSelectors | null => {
  if (Option.isNone(given.item)) return null
  const part = (key: "link" | "title" | "date" | "next") =>
    Option.isSome(given[key]) ? { [key]: given[key].value } : {}
  return { item: given.item.value, ...part("link"), ...part("title"), ...part("date"), ...part("next") }
}

export const add = Command.make(
  "add",
  flags,
  Effect.fn(function* (input) {
    const { Registry } = yield* loadRegistry
    const { proposeSource } = yield* Effect.promise(() => import("../../jobs/propose-source.ts"))
    const { Visitor } = yield* Effect.promise(() => import("../../ingest/visit/index.ts"))
    yield* Effect.gen(function* () {
      const registry = yield* Registry
      const entry = yield* registry.show(input.initiative)
      const selectors = selectorsOf({
        item: input.item,
        link: input.link,
        title: input.title,
        date: input.dateSelector,
        next: input.next
      })
      const proposal = yield* proposeSource(input.url, Option.getOrNull(input.kind), selectors)
      for (const reason of proposal.reasons) yield* print(reason)

      const taken = new Set<string>(Option.isSome(entry) ? entry.value.sources.map(({ id }) => id) : [])
      const base = Option.getOrElse(input.as, () => proposal.kind)
      const names = [base, ...Array.from({ length: 99 }, (_, index) => `${base}-${index + 2}`)]
      const free = names.find((name) => !taken.has(`${input.initiative}/${name}`)) ?? base
      const source: Source = {
        id: SourceId.make(`${input.initiative}/${free}`),
        initiativeId: input.initiative,
        kind: proposal.kind,
        url: proposal.url,
        status: input.propose ? "proposed" : "approved",
        verified: proposal.verified,
        validFrom: null,
        validUntil: null,
        options: proposal.options
      }
      if (Option.isSome(entry)) {
        yield* registry.addSource(source)
      } else {
        const [first, ...more] = input.group
        if (Option.isNone(input.name) || Option.isNone(input.type) || first === undefined) {
          return yield* new CommandFailed({
            message: `There is no initiative ${input.initiative} yet: give --name, --type and --group to register it, or choose one that "tributary registry list" names.`
          })
        }
        yield* registry.add({
          initiative: {
            id: input.initiative,
            name: input.name.value,
            type: input.type.value,
            country: Option.getOrNull(input.country),
            unGroups: [first, ...more],
            languages: input.language,
            website: null,
            evidenceUrl: null
          },
          sources: [source]
        })
      }
      yield* print(`${source.id} is ${source.status}: ${source.kind}, ${source.url}`)
    }).pipe(Effect.provide(Layer.merge(registryLayer, Layer.provide(Visitor.layer, turnsWithOthers))))
  })
).pipe(
  Command.withDescription("Add a source to an initiative; a new initiative is registered with it"),
  Command.withExamples([
    {
      command: "tributary registry add https://igf.norvia.example/feed/ --initiative norvia-igf",
      description: "Add a feed to a registered initiative"
    },
    {
      command:
        'tributary registry add https://news.example/list --initiative old-port-igf --item ".entry" --date time --name "Old Port IGF" --type national --group GRULAC',
      description: "Register a new initiative with a listing page"
    }
  ])
)
