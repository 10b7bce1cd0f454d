/** Shows how a run goes on: a bar on a terminal, lines elsewhere, JSON lines for a machine. */
import { SingleBar } from "cli-progress"
import { Effect, Stream } from "effect"
import type { RunProgressEvent } from "../../jobs/run-progress.ts"
import { print } from "../print.ts"

const lineOf = ({ done, failures, now, of }: RunProgressEvent): string => {
  const count = of === 0 ? `${done} done` : `${done} of ${of} done`
  return `${count}${failures === 0 ? "" : `, ${failures} failed`}${now === "" ? "" : `: ${now}`}`
}

const openBar = Effect.acquireRelease(
  Effect.sync(() => {
    if (!process.stderr.isTTY) return null
    const bar = new SingleBar({
      format: "{bar} {value}/{total}  {text}",
      hideCursor: true,
      clearOnComplete: true,
      barsize: 24,
      stream: process.stderr
    })
    bar.start(0, 0, { text: "" })
    return bar
  }),
  (bar) => Effect.sync(() => bar?.stop())
)

/** Shows the events to their end; gives the last one. */
export const follow = <E>(events: Stream.Stream<RunProgressEvent, E>, json: boolean) =>
  Effect.scoped(
    Effect.gen(function* () {
      const bar = json ? null : yield* openBar
      const show = (event: RunProgressEvent) =>
        json
          ? print(JSON.stringify(event))
          : Effect.sync(() => {
              if (bar === null) {
                if (event.done > 0 || event.of > 0) process.stderr.write(`${lineOf(event)}\n`)
                return
              }
              bar.setTotal(event.of)
              bar.update(event.done, { text: event.now.slice(0, 60) })
            })
      return yield* events.pipe(Stream.tap(show), Stream.runLast)
    })
  )
