/**
 * Mail addresses, as far as Tributary sends to them: one mailbox, nothing quoted, no comments (a strict subset
 * of RFC 5321, section 4.1.2, with the lengths of section 4.5.3.1). What else the grammar allows is in no
 * organiser's address, but in many an attack.
 */
import { Schema } from "effect"

const atom = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
const pattern = new RegExp(
  `^(?=.{3,254}$)(?=[^@]{1,64}@)${atom}(?:\\.${atom})*@${label}(?:\\.${label})*$`,
  "u"
)

/** `name@domain`, at most 254 characters; letters of any script (RFC 6531). */
export const MailAddress = Schema.String.check(
  Schema.isPattern(pattern, { message: "expected a mail address such as secretariat@example.org" })
).pipe(Schema.brand("MailAddress"))
export type MailAddress = typeof MailAddress.Type

/** An address with the name that is shown before it; empty when there is none. */
export interface Mailbox {
  readonly name: string
  readonly address: MailAddress
}

const isAddress = Schema.is(MailAddress)

/** Characters that a header line must not hold. */
const control = /[\p{Cc}\u2028\u2029]/u

/** True when the text may stand in a header: one line without control characters. */
export const isOneLine = (text: string): boolean => !control.test(text)

/** Reads `name@domain` or `A name <name@domain>`; null when it is neither. */
export const parseMailbox = (text: string): Mailbox | null => {
  const trimmed = text.trim()
  if (!isOneLine(trimmed) || trimmed.length > 400) return null
  if (isAddress(trimmed)) return { name: "", address: trimmed }
  const open = trimmed.lastIndexOf("<")
  if (open === -1 || !trimmed.endsWith(">")) return null
  const address = trimmed.slice(open + 1, -1)
  const name = trimmed
    .slice(0, open)
    .trim()
    .replace(/^"(.*)"$/u, "$1")
  return isAddress(address) && !/[<>"]/u.test(name) ? { name, address } : null
}
