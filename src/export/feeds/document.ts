/**
 * Feeds of what is new in a digest: overall, by issue, by UN group; each as Atom 1.0 (RFC 4287) and RSS 2.0,
 * and a list of them all (OPML 2.0).
 *
 * A feed must name its own address, so that the address where the folder will stand has to be given. An
 * entry has the same id in every digest and at every address.
 */
import { generateAtomFeed, generateOpml, generateRssFeed } from "feedsmith"
import type { Digest, DigestOutput, IssueId, Quotation, UnGroup } from "../../domain/index.ts"
import type { Messages } from "../catalogue/index.ts"
import { escape, printable } from "../html/html.ts"
import { passageUrl } from "../passage-link.ts"
import { digestPart, digestTitle } from "../titles.ts"
import { opening, viewOf } from "../view.ts"
import type { View, ViewOptions } from "../view.ts"
import { uuidOf } from "./uuid.ts"

/** What a rendering may be given. */
export interface FeedOptions extends ViewOptions {
  /** Web address of the folder in which the digest will stand. */
  readonly baseUrl: URL
}

/** Entries of a feed; readers come back, and fetch it whole each time. */
const newest = 200

/** A feed before it is written. */
interface Channel {
  /** Path without its ending: `issues/child-online-safety`. */
  readonly path: string
  readonly title: string
  /** Place of the digest that it belongs to. */
  readonly place: string
  readonly entries: ReadonlyArray<Entry>
}

/** A new statement. */
interface Entry {
  readonly quotation: Quotation
  readonly output: DigestOutput
  readonly name: string
  readonly website: string | null
  readonly issues: ReadonlyArray<{ readonly id: IssueId; readonly label: string }>
  readonly groups: ReadonlyArray<UnGroup>
}

/** New statements, the newest first, those of one day in the order of the digest. */
const newEntries = (view: View): ReadonlyArray<Entry> =>
  view.digest.statements
    .filter(({ isNew }) => isNew !== false)
    .flatMap((quotation): ReadonlyArray<Entry> => {
      const [{ outputId, initiativeId }] = quotation.places
      const output = view.outputs.get(outputId)
      const initiative = view.initiatives.get(initiativeId)
      if (output === undefined || initiative === undefined) return []
      const issues = quotation.issues.map(({ id }) => ({ id, label: view.pages.get(id)?.label ?? id }))
      return [
        {
          quotation,
          output,
          name: initiative.name,
          website: initiative.website,
          issues,
          groups: initiative.unGroups
        }
      ]
    })
    .toSorted((a, b) =>
      a.output.publishedAt === b.output.publishedAt
        ? a.quotation.par - b.quotation.par
        : a.output.publishedAt < b.output.publishedAt
          ? 1
          : -1
    )

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

const channels = (view: View): ReadonlyArray<Channel> => {
  const { digest, m } = view
  const entries = newEntries(view)
  const title = digestTitle(digest, m)
  const titleOf = (subject: string) => m.text("feedTitleOf", { title, subject })
  return [
    { path: "all", title: m.text("feedTitle", { title }), place: "", entries },
    ...digest.issues.map(({ id, label }) => ({
      path: `issues/${id}`,
      title: titleOf(label),
      place: `#i-${id}`,
      entries: entries.filter(({ issues }) => issues.some((own) => own.id === id))
    })),
    ...digest.totals.byGroup.map(({ group }) => ({
      path: `groups/${slug(group)}`,
      title: titleOf(m.names.groupTitle[group]),
      place: "#coverage",
      entries: entries.filter(({ groups }) => groups.includes(group))
    }))
  ]
}

const line = (text: string): string => printable(text).replace(/\s+/g, " ").trim()

/** Everything that both kinds of feed say of an entry. */
const described = (m: Messages, base: URL, { quotation, output, name, website, issues }: Entry) => {
  const inDigest = new URL(`digest.html#p${quotation.par}`, base).href
  return {
    id: `urn:uuid:${uuidOf(`statement ${quotation.id}`)}`,
    title: m.text("labelled", { label: line(name), text: opening(line(quotation.text), 90) }),
    text: printable(quotation.text),
    date: new Date(`${output.publishedAt}T00:00:00Z`),
    name: line(name),
    site: website !== null && /^https?:/.test(website) && URL.canParse(website) ? { uri: website } : {},
    link: passageUrl(output.url, quotation.places[0].place, quotation.text) ?? inDigest,
    inDigest,
    language: quotation.language === "und" ? null : quotation.language,
    issues
  }
}

const description = ({ digest, m }: View): string => {
  const part = digestPart(digest, m)
  return printable(
    part === null ? m.text("feedDescription") : m.text("feedDescription") + m.text("gap") + part
  )
}

const atom = (view: View, base: URL, { path, title, place, entries }: Channel): string => {
  const { digest, m } = view
  return generateAtomFeed({
    id: `urn:uuid:${uuidOf(`feed ${path} ${m.lang}`)}`,
    title: { value: printable(title), type: "text" },
    subtitle: { value: description(view), type: "text" },
    updated: new Date(digest.asOf),
    authors: [{ name: "Tributary" }],
    generator: { text: "Tributary" },
    xml: { lang: m.tag },
    links: [
      { rel: "self", href: new URL(`feeds/${path}.atom`, base).href, type: "application/atom+xml" },
      { rel: "alternate", href: new URL(`digest.html${place}`, base).href, type: "text/html" }
    ],
    entries: entries.slice(0, newest).map((entry) => {
      const own = described(m, base, entry)
      return {
        id: own.id,
        title: { value: own.title, type: "text" },
        updated: own.date,
        published: own.date,
        authors: [{ name: own.name, ...own.site }],
        links: [
          { rel: "alternate", href: own.link },
          { rel: "related", href: own.inDigest, type: "text/html" }
        ],
        categories: own.issues.map(({ id, label }) => ({ term: id, label: printable(label) })),
        content: {
          value: own.text,
          type: "text",
          ...(own.language === null ? {} : { xml: { lang: own.language } })
        }
      }
    })
  })
}

const rss = (view: View, base: URL, { path, title, place, entries }: Channel): string => {
  const { digest, m } = view
  return generateRssFeed({
    title: printable(title),
    link: new URL(`digest.html${place}`, base).href,
    description: description(view),
    language: m.tag,
    lastBuildDate: new Date(digest.asOf),
    generator: "Tributary",
    atom: {
      links: [{ rel: "self", href: new URL(`feeds/${path}.rss`, base).href, type: "application/rss+xml" }]
    },
    items: entries.slice(0, newest).map((entry) => {
      const own = described(m, base, entry)
      return {
        title: own.title,
        link: own.link,
        // Readers take a description for HTML, so that a text must be escaped once more.
        description: escape(own.text),
        guid: { value: own.id, isPermaLink: false },
        pubDate: own.date,
        categories: own.issues.map(({ label }) => ({ name: printable(label) })),
        dc: { creators: [own.name], ...(own.language === null ? {} : { languages: [own.language] }) }
      }
    })
  })
}

const list = ({ digest, m }: View, base: URL, own: ReadonlyArray<Channel>): string =>
  generateOpml({
    head: {
      title: m.text("feedTitle", { title: digestTitle(digest, m) }),
      dateCreated: new Date(digest.asOf)
    },
    body: {
      outlines: own.map(({ path, title, place }) => ({
        text: printable(title),
        type: "rss",
        xmlUrl: new URL(`feeds/${path}.atom`, base).href,
        htmlUrl: new URL(`digest.html${place}`, base).href
      }))
    }
  })

/** The feeds by their paths in the folder `feeds`. The same digest and options give the same text. */
export const renderFeeds = (digest: Digest, options: FeedOptions): ReadonlyMap<string, () => string> => {
  const view = viewOf(digest, options)
  const own = channels(view)
  const base = new URL(options.baseUrl)
  if (!base.pathname.endsWith("/")) base.pathname += "/"
  return new Map([
    ...own.flatMap((channel) => [
      [`${channel.path}.atom`, () => atom(view, base, channel)] as const,
      [`${channel.path}.rss`, () => rss(view, base, channel)] as const
    ]),
    ["feeds.opml", () => list(view, base, own)] as const
  ])
}
