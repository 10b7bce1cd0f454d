/**
 * What the digest's fixed texts are written with: names, dates, numbers and sentences in English.
 *
 * Renderers take every word of theirs from a catalogue, so that another language is another catalogue.
 */
import type {
  DigestWindow,
  DocumentKind,
  HearingStatus,
  InitiativeType,
  IsoDate,
  MethodPoint,
  Timestamp,
  UnGroup,
  VisitOutcome
} from "../domain/index.ts"
import type { ChangeRow } from "../domain/index.ts"

type Window = typeof DigestWindow.Type

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
]

const parts = (date: string) => {
  const [year = "", month = "", day = ""] = date.slice(0, 10).split("-")
  return { year, month: months[Number(month) - 1] ?? month, day: String(Number(day)) }
}

/** `4 November 2025`. */
export const longDate = (date: IsoDate | Timestamp): string => {
  const { year, month, day } = parts(date)
  return `${day} ${month} ${year}`
}

/** `5–7 February 2026`, or both dates in full where month or year differ. */
export const dateRange = (from: IsoDate, to: IsoDate): string => {
  const [a, b] = [parts(from), parts(to)]
  if (from === to) return longDate(from)
  if (a.year !== b.year) return `${longDate(from)} – ${longDate(to)}`
  return a.month === b.month ? `${a.day}–${longDate(to)}` : `${a.day} ${a.month} – ${longDate(to)}`
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" })

/** `Arabic`; `language not told` for `und`. */
export const languageName = (tag: string): string => {
  if (tag === "und") return "language not told"
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** `3,908`. */
export const figure = (count: number): string => count.toLocaleString("en")

/** `1 initiative`, `3 initiatives`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`

/** `a, b and c`. */
export const enumerate = (items: ReadonlyArray<string>): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`

/** Share in per cent, rounded; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((100 * part) / whole)

/** Short names of the UN groups. */
export const groupName: Readonly<Record<UnGroup, string>> = {
  "African Group": "African",
  "Asia-Pacific Group": "Asia-Pacific",
  "Eastern European Group": "Eastern European",
  GRULAC: "Latin American and Caribbean",
  WEOG: "Western European and Others"
}

/** Names of the UN groups in full. */
export const groupTitle: Readonly<Record<UnGroup, string>> = {
  "African Group": "African Group",
  "Asia-Pacific Group": "Asia-Pacific Group",
  "Eastern European Group": "Eastern European Group",
  GRULAC: "Latin American and Caribbean Group",
  WEOG: "Western European and Others Group"
}

/** Names that fit into a narrow column. */
export const groupColumn: Readonly<Record<UnGroup, string>> = {
  "African Group": "African",
  "Asia-Pacific Group": "Asia-Pacific",
  "Eastern European Group": "E. European",
  GRULAC: "GRULAC",
  WEOG: "WEOG"
}

export const typeName: Readonly<Record<InitiativeType, string>> = {
  national: "national",
  "sub-regional": "sub-regional",
  regional: "regional",
  youth: "youth"
}

export const kindName: Readonly<Record<DocumentKind, string>> = {
  messages: "messages",
  communique: "communiqué",
  declaration: "declaration",
  report: "report",
  "session-summary": "session summary",
  draft: "draft",
  transcript: "transcript",
  announcement: "announcement",
  news: "news",
  "press-account": "press account, second-hand",
  "not-an-output": "held to be no output"
}

export const statusName: Readonly<Record<HearingStatus, string>> = {
  published: "published",
  silent: "not heard yet",
  unreachable: "not heard yet, could not be reached"
}

/** Why a source could not be read, where the visit left no sentence of its own. */
export const outcomeName: Readonly<Record<VisitOutcome, string>> = {
  ok: "read",
  "not-modified": "unchanged",
  "bad-url": "the address is not a web address",
  "blocked-address": "the address leads into a private network",
  "blocked-port": "the address names a port that is not visited",
  "blocked-by-robots": "the site asks programs not to read it",
  "dns-error": "the name of the site is not known",
  "network-error": "the site did not answer",
  "tls-error": "the site's certificate is not valid",
  "too-slow": "the site answered too slowly",
  "too-large": "the document is larger than is read",
  "redirect-loop": "the site sends visitors round in a circle",
  "bad-redirect": "the site sends visitors to an address that is not valid",
  "bad-encoding": "the answer is damaged",
  "not-found": "the page is not there any more",
  gone: "the page was taken down for good",
  refused: "the site refuses the visit",
  "rate-limited": "the site asks to be visited less often",
  challenge: "the site asks visitors to prove that they are persons",
  "server-error": "the site has an internal error",
  "unexpected-status": "the site gave an answer that is not understood",
  "unsupported-media": "the document is of a kind that cannot be read"
}

export const changeName: Readonly<Record<ChangeRow["status"], string>> = {
  new: "new",
  more: "more",
  same: "unchanged",
  fewer: "fewer",
  quiet: "gone quiet"
}

/** WSIS action lines, GDC objectives and SDGs by code. */
export const codeNames = {
  wsis: {
    C1: "Role of governments and all stakeholders",
    C2: "Information and communication infrastructure",
    C3: "Access to information and knowledge",
    C4: "Capacity building",
    C5: "Confidence and security",
    C6: "Enabling environment",
    C7: "ICT applications",
    C8: "Cultural and linguistic diversity, local content",
    C9: "Media",
    C10: "Ethical dimensions",
    C11: "International and regional co-operation"
  },
  gdc: {
    "1": "Close digital divides, accelerate the SDGs",
    "2": "Inclusion in the digital economy",
    "3": "Inclusive, open, safe, rights-respecting digital space",
    "4": "Data governance",
    "5": "Governance of artificial intelligence"
  },
  sdg: {
    "1": "No poverty",
    "2": "Zero hunger",
    "3": "Good health and well-being",
    "4": "Quality education",
    "5": "Gender equality",
    "6": "Clean water and sanitation",
    "7": "Affordable and clean energy",
    "8": "Decent work and economic growth",
    "9": "Industry, innovation and infrastructure",
    "10": "Reduced inequalities",
    "11": "Sustainable cities and communities",
    "12": "Responsible consumption and production",
    "13": "Climate action",
    "14": "Life below water",
    "15": "Life on land",
    "16": "Peace, justice and strong institutions",
    "17": "Partnerships for the goals"
  }
} satisfies Record<string, Readonly<Record<string, string>>>

/** Full names of the lists of countries. */
export const listNames: Readonly<Record<string, string>> = {
  LDC: "Least developed countries",
  LLDC: "Landlocked developing countries",
  SIDS: "Small island developing states"
}

/** The sentences of "Method and limits". */
export const methodText: Readonly<Record<MethodPoint, string>> = {
  "published-only":
    "This digest covers what initiatives have published and what could be read by the date on page one. It is not a survey and is not representative: an initiative that published nothing in the window may have discussed every issue in it.",
  "not-a-position":
    "National and regional initiatives are independent of each other and stand on an equal footing. Nothing here is a common position of theirs; every statement belongs to the initiative named beside it, and speaks for those who took part there.",
  "count-initiatives":
    "Initiatives are counted, never words or pages: an initiative that writes twenty sentences on an issue counts as one. A national message is not added up into a regional one, and initiatives are not ranked.",
  groups:
    "Shares by UN group are shares of those initiatives of the group that published in the window. An initiative that spans several groups counts in each of them, so that groups can add up to more than the total.",
  labels:
    "The issues are those of Tributary's taxonomy. The labels are ours and not the initiatives': a program assigns up to three to each statement by the words that stand in it, and shows those words under “why under this issue”. Such labels can be wrong; an initiative that finds itself misread can ask for a correction.",
  order:
    "Quotations stand in this order: first the initiative quoted least so far on the page, then UN groups and types quoted least; among equals the statement that more initiatives share, then the newer one. Length and score play no part. What exceeds the room of a section stands under “all further statements” of one of its issues.",
  shared:
    "A message is called shared when statements of at least two initiatives were found to say the same, across languages where that could be told; each is quoted as its initiative wrote it. Who is named under “where they differ” states itself that views differed.",
  duplicates:
    "A text that stands in several places is quoted once, with all its places. The same document on several sites counts once, for the initiative and the date of the one that the others repeat.",
  kinds:
    "Counted are messages, communiqués, declarations, reports and session summaries. Drafts and press accounts are listed in the coverage and never counted; transcripts, announcements and news are not counted either.",
  boilerplate:
    "Set phrases (what the IGF is, thanks, notices of a site) are left out. They stay in the archived copies.",
  dates:
    "An output belongs to the window by the date of publication that it states itself or that its site gives. Outputs without a date are listed apart and put into no window.",
  verbatim:
    "Quotations are verbatim and in the original language. Invisible control characters are left out of this form and kept in the data.",
  reproducible:
    "The digest can be computed again from the archived copies, the taxonomy and the recorded corrections; the same inputs give the same bytes."
}

/** `2026-1` or the window when the digest has no number. */
export const digestTitle = (digest: {
  readonly title: string | null
  readonly number: string | null
  readonly window: Window
}): string =>
  digest.title ??
  (digest.number === null
    ? `Tributary digest, ${dateRange(digest.window.from, digest.window.to)}`
    : `Tributary digest ${digest.number}`)
