/**
 * Room for large bodies: many visits may be under way at one time, but only a few may hold more than a
 * page's worth of bytes. The others' sockets wait, without their time running.
 */

/** Bodies up to this length need no room. */
export const largeBody = 256 * 1024

/** One visit's claim on the room. */
export interface Lease {
  /** True when there is room at once; otherwise `granted` is called when there is. */
  readonly take: (granted: () => void) => boolean
  /** Gives up the room, or the wish for it; to be called when the body is out of memory. */
  readonly release: () => void
}

export interface Room {
  readonly lease: () => Lease
}

/** Room for so many large bodies. */
export const makeRoom = (size: number): Room => {
  const queue = new Set<() => void>()
  let taken = 0
  return {
    lease: () => {
      let isInside = false
      let waiting: (() => void) | null = null
      return {
        take: (granted) => {
          if (isInside) return true
          isInside = taken < size
          if (isInside) taken++
          else if (waiting === null) {
            waiting = () => {
              isInside = true
              // Never within the event of another socket, whose parser is still at work.
              setImmediate(granted)
            }
            queue.add(waiting)
          }
          return isInside
        },
        release: () => {
          if (waiting !== null) queue.delete(waiting)
          if (!isInside) return
          isInside = false
          taken--
          for (const next of queue) {
            queue.delete(next)
            taken++
            next()
            return
          }
        }
      }
    }
  }
}
