/** Ways to say what a check found. */
import type { Check, CheckName, CheckVerdict } from "./diagnosis.ts"

/** What a check returns: its name is given by the list of checks. */
export type Finding = Omit<Check, "name">

export const pass = (message: string): Finding => ({ verdict: "pass", message, remedy: null })
export const warn = (message: string, remedy: string): Finding => ({ verdict: "warn", message, remedy })
export const fail = (message: string, remedy: string): Finding => ({ verdict: "fail", message, remedy })
export const notApplicable = (message: string): Finding => ({
  verdict: "not-applicable",
  message,
  remedy: null
})

/** A finding under its name. */
export const named = (name: CheckName, finding: Finding): Check => ({ name, ...finding })

const badness: Readonly<Record<CheckVerdict, number>> = { "not-applicable": 0, pass: 1, warn: 2, fail: 3 }

/** The worst verdict of several checks; pass when there is none. */
export const worst = (checks: ReadonlyArray<Check>): CheckVerdict =>
  checks.reduce<CheckVerdict>((so, { verdict }) => (badness[verdict] > badness[so] ? verdict : so), "pass")
