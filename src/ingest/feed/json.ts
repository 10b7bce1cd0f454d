/** JSON Feed (versions 1 and 1.1), also when the document is cut off. */
import { Result, Schema } from "effect"
import { parseJsonFeed } from "feedsmith"
import { feedError, type FeedError } from "./error.ts"
import { jsonItem, Notes } from "./items.ts"
import { itemLimit, type ParsedFeed } from "./model.ts"

const decodeJson = Schema.decodeUnknownResult(Schema.fromJsonString(Schema.Unknown))
const decodeFeed = Schema.decodeUnknownResult(
  Schema.Struct({ version: Schema.optionalKey(Schema.Unknown), items: Schema.Array(Schema.Unknown) })
)
const decodeItem = Schema.decodeUnknownResult(Schema.Record(Schema.String, Schema.Unknown))

/** The document up to its last whole item, closed again; null when no item is whole. */
const salvage = (json: string): string | null => {
  const open: Array<string> = []
  let inString = false
  let last = -1
  for (let at = 0; at < json.length; at++) {
    const character = json.charAt(at)
    if (inString) {
      if (character === "\\") at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === "{" || character === "[") open.push(character)
    else if (character === "}" || character === "]") {
      open.pop()
      if (open.join("") === "{[") last = at
    }
    if (open.length > 1000) return null
  }
  return last < 0 ? null : `${json.slice(0, last + 1)}]}`
}

const otherJson = (value: unknown): string => {
  if (Array.isArray(value))
    return "This is a JSON list (perhaps a WordPress API), not a JSON Feed; register it with the kind wordpress or give the feed's address."
  return "This JSON document has no list of items; it is not a JSON Feed."
}

/** Reads a JSON Feed; `url` is its own address. Never throws. */
export const parseJson = (
  json: string,
  url: string | null,
  warnings: ReadonlyArray<string>
): Result.Result<ParsedFeed, FeedError> => {
  const notes = [...warnings]
  let value = decodeJson(json)
  if (Result.isFailure(value)) {
    const rest = salvage(json)
    value = rest === null ? value : decodeJson(rest)
    if (Result.isSuccess(value))
      notes.push("The document is cut off: incomplete items at its end were left out.")
  }
  if (Result.isFailure(value)) {
    return Result.fail(
      feedError(
        "malformed",
        "The document begins as JSON but is not valid JSON; ask the publisher to mend the feed."
      )
    )
  }
  const decoded = decodeFeed(value.success)
  const object = decodeItem(value.success)
  if (Result.isFailure(decoded) || Result.isFailure(object)) {
    return Result.fail(feedError("other-json", otherJson(value.success)))
  }
  const stated = decoded.success.items.slice(0, itemLimit)
  if (stated.length < decoded.success.items.length) notes.push(`Only the first ${itemLimit} items were read.`)
  const items = stated.flatMap((item) => {
    const fields = decodeItem(item)
    return Result.isSuccess(fields) ? [fields.success] : []
  })
  const version = typeof decoded.success.version === "string" ? decoded.success.version : ""
  if (!version.includes("jsonfeed.org/version/"))
    notes.push("The document does not state a version of JSON Feed.")
  try {
    const feed = parseJsonFeed({
      ...object.success,
      version: version.includes("jsonfeed.org/version/") ? version : "https://jsonfeed.org/version/1.1",
      items: items.map((item, index) => Object.assign({}, item, { id: String(index) }))
    })
    const itemNotes = new Notes()
    const base = URL.parse(url ?? feed.feed_url ?? feed.home_page_url ?? "")?.href ?? null
    const read = (feed.items ?? []).map((item) => {
      const index = Number(item.id)
      const id = items[index]?.["id"]
      const own = typeof id === "string" || typeof id === "number" ? String(id).trim() : ""
      const known = {
        index,
        id: own === "" ? null : own,
        permalink: /^https?:/i.test(own) ? own : null,
        base,
        language: feed.language ?? null
      }
      return jsonItem(item, known, itemNotes)
    })
    return Result.succeed({
      format: `json-feed-${/version\/([\d.]+)/.exec(version)?.[1] ?? "1.1"}`,
      title: feed.title ?? null,
      language: feed.language ?? null,
      link: feed.home_page_url ?? null,
      next: feed.next_url ?? null,
      items: read,
      warnings: [...notes, ...itemNotes.sentences()]
    })
  } catch (cause) {
    return Result.fail(feedError("malformed", `The JSON Feed cannot be read: ${String(cause)}`))
  }
}
