/** The keys of the page, which can be switched off (WCAG 2.2, 2.1.4). */
import { markup } from "../../export/html/html.ts"
import type { PortalRequest } from "../request.ts"
import { reviewWords } from "./words/index.ts"

const list = [
  ["j", "keyNext"],
  ["k", "keyPrevious"],
  ["r", "keyRelabel"],
  ["i", "keyKind"],
  ["x", "keyExclude"],
  ["m", "keyMerge"],
  ["s", "keySplit"],
  ["u", "keyUndo"],
  ["?", "keyHelp"]
] as const

/** The list of keys, closed at first; the box to switch them off is shown where scripts run. */
export const keys = (request: PortalRequest) => {
  const words = reviewWords.in(request.lang)
  return markup`<details class="keys" id="keys" hidden>
    <summary data-key="?">${words.text("keysHead")}</summary>
    <div class="check"><label><input type="checkbox" id="keys-on" checked /> ${words.text("keysOn")}</label></div>
    <p class="help">${words.text("keysHelp")}</p>
    <dl>${list.map(([key, label]) => markup`<div><dt><kbd>${key}</kbd></dt><dd>${words.text(label)}</dd></div>`)}</dl>
  </details>`
}
