/**
 * A mail: to one person, plain text, with the same in HTML where that helps. Schemas refuse what could break
 * out of a header, whoever wrote it; the way to the wire encodes the rest (RFC 2047, RFC 2045).
 */
import { Schema } from "effect"
import { isOneLine, MailAddress } from "./address.ts"

const Line = Schema.NonEmptyString.check(
  Schema.isMaxLength(250),
  Schema.makeFilter((text: string) => isOneLine(text) || "expected one line without control characters")
)

export const MailMessage = Schema.Struct({
  to: MailAddress,
  subject: Line,
  /** Plain text; lines end in LF. */
  text: Schema.String.check(Schema.isMaxLength(1_000_000)),
  /** The same as an HTML document, made by the caller from a template that escapes. */
  html: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(1_000_000)))
})
export type MailMessage = typeof MailMessage.Type

/** What a message holds besides its recipient and subject, which the outbox shows. */
export const MailPayload = Schema.fromJsonString(
  Schema.Struct({ text: Schema.String, html: Schema.optionalKey(Schema.String) })
)
