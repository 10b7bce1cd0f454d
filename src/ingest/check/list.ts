/** Checks of the list: feed-well-formed, listing-structure, dates, addresses, duplicates, rhythm, truncation. */
import { publicationRhythm } from "../publication-rhythm.ts"
import type { ListedItem } from "../source/index.ts"
import { canonicalUrl } from "../url/index.ts"
import type { Chosen, Facts } from "./facts.ts"
import { fail, type Finding, notApplicable, pass, warn } from "./verdict.ts"

const feedKinds: ReadonlySet<string> = new Set(["feed", "youtube"])
const pageKinds: ReadonlySet<string> = new Set(["listing", "drupal", "shelf", "sitemap"])
const apiKinds: ReadonlySet<string> = new Set(["wordpress", "mediawiki"])

const quietAfterDays = 365

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** Share of items, from 0 to 1. */
const share = (items: ReadonlyArray<ListedItem>, test: (item: ListedItem) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length

/** Runs a check on the chosen source, when there is something listed. */
const onItems =
  (check: (chosen: Chosen, facts: Facts) => Finding) =>
  (facts: Facts): Finding =>
    facts.chosen === null || facts.chosen.listing.items.length === 0
      ? notApplicable("Nothing is listed.")
      : check(facts.chosen, facts)

export const feedWellFormed = ({ chosen }: Facts): Finding => {
  if (chosen === null) return notApplicable("No feed was found.")
  if (apiKinds.has(chosen.kind)) {
    return chosen.listing.alarm === null
      ? pass("The site's API answers as it should.")
      : fail(chosen.listing.alarm.message, "Let the API answer, or register a feed or a list page instead.")
  }
  if (!feedKinds.has(chosen.kind)) return notApplicable(`It is read as ${chosen.kind}, not as a feed.`)
  const { alarm, warnings } = chosen.listing
  if (alarm !== null) {
    return fail(alarm.message, "Correct the feed; validator.w3.org/feed shows where it is broken.")
  }
  const [first] = warnings
  return first === undefined
    ? pass("The feed is well-formed.")
    : warn(first, "The feed was read all the same; validator.w3.org/feed shows what to correct.")
}

export const listingStructure = ({ chosen }: Facts): Finding => {
  if (chosen === null) {
    return fail(
      "Nothing on the page looks like a list of outputs.",
      "Give the address of a feed or of the page that lists the outputs, or configure selectors (--item)."
    )
  }
  if (!pageKinds.has(chosen.kind)) return notApplicable(`It is read as ${chosen.kind}, not as a page.`)
  const { alarm, items } = chosen.listing
  if (alarm !== null) return fail(alarm.message, "Choose a selector that matches each entry (--item).")
  const untitled = items.filter(({ title }) => title === null).length
  if (chosen.kind !== "sitemap" && untitled > items.length / 2) {
    return warn(
      `${plural(untitled, "entry has", "entries have")} no title in the list.`,
      "Let each link say what it leads to."
    )
  }
  return chosen.guessedSelector === null
    ? pass(`${plural(items.length, "entry is", "entries are")} found in the page.`)
    : pass(
        `${plural(items.length, "entry is", "entries are")} found in the page at "${chosen.guessedSelector}", which is kept with the source.`
      )
}

export const dates = onItems((chosen, { now, samples }) => {
  const { items } = chosen.listing
  const dated = share(items, ({ publishedAt }) => publishedAt !== null)
  const tomorrow = new Date(now + 86_400_000).toISOString().slice(0, 10)
  const future = items.filter(({ publishedAt }) => publishedAt !== null && publishedAt > tomorrow).length
  if (future > 0) {
    return warn(
      `${plural(future, "entry is", "entries are")} dated in the future.`,
      "State the day of publication, not that of the event."
    )
  }
  if (dated === 1) return pass("Every entry has a date of publication.")
  if (dated >= 0.8) return pass(`${Math.round(dated * 100)} % of the entries have a date of publication.`)
  const remedy =
    "State the day of publication of each entry (pubDate in a feed, a <time datetime> in a page): an output without a date is not counted in a digest."
  const inPages = samples.filter(({ publishedAt }) => publishedAt !== null).length
  if (dated > 0 || inPages > 0) {
    return warn(
      dated > 0
        ? `Only ${Math.round(dated * 100)} % of the entries have a date of publication.`
        : `The list gives no dates; ${inPages} of ${samples.length} pages looked into state one.`,
      remedy
    )
  }
  return fail("Neither the list nor the pages looked into state a date of publication.", remedy)
})

const sessionKey =
  /[?&;](?:phpsessid|jsessionid|sid|s?session(?:id)?|cfid|cftoken|aspsessionid\w*)=|;jsessionid=/i

export const itemAddressesStable = onItems((chosen, { samples }) => {
  const { items } = chosen.listing
  const withSession = items.find(({ url }) => sessionKey.test(url))
  if (withSession !== undefined) {
    return fail(
      `Addresses carry a session, such as ${withSession.url}: the same page looks new at each visit.`,
      "Link to pages without session parameters."
    )
  }
  const strange = samples.find(
    ({ finalUrl, item, outcome }) =>
      outcome === "ok" &&
      finalUrl !== null &&
      item.fetchUrl === undefined &&
      canonicalUrl(finalUrl) !== canonicalUrl(item.url)
  )
  if (strange !== undefined) {
    return warn(
      `${strange.item.url} leads on to ${strange.finalUrl}.`,
      "Let the list link to the lasting address of each page."
    )
  }
  return pass("Each entry has an address of its own that looks lasting.")
})

/** What makes two texts the same: letters and digits alone. */
const textKey = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, "").slice(0, 5000)

export const duplicates = onItems((chosen, { samples }) => {
  const { items } = chosen.listing
  const remedy = "List each output once; different versions under different titles."
  const addresses = new Set(items.map(({ url }) => canonicalUrl(url) ?? url))
  const twice = items.length - addresses.size
  const titles = new Map<string, number>()
  for (const { publishedAt, title } of items) {
    if (title !== null) {
      const key = `${publishedAt ?? ""} ${title.toLowerCase()}`
      titles.set(key, (titles.get(key) ?? 0) + 1)
    }
  }
  const sameTitle = [...titles.values()].filter((count) => count > 1).length
  const texts = samples.map(({ text }) => textKey(text)).filter((text) => text.length > 200)
  if (new Set(texts).size < texts.length) {
    return warn("Two entries that were looked into hold the same text.", remedy)
  }
  if (twice > 0) return warn(`${plural(twice, "entry repeats", "entries repeat")} another one.`, remedy)
  return sameTitle > 0
    ? warn(`${plural(sameTitle, "title stands", "titles stand")} more than once on one day.`, remedy)
    : pass("No entry stands twice.")
})

export const updateRhythm = onItems((chosen, { now }) => {
  const rhythm = publicationRhythm(
    chosen.listing.items.map(({ publishedAt }) => publishedAt),
    now
  )
  if (rhythm === null) return notApplicable("Without dates in the list its rhythm cannot be told.")
  const habit =
    rhythm.gap === null ? "" : `, as a rule one every ${plural(Math.max(1, Math.round(rhythm.gap)), "day")}`
  return rhythm.age > quietAfterDays
    ? warn(
        `The newest entry is of ${rhythm.newest}: nothing new for more than a year.`,
        "Look whether the initiative publishes elsewhere now."
      )
    : pass(`The newest entry is of ${rhythm.newest}${habit}.`)
})

const cutOff =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;|&#8230;)\])\s*(?:(?:read|continue|lire|leer|ler|читать)\b.{0,40})?$/iu

/** Text of a feed's content without its markup. */
const words = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()

export const truncation = onItems((chosen, { samples }) => {
  if (!feedKinds.has(chosen.kind)) {
    return notApplicable(
      apiKinds.has(chosen.kind)
        ? "The API gives whole texts."
        : "Only feeds carry texts; here each page is visited."
    )
  }
  const cut = share(
    chosen.listing.items,
    ({ contentHtml }) => contentHtml === null || cutOff.test(words(contentHtml))
  )
  // A page holds more than its text: only twice the length shows that the feed left something out.
  const shorter = samples.filter(
    ({ item, text }) => text.length > 2 * words(item.contentHtml ?? item.summary ?? "").length
  )
  return cut > 0.5 || (samples.length > 0 && shorter.length > samples.length / 2)
    ? warn(
        "The feed gives only the beginning of its texts: each page has to be visited for the rest.",
        'Set the feed to full texts (in WordPress: Settings, Reading, "Full text").'
      )
    : pass("The feed carries whole texts.")
})
