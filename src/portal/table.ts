/**
 * Tables whose rows are cards in a narrow window: each cell on a line of its own behind the heading of its column
 * (`tables.css`), so that buttons at the end of a row are in sight on a phone too. The roles are stated because
 * browsers forget them when a table is not displayed as one.
 */
import { type Html, markup, type Value } from "../export/html/html.ts"

/** Text that may run the other way than the page: names, ids and addresses among Arabic words. */
const isolated = (value: Value): Value =>
  typeof value === "string" && value !== "" ? markup`<bdi>${value}</bdi>` : value

/** What stands before a cell in a narrow window: a heading in words; one for those who cannot see has none. */
const labelOf = (head: Value | undefined): Html | "" =>
  typeof head === "string" && head !== "" ? markup` data-label="${head}"` : ""

/**
 * A table in a part of the page that scrolls by itself where it is wider than the window all the same.
 *
 * @param label what the table is about, for readers who cannot see
 * @param rows cells in the order of the headings; the first of each names its row
 */
export const table = (
  label: string,
  heads: ReadonlyArray<Value>,
  rows: ReadonlyArray<ReadonlyArray<Value>>
): Html =>
  markup`<div class="scroll" role="region" tabindex="0" aria-label="${label}">
    <table class="cards" role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map((head) => markup`<th scope="col" role="columnheader">${head}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ([first, ...more]) =>
            markup`<tr role="row">
              <th scope="row" role="rowheader"><div>${isolated(first)}</div></th>
              ${more.map(
                (cell, index) =>
                  markup`<td role="cell"${labelOf(heads[index + 1])}>${cell === "" ? "" : markup`<div>${isolated(cell)}</div>`}</td>`
              )}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`
