/**
 * Issue pages in print.
 *
 * A printed digest is not to become a thousand pages: when there are more quotations than it has room
 * for, each issue shows its first ones, in the stated order, and says how many more there are and where.
 */
import type { IssuePage, QuotingParagraph, SharedMessage } from "../../domain/index.ts"
import { lineOf } from "../line.ts"
import { releaseWords } from "../release-words.ts"
import type { View } from "../view.ts"
import { codeNames, enumerate, figure, groupColumn, percent, plural, typeName } from "../words.ts"
import { bold, cell, heading, join, numbered, parLink, shareCell, table, text } from "./model.ts"
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

const shares = (page: IssuePage): Block =>
  table(
    "Of the initiatives of each UN group that published, how many raised it",
    page.byGroup.map(() => ({ width: 1 })),
    page.byGroup.map((share) => cell(groupColumn[share.group])),
    [
      page.byGroup.map((share) =>
        share.published === 0 ? cell("not heard yet") : shareCell(share.raised, share.published)
      )
    ],
    "shares"
  )

const figures = (view: View, page: IssuePage): ReadonlyArray<Block> => {
  const types = page.byType
    .filter((type) => type.raised > 0)
    .map((type) => `${figure(type.raised)} ${typeName[type.type]}`)
  const groups = page.byGroup.filter((share) => share.raised > 0).map((share) => groupColumn[share.group])
  const before = view.digest.change?.previous
  const line = lineOf(view.digest, page)
  const few = page.initiatives.length < 3
  return [
    text(
      "lead",
      bold(`${figure(page.initiatives.length)} of ${plural(view.digest.totals.published, "initiative")}`),
      ` that published raised it (${enumerate(types)}${few ? `; ${enumerate(groups)}` : ""}), in ${plural(page.statements, "statement")}`,
      before === undefined || page.before === null
        ? "."
        : `; in ${before.number ?? "the release before"} it was ${figure(page.before)} of ${figure(before.published)}.`
    ),
    ...(line === null ? [] : [text("note", `${releaseWords.lineTitle(line.points)}.`)]),
    ...(few ? [] : [shares(page)])
  ]
}

const elsewhere = "all of them stand in the electronic forms of this digest, under the same numbers"

const sharedMessage = (view: View, message: SharedMessage, room: Room): ReadonlyArray<Block> => {
  const first = view.statements.get(message.statement)
  if (first === undefined) return []
  const also = message.also.flatMap((id) => view.statements.get(id) ?? [])
  const shown = also.slice(0, room.also)
  const names = message.initiatives
  return [
    numbered(
      message.par,
      text(
        "note",
        bold(`${plural(names.length, "initiative")}, ${plural(message.groups.length, "group")}: `),
        nameList(view, names.slice(0, 40)),
        names.length > 40 ? ` and ${figure(names.length - 40)} more.` : "."
      ),
      quotationBlock(view, first),
      ...shown.map((quotation) => quotationBlock(view, quotation, true)),
      ...(shown.length < also.length
        ? [text("note", `And ${figure(also.length - shown.length)} more who say so; ${elsewhere}.`)]
        : [])
    )
  ]
}

/** A scheme with its codes and their names. */
const code = (
  label: string,
  names: Readonly<Record<string, string>>,
  values: ReadonlyArray<string | number>
) =>
  values.length === 0
    ? []
    : [`${label} ${values.map((value) => `${value} (${names[String(value)] ?? "–"})`).join(", ")}`]

const crosswalk = (page: IssuePage): ReadonlyArray<Block> => {
  const lines = [
    ...code("WSIS", codeNames.wsis, page.crosswalk.wsis),
    ...code("GDC", codeNames.gdc, page.crosswalk.gdc),
    ...code("SDG", codeNames.sdg, page.crosswalk.sdg),
    ...(page.crosswalk.digitalWatch.length === 0
      ? []
      : [`Digital Watch: ${page.crosswalk.digitalWatch.join(", ")}`]),
    ...(page.crosswalk.igfCategory.length === 0
      ? []
      : [`IGF input category: ${page.crosswalk.igfCategory.join(", ")}`]),
    ...(page.subThemes.length === 0 ? [] : [`Sub-theme: ${page.subThemes.join("; ")}`])
  ]
  return lines.length === 0 ? [] : [text("note", bold("Elsewhere known as "), lines.join(" · "), ".")]
}

/** Quotations under a label; those beyond `limit` are counted. */
const section = (
  view: View,
  label: string,
  items: ReadonlyArray<QuotingParagraph>,
  limit = Number.MAX_SAFE_INTEGER
): ReadonlyArray<Block> => {
  if (items.length === 0) return []
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
            `${plural(left.length, "further statement")} (par. ${first.par}–${left.at(-1)?.par ?? first.par}): ${elsewhere}.`
          )
        ])
  ]
}

/** One issue. */
const issueBlocks = (view: View, page: IssuePage, room: Room): ReadonlyArray<Block> => {
  const area = view.digest.areas.find(({ id }) => id === page.area)?.label ?? page.area
  const share = percent(page.initiatives.length, view.digest.totals.published)
  const mentions = page.elsewhere.slice(0, 60)
  return [
    heading(2, page.label, {
      id: `i-${page.id}`,
      number: String(page.number),
      note: share === null ? area : `${area}, ${share}\u00a0%`
    }),
    numbered(page.par, ...figures(view, page)),
    ...(page.shared.length === 0
      ? []
      : [
          text("label", "Shared by several"),
          ...page.shared.flatMap((message) => sharedMessage(view, message, room))
        ]),
    ...section(view, "Where they differ", page.differing),
    ...page.positions.map(({ asking, differing, par }) =>
      text("note", parLink(par), `: ${releaseWords.position(asking.length, differing.length)}.`)
    ),
    ...section(view, "What worked", page.worked),
    ...section(view, "Challenges", page.challenges),
    ...section(view, page.shared.length === 0 ? "Messages" : "Single voices", page.single),
    ...section(view, "Further statements", page.further, room.further),
    ...(mentions.length === 0
      ? []
      : [
          text(
            "note",
            "On this issue also, quoted under another: par. ",
            join(
              mentions.map((id) => mention(view, id)),
              ", "
            ),
            page.elsewhere.length > mentions.length
              ? ` and ${figure(page.elsewhere.length - mentions.length)} more.`
              : "."
          )
        ]),
    ...crosswalk(page)
  ]
}

/** All issues. */
export const issuesBlocks = (view: View): ReadonlyArray<Block> => {
  const { issues, notRaised, unclassified } = view.digest
  const room = roomFor(view)
  const empty: Inline = "No statement was published in this window by an initiative that could be read."
  return [
    heading(1, "Issues", { id: "issues", page: true }),
    text(
      "note",
      "In the order of the number of initiatives that raised them. Quotations are in the original language; the type of initiative stands beside each."
    ),
    ...(issues.length === 0 ? [text("body", empty)] : []),
    ...issues.flatMap((page) => issueBlocks(view, page, room)),
    ...(notRaised.length === 0
      ? []
      : [
          heading(2, "Raised by nobody in this window", { id: "not-raised" }),
          text(
            "body",
            enumerate(notRaised.map((issue) => issue.label)),
            ". Nothing follows from this about initiatives that were not heard."
          )
        ]),
    ...(unclassified.length === 0
      ? []
      : [
          heading(2, "Statements under no issue", { id: "unclassified" }),
          text("note", `${plural(unclassified.length, "statement")} that the taxonomy does not place.`),
          ...section(view, "Statements", unclassified, room.further)
        ])
  ]
}
