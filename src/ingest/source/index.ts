/** Kinds of sources, one module each behind one interface. */
import type { SourceKind } from "../../domain/index.ts"
import { documentReader, uploadReader } from "./document.ts"
import { drupalReader } from "./drupal.ts"
import { feedReader } from "./feed.ts"
import { listingReader } from "./listing.ts"
import { mediawikiReader } from "./mediawiki.ts"
import type { SourceReader } from "./reader.ts"
import { shelfReader } from "./shelf.ts"
import { sitemapReader } from "./sitemap.ts"
import { wordpressReader } from "./wordpress.ts"
import { youtubeReader } from "./youtube.ts"

export * from "./reader.ts"
export { unwrapItem, type UnwrappedItem } from "./unwrap.ts"

const readers: Readonly<Record<SourceKind, SourceReader>> = {
  feed: feedReader,
  wordpress: wordpressReader,
  mediawiki: mediawikiReader,
  drupal: drupalReader,
  listing: listingReader,
  sitemap: sitemapReader,
  shelf: shelfReader,
  youtube: youtubeReader,
  document: documentReader,
  upload: uploadReader
}

/** The reader of a kind of source. */
export const readerOf = (kind: SourceKind): SourceReader => readers[kind]
