/**
 * The brief: the first page of the digest, and on a second one what each of the most raised issues says,
 * where they differ, what worked and who was not heard, with as much of each as two pages hold.
 */
import type { QuotingParagraph } from "../../domain/index.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { figure, plural, typeName } from "../words.ts"
import { bold, foreign, heading, join, list, named, quiet, text } from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { nameOf } from "./quotation.ts"
import { glance, summaryBlocks } from "./summary.ts"
import type { Depth } from "./summary.ts"

/** How much a brief holds. */
interface BriefDepth {
  readonly summary: Depth
  readonly shared: number
  readonly differing: number
  readonly cases: number
  readonly unheard: number
  readonly excerpt: number
}

const full: Depth = { differing: 5, excerpt: 150, also: 6, cases: 7, change: 8, unheard: 24 }

/** From the fullest brief to the shortest: the first that fits is taken. */
export const briefDepths: ReadonlyArray<BriefDepth> = [
  { summary: full, shared: 8, differing: 5, cases: 6, unheard: 160, excerpt: 210 },
  { summary: full, shared: 8, differing: 5, cases: 5, unheard: 100, excerpt: 170 },
  { summary: glance, shared: 7, differing: 4, cases: 5, unheard: 80, excerpt: 170 },
  { summary: glance, shared: 6, differing: 4, cases: 4, unheard: 60, excerpt: 150 },
  { summary: glance, shared: 5, differing: 3, cases: 3, unheard: 40, excerpt: 120 },
  {
    summary: { differing: 2, excerpt: 60, also: 2, cases: 2, change: 3, unheard: 6 },
    shared: 3,
    differing: 2,
    cases: 2,
    unheard: 20,
    excerpt: 80
  },
  {
    summary: { differing: 1, excerpt: 40, also: 0, cases: 1, change: 2, unheard: 3 },
    shared: 0,
    differing: 0,
    cases: 0,
    unheard: 0,
    excerpt: 40
  }
]

/** One line: the opening of a statement, who said it, and its number in the digest. */
const statementLine = (view: View, item: QuotingParagraph, lead: Inline, excerpt: number): Inline => {
  const quotation = view.statements.get(item.statement)
  if (quotation === undefined) return null
  const id = quotation.places[0].initiativeId
  const type = view.initiatives.get(id)?.type
  return [
    lead,
    "“",
    foreign(opening(quotation.text, excerpt), quotation.language),
    "” ",
    named(opening(nameOf(view, id), 70)),
    quiet(`${type === undefined ? "" : `, ${typeName[type]}`} [${quotation.language}], par.\u00a0${item.par}`)
  ]
}

const listed = (title: string, items: ReadonlyArray<Inline>): ReadonlyArray<Block> =>
  items.length === 0 ? [] : [heading(3, title), list(items)]

/** The blocks of a brief. */
export const briefBlocks = (view: View, depth: BriefDepth): ReadonlyArray<Block> => {
  const { summary, initiatives } = view.digest
  const shared = summary.raised.slice(0, depth.shared).flatMap((id): ReadonlyArray<Inline> => {
    const page = view.pages.get(id)
    const message = page?.shared[0]
    const item = message ?? page?.single[0]
    if (page === undefined || item === undefined) return []
    const spread =
      message === undefined
        ? "a single voice"
        : `shared by ${plural(message.initiatives.length, "initiative")}`
    return [statementLine(view, item, [bold(page.label), `, ${spread}: `], depth.excerpt)]
  })
  const quoted = new Set<string>()
  const differing = summary.differing.slice(0, depth.differing).flatMap((row): ReadonlyArray<Inline> => {
    const page = view.pages.get(row.issue)
    const item = page?.differing.find((own) => !quoted.has(own.statement))
    if (page === undefined || item === undefined) return []
    quoted.add(item.statement)
    return [statementLine(view, item, [bold(page.label), ": "], depth.excerpt)]
  })
  const worked = summary.worked.slice(0, depth.cases).flatMap((item): ReadonlyArray<Inline> => {
    const quotation = view.statements.get(item.statement)
    const name = quotation?.caseName ?? null
    if (quotation === undefined) return []
    const lead = name === null ? null : [foreign(opening(name, 60), quotation.language, "bold"), ": "]
    return [statementLine(view, item, lead, depth.excerpt)]
  })
  const unheard = initiatives.filter((initiative) => initiative.status !== "published")
  return [
    ...summaryBlocks(view, depth.summary),
    ...(shared.length + differing.length + worked.length === 0 ? [] : [{ kind: "break" } as const]),
    ...listed("What was said on the issues raised by most", shared),
    ...listed("Where they differ", differing),
    ...listed("What worked", worked),
    ...(unheard.length === 0 || depth.unheard === 0
      ? []
      : [
          heading(3, `Not heard yet: ${figure(unheard.length)}`),
          text(
            "note",
            join(
              unheard
                .slice(0, depth.unheard)
                .map((one): Inline => [named(opening(one.name, 70)), ` (${typeName[one.type]})`]),
              "; "
            ),
            unheard.length > depth.unheard
              ? `; and ${figure(unheard.length - depth.unheard)} more, by name in the digest.`
              : "."
          )
        ])
  ]
}
