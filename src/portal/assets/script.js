// What makes pages better where scripts run; every page works without it.

// Buttons that copy the text of the element they name.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy)
    if (source === null) return
    await navigator.clipboard.writeText(source.textContent ?? "")
    button.textContent = button.dataset.done ?? button.textContent
  })
}

// Errors of a form are told first.
document.querySelector(".problems")?.focus()
