/**
 * How far transactions of the store are kept apart. A store in a file has one writer, so that each runs alone;
 * in PostgreSQL they run side by side.
 */
import { Context } from "effect"

/**
 * - `serializable`: as if each ran alone. The server watches what each has read, by pages of its indexes and by
 *   whole tables while these are small, and takes back those that might have disturbed another.
 * - `snapshot`: each sees the store as it was when it began, and is run again when another changed a row that it
 *   changes. Enough where no rule spans rows that different transactions write; unique keys hold in any case.
 */
export const Isolation = Context.Reference<"serializable" | "snapshot">("tributary/store/Isolation", {
  defaultValue: () => "serializable"
})
