/**
 * The lines that head a digest in every form: title, meeting, what it covers, what it is narrowed to.
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

/** What a digest is narrowed to, so that nobody takes a part for the whole; null for the whole. */
export const digestPart = ({ areas, filter, issues, notRaised }: Digest, m: Messages): string | null => {
  if (filter === null) return null
  const issueLabels = new Map<string, string>([...issues, ...notRaised].map(({ id, label }) => [id, label]))
  const areaLabels = new Map<string, string>(areas.map(({ id, label }) => [id, label]))
  const subjects = [
    ...filter.issues.map((id) => issueLabels.get(id) ?? id),
    ...filter.areas.map((id) => m.text("narrowedArea", { area: areaLabels.get(id) ?? id }))
  ]
  const groups = filter.groups.map((group) => m.names.group[group])
  const types = filter.types.map((type) => m.names.type[type])
  const languages = filter.languages.map(m.language)
  const parts = [
    ...(subjects.length === 0 ? [] : [m.text("narrowedIssues", { names: m.list(subjects) })]),
    ...(groups.length === 0 ? [] : [m.text("narrowedGroups", { names: m.list(groups) })]),
    ...(types.length === 0 ? [] : [m.text("narrowedTypes", { names: m.list(types) })]),
    ...(languages.length === 0 ? [] : [m.text("narrowedLanguages", { names: m.list(languages) })])
  ]
  return m.text("narrowed", { parts: parts.join(m.text("semicolon")) })
}

/** `2025-2`, or words for a release without a number. */
export const releaseName = (number: string | null, m: Messages): string => number ?? m.text("releaseBefore")
