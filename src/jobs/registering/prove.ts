/**
 * Proof of control: whoever registers a site shows that they may change it, by putting the registration's word
 * there. It is looked for when the organiser asks, never required, and shown to whoever decides.
 *
 * - meta: `<meta name="tributary-verification" content="WORD">` in the head of the registered page or the home page
 * - file: a line of `/.well-known/tributary-verification.txt` (RFC 8615)
 * - dns: a TXT record of `_tributary.HOST` (RFC 8552)
 *
 * An answer counts only when it comes from the registered host itself, not from where a redirect leads.
 */
import { Resolver } from "node:dns/promises"
import { Context, Effect, Option } from "effect"
import { type Proof, ProofMethod, type Registration } from "../../domain/index.ts"
import { decodeText } from "../../ingest/encoding/index.ts"
import { type VisitResult } from "../../ingest/visit/index.ts"
import { now, Registrations } from "../../store/index.ts"
import { Looks } from "./look.ts"

const filePath = "/.well-known/tributary-verification.txt"

/** A file that holds more is not the one that we asked for. */
const largestFile = 4096

/** Longest look, all ways together. */
const longest = "20 seconds"

/** Texts of a name's TXT records; none when there are none or nobody answers. */
export type TxtLookup = (name: string) => Effect.Effect<ReadonlyArray<string>>

const lookupTxt: TxtLookup = (name) =>
  Effect.tryPromise(() => new Resolver({ timeout: 2_000, tries: 2 }).resolveTxt(name)).pipe(
    Effect.map((records) => records.map((parts) => parts.join(""))),
    Effect.timeout("6 seconds"),
    Effect.catch(() => Effect.succeed([]))
  )

/** Where TXT records are asked for. */
export const DnsTexts = Context.Reference<TxtLookup>("tributary/jobs/registering/DnsTexts", {
  defaultValue: () => lookupTxt
})

/** Host of an address without `www.`: both are of the same hands. */
const hostOf = (address: string): string => (URL.parse(address)?.hostname ?? "").replace(/^www\./, "")

/** Where the word of a registration can stand. */
export const proofPlaces = ({ url }: Pick<Registration, "url">) => ({
  /** The registered page, and the home page of its site. */
  meta: [...new Set([url, new URL("/", url).href])],
  file: new URL(filePath, url).href,
  dns: `_tributary.${hostOf(url)}`
})

/** A body that came from the host itself. */
const ownAnswer = (answer: VisitResult, host: string): VisitResult | null =>
  answer.outcome === "ok" && answer.body !== null && hostOf(answer.finalUrl ?? answer.url) === host
    ? answer
    : null

const holdsLine = (answer: VisitResult, word: string): boolean => {
  if (answer.body === null || answer.bytes > largestFile) return false
  const { text } = decodeText(answer.body, { charset: answer.charset })
  return text.split(/\r?\n/).some((line) => line.trim() === word)
}

/** Looks for the word in all places, and keeps the first that holds it; none when none does. */
export const lookForProof = Effect.fn("registering.lookForProof")(function* (registration: Registration) {
  const { visitor } = yield* Looks
  const { holdsMeta } = yield* Effect.promise(() => import("./meta.ts"))
  const texts = yield* DnsTexts
  const { proofWord, url } = registration
  const places = proofPlaces(registration)
  const host = hostOf(url)
  const visited = (address: string, test: (answer: VisitResult, word: string) => boolean) =>
    Effect.map(visitor.visit({ url: address, purpose: "check" }), (answer) => {
      const own = ownAnswer(answer, host)
      return own !== null && test(own, proofWord)
    })
  const ways: ReadonlyArray<readonly [ProofMethod, string, Effect.Effect<boolean>]> = [
    [
      "dns",
      places.dns,
      Effect.map(texts(places.dns), (found) => found.some((text) => text.trim() === proofWord))
    ],
    ["file", places.file, visited(places.file, holdsLine)],
    ...places.meta.map((address) => ["meta", address, visited(address, holdsMeta)] as const)
  ]
  const found = yield* Effect.gen(function* () {
    for (const [method, place, holds] of ways) if (yield* holds) return { method, place }
    return null
  }).pipe(Effect.timeoutOption(longest), Effect.map(Option.getOrNull))
  if (found === null) return Option.none<Proof>()
  const proof: Proof = { ...found, at: yield* now }
  yield* (yield* Registrations).prove(registration.id, proof)
  return Option.some(proof)
})
