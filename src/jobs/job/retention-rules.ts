/**
 * The rules of the job `retention`: after how many days what may go. What an initiative published and what was
 * received from it goes by no default; what the program keeps about its own work does.
 */
import { Schema } from "effect"

/** Days after which things go; null: never. */
export interface RetentionDays {
  /** Visits that brought no body, but for the last of each address. */
  readonly visits: number | null
  /** Bodies of feeds and listing pages, but for the newest of each address and what a release cites. */
  readonly listings: number | null
  /** Messages that were sent or given up. */
  readonly messages: number | null
  /** Alarms that have ended. */
  readonly alarms: number | null
  /** Runs of jobs that have ended, and runs of imports of which no visit is left. */
  readonly history: number | null
}

/** Fewer days would touch what the next runs and the reports still need. */
export const leastDays = 30

/** What holds when nothing is configured: messages for a good year, alarms and history for three. */
export const defaultRetention: RetentionDays = {
  visits: null,
  listings: null,
  messages: 400,
  alarms: 1100,
  history: 1100
}

/** The names of the rules, in the order of their documentation. */
export const ruleNames = ["visits", "listings", "messages", "alarms", "history"] as const

/** One rule as jobs.yaml gives it: a number of days, or off. */
export const RuleDays = Schema.Union([
  Schema.Int.check(Schema.isBetween({ minimum: leastDays, maximum: 36_500 })),
  Schema.Literals(["off", false])
])
