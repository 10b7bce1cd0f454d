/** What a check of the taxonomy found: where, how grave, and what to do. */

export interface Finding {
  /** error: the taxonomy must not be used like this; warning: somebody should look. */
  readonly severity: "error" | "warning"
  /** Which check found it. */
  readonly check: "form" | "structure" | "ambiguity" | "completeness" | "crosswalk" | "usage" | "version"
  /** File and line, as `terms/en.csv:12`. */
  readonly place: string
  /** One sentence that names the thing and the remedy. */
  readonly message: string
}

/** "a, b and c". */
export const listed = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`
