/**
 * Turns at making pages: few pages are made in one turn of the event loop, few are under way at once, and the
 * others wait in the order in which they were asked for.
 *
 * A page over SQLite is made without a pause. Without turns the loop made a page for every open connection before it
 * looked for new ones, and it takes one new connection each time that it looks (libuv): of fifty readers who came at
 * once the last ones waited for seconds until they were let in, while others read page after page.
 */
import { Context, Effect, Layer } from "effect"
import { PageFailure } from "../failure.ts"

/** Milliseconds of a turn of the loop after which no other page begins in it. */
const turnMs = 3

/** Pages under way at once: more than one, since a page may wait for a database on another machine. */
export const pagesAtOnce = 4

/** Pages that wait at most: a second or two of work. Whoever comes then is told to come again. */
export const mostWaiting = 500

/** Seconds after which whoever was sent away may come again. */
const comeAgain = 5

/** A page's place in the order. */
interface Place {
  isUnderWay: boolean
  begin: () => void
}

export class Turns extends Context.Service<
  Turns,
  {
    /** Makes it in its turn; 503 when too many wait already. It must not wait for another turn within. */
    readonly take: <A, E, R>(make: Effect.Effect<A, E, R>) => Effect.Effect<A, E | PageFailure, R>
  }
>()("tributary/portal/Turns") {
  static readonly layer = Layer.sync(Turns, () => {
    /** In the order of their coming. */
    const waiting = new Set<Place>()
    let underWay = 0
    /** When the first page of this turn of the loop began. */
    let begunAt: number | null = null

    /** Lets the first one begin, unless pages have been made for long since the loop last looked for what came in. */
    const next = () => {
      const [first] = waiting
      if (first === undefined || underWay >= pagesAtOnce) return
      if (begunAt === null) {
        begunAt = performance.now()
        setImmediate(() => {
          begunAt = null
          next()
        })
      } else if (performance.now() - begunAt >= turnMs) return
      waiting.delete(first)
      underWay += 1
      first.isUnderWay = true
      first.begin()
    }

    const wait = (place: Place) =>
      Effect.callback<void, PageFailure>((resume) => {
        if (waiting.size >= mostWaiting) {
          resume(Effect.fail(new PageFailure({ status: 503, message: "", retryAfter: comeAgain })))
          return
        }
        place.begin = () => resume(Effect.void)
        waiting.add(place)
        next()
      })

    /** Also for a reader who left before the page began. */
    const leave = (place: Place) =>
      Effect.sync(() => {
        waiting.delete(place)
        if (!place.isUnderWay) return
        underWay -= 1
        next()
      })

    return Turns.of({
      take: (make) =>
        Effect.suspend(() => {
          const place: Place = { isUnderWay: false, begin: () => undefined }
          return Effect.ensuring(Effect.andThen(wait(place), make), leave(place))
        })
    })
  })
}
