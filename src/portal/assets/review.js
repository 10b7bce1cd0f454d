// Keys of the pages for reviewers: elements say with data-key which key leads to them. Without modifier, not
// while writing, and not at all once a person has switched them off (WCAG 2.2, 2.1.4).
const keys = document.getElementById("keys")
const keysOn = document.getElementById("keys-on")
const isWriting = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (target.matches("input, textarea, select") && target.type !== "checkbox"))
if (keys !== null && keysOn !== null) {
  keys.hidden = false
  keysOn.checked = localStorage.getItem("review-keys") !== "off"
  keysOn.addEventListener("change", () => localStorage.setItem("review-keys", keysOn.checked ? "on" : "off"))
  document.addEventListener("keydown", (event) => {
    if (!keysOn.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    if (event.isComposing || isWriting(event.target)) return
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
    if (target === null) return
    event.preventDefault()
    if (target.matches("input, select")) {
      target.focus()
      target.select?.()
    } else {
      target.click()
      if (target.matches("summary")) target.focus()
    }
  })
}
