/** Every form of the sample's digest against files that a person can read, so that no change goes unseen. */
import { describe, it } from "@effect/vitest"
import { compareWithGolden } from "./golden.ts"
import { withRelease } from "./office/hostile.ts"

describe("The forms of the sample's digest", () => {
  it.effect("are what the golden files hold", () => compareWithGolden(withRelease()), 60_000)
})
