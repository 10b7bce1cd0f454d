import { readFileSync } from "node:fs"
import { assert, it } from "@effect/vitest"
import { VisitOutcome } from "../../../src/domain/index.ts"

it("every outcome of a visit is explained in docs/visit-outcomes.md, and no other", () => {
  const page = readFileSync(new URL("../../../docs/visit-outcomes.md", import.meta.url), "utf8")
  const explained = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, outcome]) => outcome)
  assert.sameMembers(explained, [...VisitOutcome.literals])
})
