import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Option } from "effect"
import {
  HttpUrl,
  InitiativeId,
  type Registration,
  RegistrationId,
  Timestamp
} from "../../../src/domain/index.ts"
import { VisitConfig, Visitor, type VisitResult } from "../../../src/ingest/visit/index.ts"
import { DnsTexts, lookForProof, Looks } from "../../../src/jobs/registering/index.ts"
import { Normalizer } from "../../../src/normalize/normalizer.ts"
import { Registrations, Store } from "../../../src/store/index.ts"
import { temporaryDirectory } from "../../store/example.ts"

const word = "tributary-p8c8n8gznvcqczuwta7x"
const at = Timestamp.make("2026-02-01T09:00:00.000Z")

const registration: Registration = {
  id: RegistrationId.make("reg-00000000000000a1"),
  state: "awaiting-approval",
  initiativeId: InitiativeId.make("norvia-igf"),
  newInitiative: null,
  url: HttpUrl.make("https://www.igf.example/news/"),
  source: null,
  diagnosis: null,
  email: "organiser@igf.example",
  remark: "",
  language: "en",
  createdAt: at,
  confirmBy: at,
  confirmedAt: at,
  proofWord: word,
  proof: null,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  sourceId: null
}

interface Answered {
  readonly body: string
  /** Where redirects led. */
  readonly from?: string
}

const answer = (url: string, given: Answered | undefined): VisitResult => ({
  url,
  outcome: given === undefined ? "not-found" : "ok",
  status: given === undefined ? 404 : 200,
  finalUrl: given?.from ?? url,
  permanentUrl: null,
  mediaType: "text/html",
  charset: "utf-8",
  body: given === undefined ? null : new TextEncoder().encode(given.body),
  bytes: given?.body.length ?? 0,
  etag: null,
  lastModified: null,
  freshFor: null,
  retryAfter: null,
  durationMs: 1,
  message: ""
})

/** Where the proof was found on a site that answers so; null where it was not. */
const foundOn = (site: Readonly<Record<string, Answered>>, texts: ReadonlyArray<string> = []) =>
  Effect.gen(function* () {
    const visitor = Layer.succeed(Visitor, {
      visit: ({ url }) => Effect.succeed(answer(url, site[url])),
      robots: () => Effect.succeed(null)
    })
    const looks = Looks.layerNoDeps.pipe(
      Layer.provide(Layer.mergeAll(visitor, VisitConfig.layerWith({}), Normalizer.layer))
    )
    const directory = yield* temporaryDirectory
    return yield* Effect.gen(function* () {
      const registrations = yield* Registrations
      yield* registrations.add(registration, "hash")
      const proof = yield* lookForProof(registration)
      const kept = Option.getOrThrow(yield* registrations.get(registration.id)).proof
      assert.deepEqual(kept, Option.getOrNull(proof))
      return kept === null ? null : `${kept.method} ${kept.place}`
    }).pipe(
      Effect.provide(Layer.merge(looks, Store.layer({ directory }))),
      Effect.provideService(DnsTexts, (name) =>
        Effect.succeed(name === "_tributary.igf.example" ? texts : [])
      )
    )
  })

const meta = `<meta name="Tributary-Verification" content=" ${word} ">`
const file = "https://www.igf.example/.well-known/tributary-verification.txt"
const home = "https://www.igf.example/"

describe("The proof that a site is its organiser's", () => {
  it.effect("is found in the domain name system, in a file, in the head of the page or the home page", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* foundOn({}, ["v=spf1 -all", word]), "dns _tributary.igf.example")
      assert.strictEqual(yield* foundOn({ [file]: { body: `# ours\r\n${word}\r\n` } }), `file ${file}`)
      const page = {
        body: `<!doctype html><html><head>${meta}<title>News</title></head><body>News</body></html>`
      }
      assert.strictEqual(yield* foundOn({ [registration.url]: page }), `meta ${registration.url}`)
      assert.strictEqual(yield* foundOn({ [home]: page }), `meta ${home}`)
      const bare = { ...page, from: "https://igf.example/" }
      assert.strictEqual(yield* foundOn({ [home]: bare }), `meta ${home}`)
    })
  )

  it.effect("is not found where visitors can write, on another host, or in another word", () =>
    Effect.gen(function* () {
      const comment = `<!doctype html><html><head><title>N</title></head><body><p>Hello</p>${meta}</body></html>`
      assert.isNull(yield* foundOn({ [home]: { body: comment } }))
      assert.isNull(yield* foundOn({ [file]: { body: word, from: "https://attack.example/word.txt" } }))
      assert.isNull(yield* foundOn({ [file]: { body: `Not found: ${word}` } }))
      assert.isNull(yield* foundOn({ [file]: { body: `${word}\n${"x".repeat(5000)}` } }))
      assert.isNull(yield* foundOn({}, [`${word}x`]))
    })
  )
})
