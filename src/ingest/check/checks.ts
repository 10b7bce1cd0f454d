/** The named checks, applied to what was seen. Pure. */
import { fullText, languageKnown, outputsAmongItems } from "./content.ts"
import { type Check, CheckName } from "./diagnosis.ts"
import type { Facts } from "./facts.ts"
import {
  dates,
  duplicates,
  feedWellFormed,
  itemAddressesStable,
  listingStructure,
  truncation,
  updateRhythm
} from "./list.ts"
import { certificate, encoding, reachable, robots, size } from "./server.ts"
import { type Finding, named, notApplicable } from "./verdict.ts"

const checks: Readonly<Record<CheckName, (facts: Facts) => Finding>> = {
  reachable,
  certificate,
  robots,
  encoding,
  size,
  "feed-well-formed": feedWellFormed,
  "listing-structure": listingStructure,
  dates,
  "item-addresses-stable": itemAddressesStable,
  duplicates,
  "update-rhythm": updateRhythm,
  truncation,
  "full-text": fullText,
  "language-known": languageKnown,
  "outputs-among-items": outputsAmongItems
}

/** Checks that say something although the address itself gave nothing. */
const ofServer: ReadonlySet<CheckName> = new Set(["reachable", "certificate", "robots", "encoding", "size"])

/** All checks, in their fixed order; those that had nothing to look at say so. */
export const runChecks = (facts: Facts): ReadonlyArray<Check> =>
  CheckName.literals.map((name) =>
    named(
      name,
      facts.door.outcome === "ok" || ofServer.has(name)
        ? checks[name](facts)
        : notApplicable("The address was not reached.")
    )
  )
