/** Sources that are a single document, or that wait for files handed in. */
import { Effect } from "effect"
import { dateFromUrl } from "../../date/index.ts"
import { listed, type SourceReader } from "./reader.ts"

/** One document, visited as its own item: nothing is asked for twice. */
export const documentReader: SourceReader = {
  kind: "document",
  read: (source) => {
    const publishedAt = dateFromUrl(source.url)
    return Effect.succeed(
      listed(
        [
          {
            url: source.url,
            title: null,
            publishedAt,
            publishedFrom: publishedAt === null ? null : "url",
            summary: null,
            contentHtml: null,
            revision: null
          }
        ],
        { message: "A single document; it is visited itself." }
      )
    )
  }
}

/** Uploads come in by the command `add` or the portal: there is nothing to visit. */
export const uploadReader: SourceReader = {
  kind: "upload",
  read: () => Effect.succeed(listed([], { message: "Uploads are not visited; add a file instead." }))
}
