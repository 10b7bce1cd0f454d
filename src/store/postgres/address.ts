/** Where a PostgreSQL database is: its URL, and how it is named to people, without the password. */
import { Redacted, Result } from "effect"
import type { StoreError } from "../error.ts"
import { serverError } from "./error.ts"

export interface Address {
  /** The URL as given, with its password. */
  readonly url: Redacted.Redacted
  /** The URL without password and options. */
  readonly shown: string
}

const protocols: ReadonlySet<string> = new Set(["postgres:", "postgresql:"])

/** Whether a text is meant as the URL of a PostgreSQL database. */
export const isDatabaseUrl = (text: string): boolean => /^postgres(ql)?:/i.test(text)

/**
 * Reads `postgres://user:password@host:port/database` (RFC 3986; the form of libpq, section 34.1.1.2 of the
 * PostgreSQL manual). The database must be named.
 */
export const addressOf = (url: Redacted.Redacted): Result.Result<Address, StoreError> => {
  const text = Redacted.value(url)
  if (!URL.canParse(text)) return Result.fail(serverError("bad-address", "TRIBUTARY_DATABASE_URL"))
  const { hostname, pathname, port, protocol, username } = new URL(text)
  const shown = `postgres://${username === "" ? "" : `${username}@`}${hostname}${port === "" ? "" : `:${port}`}${pathname}`
  return protocols.has(protocol) && pathname.length > 1
    ? Result.succeed({ url, shown })
    : Result.fail(serverError("bad-address", protocols.has(protocol) ? shown : "TRIBUTARY_DATABASE_URL"))
}
