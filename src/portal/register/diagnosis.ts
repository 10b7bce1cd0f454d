/**
 * A diagnosis for people: what was found, what to mend and how, and the entries as they would be read. Also for
 * those who decide on a registration.
 */
import type { IssueId } from "../../domain/index.ts"
import { langDir, link, markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import type { Diagnosis, PreviewedItem } from "../../ingest/check/index.ts"
import { mayRegister } from "../../jobs/registering/index.ts"
import type { PortalRequest } from "../request.ts"
import { registerWords } from "./words/index.ts"

/** Names of issues in the language of a page. */
export type IssueName = (id: IssueId) => string

const isolated = (text: string): Html => markup`<bdi>${text}</bdi>`

/** The sentences of the checks themselves are in English, and hold what a stranger's site says. */
const english = (text: string): Html => markup`<span lang="en" dir="ltr">${text}</span>`

const found = (request: PortalRequest, diagnosis: Diagnosis): Html => {
  const words = registerWords.in(request.lang)
  if (!mayRegister(diagnosis)) return markup`<p class="notice bad">${words.text("notPublic")}</p>`
  const { source } = diagnosis
  return markup`<p class="verdict ${diagnosis.verdict}">
      ${words.text(diagnosis.verdict === "not-applicable" ? "pass" : diagnosis.verdict)}
    </p>
    ${
      source === null
        ? markup`<p>${words.text("nothingFound")}</p>`
        : markup`<p>
            ${words.text("readAs", { kind: words.text(source.kind), count: source.items })}<br />
            ${link(source.url, isolated(source.url))}
          </p>`
    }`
}

const checks = (request: PortalRequest, diagnosis: Diagnosis): Html => {
  const words = registerWords.in(request.lang)
  const wrong = diagnosis.checks.filter(({ verdict }) => verdict === "fail" || verdict === "warn")
  const right = diagnosis.checks.filter(({ verdict }) => verdict === "pass")
  return markup`${
    wrong.length === 0
      ? ""
      : markup`<h2>${words.text("toMend")}</h2>
          <ul class="checks">
            ${wrong
              .toSorted((a, b) => Number(b.verdict === "fail") - Number(a.verdict === "fail"))
              .map(
                ({ message, name, verdict }) =>
                  markup`<li class="${verdict}">
                    <h3>${words.text(`check_${name}`)}</h3>
                    <p>${words.text(`mend_${name}`)}</p>
                    <details>
                      <summary>${words.text("inDetail")}</summary>
                      <p>${english(message)}</p>
                    </details>
                  </li>`
              )}
          </ul>`
  }
  ${
    right.length === 0
      ? ""
      : markup`<p class="note">
          ${words.text("asItShouldBe", { checks: request.m.list(right.map(({ name }) => words.text(`check_${name}`))) })}
        </p>`
  }`
}

const reading = (request: PortalRequest, { reading }: PreviewedItem, issueName: IssueName): Html => {
  const { m } = request
  const words = registerWords.in(request.lang)
  if (reading === null) return markup`<p class="meta">${words.text("notOpened")}</p>`
  if (reading.problem !== null) {
    return markup`<p class="meta">${words.text("notRead")} ${english(reading.problem)}</p>`
  }
  const facts = [
    m.names.kind[reading.kind],
    ...(reading.inDoubt ? [words.text("inDoubt")] : []),
    ...(reading.language === "und" ? [] : [m.language(reading.language)]),
    words.text("statementCount", { count: reading.statements })
  ]
  const named = (ids: ReadonlyArray<IssueId>) => m.list(ids.map(issueName))
  return markup`<p class="meta">${facts.join(m.text("comma"))}</p>
    ${reading.issues.length === 0 ? "" : markup`<p class="meta">${named(reading.issues.map(({ id }) => id))}</p>`}
    ${
      reading.examples.length === 0
        ? ""
        : markup`<details>
            <summary>${words.text("quotedSo")}</summary>
            ${reading.examples.map(
              (example) =>
                markup`<blockquote${langDir(reading.language)}><p>${example.text}</p></blockquote>
                  <p class="meta">
                    ${m.names.statement[example.kind]}${example.issues.length === 0 ? "" : markup`${m.text("comma")}${named(example.issues)}`}
                  </p>`
            )}
          </details>`
    }`
}

/** The newest first, those without a date last. */
const byDate = (items: ReadonlyArray<PreviewedItem>): ReadonlyArray<PreviewedItem> =>
  items.toSorted((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""))

const entries = (request: PortalRequest, { items }: Diagnosis, issueName: IssueName): Html => {
  const { m } = request
  const words = registerWords.in(request.lang)
  return markup`<h2>${words.text("entries")}</h2>
    ${
      items.length === 0
        ? markup`<p>${words.text("noEntries")}</p>`
        : markup`<p class="note">${words.text("entriesLead")}</p>
            <ol class="entries">
              ${byDate(items).map(
                (item) =>
                  markup`<li>
                    <p class="entry">
                      ${link(item.url, isolated(item.title ?? item.url))}
                      <span class="meta"
                        >${item.publishedAt === null ? words.text("noDate") : m.date(item.publishedAt)}</span
                      >
                    </p>
                    ${reading(request, item, issueName)}
                  </li>`
              )}
            </ol>`
    }`
}

/** The whole diagnosis, to stand below a first heading. */
export const diagnosisBody = (request: PortalRequest, diagnosis: Diagnosis, issueName: IssueName): Html =>
  markup`${found(request, diagnosis)}
    ${mayRegister(diagnosis) ? markup`${checks(request, diagnosis)} ${entries(request, diagnosis, issueName)}` : ""}`
