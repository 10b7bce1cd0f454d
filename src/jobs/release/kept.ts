/**
 * Releases as they are kept: found, checked against their hashes, and refused when they are not what was
 * frozen.
 */
import { Effect, Option, Schema } from "effect"
import { Digest, type Release, ReleaseInputs, ReleaseNumber } from "../../domain/index.ts"
import { Releases } from "../../store/index.ts"
import { sha256 } from "./program.ts"

/** No release has this number. */
export class UnknownRelease extends Schema.TaggedError<UnknownRelease>()("UnknownRelease", {
  message: Schema.String
}) {}

/** What is kept under a number is not what was frozen. */
export class ReleaseTampered extends Schema.TaggedError<ReleaseTampered>()("ReleaseTampered", {
  number: ReleaseNumber,
  message: Schema.String
}) {}

// A check and no decoding: decoding would put the keys in another order, and other bytes have another hash.
const isDigest = Schema.is(Digest)

const parseJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

const readInputs = Schema.decodeUnknownEffect(Schema.fromJsonString(ReleaseInputs))

/** A release with what is kept of it, all of one piece. */
export interface KeptRelease {
  readonly release: Release
  readonly digest: Digest
  /** The digest as the bytes that its content hash is of. */
  readonly json: string
}

const tampered = (number: ReleaseNumber, what: string) =>
  new ReleaseTampered({
    number,
    message: `Release ${number} is not what was frozen: ${what}. Put back the last good copy of the store.`
  })

/** The numbers of all releases, in words. */
const knownNumbers = Effect.gen(function* () {
  const known = (yield* (yield* Releases).list).map(({ number }) => number)
  return known.length === 0
    ? `None was frozen yet: make one with "tributary digest freeze --meeting ID".`
    : `Known are: ${known.join(", ")}.`
})

const contentsOf = Effect.fnUntraced(function* (number: ReleaseNumber) {
  const releases = yield* Releases
  const release = Option.getOrUndefined(yield* releases.get(number))
  if (release === undefined) {
    return yield* new UnknownRelease({ message: `There is no release ${number}. ${yield* knownNumbers}` })
  }
  const contents = Option.getOrUndefined(yield* releases.contents(number))
  if (contents === undefined) return yield* tampered(number, "its contents are missing")
  return { release, contents }
})

const checked = Effect.fnUntraced(function* (release: Release, json: string) {
  const { contentHash, number } = release
  const found = sha256(json)
  if (found !== contentHash) {
    return yield* tampered(
      number,
      `its digest has the hash ${found.slice(0, 12)}, and ${contentHash.slice(0, 12)} was recorded`
    )
  }
  const digest = Option.getOrNull(parseJson(json))
  if (!isDigest(digest)) return yield* tampered(number, "its digest cannot be read by this program")
  const agrees =
    digest.number === number &&
    digest.asOf === release.frozenAt &&
    digest.meeting?.id === release.meetingId &&
    digest.window.from === release.window.from &&
    digest.window.to === release.window.to &&
    digest.taxonomyVersion === release.taxonomyVersion
  if (!agrees) return yield* tampered(number, "its entry and its digest contradict each other")
  return digest
})

/** A release by number; fails when it is unknown, or not what was frozen. */
export const keptRelease = Effect.fn("keptRelease")(function* (number: ReleaseNumber) {
  const { contents, release } = yield* contentsOf(number)
  const digest = yield* checked(release, contents.digest)
  const kept: KeptRelease = { release, digest, json: contents.digest }
  return kept
})

/** A release with its recorded inputs, all checked. */
export const keptInputs = Effect.fn("keptInputs")(function* (number: ReleaseNumber) {
  const { contents, release } = yield* contentsOf(number)
  const digest = yield* checked(release, contents.digest)
  const hash = sha256(contents.inputs)
  if (digest.inputs !== hash) {
    return yield* tampered(
      number,
      `its recorded inputs have the hash ${hash.slice(0, 12)}, and its digest was made from ${digest.inputs?.slice(0, 12) ?? "none"}`
    )
  }
  const inputs = yield* Effect.mapError(readInputs(contents.inputs), () =>
    tampered(number, "its recorded inputs cannot be read by this program")
  )
  return { release, digest, json: contents.digest, inputs, hash }
})

/** The latest release; null while there is none. */
export const latestRelease = Effect.gen(function* () {
  const last = (yield* (yield* Releases).list).at(-1)
  return last === undefined ? null : yield* keptRelease(last.number)
})
