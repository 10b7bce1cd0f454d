// A file is looked at before it is sent, and its way is shown; without script the form works as it is.
// An answer that tells what is wrong takes the place of this page; sent again, its form works without script.
const answer = (request) => {
  if (request.status === 200) return location.assign(request.responseURL)
  const page = new DOMParser().parseFromString(request.responseText, "text/html")
  const content = page.getElementById("content")
  if (content === null) return location.reload()
  document.getElementById("content").replaceWith(document.adoptNode(content))
  document.title = page.title
  document.querySelector(".problems")?.focus()
  window.scrollTo(0, 0)
}

const uploadForm = document.getElementById("upload")
if (uploadForm instanceof HTMLFormElement) {
  const input = uploadForm.querySelector("input[type=file]")
  const button = uploadForm.querySelector("button")
  const shown = uploadForm.querySelector(".sending")
  const bar = shown.querySelector("progress")
  const status = shown.querySelector("[role=status]")

  const complaint = () => {
    const [file] = input.files
    if (file === undefined) return ""
    if (file.size === 0) return input.dataset.empty
    return file.size > Number(input.dataset.most) ? input.dataset.tooLarge : ""
  }
  input.addEventListener("change", () => {
    input.setCustomValidity(complaint())
    input.reportValidity()
  })

  const show = (percent) => {
    bar.value = percent
    status.textContent =
      percent < 100 ? status.dataset.sending.replace("{percent}", String(percent)) : status.dataset.reading
  }

  uploadForm.addEventListener("submit", (event) => {
    event.preventDefault()
    const request = new XMLHttpRequest()
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) show(Math.floor((100 * loaded) / total))
    })
    request.upload.addEventListener("load", () => show(100))
    request.addEventListener("load", () => answer(request))
    // A server that refuses a large body may cut the line: then the browser's own way tells why.
    request.addEventListener("error", () => uploadForm.submit())
    request.open("POST", uploadForm.action)
    button.disabled = true
    shown.hidden = false
    show(0)
    request.send(new FormData(uploadForm))
  })
}
