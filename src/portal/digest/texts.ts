/** Reads what was prepared, and keeps in memory what was asked for last. */
import { readFile } from "node:fs/promises"
import { Effect } from "effect"

/** Texts that are held: outlines of a few languages, and what is asked for at this moment. */
const kept = 12

/** A reader of files that never change; null for one that is not there. */
export const readTexts = () => {
  // The ones used last: few, since pages made of them are kept by those who ask.
  const texts = new Map<string, string>()
  return Effect.fnUntraced(function* (path: string) {
    const known = texts.get(path)
    if (known !== undefined) return known
    const text = yield* Effect.promise(() => readFile(path, "utf8").catch(() => null))
    if (text === null) return null
    texts.set(path, text)
    for (const oldest of texts.keys()) {
      if (texts.size <= kept) break
      texts.delete(oldest)
    }
    return text
  })
}
