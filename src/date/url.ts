/** Dates in the paths of URLs, as blogs and newspapers write them. */
import type { IsoDate } from "../domain/ids.ts"
import { isoDate } from "./calendar.ts"

/**
 * The day that a URL's path names: `/2025/11/04/`, `/2025-11-04-title`, `/20251104/`. Null when there is
 * none; year and month alone are not a day.
 */
export const dateFromUrl = (url: string): IsoDate | null => {
  const path = URL.parse(url)?.pathname ?? ""
  const found =
    /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?=\/|$|[-_])/.exec(path) ??
    /(?<!\d)((?:19|20)\d{2})([-_])(\d{2})\2(\d{2})(?!\d)/.exec(path) ??
    /(?<![\dA-Za-z])((?:19|20)\d{2})(\d{2})(\d{2})(?![\dA-Za-z])/.exec(path)
  if (found === null) return null
  const parts = found.slice(1).filter((part) => part !== "-" && part !== "_")
  return isoDate(Number(parts[0]), Number(parts[1]), Number(parts[2]))
}
