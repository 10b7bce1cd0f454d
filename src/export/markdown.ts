/**
 * The digest in Markdown (CommonMark with tables), for mail and wikis.
 *
 * Everything quoted is escaped, so that a text can neither format nor link nor hold markup.
 */
import type {
  Digest,
  InitiativeId,
  IssuePage,
  LensRow,
  ListedOutput,
  Quotation,
  QuotingParagraph
} from "../domain/index.ts"
import { printable, safeUrl } from "./html/html.ts"
import { contentHash } from "./json.ts"
import { passageUrl } from "./passage-link.ts"
import { viewOf } from "./view.ts"
import type { View } from "./view.ts"
import {
  changeName,
  codeNames,
  dateRange,
  digestTitle,
  enumerate,
  figure,
  groupColumn,
  groupTitle,
  kindName,
  languageName,
  listNames,
  longDate,
  methodText,
  outcomeName,
  percent,
  plural,
  typeName
} from "./words.ts"

/** Text as Markdown that shows exactly this text on one line. */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&$!]/g, "\\$&")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/@/g, "\\@")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1")

const linkTo = (url: string | null, label: string): string => {
  const target = url === null ? null : safeUrl(url)
  return target === null
    ? label
    : `[${label}](<${target.replace(/[<>\\\s]/g, (found) => encodeURIComponent(found))}>)`
}

const para = (par: number, text: string): string => `<a id="p${par}"></a>**${par}.** ${text}\n`

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [
    `| ${head.join(" | ")} |`,
    `|${head.map((_, index) => (index === 0 ? "---" : "---:")).join("|")}|`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    ""
  ].join("\n")

const nameOf = (view: View, id: InitiativeId): string => {
  const own = view.initiatives.get(id)
  return own === undefined
    ? escapeMarkdown(id)
    : `${escapeMarkdown(own.name)} (${typeName[own.type]}, ${enumerate(own.unGroups.map((group) => groupColumn[group]))})`
}

const quoted = (view: View, quotation: Quotation): string => {
  const lines = quotation.places.map((place) => {
    const output = view.outputs.get(place.outputId)
    if (output === undefined) return nameOf(view, place.initiativeId)
    const archived = output.captureId === null ? null : view.archiveHref(output.captureId, place.place)
    return `${nameOf(view, place.initiativeId)}, ${longDate(output.publishedAt)} [${quotation.language}]. ${linkTo(passageUrl(output.url, place.place, quotation.text), escapeMarkdown(output.title))}${archived === null ? "" : `, ${linkTo(archived, "archived copy")}`}`
  })
  return `“${escapeMarkdown(quotation.text)}” — ${lines.join("; word for word also: ")}`
}

const quoting = (view: View, items: ReadonlyArray<QuotingParagraph>): string =>
  items
    .map((item) => {
      const quotation = view.statements.get(item.statement)
      if (quotation === undefined) return ""
      const named = quotation.caseName === null ? "" : `**${escapeMarkdown(quotation.caseName)}.** `
      return para(item.par, named + quoted(view, quotation))
    })
    .join("\n")

const part = (title: string, body: string): string => (body === "" ? "" : `#### ${title}\n\n${body}\n`)

const shared = (view: View, page: IssuePage): string =>
  page.shared
    .map((message) => {
      const texts = [message.statement, ...message.also].flatMap((id) => view.statements.get(id) ?? [])
      const head = `${plural(message.initiatives.length, "initiative")}, ${plural(message.groups.length, "group")}:`
      return `${para(message.par, head)}\n${texts.map((quotation) => `- ${quoted(view, quotation)}`).join("\n")}\n`
    })
    .join("\n")

const issue = (view: View, page: IssuePage): string => {
  const groups = page.byGroup
    .map((share) =>
      share.published === 0
        ? `${groupColumn[share.group]} not heard yet`
        : `${groupColumn[share.group]} ${share.raised} of ${share.published}`
    )
    .join(", ")
  const others = page.elsewhere.flatMap((id) => view.statements.get(id) ?? [])
  const codes = [
    ...page.crosswalk.wsis.map((code) => `WSIS ${code}`),
    ...page.crosswalk.gdc.map((code) => `GDC ${code}`),
    ...page.crosswalk.sdg.map((code) => `SDG ${code}`),
    ...page.subThemes.map((title) => `sub-theme “${escapeMarkdown(title)}”`)
  ]
  return [
    `### ${page.number}. ${escapeMarkdown(page.label)}\n`,
    para(
      page.par,
      `${figure(page.initiatives.length)} of ${plural(view.digest.totals.published, "initiative")} that published raised it, in ${plural(page.statements, "statement")}. By UN group: ${groups}.`
    ),
    part("Shared by several", shared(view, page)),
    part("Where they differ", quoting(view, page.differing)),
    part("What worked", quoting(view, page.worked)),
    part("Challenges", quoting(view, page.challenges)),
    part(page.shared.length === 0 ? "Messages" : "Single voices", quoting(view, page.single)),
    part("All further statements", quoting(view, page.further)),
    others.length === 0
      ? ""
      : `On this issue also, quoted under another: ${others.map((own) => `[${own.par}](#p${own.par})`).join(", ")}.\n`,
    codes.length === 0 ? "" : `Elsewhere known as: ${codes.join(" · ")}\n`
  ].join("\n")
}

const counted = (ids: ReadonlyArray<IssuePage>) =>
  ids.map((page) => `${escapeMarkdown(page.label)} (${page.initiatives.length})`).join(", ")

const summary = (view: View): string => {
  const { digest } = view
  const { totals } = digest
  const rows = digest.summary.raised.flatMap((id) => view.pages.get(id) ?? [])
  const uncovered = digest.lenses.uncovered?.flatMap((id) => view.pages.get(id) ?? []) ?? null
  const changed = (status: string) =>
    (digest.change?.rows ?? []).filter((row) => row.status === status).map((row) => escapeMarkdown(row.label))
  return [
    `## At a glance\n`,
    para(
      digest.summary.reachPar,
      `${figure(totals.published)} of ${plural(totals.registered, "registered initiative")} published in this window: ${plural(totals.outputs, "output")}, ${plural(totals.statements, "statement")} in ${plural(totals.byLanguage.length, "language")}. ${figure(totals.notHeard)} not heard yet, of which ${figure(totals.unreachable)} could not be reached.`
    ),
    table(
      ["UN group", "Published", "Registered"],
      totals.byGroup.map((group) => [
        groupTitle[group.group],
        figure(group.published),
        figure(group.registered)
      ])
    ),
    para(digest.summary.raisedPar, "Raised by most:"),
    table(
      ["Issue", "Initiatives", "Groups", "Paragraphs"],
      rows.map((page) => [
        `${page.number}. ${escapeMarkdown(page.label)}`,
        `${page.initiatives.length} of ${totals.published}`,
        String(page.byGroup.filter((share) => share.raised > 0).length),
        `[${page.par}](#p${page.par})–${page.lastPar}`
      ])
    ),
    para(
      digest.summary.differingPar,
      digest.summary.differing.length === 0
        ? "Where they differ: none recorded."
        : `Where they differ: ${digest.summary.differing.map((row) => `${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)} (${row.initiatives}, [par. ${row.par}](#p${row.par}))`).join(", ")}.`
    ),
    para(
      digest.summary.workedPar,
      `What worked: ${plural(digest.summary.cases, "case")}${digest.summary.worked.length === 0 ? "" : `: ${digest.summary.worked.map((item) => `${escapeMarkdown(view.statements.get(item.statement)?.caseName ?? "")} ([${item.par}](#p${item.par}))`).join(", ")}`}.`
    ),
    digest.summary.changePar === null
      ? ""
      : para(
          digest.summary.changePar,
          `New since ${digest.change?.previous.number ?? "the release before"}: ${changed("new").join(", ") || "none"}. Gone quiet: ${changed("quiet").join(", ") || "none"}.`
        ),
    para(
      digest.summary.uncoveredPar,
      uncovered === null
        ? `The sub-themes of the ${digest.cycle.year} cycle were not known when this digest was made.`
        : `Raised, but in no sub-theme: ${counted(uncovered) || "none"}.`
    ),
    para(
      digest.summary.unheardPar,
      `Not heard yet: ${
        digest.initiatives
          .filter((initiative) => initiative.status !== "published")
          .map(
            (initiative) =>
              `${escapeMarkdown(initiative.name)}${initiative.status === "unreachable" ? " (could not be reached)" : ""}`
          )
          .join(", ") || "nobody"
      }.`
    )
  ].join("\n")
}

const matrix = (view: View): string => {
  const { digest } = view
  const groups = digest.totals.byGroup.map(({ group }) => group)
  const shares = digest.issues.map((page) => [
    escapeMarkdown(page.label),
    ...groups.map((group) => {
      const share = page.byGroup.find((own) => own.group === group)
      const own = share === undefined ? null : percent(share.raised, share.published)
      return own === null || share === undefined
        ? "not heard yet"
        : `${own} % (${share.raised}/${share.published})`
    })
  ])
  const cells = digest.matrix.map((row) =>
    [
      `- **${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)}**: `,
      row.cells
        .map(
          (cell) =>
            `${escapeMarkdown(view.initiatives.get(cell.initiative)?.name ?? cell.initiative)} ${cell.statements}`
        )
        .join(", ")
    ].join("")
  )
  return [
    "## Who raised what\n",
    para(
      digest.matrixPar,
      "Statements by issue and initiative; whoever published and is not named did not raise it:"
    ),
    `${cells.join("\n")}\n`,
    para(digest.heatMapPar, "Share of the initiatives of each UN group that published:"),
    table(["Issue", ...groups.map((group) => groupColumn[group])], shares)
  ].join("\n")
}

const lens = (
  view: View,
  title: string,
  par: number,
  rows: ReadonlyArray<LensRow>,
  names: Readonly<Record<string, string>>
) =>
  `${para(par, `${title}:`)}\n${table(
    ["Line", "Initiatives", "Issues"],
    rows.map((row) => [
      escapeMarkdown(names[row.code] === undefined ? row.code : `${row.code} ${names[row.code]}`),
      `${row.initiatives.length} of ${view.digest.totals.published}`,
      row.issues.map((id) => escapeMarkdown(view.pages.get(id)?.label ?? id)).join(", ") || "raised by nobody"
    ])
  )}`

const change = (view: View): string => {
  const { change: own } = view.digest
  if (own === null) return ""
  const title = own.previous.number ?? "the release before"
  return `## Change against ${title}\n\n${para(own.par, `${title} covered ${dateRange(own.previous.window.from, own.previous.window.to)} with ${plural(own.previous.published, "initiative")}. Heard now and not then: ${own.joined.map((id) => nameOf(view, id)).join("; ") || "none"}. Heard then and not now: ${own.absent.map((id) => nameOf(view, id)).join("; ") || "none"}.`)}\n${table(
    ["Issue", title, "Now", "Change"],
    own.rows.map((row) => [
      escapeMarkdown(row.label),
      figure(row.before),
      figure(row.now),
      changeName[row.status]
    ])
  )}`
}

const listed = (view: View, title: string, items: ReadonlyArray<ListedOutput>): string =>
  items.length === 0
    ? ""
    : `${title}:\n\n${items.map((item) => `- ${nameOf(view, item.initiativeId)}: ${linkTo(item.url, escapeMarkdown(item.title))}, ${kindName[item.kind]}, ${item.publishedAt === null ? "no date" : longDate(item.publishedAt)}`).join("\n")}\n`

const coverage = (view: View): string => {
  const { coverage: own, totals } = view.digest
  const groups = own.groups.map((group) => {
    const lines = [
      ...group.published.map(
        (item) =>
          `- ${nameOf(view, item.initiative)}: ${item.outputs
            .flatMap((id) => view.outputs.get(id) ?? [])
            .map(
              (output) =>
                `${linkTo(output.url, escapeMarkdown(output.title))}, ${kindName[output.kind]}, ${longDate(output.publishedAt)}`
            )
            .join("; ")}`
      ),
      ...group.silent.map((id) => {
        const last = view.initiatives.get(id)?.lastHeard ?? null
        return `- ${nameOf(view, id)}: not heard yet${last === null ? "" : `, last heard ${longDate(last)}`}`
      }),
      ...group.unreachable.map(
        (id) =>
          `- ${nameOf(view, id)}: not heard yet, could not be reached: ${own.failing
            .filter((source) => source.initiativeId === id)
            .map((source) =>
              escapeMarkdown(
                source.message ?? (source.outcome === null ? "not read" : outcomeName[source.outcome])
              )
            )
            .join("; ")}`
      )
    ]
    return `${para(group.par, `${groupTitle[group.group]}: ${figure(group.published.length)} of ${figure(group.registered)}`)}\n${lines.join("\n")}\n`
  })
  return [
    "## Coverage\n",
    para(
      own.par,
      `${figure(totals.published)} of ${figure(totals.registered)} published; ${figure(totals.notHeard)} not heard yet. Initiatives owe nobody a report.`
    ),
    table(
      ["Language of the original", "Initiatives", "Outputs", "Statements"],
      totals.byLanguage.map((row) => [
        languageName(row.language),
        figure(row.initiatives),
        figure(row.outputs),
        figure(row.statements)
      ])
    ),
    ...groups,
    para(own.listedPar, "Listed and not counted."),
    listed(view, "Drafts", own.drafts),
    listed(view, "Press accounts (second-hand)", own.pressAccounts),
    listed(view, "Without a date, so in no window", own.undated),
    listed(view, "Arrived after the date of this digest", own.late)
  ].join("\n")
}

const speakers = (view: View): string => {
  const { speakers: own } = view.digest
  const lists = own.countryLists
    .map(
      (list) =>
        `${listNames[list.list] ?? list.list}: ${list.published.length} of ${list.registered} published`
    )
    .join("; ")
  const youth = own.youth
    .map(
      (row) =>
        `${escapeMarkdown(view.pages.get(row.issue)?.label ?? row.issue)} (${row.youth} of ${own.youthPublished})`
    )
    .join(", ")
  return `## Who speaks\n\n${para(own.par, `${plural(own.youthPublished, "youth initiative")} and ${plural(own.othersPublished, "other initiative")} published. Youth initiatives raised: ${youth || "nothing"}. ${lists}.`)}`
}

/** Renders a digest as Markdown; the same digest and options give the same text. */
export const renderMarkdown = (
  digest: Digest,
  options: { readonly archiveHref?: View["archiveHref"] } = {}
): string => {
  const view = viewOf(digest, options.archiveHref)
  const { meeting } = digest
  const text = [
    `# ${escapeMarkdown(digestTitle(digest))}\n`,
    `${meeting === null ? "" : `For the ${escapeMarkdown(meeting.name)}, ${dateRange(meeting.start, meeting.end)}. `}Outputs published ${dateRange(digest.window.from, digest.window.to)}. ${digest.frozen ? "Frozen" : "State of"} ${longDate(digest.asOf)}, content ${contentHash(digest).slice(0, 6)}.\n`,
    summary(view),
    "## Issues\n",
    ...digest.issues.map((page) => issue(view, page)),
    digest.notRaised.length === 0
      ? ""
      : `Raised by nobody in this window: ${enumerate(digest.notRaised.map((own) => escapeMarkdown(own.label)))}.\n`,
    part("Statements under no issue", quoting(view, digest.unclassified)),
    matrix(view),
    "## Through the lenses of the MAG\n",
    lens(
      view,
      `Sub-themes of the ${digest.cycle.year} cycle`,
      digest.lenses.subThemesPar,
      digest.lenses.subThemes,
      {}
    ),
    lens(view, "WSIS action lines", digest.lenses.wsisPar, digest.lenses.wsis, codeNames.wsis),
    lens(
      view,
      "Objectives of the Global Digital Compact",
      digest.lenses.gdcPar,
      digest.lenses.gdc,
      codeNames.gdc
    ),
    lens(view, "Sustainable Development Goals", digest.lenses.sdgPar, digest.lenses.sdg, codeNames.sdg),
    change(view),
    coverage(view),
    speakers(view),
    "## Method and limits\n",
    ...digest.method.map((item) => para(item.par, methodText[item.point]))
  ].join("\n")
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`
}
