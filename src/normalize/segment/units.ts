/**
 * Units: the blocks of a document, with those that a page break has cut in two put together again.
 */
import type { Block, BlockKind } from "../../domain/document.ts"
import { bulletLength, printedNumber } from "./numbering.ts"

/** A block, or several that are one; `text` is theirs verbatim, joined as the script asks. */
export interface Unit {
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
  readonly blocks: ReadonlyArray<number>
  readonly page: number | null
  readonly anchor: string | null
  readonly label: string | null
}

const open = /[\p{L}\p{N},،，-]$/u
const goesOn = /^["'«“(]?[\p{Ll}\p{Script=Han}\p{Script=Arabic}\p{Script=Hiragana}]/u
const unspacedEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，、]$/u

/** What stands between two halves of a broken block: nothing in Chinese and Japanese, a space elsewhere. */
export const joint = (before: string): string => (unspacedEnd.test(before) ? "" : " ")

const textual = (kind: BlockKind): boolean => kind === "paragraph" || kind === "list-item" || kind === "quote"

const continuesOn = (unit: Unit, pageBefore: number | null, block: Block): boolean =>
  textual(unit.kind) &&
  (block.kind === "paragraph" || block.kind === unit.kind) &&
  pageBefore !== null &&
  block.page === pageBefore + 1 &&
  block.label === undefined &&
  open.test(unit.text) &&
  unit.text.length > 30 &&
  goesOn.test(block.text) &&
  printedNumber(block.text) === null &&
  bulletLength(block.text) === 0

/** Puts the blocks into units, in order; blocks without text are left out. */
export const unitsOf = (blocks: ReadonlyArray<Block>): ReadonlyArray<Unit> => {
  const units: Array<Unit> = []
  let lastPage: number | null = null
  for (const [index, block] of blocks.entries()) {
    const text = block.text.trim()
    if (text === "") continue
    const previous = units.at(-1)
    if (previous !== undefined && continuesOn(previous, lastPage, { ...block, text })) {
      units[units.length - 1] = {
        ...previous,
        text: previous.text + joint(previous.text) + text,
        blocks: [...previous.blocks, index]
      }
    } else {
      units.push({
        kind: block.kind,
        level: block.level,
        text,
        blocks: [index],
        page: block.page ?? null,
        anchor: block.anchor ?? null,
        label: block.label ?? null
      })
    }
    lastPage = block.page ?? null
  }
  return units
}
