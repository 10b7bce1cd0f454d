/**
 * Reads all statements that a search finds from a portal of Tributary, and writes them as JSON Lines, each with
 * its source. Needs Node 20 or newer and nothing else.
 *
 *   node statements.mjs https://tributary.example/ issue=encryption year=2025 > encryption.jsonl
 *
 * Parameters are those of GET /api/v1/statements: q, issue, initiative, group, type, kind, language, year. A token
 * in TRIBUTARY_TOKEN gives a wider limit; reading needs none.
 */
import { setTimeout } from "node:timers/promises"

const [portal, ...parameters] = process.argv.slice(2)
if (portal === undefined) {
  console.error("Usage: node statements.mjs PORTAL [name=value]…")
  process.exit(2)
}

const token = process.env.TRIBUTARY_TOKEN
const headers = { accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) }

/** Asks for an address; waits where the portal asks for it, and says what it says when something is wrong. */
const read = async (url) => {
  for (;;) {
    const response = await fetch(url, { headers })
    if (response.status === 429 || response.status === 503) {
      await setTimeout(Number(response.headers.get("retry-after") ?? "60") * 1000)
      continue
    }
    const body = await response.json()
    if (response.ok) return body
    throw new Error(`${response.status} ${body.title}: ${body.detail}`)
  }
}

const first = new URL("api/v1/statements", portal.endsWith("/") ? portal : `${portal}/`)
first.searchParams.set("limit", "200")
for (const parameter of parameters) {
  const [name, ...value] = parameter.split("=")
  first.searchParams.set(name, value.join("="))
}

try {
  for (let next = first.href; next !== null;) {
    const page = await read(next)
    for (const { id, initiativeId, language, kind, text, issues, output, page: permalink } of page.data) {
      const labels = issues.map((issue) => issue.id)
      const line = { id, initiativeId, date: output.publishedAt, language, kind, issues: labels, text }
      console.log(JSON.stringify({ ...line, source: output.url, permalink }))
    }
    next = page.next
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
