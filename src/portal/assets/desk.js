// Progress of a run as the server tells it; without script the page has a link that looks again.
for (const live of document.querySelectorAll("[data-events]")) {
  const bar = live.querySelector("progress")
  const far = live.querySelector(".far")
  const now = live.querySelector(".now")
  const events = new EventSource(live.dataset.events)
  for (const hint of live.querySelectorAll(".without")) hint.hidden = true
  events.addEventListener("progress", (event) => {
    const told = JSON.parse(event.data)
    if (told.of > 0) {
      bar.max = told.of
      bar.value = told.done
    }
    far.textContent = told.far
    now.textContent = told.now
  })
  events.addEventListener("over", () => {
    events.close()
    location.reload()
  })
}
