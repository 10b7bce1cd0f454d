/**
 * Coverage, who speaks, method and limits in print.
 */
import type { FailingSource, GroupCoverage, InitiativeId, ListedOutput } from "../../domain/index.ts"
import type { Messages } from "../catalogue/index.ts"
import {
  groupParts,
  countryLists,
  failureText,
  failuresOf,
  figureHeads,
  figureRows,
  listReach,
  listedParts,
  methodSentence,
  otherKinds,
  participationPages,
  placesNotRead,
  silenceNotes,
  statedFigures
} from "../coverage.ts"
import { silenceParts } from "../overview.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import {
  cell,
  headCell,
  heading,
  issueLink,
  join,
  list,
  named,
  numbered,
  quiet,
  say,
  shareCell,
  table,
  text,
  webLink
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { aside, documentLine, nameList, nameOf } from "./quotation.ts"

const failure = (m: Messages, source: FailingSource): Inline =>
  say(m, "labelled", { label: webLink(source.url, named(source.url)), text: failureText(source, m) })

/** Who published: name and type where a line begins, then documents. */
const heardTable = (view: View, own: GroupCoverage): Block => {
  const { m } = view
  const documents = (ids: GroupCoverage["published"][number]["outputs"]): Inline =>
    join(
      ids.flatMap((output): ReadonlyArray<Inline> => {
        const found = view.outputs.get(output)
        if (found === undefined) return []
        const parts = [
          documentLine(m, found),
          ...found.alsoAt.map((url, index) =>
            webLink(url, { text: m.text("alsoAt", { number: index + 1 }) })
          ),
          ...(found.inDoubt ? [m.text("toBeReviewed")] : [])
        ]
        return [join(parts, m.text("comma"))]
      }),
      m.text("semicolon")
    )
  return table(
    m.text("published"),
    [{ width: 1 }, { width: 1.9 }],
    [cell(m.text("initiative")), cell(m.text("outputsOfWindow"))],
    own.published.map(({ initiative: id, outputs }) => {
      const initiative = view.initiatives.get(id)
      return [
        headCell([
          named(nameOf(view, id)),
          initiative === undefined ? null : quiet(` ${m.names.type[initiative.type]}`)
        ]),
        cell(documents(outputs))
      ]
    })
  )
}

const silentLine = (view: View, id: InitiativeId): Inline => {
  const { m } = view
  const initiative = view.initiatives.get(id)
  if (initiative === undefined) return null
  const who = [named(nameOf(view, id)), aside(m, m.names.type[initiative.type])]
  return join([who, ...silenceNotes(initiative, m)], m.text("comma"))
}

const unreachableLine = (view: View, id: InitiativeId): Inline => {
  const { m } = view
  const sources = failuresOf(view, id).map((source): Inline => [
    failure(m, source),
    source.lastSuccessAt === null ? null : ` ${m.text("lastRead", { date: m.date(source.lastSuccessAt) })}`
  ])
  return say(m, "labelled", { label: named(nameOf(view, id)), text: join(sources, " ") })
}

const labelledList = (label: string, items: ReadonlyArray<Inline>): ReadonlyArray<Block> =>
  items.length === 0 ? [] : [text("label", label), list(items)]

const groupBlocks = (view: View, own: GroupCoverage): Block => {
  const { m } = view
  const { title, unheard } = groupParts(own, m)
  return numbered(
    own.par,
    heading(3, title),
    ...(own.published.length === 0 ? [] : [heardTable(view, own)]),
    ...unheard.flatMap(({ label, status, initiatives }) =>
      labelledList(
        label,
        initiatives.map((id) => (status === "silent" ? silentLine(view, id) : unreachableLine(view, id)))
      )
    )
  )
}

/** Leads from a draft to the final that took its place. */
const finalOf = (m: Messages, final: NonNullable<ListedOutput["supersededBy"]>): Inline => {
  const title = webLink(final.url, { text: opening(final.title, 160), style: "title", apart: true })
  const date = final.publishedAt === null ? [] : [m.date(final.publishedAt)]
  return [m.text("semicolon"), say(m, "supersededBy", { final: join([title, ...date], m.text("comma")) })]
}

const listed = (view: View): ReadonlyArray<Block> => {
  const { m } = view
  const others = otherKinds(view)
  const blocks = [
    ...listedParts(view).flatMap(({ title, items }) =>
      labelledList(
        title,
        items.map((item): Inline => [
          say(m, "labelled", { label: named(nameOf(view, item.initiativeId)), text: documentLine(m, item) }),
          item.supersededBy === null ? null : finalOf(m, item.supersededBy)
        ])
      )
    ),
    ...labelledList(
      m.text("placesNotRead"),
      placesNotRead(view).map((source) =>
        say(m, "labelled", { label: named(nameOf(view, source.initiativeId)), text: failure(m, source) })
      )
    )
  ]
  return [
    heading(3, m.text("listedNotCounted")),
    ...(blocks.length === 0 ? [text("body", m.text("nothing"))] : blocks),
    ...(others === null ? [] : [text("body", others)])
  ]
}

const breakdown = ({ digest: { totals }, m }: View): ReadonlyArray<Block> => [
  table(
    m.text("byType"),
    [{ width: "150pt" }, { width: "140pt" }, { width: 1 }],
    [cell(m.text("type")), cell(m.text("publishedOfRegistered")), cell("")],
    totals.byType.map((own) => [
      headCell(m.names.type[own.type]),
      shareCell(m, own.published, own.registered),
      cell("")
    ])
  ),
  table(
    m.text("byLanguage"),
    [
      { width: "150pt" },
      { width: "70pt", right: true },
      { width: "70pt", right: true },
      { width: "70pt", right: true },
      { width: 1 }
    ],
    [
      cell(m.text("language")),
      cell(m.text("initiatives")),
      cell(m.text("outputs")),
      cell(m.text("statements")),
      cell("")
    ],
    totals.byLanguage.map((own) => [
      headCell(m.language(own.language)),
      cell(m.number(own.initiatives)),
      cell(m.number(own.outputs)),
      cell(m.number(own.statements)),
      cell("")
    ])
  )
]

/** Coverage by name. */
export const coverageBlocks = (view: View): ReadonlyArray<Block> => {
  const { digest, m } = view
  const { coverage, totals } = digest
  const reach = m.text("ofRegistered", { part: totals.published, count: totals.registered })
  return [
    heading(1, m.text("coverage"), { id: "coverage", page: true }),
    numbered(
      coverage.par,
      text("body", m.text("coverageLead", { reach, silence: silenceParts(totals, m, String).join("") })),
      ...breakdown(view)
    ),
    ...coverage.groups.map((own) => groupBlocks(view, own)),
    numbered(coverage.listedPar, ...listed(view))
  ]
}

/** Who took part, as stated. */
const figureBlocks = (view: View): ReadonlyArray<Block> => {
  const { m } = view
  const rows = figureRows(view)
  if (rows.length === 0) return []
  return [
    table(
      m.text("figuresCaption"),
      [
        { width: 1 },
        { width: "90pt", right: true },
        { width: "70pt", right: true },
        { width: "120pt", right: true }
      ],
      figureHeads(view).map((head) => cell(head)),
      rows.map(([label, ...cells]) => [headCell(label), ...cells.map((own) => cell(own))])
    ),
    text("note", m.text("figuresNote")),
    ...labelledList(
      m.text("statedByEach"),
      statedFigures(view).map(({ figures, initiative }) => {
        const told = figures.map(({ label, stated }) => say(m, "labelled", { label, text: named(stated) }))
        return say(m, "labelled", {
          label: named(nameOf(view, initiative)),
          text: join(told, m.text("semicolon"))
        })
      })
    )
  ]
}

/** Who speaks in the outputs. */
export const speakersBlocks = (view: View): ReadonlyArray<Block> => {
  const { digest, m } = view
  const { speakers } = digest
  const participation = participationPages(view)
  const lists = countryLists(view)
  return [
    heading(1, m.text("whoSpeaks"), { id: "speakers", page: false }),
    numbered(
      speakers.par,
      text(
        "body",
        m.text("speakersLead", {
          youth: m.text("youthCount", { count: speakers.youthPublished }),
          others: m.text("othersCount", { count: speakers.othersPublished })
        })
      ),
      ...(speakers.youth.length === 0
        ? []
        : [
            table(
              m.text("youthCaption"),
              [{ width: 1 }, { width: "118pt" }, { width: "118pt" }],
              [
                cell(m.text("issue")),
                cell(m.text("youthOf", { total: speakers.youthPublished })),
                cell(m.text("othersOf", { total: speakers.othersPublished }))
              ],
              speakers.youth.map((row) => {
                const page = view.pages.get(row.issue)
                return [
                  headCell(page === undefined ? row.issue : issueLink(page)),
                  shareCell(m, row.youth, speakers.youthPublished),
                  shareCell(m, row.others, speakers.othersPublished)
                ]
              })
            )
          ]),
      ...figureBlocks(view),
      ...(lists.length === 0
        ? []
        : [
            list(
              lists.map((own): Inline => {
                const label = listReach(own, m)
                return own.published.length === 0
                  ? label
                  : say(m, "labelled", { label, text: nameList(view, own.published) })
              })
            )
          ]),
      ...(participation.length === 0
        ? []
        : [
            text(
              "body",
              say(m, "participation", {
                issues: join(
                  participation.map((page) => issueLink(page)),
                  m.text("comma")
                )
              })
            )
          ])
    )
  ]
}

/** Method and limits. */
export const methodBlocks = (view: View): ReadonlyArray<Block> => [
  heading(1, view.m.text("method"), { id: "method" }),
  ...view.digest.method.map((item) => numbered(item.par, text("body", methodSentence(view, item.point))))
]
