/** From bytes to a document: title, dates, language and blocks in reading order. */
export { ExtractError, ExtractReason } from "./error.ts"
export { extractDocument, type ExtractHints, type ExtractInput } from "./extract.ts"
export { extractLine } from "./json-line.ts"
export { FurnitureLesson, keysOfPage, withoutFurniture } from "./site-furniture.ts"
