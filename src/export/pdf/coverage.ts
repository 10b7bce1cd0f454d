/**
 * Coverage, who speaks, method and limits in print.
 */
import type { GroupCoverage, InitiativeId, ListedOutput } from "../../domain/index.ts"
import { opening } from "../view.ts"
import type { View } from "../view.ts"
import {
  enumerate,
  figure,
  groupTitle,
  kindName,
  languageName,
  listNames,
  longDate,
  methodText,
  outcomeName,
  plural,
  typeName
} from "../words.ts"
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
  shareCell,
  table,
  text,
  webLink
} from "./model.ts"
import type { Block, Inline } from "./model.ts"
import { documentLine, nameList, nameOf } from "./quotation.ts"

type Failing = View["digest"]["coverage"]["failing"][number]

const failure = (source: Failing): Inline => [
  webLink(source.url, named(source.url)),
  ": ",
  source.message ?? (source.outcome === null ? "not read" : outcomeName[source.outcome])
]

/** Who published: name and type at the left, documents at the right. */
const heardTable = (view: View, own: GroupCoverage): Block =>
  table(
    "Published",
    [{ width: 1 }, { width: 1.9 }],
    [cell("Initiative"), cell("Outputs of the window")],
    own.published.map(({ initiative: id, outputs }) => {
      const initiative = view.initiatives.get(id)
      return [
        headCell([
          named(nameOf(view, id)),
          initiative === undefined ? null : quiet(` ${typeName[initiative.type]}`)
        ]),
        cell(
          join(
            outputs.flatMap((output): ReadonlyArray<Inline> => {
              const found = view.outputs.get(output)
              if (found === undefined) return []
              const others = found.alsoAt.map((url, index): Inline => [
                ", ",
                webLink(url, { text: `also at ${index + 1}` })
              ])
              return [
                [
                  documentLine(found, longDate(found.publishedAt)),
                  others,
                  found.inDoubt ? ", kind to be reviewed" : null
                ]
              ]
            }),
            "; "
          )
        )
      ]
    })
  )

const silentLine = (view: View, id: InitiativeId): Inline => {
  const initiative = view.initiatives.get(id)
  if (initiative === undefined) return null
  return [
    named(nameOf(view, id)),
    quiet(` (${typeName[initiative.type]})`),
    initiative.lastHeard === null
      ? ", no earlier output known"
      : `, last heard ${longDate(initiative.lastHeard)}`,
    initiative.hasSource ? null : ", no place of publication registered yet"
  ]
}

const unreachableLine = (view: View, id: InitiativeId): Inline => [
  named(nameOf(view, id)),
  ": ",
  join(
    view.digest.coverage.failing
      .filter((source) => source.initiativeId === id)
      .map((source): Inline => [
        failure(source),
        source.lastSuccessAt === null ? null : ` Last read ${longDate(source.lastSuccessAt)}.`
      ]),
    " "
  )
]

const labelled = (label: string, items: ReadonlyArray<Inline>): ReadonlyArray<Block> =>
  items.length === 0 ? [] : [text("label", label), list(items)]

const groupBlocks = (view: View, own: GroupCoverage): Block =>
  numbered(
    own.par,
    heading(3, `${groupTitle[own.group]}: ${figure(own.published.length)} of ${figure(own.registered)}`),
    ...(own.published.length === 0 ? [] : [heardTable(view, own)]),
    ...labelled(
      "Not heard yet",
      own.silent.map((id) => silentLine(view, id))
    ),
    ...labelled(
      "Not heard yet, because their sites could not be read",
      own.unreachable.map((id) => unreachableLine(view, id))
    )
  )

/** Leads from a draft to the final that took its place. */
const finalOf = (final: NonNullable<ListedOutput["supersededBy"]>): Inline => [
  "; superseded by ",
  webLink(final.url, { text: opening(final.title, 160), style: "title" }),
  final.publishedAt === null ? null : `, ${longDate(final.publishedAt)}`
]

const listed = (view: View): ReadonlyArray<Block> => {
  const { coverage, frozen } = view.digest
  const reached = coverage.failing.filter(
    (source) => view.initiatives.get(source.initiativeId)?.status !== "unreachable"
  )
  const items = (label: string, own: ReadonlyArray<ListedOutput>) =>
    labelled(
      label,
      own.map((item): Inline => [
        named(nameOf(view, item.initiativeId)),
        ": ",
        documentLine(item, item.publishedAt === null ? "no date" : longDate(item.publishedAt)),
        item.supersededBy === null ? null : finalOf(item.supersededBy)
      ])
    )
  const blocks = [
    ...items("Drafts", coverage.drafts),
    ...items("Press accounts (second-hand)", coverage.pressAccounts),
    ...items("Without a date, so in no window", coverage.undated),
    ...items(frozen ? "Arrived after the freeze" : "Arrived after the date of this digest", coverage.late),
    ...labelled(
      "Places that could not be read at the last visit, of initiatives that were heard or have another place",
      reached.map((source): Inline => [named(nameOf(view, source.initiativeId)), ": ", failure(source)])
    )
  ]
  return [
    heading(3, "Listed and not counted"),
    ...(blocks.length === 0 ? [text("body", "None.")] : blocks),
    ...(coverage.otherKinds.length === 0
      ? []
      : [
          text(
            "body",
            `Neither counted nor listed: ${enumerate(coverage.otherKinds.map((kind) => `${figure(kind.documents)} ${kindName[kind.kind]}`))}.`
          )
        ])
  ]
}

const breakdown = (view: View): ReadonlyArray<Block> => {
  const { totals } = view.digest
  return [
    table(
      "By type of initiative",
      [{ width: "150pt" }, { width: "140pt" }, { width: 1 }],
      [cell("Type"), cell("Published, of those registered"), cell("")],
      totals.byType.map((type) => [
        headCell(typeName[type.type]),
        shareCell(type.published, type.registered),
        cell("")
      ])
    ),
    table(
      "By language of the original",
      [
        { width: "150pt" },
        { width: "70pt", right: true },
        { width: "70pt", right: true },
        { width: "70pt", right: true },
        { width: 1 }
      ],
      [cell("Language"), cell("Initiatives"), cell("Outputs"), cell("Statements"), cell("")],
      totals.byLanguage.map((row) => [
        headCell(languageName(row.language)),
        cell(row.initiatives),
        cell(row.outputs),
        cell(row.statements),
        cell("")
      ])
    )
  ]
}

/** Coverage by name. */
export const coverageBlocks = (view: View): ReadonlyArray<Block> => {
  const { coverage, totals } = view.digest
  return [
    heading(1, "Coverage", { id: "coverage", page: true }),
    numbered(
      coverage.par,
      text(
        "body",
        `${figure(totals.published)} of ${plural(totals.registered, "registered initiative")} published in the window, ${figure(totals.notHeard)} not heard yet${totals.unreachable === 0 ? "" : `, of which ${figure(totals.unreachable)} could not be reached`}. Initiatives owe nobody a report; “not heard yet” says what was found, and nothing about what was discussed.`
      ),
      ...breakdown(view)
    ),
    ...coverage.groups.map((own) => groupBlocks(view, own)),
    numbered(coverage.listedPar, ...listed(view))
  ]
}

/** Who speaks in the outputs. */
export const speakersBlocks = (view: View): ReadonlyArray<Block> => {
  const { speakers } = view.digest
  const participation = speakers.participation.flatMap((id) => view.pages.get(id) ?? [])
  const lists = speakers.countryLists.filter((own) => own.registered > 0)
  return [
    heading(1, "Who speaks", { id: "speakers", page: false }),
    numbered(
      speakers.par,
      text(
        "body",
        `${plural(speakers.youthPublished, "youth initiative")} and ${plural(speakers.othersPublished, "other initiative")} published in the window.`
      ),
      ...(speakers.youth.length === 0
        ? []
        : [
            table(
              "Issues that youth initiatives raised",
              [{ width: 1 }, { width: "118pt" }, { width: "118pt" }],
              [cell("Issue"), cell("Youth"), cell("Others")],
              speakers.youth.map((row) => {
                const page = view.pages.get(row.issue)
                return [
                  headCell(page === undefined ? row.issue : issueLink(page)),
                  shareCell(row.youth, speakers.youthPublished),
                  shareCell(row.others, speakers.othersPublished)
                ]
              })
            )
          ]),
      ...(lists.length === 0
        ? []
        : [
            list(
              lists.map((own): Inline => [
                `${listNames[own.list] ?? own.list} (list of ${own.asOf}): ${figure(own.published.length)} of ${plural(own.registered, "registered initiative")} published`,
                own.published.length === 0 ? null : [": ", nameList(view, own.published)]
              ])
            )
          ]),
      ...(participation.length === 0
        ? []
        : [
            text(
              "body",
              "What outputs state about who took part (youth, gender, remote participation, persons with disabilities) stands under ",
              join(
                participation.map((page) => issueLink(page)),
                ", "
              ),
              "."
            )
          ])
    )
  ]
}

/** Method and limits. */
export const methodBlocks = (view: View): ReadonlyArray<Block> => {
  const { method, totals } = view.digest
  return [
    heading(1, "Method and limits", { id: "method" }),
    ...method.map((item) =>
      numbered(
        item.par,
        text(
          "body",
          methodText[item.point],
          item.point === "boilerplate" && totals.boilerplate > 0
            ? ` In this window: ${plural(totals.boilerplate, "statement")}.`
            : ""
        )
      )
    )
  ]
}
