/**
 * A gate: so many may be inside at one time, the others wait in the order in which they came.
 *
 * Made for thousands that wait: entering and leaving cost the same however long the queue is.
 */
import { Effect } from "effect"

/** One visitor of gates; where it stands with each of them. */
interface Waiting {
  readonly wake: () => void
}

export class Gate {
  private size: number
  private inside = 0
  private readonly queue = new Set<Waiting>()

  constructor(size: number) {
    this.size = size
  }

  /** Runs the effect inside; interruption at any moment leaves the gate as it was. */
  within<A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> {
    return Effect.suspend(() => {
      if (this.inside < this.size) {
        this.inside++
        return Effect.ensuring(effect, this.leave)
      }
      let isInside = false
      let resumed: (() => void) | null = null
      const waiting: Waiting = {
        wake: () => {
          isInside = true
          resumed?.()
        }
      }
      this.queue.add(waiting)
      const turn = Effect.callback<void>((resume) => {
        if (isInside) resume(Effect.void)
        else resumed = () => resume(Effect.void)
      })
      return Effect.ensuring(
        Effect.andThen(turn, effect),
        Effect.suspend(() => {
          if (isInside) return this.leave
          this.queue.delete(waiting)
          return Effect.void
        })
      )
    })
  }

  /** Lets more or fewer inside from now on; whoever is inside stays. */
  resize(size: number): void {
    this.size = size
    this.admit()
  }

  private readonly leave = Effect.sync(() => {
    this.inside--
    this.admit()
  })

  private admit(): void {
    for (const waiting of this.queue) {
      if (this.inside >= this.size) return
      this.queue.delete(waiting)
      this.inside++
      waiting.wake()
    }
  }
}
