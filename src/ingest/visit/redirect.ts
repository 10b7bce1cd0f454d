/**
 * Redirects: where the next request goes, and when to stop. Pure.
 */
import { fail, type VisitFailure } from "./failure.ts"

/** Addresses of a visit in order, the first one asked for. */
export type Chain = ReadonlyArray<string>

/** Parses an address that may be asked for; a sentence without subject says what is wrong with it. */
export const askable = (text: string, base?: string): URL | string => {
  const url = base === undefined ? URL.parse(text) : URL.parse(text, base)
  if (url === null) return "is not an address"
  if (url.protocol !== "http:" && url.protocol !== "https:") return "is not an http or https address"
  if (url.username !== "" || url.password !== "") return "holds a user name or password"
  if (url.href.length > 8192) return "is longer than 8,192 characters"
  url.hash = ""
  return url
}

/** Header values arrive as one character a byte; where those bytes are UTF-8, UTF-8 was meant. */
const headerText = (value: string): string => {
  if (/^[\x00-\x7f]*$/.test(value)) return value
  const bytes = Buffer.from(value, "latin1")
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return value
  }
}

const inWords = (chain: Chain): string => chain.join(" → ")

/**
 * The next address of a chain, or why there is none.
 *
 * @param location value of the Location header (RFC 9110, section 10.2.2)
 * @param maxRedirects number of redirects that are followed
 */
export const nextHop = (
  chain: Chain,
  location: string,
  status: number,
  maxRedirects: number
): URL | VisitFailure => {
  const from = chain.at(-1) ?? ""
  const target = askable(headerText(location), from)
  if (typeof target === "string") {
    return fail(
      "bad-redirect",
      `${from} redirects to "${location.slice(0, 200)}", which ${target}: the site's owner must mend this.`,
      { status }
    )
  }
  const asked = [...chain, target.href]
  if (chain.includes(target.href)) {
    return fail("redirect-loop", `Redirects run in a circle: ${inWords(asked)}; check the address.`, {
      status
    })
  }
  if (chain.length > maxRedirects) {
    return fail(
      "redirect-loop",
      `More than ${maxRedirects} redirects: ${inWords(asked)}; give the address where they end.`,
      { status }
    )
  }
  return target
}
