/**
 * Printing for people: aligned columns, counts in words, progress on a terminal and plain lines elsewhere.
 */
import { SingleBar } from "cli-progress"
import Table from "cli-table3"
import { Console, Effect } from "effect"

/** Prints a line on standard output. */
export const print = (line: string) => Console.log(line)

/** Prints a value as one JSON document. */
export const printJson = (value: unknown) => Console.log(JSON.stringify(value, null, 2))

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  "
}

/** Rows under their heads, in aligned columns without lines. */
export const columns = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const table = new Table({
    chars: noBorders,
    head: [...head],
    style: {
      border: [],
      head: process.stdout.isTTY ? ["bold"] : [],
      "padding-left": 0,
      "padding-right": 0
    }
  })
  for (const row of rows) table.push([...row])
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
}

/** "1 output", "3 outputs". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`

/** Tells how far a long work has come. */
export interface Progress {
  /** One more step is done; the text says what goes on now. */
  readonly step: (text: string) => Effect.Effect<void>
  /** Something worth a line of its own. */
  readonly note: (line: string) => Effect.Effect<void>
}

/** A bar on standard error for the life of the scope; null where that is no terminal. */
export const openBar = (total: number) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      if (!process.stderr.isTTY) return null
      const bar = new SingleBar({
        format: "{bar} {value}/{total}  {text}",
        hideCursor: true,
        clearOnComplete: true,
        barsize: 24,
        stream: process.stderr
      })
      bar.start(total, 0, { text: "" })
      return bar
    }),
    (bar) => Effect.sync(() => bar?.stop())
  )

/** A progress bar on standard error when that is a terminal; otherwise only the notes, line by line. */
export const progress = (total: number) =>
  openBar(total).pipe(
    Effect.map((bar): Progress => ({
      step: (text) => Effect.sync(() => bar?.increment(1, { text: text.slice(0, 60) })),
      note: (line) =>
        Effect.sync(() => {
          if (bar === null) process.stderr.write(`${line}\n`)
        })
    }))
  )
