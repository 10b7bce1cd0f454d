/**
 * A page before it is laid out: what a handler of `route.ts` gives.
 */
import type { Value } from "../export/html/html.ts"

/** A step of the way to a page. */
export interface Crumb {
  readonly label: Value
  readonly href: string
}

export interface Page {
  /** For the window's title and the heading, where `heading` gives no other. */
  readonly title: string
  /** The first heading with markup of its own; null for a page that brings its own. */
  readonly heading?: Value
  /** One sentence for search machines. */
  readonly description?: string
  /** The way from home to this page, without either. */
  readonly crumbs?: ReadonlyArray<Crumb>
  /** Entry of the main navigation under which the page stands, by its path. */
  readonly section?: string
  readonly body: Value
  /** 200 when absent. */
  readonly status?: number
  /** Feeds of this page, for the head. */
  readonly feeds?: ReadonlyArray<{ readonly href: string; readonly title: string; readonly type: string }>
  /** Machines should not list it: results of a search, private pages. */
  readonly unlisted?: boolean
  /** Seconds that a copy may be used unasked; 60 when absent. Pages of a signed-in person are never kept. */
  readonly maxAge?: number
  /** More headers. */
  readonly headers?: Readonly<Record<string, string>>
  /** Wide tables: the page may use the whole window. */
  readonly wide?: boolean
}
