/**
 * Reviewing, for the Secretariat: readers see, editors and administrators decide.
 *
 * `/review` lists what waits, `/review/output/ID` shows an output beside its original, `/review/bulk` changes
 * many statements. What a decision does is in `src/jobs/reviewing`; `settling.ts` carries it through.
 */
import { Layer } from "effect"
import { Known } from "../reading/known.ts"
import { action, page } from "../route.ts"
import { decideDocument, decideStatement, takeBack } from "./act.ts"
import { bulkChange, bulkPreview } from "./bulk.ts"
import { askedOutput } from "./output.ts"
import { queuePage } from "./queue.ts"
import { Settling } from "./settling.ts"

const reader = { role: "reader" } as const
const editor = { role: "editor" } as const

export const reviewing = Layer.mergeAll(
  page("/review", (request) => queuePage(request), reader),
  page("/review/output/:output", askedOutput, reader),
  page("/review/bulk", bulkPreview, editor),
  action("/review/bulk", bulkChange, editor),
  action("/review/decide", decideStatement, editor),
  action("/review/document", decideDocument, editor),
  action("/review/undo", takeBack, editor)
).pipe(Layer.provide(Layer.merge(Known.layer, Settling.layer)))
