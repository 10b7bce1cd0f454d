/**
 * Issue pages in print.
 *
 * A printed digest is not to become a thousand pages: when there are more quotations than it has room
 * for, each issue shows its first ones, in the stated order, and says how many more there are and where.
 */
import type { IssuePage, QuotingParagraph, SharedMessage } from "../../domain/index.ts"
import type { Messages } from "../catalogue/index.ts"
import { lineFigures, lineOf } from "../line.ts"
import { positionText } from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import {
  bold,
  cell,
  heading,
  join,
  named,
  numbered,
  parLink,
  parRange,
  say,
  shareCell,
  some,
  table,
  text
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { mention, nameList, quotationBlock, quoting } from "./quotation.ts"

/** How much is quoted: `also`, the others of a shared message; `further`, further statements of an issue. */
export interface Room {
  readonly also: number
  readonly further: number
}

/** Quotations that a printed digest holds, about 600 pages. */
const capacity = 4_000

/** All where it fits; otherwise as many of each list as fit when every issue gets the same. */
export const roomFor = (view: View): Room => {
  const { issues, unclassified } = view.digest
  const count = (room: Room) =>
    issues.reduce(
      (sum, page) =>
        sum +
        page.shared.reduce((own, message) => own + 1 + Math.min(room.also, message.also.length), 0) +
        page.differing.length +
        page.worked.length +
        page.challenges.length +
        page.single.length +
        Math.min(room.further, page.further.length),
      Math.min(room.further, unclassified.length)
    )
  const whole: Room = { also: Number.MAX_SAFE_INTEGER, further: Number.MAX_SAFE_INTEGER }
  if (count(whole) <= capacity) return whole
  for (const room of [
    { also: 20, further: 40 },
    { also: 10, further: 20 },
    { also: 5, further: 10 },
    { also: 3, further: 5 }
  ]) {
    if (count(room) <= capacity) return room
  }
  return { also: 2, further: 0 }
}

const shares = (m: Messages, page: IssuePage): Block =>
  table(
    m.text("sharesCaption"),
    page.byGroup.map(() => ({ width: 1 })),
    page.byGroup.map((share) => cell(m.names.groupColumn[share.group])),
    [
      page.byGroup.map((share) =>
        share.published === 0 ? cell(m.text("unheardCell")) : shareCell(m, share.raised, share.published)
      )
    ],
    "shares"
  )

/** Names that a line holds before it is cut. */
const namesInLine = 40

const concernLine = (view: View, names: IssuePage["mainConcernOf"]): Inline =>
  say(view.m, "labelledSentence", {
    label: bold(view.m.text("mainConcernOf")),
    text: some(view.m, [nameList(view, names.slice(0, namesInLine))], names.length - namesInLine)
  })

const figures = (view: View, page: IssuePage): ReadonlyArray<Block> => {
  const { digest, m } = view
  const line = lineOf(view, page)
  const few = page.initiatives.length < 3
  const types = page.byType.filter((own) => own.raised > 0).map((own) => m.counted(own.type, own.raised))
  const groups = page.byGroup
    .filter((share) => share.raised > 0)
    .map((share) => m.names.groupColumn[share.group])
  const before = digest.change?.previous
  const values = {
    share: bold(m.text("ofInitiatives", { part: page.initiatives.length, count: digest.totals.published })),
    who: few ? [m.list(types), m.list(groups)].join(m.text("semicolon")) : m.list(types),
    statements: m.text("inStatements", { count: page.statements })
  }
  return [
    text(
      "lead",
      before === undefined || page.before === null
        ? say(m, "issueLead", values)
        : say(m, "issueLeadBefore", {
            ...values,
            release: releaseName(before.number, m),
            before: page.before,
            published: before.published
          })
    ),
    ...(page.mainConcernOf.length === 0 ? [] : [text("note", concernLine(view, page.mainConcernOf))]),
    ...(line === null ? [] : [text("note", m.text("labelledSentence", lineFigures(line, m)))]),
    ...(few ? [] : [shares(m, page)])
  ]
}

const sharedMessage = (view: View, message: SharedMessage, room: Room): ReadonlyArray<Block> => {
  const { m } = view
  const first = view.statements.get(message.statement)
  if (first === undefined) return []
  const also = message.also.flatMap((id) => view.statements.get(id) ?? [])
  const shown = also.slice(0, room.also)
  const names = message.initiatives
  const spread = m.text("spread", {
    initiatives: m.text("initiativeCount", { count: names.length }),
    groups: m.text("groupCount", { count: message.groups.length })
  })
  const listed = nameList(view, names.slice(0, namesInLine))
  return [
    numbered(
      message.par,
      text(
        "note",
        say(m, "labelledSentence", {
          label: bold(spread),
          text: some(m, [listed], names.length - namesInLine)
        })
      ),
      quotationBlock(view, first),
      ...shown.map((quotation) => quotationBlock(view, quotation, true)),
      ...(shown.length < also.length
        ? [text("note", m.text("alsoNotPrinted", { count: also.length - shown.length }))]
        : [])
    )
  ]
}

const crosswalk = (m: Messages, page: IssuePage): ReadonlyArray<Block> => {
  const { wsis, gdc, sdg, digitalWatch, igfCategory } = page.crosswalk
  const codes = (
    scheme: "wsis" | "gdc" | "sdg",
    own: ReadonlyArray<string | number>
  ): ReadonlyArray<Inline> => {
    const list = own.map((value) => {
      const code = String(value)
      const name = m.named(scheme, code)
      return name === undefined ? code : `${code} ${m.text("bracketed", { text: name })}`
    })
    return list.length === 0 ? [] : [m.text(scheme, { codes: list.join(m.text("comma")) })]
  }
  const names = (
    key: "digitalWatch" | "igfCategory" | "subThemeOf",
    own: ReadonlyArray<string>
  ): ReadonlyArray<Inline> =>
    own.length === 0
      ? []
      : [
          say(m, key, {
            names: join(
              own.map((name) => named(name)),
              m.text("semicolon")
            )
          })
        ]
  const lines = [
    ...codes("wsis", wsis),
    ...codes("gdc", gdc),
    ...codes("sdg", sdg),
    ...names("digitalWatch", digitalWatch),
    ...names("igfCategory", igfCategory),
    ...names("subThemeOf", page.subThemes)
  ]
  return lines.length === 0 ? [] : [text("note", bold(m.text("knownAs")), " ", join(lines, " · "))]
}

/** Quotations under a label; those beyond `limit` are counted. */
const section = (
  view: View,
  label: string,
  items: ReadonlyArray<QuotingParagraph>,
  limit = Number.MAX_SAFE_INTEGER
): ReadonlyArray<Block> => {
  const { m } = view
  const shown = items.slice(0, limit)
  const left = items.slice(shown.length)
  const first = left[0]
  return [
    ...(shown.length === 0 ? [] : [text("label", label)]),
    ...shown.flatMap((item) => quoting(view, item)),
    ...(first === undefined
      ? []
      : [
          text(
            "note",
            say(m, "furtherNotPrinted", {
              count: left.length,
              where: parRange(m, first.par, left.at(-1)?.par ?? first.par)
            })
          )
        ])
  ]
}

/** One issue. */
const issueBlocks = (view: View, page: IssuePage, room: Room): ReadonlyArray<Block> => {
  const { digest, m } = view
  const area = digest.areas.find(({ id }) => id === page.area)?.label ?? page.area
  const { published } = digest.totals
  const mentions = page.elsewhere.slice(0, 60).map((id) => mention(view, id))
  return [
    heading(2, page.label, {
      id: `i-${page.id}`,
      number: m.number(page.number),
      note:
        published === 0 ? area : [area, m.percent(page.initiatives.length, published)].join(m.text("comma"))
    }),
    numbered(page.par, ...figures(view, page)),
    ...(page.shared.length === 0
      ? []
      : [
          text("label", m.text("sharedBySeveral")),
          ...page.shared.flatMap((message) => sharedMessage(view, message, room))
        ]),
    ...section(view, m.text("whereTheyDiffer"), page.differing),
    ...page.positions.map((own) =>
      text("note", say(m, "labelledSentence", { label: parLink(own.par), text: positionText(own, m) }))
    ),
    ...section(view, m.text("whatWorked"), page.worked),
    ...section(view, m.text("challenges"), page.challenges),
    ...section(view, m.text(page.shared.length === 0 ? "messages" : "singleVoices"), page.single),
    ...section(view, m.text("furtherStatements"), page.further, room.further),
    ...(mentions.length === 0
      ? []
      : [
          text(
            "note",
            say(m, "elsewhere", { paragraphs: some(m, mentions, page.elsewhere.length - mentions.length) })
          )
        ]),
    ...crosswalk(m, page)
  ]
}

/** All issues. */
export const issuesBlocks = (view: View): ReadonlyArray<Block> => {
  const { digest, m } = view
  const { issues, notRaised, unclassified } = digest
  const room = roomFor(view)
  return [
    heading(1, m.text("issues"), { id: "issues", page: true }),
    text("note", m.text("issuesNote")),
    ...(issues.length === 0 ? [text("body", m.text("noStatementRead"))] : []),
    ...issues.flatMap((page) => issueBlocks(view, page, room)),
    ...(notRaised.length === 0
      ? []
      : [
          heading(2, m.text("raisedByNobodyTitle"), { id: "not-raised" }),
          text("body", m.text("notRaised", { issues: m.list(notRaised.map((issue) => issue.label)) }))
        ]),
    ...(unclassified.length === 0
      ? []
      : [
          heading(2, m.text("underNoIssue"), { id: "unclassified" }),
          text("note", m.text("sentence", { text: m.text("notPlaced", { count: unclassified.length }) })),
          ...section(view, m.text("statements"), unclassified, room.further)
        ])
  ]
}
