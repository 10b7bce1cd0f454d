/** Shows how a run goes on: a bar on a terminal, lines elsewhere, JSON lines for a machine. */
import { Effect, Stream } from "effect"
import type { RunProgressEvent } from "../../jobs/run-progress.ts"
import { openBar, print } from "../print.ts"

const lineOf = ({ done, failures, now, of }: RunProgressEvent): string => {
  const count = of === 0 ? `${done} done` : `${done} of ${of} done`
  return `${count}${failures === 0 ? "" : `, ${failures} failed`}${now === "" ? "" : `: ${now}`}`
}

/** Shows the events to their end; gives the last one. */
export const follow = <E>(events: Stream.Stream<RunProgressEvent, E>, json: boolean) =>
  Effect.scoped(
    Effect.gen(function* () {
      const bar = json ? null : yield* openBar(0)
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
