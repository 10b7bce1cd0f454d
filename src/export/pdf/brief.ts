/**
 * The brief: the first page of the digest, and on a second one what each of the most raised issues says,
 * where they differ, what worked and who was not heard, with as much of each as two pages hold.
 */
import type { QuotingParagraph } from "../../domain/index.ts"
import { differences, unheardInitiatives } from "../overview.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import { bold, followed, foreign, heading, join, list, named, quiet, say, text } from "./model.ts"
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
  const { m } = view
  const quotation = view.statements.get(item.statement)
  if (quotation === undefined) return null
  const id = quotation.places[0].initiativeId
  const type = view.initiatives.get(id)?.type
  const text = say(m, "quoted", { text: foreign(opening(quotation.text, excerpt), quotation.language) })
  const where = [
    ...(type === undefined ? [] : [m.text("comma"), m.names.type[type]]),
    ` [${quotation.language}]`,
    m.text("comma"),
    m.text("paragraph", { par: String(item.par) })
  ]
  return [
    lead === null ? text : say(m, "labelled", { label: lead, text }),
    " ",
    named(opening(nameOf(view, id), 70)),
    quiet(where.join(""))
  ]
}

const listed = (title: string, items: ReadonlyArray<Inline>): ReadonlyArray<Block> =>
  items.length === 0 ? [] : [heading(3, title), list(items)]

/** The blocks of a brief. */
export const briefBlocks = (view: View, depth: BriefDepth): ReadonlyArray<Block> => {
  const { m } = view
  const { summary } = view.digest
  const shared = summary.raised.slice(0, depth.shared).flatMap((id): ReadonlyArray<Inline> => {
    const page = view.pages.get(id)
    const message = page?.shared[0]
    const item = message ?? page?.single[0]
    if (page === undefined || item === undefined) return []
    const spread =
      message === undefined
        ? m.text("singleVoice")
        : m.text("sharedBy", { count: message.initiatives.length })
    return [statementLine(view, item, [bold(page.label), m.text("comma"), spread], depth.excerpt)]
  })
  const differing = differences(view, depth.differing).flatMap(({ label, quotation }) =>
    quotation === undefined
      ? []
      : [statementLine(view, { statement: quotation.id, par: quotation.par }, bold(label), depth.excerpt)]
  )
  const worked = summary.worked.slice(0, depth.cases).flatMap((item): ReadonlyArray<Inline> => {
    const quotation = view.statements.get(item.statement)
    const name = quotation?.caseName ?? null
    if (quotation === undefined) return []
    const lead = name === null ? null : foreign(opening(name, 60), quotation.language, "bold")
    return [statementLine(view, item, lead, depth.excerpt)]
  })
  const unheard = unheardInitiatives(view)
  const names = unheard
    .slice(0, depth.unheard)
    .map((one): Inline => followed(m, named(opening(one.name, 70)), m.names.type[one.type]))
  const left = unheard.length - names.length
  const more = left === 0 ? [] : [m.text("moreInDigest", { count: left })]
  return [
    ...summaryBlocks(view, depth.summary),
    ...(shared.length + differing.length + worked.length === 0 ? [] : [{ kind: "break" } as const]),
    ...listed(m.text("briefSaid"), shared),
    ...listed(m.text("whereTheyDiffer"), differing),
    ...listed(m.text("whatWorked"), worked),
    ...(unheard.length === 0 || depth.unheard === 0
      ? []
      : [
          heading(3, m.text("unheardNumber", { number: unheard.length })),
          text("note", say(m, "sentence", { text: join([...names, ...more], m.text("semicolon")) }))
        ])
  ]
}
