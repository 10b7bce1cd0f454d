/**
 * Proposals from the subscriptions of a feed reader: to which known initiative a feed belongs, or which
 * initiative it seems to be. What cannot be told is left to a person and named, never guessed.
 */
import { Result, Schema } from "effect"
import { Initiative, type RegistryEntry, Source, UnGroup } from "../../domain/index.ts"
import { emptyContent, type Located, type RegistryContent } from "./content.ts"

/** A feed of a foreign list: its title, its address, the page it speaks for, the folders around it. */
export interface Subscription {
  readonly title: string
  readonly url: string
  readonly website: string | null
  readonly folders: ReadonlyArray<string>
}

const decodeInitiative = Schema.decodeUnknownResult(Initiative)
const decodeSource = Schema.decodeUnknownResult(Source)

/** Words without which a title does not read like an IGF; acronyms may have letters around them (KIGF, IGF-D). */
const namesAnIgf =
  /igf\b|\bigf|internet governance|internet forum|gouvernance de l.internet|gobernanza de internet|governan[çc]a da internet/iu
const namesYouth = /youth|yigf|jeune|joven|juventu[ds]e?/iu

/** Lower case without accents and punctuation, words joined by hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

/** Host and path in the form in which two addresses of one site compare equal. */
const siteOf = (text: string | null): { readonly host: string; readonly path: string } | undefined => {
  const url = text === null ? null : URL.parse(text)
  if (url === null) return undefined
  return { host: url.host.replace(/^www\./, ""), path: `${url.pathname.replace(/\/+$/, "")}/` }
}

/** The known initiative whose website holds the address; of several the one with the longest path. */
const ownerOf = (address: string | null, known: ReadonlyArray<RegistryEntry>): Initiative | undefined => {
  const site = siteOf(address)
  if (site === undefined) return undefined
  let best: { readonly initiative: Initiative; readonly length: number } | undefined
  for (const { initiative } of known) {
    const home = siteOf(initiative.website)
    if (home === undefined || home.host !== site.host || !site.path.startsWith(home.path)) continue
    if (best === undefined || home.path.length > best.length) best = { initiative, length: home.path.length }
  }
  return best?.initiative
}

const regionNames = new Intl.DisplayNames(["en"], { type: "region" })

/** The country code, known to the registry, whose English name stands in the text. */
const countryIn = (text: string, known: ReadonlyArray<RegistryEntry>): Initiative | undefined => {
  const words = ` ${slugOf(text).replaceAll("-", " ")} `
  let best: { readonly initiative: Initiative; readonly length: number } | undefined
  for (const { initiative } of known) {
    if (initiative.country === null) continue
    const name = slugOf(regionNames.of(initiative.country) ?? "").replaceAll("-", " ")
    if (name === "" || !words.includes(` ${name} `)) continue
    // The longer name wins: South Sudan is not Sudan.
    if (best === undefined || name.length > best.length) best = { initiative, length: name.length }
  }
  return best?.initiative
}

const groupIn = (folders: ReadonlyArray<string>): UnGroup | undefined =>
  UnGroup.literals.find((group) => folders.some((folder) => folder.toLowerCase() === group.toLowerCase()))

const initiativeFor = (
  subscription: Subscription,
  known: ReadonlyArray<RegistryEntry>
): Result.Result<Initiative, string> => {
  const slug = slugOf(subscription.title)
  const named = known.find(({ initiative }) => initiative.id === slug || slugOf(initiative.name) === slug)
  const existing =
    named?.initiative ?? ownerOf(subscription.website, known) ?? ownerOf(subscription.url, known)
  if (existing !== undefined) return Result.succeed(existing)
  if (!namesAnIgf.test(subscription.title)) return Result.fail("its title does not read like an IGF")
  const compatriot = countryIn(subscription.title, known)
  const group = groupIn(subscription.folders) ?? compatriot?.unGroups[0]
  if (group === undefined) return Result.fail("neither its folder nor its title tells its UN group")
  const isYouth = namesYouth.test(subscription.title)
  if (compatriot === undefined && !isYouth) return Result.fail("its title does not tell its country")
  return Result.mapError(
    decodeInitiative({
      id: slug,
      name: subscription.title,
      type: isYouth ? "youth" : "national",
      country: compatriot?.country ?? null,
      unGroups: [group],
      languages: [],
      website: subscription.website,
      evidenceUrl: null
    }),
    () => "its title or its page makes no valid initiative"
  )
}

/** The first free source name: feed, feed-2, feed-3 and so on. */
const freeName = (initiative: Initiative, taken: ReadonlySet<string>): string => {
  let id = `${initiative.id}/feed`
  for (let number = 2; taken.has(id); number += 1) id = `${initiative.id}/feed-${number}`
  return id
}

/** Initiatives and sources, status proposed, for the subscriptions of a foreign file. */
export const propose = (
  file: string,
  subscriptions: ReadonlyArray<Subscription>,
  known: ReadonlyArray<RegistryEntry>
): RegistryContent => {
  const entries = [...known]
  const byUrl = new Map<string, Source>(
    known.flatMap(({ sources }) => sources.map((source) => [source.url, source] as const))
  )
  const taken = new Set(known.flatMap(({ sources }) => sources.map((source): string => source.id)))
  const initiatives: Array<Located<Initiative>> = []
  const sources: Array<Located<Source>> = []
  const undecided: Array<string> = []
  for (const subscription of subscriptions) {
    const place = `${file}, outline "${subscription.title}"`
    const registered = byUrl.get(subscription.url)
    if (registered !== undefined) {
      sources.push({ value: registered, place })
      continue
    }
    const initiative = initiativeFor(subscription, entries)
    if (Result.isFailure(initiative)) {
      undecided.push(`${place}: ${initiative.failure}; register it by hand if it is one.`)
      continue
    }
    const source = decodeSource({
      id: freeName(initiative.success, taken),
      initiativeId: initiative.success.id,
      kind: "feed",
      url: subscription.url,
      status: "proposed",
      verified: false,
      validFrom: null,
      validUntil: null,
      options: {}
    })
    if (Result.isFailure(source)) {
      undecided.push(`${place}: "${subscription.url}" is no web address; register it by hand.`)
      continue
    }
    if (!entries.some((entry) => entry.initiative.id === initiative.success.id)) {
      initiatives.push({ value: initiative.success, place })
      entries.push({ initiative: initiative.success, sources: [] })
    }
    sources.push({ value: source.success, place })
    byUrl.set(source.success.url, source.success)
    taken.add(source.success.id)
  }
  return { ...emptyContent, initiatives, sources, undecided }
}
