/**
 * The page's only script: the filter of the matrix. Without it the whole matrix is shown.
 */
export const filterScript = `"use strict"
const form = document.getElementById("filter")
if (form) {
  form.hidden = false
  const apply = () => {
    const { group, type, area, heard } = form.elements
    let shown = 0
    for (const part of document.querySelectorAll("#matrix .part")) {
      const table = part.querySelector("table")
      const [groups, heads] = table.tHead.rows
      const visible = [...heads.cells].slice(1).map((head) =>
        (group.value === "" || head.dataset.groups.split("|").includes(group.value)) &&
        (type.value === "" || head.dataset.type === type.value) &&
        (!heard.checked || head.dataset.status === "published"))
      const count = visible.filter(Boolean).length
      part.hidden = count === 0
      shown += count
      let first = 0
      for (const head of [...groups.cells].slice(1)) {
        head.dataset.span ||= head.colSpan
        const own = visible.slice(first, first + Number(head.dataset.span)).filter(Boolean).length
        first += Number(head.dataset.span)
        head.hidden = own === 0
        head.colSpan = Math.max(1, own)
      }
      for (const row of table.rows) {
        if (row === groups) continue
        if (row.cells.length === 1) row.cells[0].colSpan = 1 + count
        else visible.forEach((on, index) => { row.cells[index + 1].hidden = !on })
      }
      for (const body of table.tBodies) body.hidden = area.value !== "" && body.dataset.area !== area.value
    }
    const forms = JSON.parse(form.dataset.columns)
    const category = new Intl.PluralRules(document.documentElement.lang).select(shown)
    form.elements.shown.value =
      shown === 0 ? form.dataset.none : (forms[category] || forms.other).replace("{count}", shown)
  }
  form.addEventListener("change", apply)
  form.addEventListener("submit", (event) => event.preventDefault())
}
`
