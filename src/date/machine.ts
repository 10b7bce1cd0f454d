/**
 * Dates that machines write: RFC 3339 and ISO 8601, W3C-DTF, RFC 822 with its successors, and the loose
 * forms of both that feeds contain.
 */
import type { IsoDate, Timestamp } from "../domain/ids.ts"
import { isoDate, timestamp } from "./calendar.ts"
import { fold, monthOf } from "./months.ts"

/** A day as stated (in its own time zone) and the exact instant if the text gives one. */
export interface MachineDate {
  readonly date: IsoDate
  readonly instant: Timestamp | null
}

/** Minutes east of UTC of the zone names in RFC 822 (section 5.1) and of those that feeds use besides. */
const zones: ReadonlyMap<string, number> = new Map([
  ["z", 0],
  ["ut", 0],
  ["utc", 0],
  ["gmt", 0],
  ["wet", 0],
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["bst", 60],
  ["cet", 60],
  ["mez", 60],
  ["wat", 60],
  ["cest", 120],
  ["mesz", 120],
  ["cat", 120],
  ["sast", 120],
  ["eet", 120],
  ["eest", 180],
  ["eat", 180],
  ["msk", 180],
  ["jst", 540],
  ["kst", 540],
  ["brt", -180]
])

const offsetOf = (zone: string | undefined): number | null => {
  if (zone === undefined || zone === "") return null
  const clean = zone.toLowerCase().replace(/^(?:gmt|utc)(?=[+-])/, "")
  const numeric = /^([+\u2212-])(\d{1,2}):?(\d{2})?$/.exec(clean)
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    return minutes > 15 * 60 ? null : numeric[1] === "+" ? minutes : -minutes
  }
  return zones.get(clean) ?? null
}

const assemble = (
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second]: readonly [number, number, number],
  offset: number | null
): MachineDate | null => {
  const date = isoDate(year, month, day)
  if (date === null) return null
  // 24:00 is the end of the day in ISO 8601; a leap second is the last second here.
  const clock = hour <= 24 && minute < 60 && second < 61
  const instant =
    offset === null || !clock
      ? null
      : timestamp(Date.UTC(year, month - 1, day, hour, minute) + Math.round(second * 1000) - offset * 60_000)
  return { date, instant }
}

const iso =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|(\d{2})(\d{2})|-(\d{3}))(?:(?:t|\s+)(\d{1,2}):?(\d{2})(?::?(\d{2}(?:[.,]\d{1,9})?))?\s*(z|[a-z]{2,4}|(?:gmt|utc)?[+\u2212-]\d{1,2}:?(?:\d{2})?)?)?$/

const rfc822 =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})(?:\s+|-)(\p{L}{3,9})\.?(?:\s+|-)(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([a-z]{1,4}|(?:gmt|utc)?[+\u2212-]\d{1,2}:?(?:\d{2})?)?)?(?:\s*\(.{0,30}\))?$/u

// asctime(3), and the order of many hand-written feeds: "Tue Nov  4 10:00:00 2025", "Nov 4, 2025 10:00".
const monthFirst =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,4})?)?\s+(\d{4})$/

/**
 * Reads one date that stands alone in a field. The day is that of the text's own time zone; the instant
 * is null where hour or zone are missing. Null for anything else, and for implausible dates.
 */
export const readMachineDate = (text: string): MachineDate | null => {
  if (text.length > 120) return null
  const clean = fold(text).trim().replaceAll(/\s+/g, " ")
  const a = iso.exec(clean)
  if (a !== null) {
    const clock = [Number(a[7] ?? 0), Number(a[8] ?? 0), Number((a[9] ?? "0").replace(",", "."))] as const
    const offset = a[7] === undefined ? null : offsetOf(a[10])
    if (a[6] !== undefined) {
      const ordinal = new Date(Date.UTC(Number(a[1]), 0, Number(a[6])))
      if (ordinal.getUTCFullYear() !== Number(a[1])) return null
      return assemble([Number(a[1]), ordinal.getUTCMonth() + 1, ordinal.getUTCDate()], clock, offset)
    }
    return assemble([Number(a[1]), Number(a[2] ?? a[4]), Number(a[3] ?? a[5])], clock, offset)
  }
  const b = rfc822.exec(clean)
  if (b !== null) {
    const month = monthOf(b[2] ?? "")
    if (month === null) return null
    const stated = Number(b[3])
    // Two digits as RFC 2822, section 4.3, reads them.
    const year = b[3]?.length === 2 ? (stated < 50 ? 2000 : 1900) + stated : stated
    return assemble(
      [year, month, Number(b[1])],
      [Number(b[4] ?? 0), Number(b[5] ?? 0), Number(b[6] ?? 0)],
      b[4] === undefined ? null : offsetOf(b[7])
    )
  }
  const c = monthFirst.exec(clean)
  if (c !== null) {
    const month = monthOf(c[1] ?? "")
    if (month === null) return null
    return assemble(
      [Number(c[7]), month, Number(c[2])],
      [Number(c[3] ?? 0), Number(c[4] ?? 0), Number(c[5] ?? 0)],
      c[3] === undefined ? null : offsetOf(c[6])
    )
  }
  return null
}
