/**
 * Turns at hosts that several processes share. Alone, a process knows by itself whose turn it is; beside others
 * it asks a place that all of them know.
 */
import { Context, type Effect } from "effect"

export interface Turns {
  /**
   * Waits until it is this process's turn at the host; gives 0 when it is, else for how many milliseconds the
   * host is not to be asked.
   *
   * @param host the unit of politeness, as `politenessKey` gives it
   * @param immediate true for the next hop of a redirect: no pause after the last request
   */
  readonly take: (host: string, immediate: boolean) => Effect.Effect<number>
  /**
   * Lets others have their turn.
   *
   * @param pause milliseconds for which nobody asks the host
   * @param hold milliseconds for which the host itself asked to be left alone; 0 when it did not
   */
  readonly giveBack: (host: string, pause: number, hold: number) => Effect.Effect<void>
}

/** The turns that are shared; null when this process is alone. */
export const SharedTurns = Context.Reference<Turns | null>("tributary/ingest/visit/SharedTurns", {
  defaultValue: () => null
})
