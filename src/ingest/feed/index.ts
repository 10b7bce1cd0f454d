/** Feeds of every format to one model. */
export { FeedError, FeedErrorReason } from "./error.ts"
export { itemLimit, type FeedAttachment, type FeedItem, type ParsedFeed } from "./model.ts"
export { feedReport, parseFeed, type FeedOptions } from "./parse.ts"
export { headOf, oneLine, plainText } from "./text.ts"
