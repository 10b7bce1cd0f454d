/**
 * The reporting form as one HTML page that asks no host for anything. It is filled in where it is opened and
 * saved as a file; without script it is filled in by hand in an editor, or printed.
 */
import { createHash } from "node:crypto"
import { locales } from "../../domain/index.ts"
import { columnLabel, formWords, markerOf, sections, type FormWords, type Section } from "../../form/index.ts"
import { Attendance, type FormField } from "../../domain/index.ts"
import { markup, raw, type Html } from "../html/html.ts"
import { answerTo, linesOf, rowsOf, type TemplateContent } from "./content.ts"

const style = `
:root { color-scheme: light dark; --line: #767f8c; --quiet: #4d5663; --ground: #f3f5f8 }
@media (prefers-color-scheme: dark) { :root { --quiet: #b6bfcc; --ground: #20262e } }
body { font: 1rem/1.5 "Source Sans 3", "Noto Sans", "Noto Naskh Arabic", system-ui, sans-serif; margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.2rem; margin: 2.2rem 0 .2rem }
.hint { color: var(--quiet); margin: .2rem 0 .6rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: start; vertical-align: top; padding: .25rem .5rem .25rem 0 }
th { font-weight: 600 } .fields th { width: 42% } .records th:first-child { width: 32% }
input, textarea, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 3px; padding: .3rem .45rem; width: 100%; box-sizing: border-box }
textarea { resize: vertical; min-height: 3.6rem } button { font: inherit; padding: .5rem 1rem; margin: .4rem 0 }
.save { position: sticky; bottom: 0; padding: .6rem 0; background: Canvas } .issues th { width: 28% }
@media (max-width: 34rem) { .fields th, .fields td, .records td { display: block; width: auto } .records thead { position: absolute; clip-path: inset(50%) } }
@media print { button, .save { display: none } body { max-width: none } input, textarea { background: none } }
`

/** Keeps what was typed in the page itself and offers the page as a file; adds rows. */
const script = `
for (const button of document.querySelectorAll("button[data-adds]")) button.addEventListener("click", () => {
  const body = button.previousElementSibling.tBodies[0], last = body.rows[body.rows.length - 1], row = last.cloneNode(true)
  const number = body.rows.length + 1
  for (const field of row.querySelectorAll("textarea, input")) {
    field.value = ""
    field.textContent = ""
    field.removeAttribute("value")
    field.setAttribute("aria-label", field.dataset.label.replace("{number}", number))
  }
  if (row.cells[0].dataset.number !== undefined) row.cells[0].textContent = number
  body.append(row)
  row.querySelector("textarea, input").focus()
})
document.getElementById("save").addEventListener("click", () => {
  for (const field of document.querySelectorAll("input, textarea, select")) {
    if (field.tagName === "TEXTAREA") field.textContent = field.value
    else if (field.tagName === "SELECT") for (const option of field.options) option.toggleAttribute("selected", option.selected)
    else field.setAttribute("value", field.value)
  }
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob(["<!doctype html>\\n", document.documentElement.outerHTML], { type: "text/html" }))
  link.download = document.documentElement.dataset.file
  link.click()
})
`

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}`

const isDate = (text: string): boolean => text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text)

const question = (content: TemplateContent, words: FormWords, field: FormField): Html => {
  const text = answerTo(content, field)
  const id = `f-${field}`
  const date = field === "firstDay" || field === "lastDay" || field === "reportDate"
  const forms = Attendance.literals.map((one) => words.attendance[one])
  const input =
    field === "attendance" && (text === "" || forms.includes(text))
      ? markup`<select id="${id}" name="${field}"><option value=""></option>${forms.map((form) => markup`<option${form === text ? markup` selected` : ""}>${form}</option>`)}</select>`
      : markup`<input id="${id}" name="${field}" type="${date && isDate(text) ? "date" : "text"}" value="${text}" dir="auto">`
  return markup`<tr><th scope="row"><label for="${id}">${words.fields[field]}</label></th><td>${input}</td></tr>`
}

const area = (label: string, number: number, text: string): Html =>
  markup`<textarea rows="2" dir="auto" data-label="${label}" aria-label="${label.replace("{number}", String(number))}">${text}</textarea>`

const body = (content: TemplateContent, words: FormWords, section: Section): Html => {
  const more = markup`<button type="button" data-adds>${words.addRow}</button>`
  if (section.asks === "fields")
    return markup`<table class="fields"><tbody>${section.fields.map((field) => question(content, words, field))}</tbody></table>`
  const labelOf = (column: string) => words.row.replace("{column}", column)
  if (section.asks === "list") {
    const label = labelOf(words.sections[section.id])
    return markup`<table class="lines"><tbody>${linesOf(content, section).map(
      (text, index) =>
        markup`<tr><td data-number>${index + 1}</td><td>${area(label, index + 1, text)}</td></tr>`
    )}</tbody></table>${more}`
  }
  const heads = section.columns.map((column) => columnLabel(words, section.id, column))
  return markup`<table class="records"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rowsOf(
    content,
    section
  ).map(
    (row, index) =>
      markup`<tr>${row.map(({ column, text }) => {
        const label = labelOf(columnLabel(words, section.id, column))
        return markup`<td>${
          column === "issue"
            ? markup`<input list="issue-names" dir="auto" data-label="${label}" aria-label="${label.replace("{number}", String(index + 1))}" value="${text}">`
            : area(label, index + 1, text)
        }</td>`
      })}</tr>`
  )}</tbody></table>${more}`
}

/** Renders the form as a whole page. */
export const renderHtmlForm = (content: TemplateContent): string => {
  const { areas, language } = content
  const words = formWords(language)
  const { direction, tag } = locales[language]
  const page = markup`<html lang="${tag}" dir="${direction}" data-file="${words.fileName}.html">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="${markerOf(language)}">
<title>${words.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.intro}</p>
${sections.map(
  (section, index) => markup`<section aria-labelledby="s-${section.id}">
<h2 id="s-${section.id}">${index + 1}. ${words.sections[section.id]}</h2>
<p class="hint">${words.hints[section.id]}</p>
${body(content, words, section)}
</section>
`
)}<p class="save"><button type="button" id="save">${words.save}</button></p>
${
  areas.length === 0
    ? ""
    : markup`<section aria-labelledby="s-issues">
<h2 id="s-issues">${words.issueNames}</h2>
<table class="issues"><tbody>${areas.map((own) => markup`<tr><th scope="row">${own.area}</th><td>${own.issues.join("; ")}</td></tr>`)}</tbody></table>
<datalist id="issue-names">${areas.flatMap((own) => own.issues.map((issue) => markup`<option value="${issue}"></option>`))}</datalist>
</section>
`
}</main>
<script>${raw(script)}</script>
</body>
</html>
`
  return `<!doctype html>\n${page.text}`
}
