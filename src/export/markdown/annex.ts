/**
 * Matrix, lenses, change, coverage and who speaks, in Markdown.
 */
import type { LensRow, ListedOutput } from "../../domain/index.ts"
import { percentOf } from "../catalogue/index.ts"
import type { CodeSet } from "../catalogue/index.ts"
import {
  groupParts,
  countryLists,
  failureText,
  failuresOf,
  figureHeads,
  figureRows,
  listReach,
  listedNotes,
  listedParts,
  silenceNotes,
  statedFigures
} from "../coverage.ts"
import { nowHead, periodHead } from "../line.ts"
import { arrivedOutputs, concernByGroup, silenceParts } from "../overview.ts"
import { releaseName } from "../titles.ts"
import type { View } from "../view.ts"
import { counted, escapeMarkdown, labelled, linkTo, para, table, nameOf } from "./text.ts"

/** Who raised what. */
export const matrix = (view: View): string => {
  const { digest, m } = view
  const groups = digest.totals.byGroup.map(({ group }) => group)
  const shares = digest.issues.map((page) => [
    escapeMarkdown(page.label),
    ...groups.map((group) => {
      const share = concernByGroup(view, page).find((own) => own.group === group)
      return share === undefined || percentOf(share.raised, share.published) === null
        ? m.text("unheardCell")
        : `${m.percent(share.raised, share.published)} ${m.text("bracketed", { text: `${m.number(share.raised)}/${m.number(share.published)}` })}`
    })
  ])
  const cells = digest.matrix.map((row) => {
    const concerned = new Set(view.pages.get(row.issue)?.mainConcernOf)
    const text = row.cells.map((cell) => {
      const name = view.initiatives.get(cell.initiative)?.name ?? cell.initiative
      const own = counted(view, name, cell.statements)
      return concerned.has(cell.initiative) ? `**${own}**` : own
    })
    const label = `**${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)}**`
    return `- ${m.text("labelled", { label, text: text.join(m.text("comma")) })}`
  })
  return [
    `## ${m.text("whoRaisedWhat")}\n`,
    para(digest.matrixPar, `${m.text("matrixList")} ${m.text("matrixConcerns")}`),
    `${cells.join("\n")}\n`,
    para(digest.heatMapPar, m.text("sentence", { text: m.text("heatCaption") })),
    table([m.text("issue"), ...groups.map((group) => m.names.groupColumn[group])], shares)
  ].join("\n")
}

/** One lens. */
export const lens = (
  view: View,
  title: string,
  par: number,
  rows: ReadonlyArray<LensRow>,
  scheme: CodeSet | null
) => {
  const { m } = view
  const body = rows.map((row) => {
    const name = scheme === null ? undefined : m.named(scheme, row.code)
    return [
      escapeMarkdown(name === undefined ? row.code : `${row.code} ${name}`),
      m.share(row.initiatives.length, view.digest.totals.published),
      row.issues.map((id) => escapeMarkdown(view.pages.get(id)?.label ?? id)).join(m.text("comma")) ||
        m.text("raisedByNobody")
    ]
  })
  return `${para(par, `**${title}**`)}\n${
    rows.length === 0
      ? `${m.text("subThemesUnknown", { year: String(view.digest.cycle.year) })}\n`
      : table([title, m.text("initiatives"), m.text("issues")], body)
  }`
}

/** Change against the previous release. */
export const change = (view: View): string => {
  const { digest, m } = view
  const own = digest.change
  if (own === null) return ""
  const release = releaseName(own.previous.number, m)
  const names = (ids: typeof own.joined) =>
    ids.map((id) => nameOf(view, id)).join(m.text("semicolon")) || m.text("none")
  const covered = m.text("covered", {
    release,
    before: m.dates(own.previous.window.from, own.previous.window.to),
    count: own.previous.published,
    now: m.dates(digest.window.from, digest.window.to),
    published: digest.totals.published
  })
  const sentences = [
    m.capital(covered),
    labelled(view, m.text("heardNow"), names(own.joined)),
    labelled(view, m.text("heardThen"), names(own.absent))
  ]
  return `## ${m.text("changeAgainst", { release })}\n\n${para(own.par, sentences.join(" "))}\n${table(
    [m.text("issue"), m.capital(release), m.text("now"), m.text("change")],
    own.rows.map((row) => [
      escapeMarkdown(row.label),
      m.number(row.before),
      m.number(row.now),
      m.names.change[row.status]
    ])
  )}${arrived(view)}`
}

/** Outputs that came too late for the previous release. */
const arrived = (view: View): string => {
  const { m } = view
  const late = arrivedOutputs(view)
  if (late.length === 0) return ""
  const release = releaseName(view.digest.change?.previous.number ?? null, m)
  const items = late.map(({ output, note }) => {
    const dated = [
      document(output),
      ...(output.publishedAt === null ? [] : [m.date(output.publishedAt)])
    ].join(m.text("comma"))
    const text = `${dated} ${m.text("bracketed", { text: note })}`
    return `- ${m.text("labelled", { label: nameOf(view, output.initiativeId), text })}`
  })
  return `\n**${m.text("arrivedTitle", { release })}**\n\n${items.join("\n")}\n`
}

/** Earlier releases and years. */
export const history = (view: View): string => {
  const { digest, m } = view
  const own = digest.history
  if (own === null) return ""
  const periods = [...own.years, ...own.releases]
  return `## ${m.text("earlierTitle")}\n\n${para(own.par, m.text("earlierNote"))}\n${table(
    [m.text("issue"), ...periods.map((period) => periodHead(period, m)), nowHead(view)],
    own.rows.map((row) => [
      escapeMarkdown(row.label),
      ...[...row.years, ...row.releases].map(m.number),
      m.number(row.now)
    ])
  )}`
}

const document = (item: { readonly url: string; readonly title: string }): string =>
  linkTo(item.url, escapeMarkdown(item.title))

const listedLine = (view: View, item: ListedOutput): string => {
  const { m } = view
  const comma = m.text("comma")
  const final = item.supersededBy
  const date = final === null || final.publishedAt === null ? [] : [m.date(final.publishedAt)]
  const text = [document(item), ...listedNotes(item, m)].join(comma)
  const superseded =
    final === null
      ? ""
      : m.text("semicolon") + m.text("supersededBy", { final: [document(final), ...date].join(comma) })
  return `- ${m.text("labelled", { label: nameOf(view, item.initiativeId), text: text + superseded })}`
}

const groupLines = (
  view: View,
  group: View["digest"]["coverage"]["groups"][number]
): ReadonlyArray<string> => {
  const { m } = view
  const comma = m.text("comma")
  const line = (id: (typeof group.silent)[number], text: string) =>
    `- ${m.text("labelled", { label: nameOf(view, id), text })}`
  return [
    ...group.published.map((item) => {
      const documents = item.outputs
        .flatMap((id) => view.outputs.get(id) ?? [])
        .map((output) => [document(output), ...listedNotes(output, m)].join(comma))
      return line(item.initiative, documents.join(m.text("semicolon")))
    }),
    ...group.silent.map((id) => {
      const own = view.initiatives.get(id)
      return line(id, [m.text("unheardCell"), ...(own === undefined ? [] : silenceNotes(own, m))].join(comma))
    }),
    ...group.unreachable.map((id) =>
      line(
        id,
        [
          m.names.status.unreachable,
          ...failuresOf(view, id).map((source) => escapeMarkdown(failureText(source, m)))
        ].join(m.text("semicolon"))
      )
    )
  ]
}

/** Coverage by name. */
export const coverage = (view: View): string => {
  const { digest, m } = view
  const { coverage: own, totals } = digest
  const groups = own.groups.map((group) => {
    const { title } = groupParts(group, m)
    return `${para(group.par, `**${title}**`)}\n${groupLines(view, group).join("\n")}\n`
  })
  return [
    `## ${m.text("coverage")}\n`,
    para(
      own.par,
      m.text("coverageLead", {
        reach: m.text("ofRegistered", { part: totals.published, count: totals.registered }),
        silence: silenceParts(totals, m, String).join("")
      })
    ),
    table(
      [m.text("language"), m.text("initiatives"), m.text("outputs"), m.text("statements")],
      totals.byLanguage.map((row) => [
        m.language(row.language),
        m.number(row.initiatives),
        m.number(row.outputs),
        m.number(row.statements)
      ])
    ),
    ...groups,
    para(own.listedPar, `**${m.text("listedNotCounted")}**`),
    ...listedParts(view).map(
      ({ title, items }) => `${title}\n\n${items.map((item) => listedLine(view, item)).join("\n")}\n`
    )
  ].join("\n")
}

/** Who speaks. */
export const speakers = (view: View): string => {
  const { digest, m } = view
  const { speakers: own } = digest
  const youth = own.youth.map((row) => {
    const share = m.text("bracketed", { text: m.share(row.youth, own.youthPublished) })
    return `${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)} ${share}`
  })
  const sentences = [
    m.text("speakersLead", {
      youth: m.text("youthCount", { count: own.youthPublished }),
      others: m.text("othersCount", { count: own.othersPublished })
    }),
    ...(youth.length === 0 ? [] : [labelled(view, m.text("youthCaption"), youth.join(m.text("comma")))]),
    ...countryLists(view).map((list) => m.text("sentence", { text: listReach(list, m) }))
  ]
  const figures = figureRows(view)
  const stated = statedFigures(view).map(({ figures: told, initiative }) => {
    const text = told
      .map(({ label, stated }) => m.text("labelled", { label, text: escapeMarkdown(stated) }))
      .join(m.text("semicolon"))
    return `- ${m.text("labelled", { label: nameOf(view, initiative), text })}`
  })
  const participation =
    figures.length === 0
      ? []
      : [
          `**${m.text("figuresCaption")}**\n`,
          table(figureHeads(view), figures),
          `${m.text("figuresNote")}\n`,
          `${stated.join("\n")}\n`
        ]
  return [`## ${m.text("whoSpeaks")}\n`, para(own.par, sentences.join(" ")), ...participation].join("\n")
}
