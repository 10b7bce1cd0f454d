/** Releases: freezing, verifying, and reading what is kept. */
export { freezeDigest, type FreezeRequest, NumberOfOtherYear } from "./freeze.ts"
export { keptRelease, type KeptRelease, latestRelease, ReleaseTampered, UnknownRelease } from "./kept.ts"
export { InputLost } from "./recompute.ts"
export { type Verification, verifyRelease } from "./verify.ts"
