/**
 * The lines that head a digest in every form: title, meeting, what it covers, its state.
 */
import type { Digest } from "../domain/index.ts"
import type { Messages } from "./catalogue/index.ts"

/** The title given to it, otherwise its number, otherwise its window. */
export const digestTitle = (digest: Digest, m: Messages): string =>
  digest.title ??
  (digest.number === null
    ? m.text("titleOfWindow", { window: m.dates(digest.window.from, digest.window.to) })
    : m.text("title", { number: digest.number }))

/** The meeting that it is for. */
export const digestPurpose = ({ meeting }: Digest, m: Messages): string => {
  if (meeting === null) return m.text("forNoMeeting")
  const dates = m.dates(meeting.start, meeting.end)
  return meeting.place === null
    ? m.text("forMeeting", { meeting: meeting.name, dates })
    : m.text("forMeetingAt", { meeting: meeting.name, dates, place: meeting.place })
}

/** What it covers. */
export const digestScope = ({ window }: Digest, m: Messages): string =>
  m.text("imprint", { window: m.dates(window.from, window.to) })

/** `2025-2`, or words for a release without a number. */
export const releaseName = (number: string | null, m: Messages): string => number ?? m.text("releaseBefore")
