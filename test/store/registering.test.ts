import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import { TestClock } from "effect/testing"
import {
  type Correction,
  CorrectionId,
  HttpUrl,
  type InitiativeId,
  LanguageTag,
  OrganiserLinkId,
  OutputId,
  type Registration,
  RegistrationId,
  SourceId,
  Timestamp,
  UploadId
} from "../../src/domain/index.ts"
import {
  Corrections,
  OrganiserLinks,
  Registrations,
  Store,
  timestampOf,
  Uploads
} from "../../src/store/index.ts"
import { engines } from "./engines.ts"
import * as Example from "./example.ts"

const id = RegistrationId.make("reg-00000000000000a1")
const start = Date.parse("2026-02-01T09:00:00.000Z")
const hour = 3_600_000

const asked: Registration = {
  id,
  state: "awaiting-confirmation",
  initiativeId: null,
  newInitiative: {
    name: "Igfiana: Forum “Ο'Brien”",
    type: "national",
    country: "IE",
    unGroups: ["WEOG"],
    languages: [LanguageTag.make("en")]
  },
  url: HttpUrl.make("https://igf.norvia.example/news"),
  source: { kind: "feed", url: HttpUrl.make("https://igf.norvia.example/feed"), options: {} },
  diagnosis: { verdict: "warn" },
  email: "organiser@norvia.example",
  remark: "",
  language: "fr",
  createdAt: timestampOf(start),
  confirmBy: timestampOf(start + 48 * hour),
  confirmedAt: null,
  proofWord: "tributary-abc",
  proof: null,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  sourceId: null
}

const correctionOf = (initiativeId: InitiativeId): Correction => ({
  id: CorrectionId.make("cor-00000000000000b1"),
  state: "open",
  initiativeId,
  outputId: null,
  statementId: null,
  quotation: null,
  topic: "date",
  words: "The second message is of 2025.",
  email: "organiser@norvia.example",
  language: "en",
  linkId: null,
  askedAt: timestampOf(start),
  decidedAt: null,
  decidedBy: null,
  answer: null
})

for (const { fresh, name } of engines) {
  describe(`Registering in a store of ${name}`, () => {
    it.effect("keeps a registration as it was sent, confirms it once, and decides on it once", () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          yield* TestClock.setTime(start)
          const registrations = yield* Registrations
          yield* registrations.add(asked, "hash-1")
          assert.deepStrictEqual(Option.getOrNull(yield* registrations.get(id)), asked)
          assert.isFalse(yield* registrations.refuse(id, { by: "Ada", reason: "Too early." }))
          assert.isTrue(Option.isNone(yield* registrations.confirm("hash-2", "status")))
          const confirmed = Option.getOrThrow(yield* registrations.confirm("hash-1", "status"))
          assert.strictEqual(confirmed.state, "awaiting-approval")
          assert.isTrue(Option.isNone(yield* registrations.confirm("hash-1", "status-2")))
          assert.strictEqual(yield* registrations.count("awaiting-approval"), 1)
          const proof = { method: "dns", place: "norvia.example", at: timestampOf(start) } as const
          yield* registrations.prove(id, proof)
          assert.deepStrictEqual(Option.getOrThrow(yield* registrations.byStatus("status")).proof, proof)
          const decision = {
            by: "Ada",
            initiativeId: Example.norvia.id,
            sourceId: SourceId.make("norvia-igf/news")
          }
          assert.isTrue(yield* registrations.approve(id, decision))
          assert.isFalse(yield* registrations.approve(id, decision))
          assert.isFalse(yield* registrations.refuse(id, { by: "Ada", reason: "Too late." }))
          const [listed] = yield* registrations.list({ state: "approved", email: asked.email })
          assert.strictEqual(listed?.sourceId, "norvia-igf/news")
        }).pipe(Effect.provide(Store.layer(yield* fresh)))
      })
    )

    it.effect("lets a registration that nobody confirms expire after its time, and forgets it later", () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          yield* TestClock.setTime(start)
          const registrations = yield* Registrations
          yield* registrations.add(asked, "hash-1")
          yield* TestClock.adjust("48 hours")
          assert.isTrue(Option.isNone(yield* registrations.toConfirm("hash-1")))
          assert.isTrue(Option.isNone(yield* registrations.confirm("hash-1", "status")))
          assert.strictEqual(yield* registrations.expire, 1)
          assert.strictEqual(Option.getOrThrow(yield* registrations.get(id)).state, "expired")
          const later = Timestamp.make("2026-04-01T00:00:00.000Z")
          assert.strictEqual(yield* registrations.forget(later, later), 1)
          assert.isTrue(Option.isNone(yield* registrations.get(id)))
        }).pipe(Effect.provide(Store.layer(yield* fresh)))
      })
    )

    it.effect("gives a preview to its secret for a time, and takes it once", () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          yield* TestClock.setTime(start)
          const registrations = yield* Registrations
          const preview = { form: { name: "x" }, diagnosis: null }
          yield* registrations.keepPreview("hash", preview)
          const found = yield* registrations.preview("hash", timestampOf(start - 1))
          assert.deepStrictEqual(Option.getOrNull(found), preview)
          assert.isTrue(Option.isNone(yield* registrations.preview("hash", timestampOf(start))))
          assert.isTrue(yield* registrations.takePreview("hash"))
          assert.isFalse(yield* registrations.takePreview("hash"))
        }).pipe(Effect.provide(Store.layer(yield* fresh)))
      })
    )

    it.effect("keeps links until they are revoked, requests until they are resolved, and uploads", () =>
      Effect.gen(function* () {
        yield* Effect.gen(function* () {
          yield* TestClock.setTime(start)
          yield* Example.register
          const initiativeId = Example.norvia.id
          const links = yield* OrganiserLinks
          const link = {
            id: OrganiserLinkId.make("link-00000000000000c1"),
            initiativeId,
            email: asked.email,
            language: "pt",
            madeAt: timestampOf(start),
            lastUsedAt: null,
            revokedAt: null
          } as const
          yield* links.add(link, "hash")
          yield* links.used(link.id, timestampOf(start + 1))
          assert.strictEqual(
            Option.getOrThrow(yield* links.byHash("hash")).lastUsedAt,
            timestampOf(start + 1)
          )
          assert.isTrue(yield* links.revoke(link.id, timestampOf(start + 2)))
          assert.isFalse(yield* links.revoke(link.id, timestampOf(start + 3)))
          assert.isTrue(Option.isNone(yield* links.byHash("hash")))
          assert.strictEqual((yield* links.list(initiativeId)).length, 1)

          const corrections = yield* Corrections
          const correction = correctionOf(initiativeId)
          yield* corrections.add(correction)
          assert.deepStrictEqual(yield* corrections.list({ state: "open", initiativeId }), [correction])
          const decision = { state: "answered", by: "Ada", answer: "The page itself says 2026." } as const
          assert.isTrue(yield* corrections.resolve(correction.id, decision))
          assert.isFalse(yield* corrections.resolve(correction.id, decision))
          assert.strictEqual(yield* corrections.count("open"), 0)

          const uploads = yield* Uploads
          const upload = {
            id: UploadId.make("up-00000000000000d1"),
            initiativeId,
            linkId: link.id,
            email: asked.email,
            fileName: "report 2026.docx",
            bytes: 12_345,
            captureId: null,
            outputId: null,
            problem: null,
            at: timestampOf(start)
          }
          yield* uploads.save(upload)
          yield* uploads.save({ ...upload, problem: "It is empty." })
          assert.deepStrictEqual(yield* uploads.list({ initiativeId }), [
            { ...upload, problem: "It is empty." }
          ])
          assert.strictEqual(yield* uploads.countWaiting(timestampOf(start)), 1)
          assert.strictEqual(yield* uploads.countWaiting(timestampOf(start + 1)), 0)
          // A later file that could be read answers the one that could not.
          const readable = {
            ...upload,
            id: UploadId.make("up-00000000000000d2"),
            outputId: OutputId.make("o-00000000000000d3"),
            at: timestampOf(start + 1)
          }
          yield* uploads.save(readable)
          assert.strictEqual(yield* uploads.countWaiting(timestampOf(start)), 0)

          assert.strictEqual(yield* links.forget(timestampOf(start), timestampOf(start)), 0)
          assert.strictEqual(yield* links.forget(timestampOf(start + 1), timestampOf(start)), 1)
        }).pipe(Effect.provide(Store.layer(yield* fresh)))
      })
    )
  })
}
