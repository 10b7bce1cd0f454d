/**
 * Registering: a look becomes a registration, whose mail address is confirmed by a link. Nothing of it is a
 * source before the Secretariat approves it (`decide.ts`).
 *
 * The mail goes to somebody who may never have heard of us, so it holds no word that its sender could choose.
 */
import { Clock, Effect, Option, Schema } from "effect"
import { hashOf, isSecret, newHex, newLetters, newSecret } from "../../accounts/secrets.ts"
import {
  DigestLanguage,
  HttpUrl,
  InitiativeId,
  NewInitiative,
  type Registration,
  RegistrationId
} from "../../domain/index.ts"
import { Diagnosis } from "../../ingest/check/index.ts"
import { Mail, MailAddress } from "../../mail/index.ts"
import { Registrations, timestampOf, transaction } from "../../store/index.ts"
import { letters, written } from "./letters/index.ts"
import { mayRegister } from "./look.ts"
import { mailsToAddress, pace, paceKeys } from "./pace.ts"

const minute = 60_000
const hour = 60 * minute

/** How long a look is kept for whoever asked for it. */
export const previewLife = 2 * hour

/** How long the link of the confirmation is good. */
export const confirmationLife = 48 * hour

/** How long it stays known that somebody registered and did not confirm. */
const expiredLife = 30 * 24 * hour

/** Longest remark, in UTF-16 code units. */
export const longestRemark = 2000

/** Where the pages of registering are, behind the language; the secret follows. */
export const registerPaths = {
  confirm: "/register/confirm",
  status: "/register/status"
} as const

/** What an organiser fills in. */
export const Filled = Schema.Struct({
  /** The initiative of the registry, or a new one. */
  initiativeId: Schema.NullOr(InitiativeId),
  newInitiative: Schema.NullOr(NewInitiative),
  url: HttpUrl,
  email: MailAddress,
  remark: Schema.String.check(Schema.isMaxLength(longestRemark)),
  language: DigestLanguage
})
export type Filled = typeof Filled.Type

/** What was filled in, and what the look at the address found. */
export interface Preview {
  readonly filled: Filled
  readonly diagnosis: Diagnosis
}

const decodeFilled = Schema.decodeUnknownOption(Filled)
const decodeDiagnosis = Schema.decodeUnknownOption(Diagnosis)
const isUrl = Schema.is(HttpUrl)

/** The diagnosis of a registration, for those who decide on it; none where none was kept. */
export const diagnosisOf = (registration: Pick<Registration, "diagnosis">): Option.Option<Diagnosis> =>
  decodeDiagnosis(registration.diagnosis)

/** Ends registrations that were not confirmed in time, and forgets what ended long ago and old previews. */
export const forgetOver = Effect.gen(function* () {
  const registrations = yield* Registrations
  const at = yield* Clock.currentTimeMillis
  yield* registrations.expire
  return yield* registrations.forget(timestampOf(at - previewLife), timestampOf(at - expiredLife))
}).pipe(Effect.withSpan("registering.forgetOver"))

/** Keeps a preview; gives the secret under which it is found. Old previews and registrations are cleared away. */
export const keepPreview = Effect.fn("registering.keepPreview")(function* (preview: Preview) {
  const registrations = yield* Registrations
  const secret = yield* newSecret
  yield* forgetOver
  yield* registrations.keepPreview(hashOf(secret), { form: preview.filled, diagnosis: preview.diagnosis })
  return secret
})

/** The preview of a secret; none when it is over or never was. */
export const readPreview = Effect.fn("registering.readPreview")(function* (secret: string) {
  if (!isSecret(secret)) return Option.none<Preview>()
  const at = yield* Clock.currentTimeMillis
  const kept = yield* (yield* Registrations).preview(hashOf(secret), timestampOf(at - previewLife))
  return Option.flatMap(kept, ({ diagnosis, form }) =>
    Option.all({ filled: decodeFilled(form), diagnosis: decodeDiagnosis(diagnosis) })
  )
})

/** The address under which the portal is reached, with a slash at its end, and a path in a language. */
const addressIn = (baseUrl: URL, language: DigestLanguage, path: string): string =>
  new URL(`${language}${path}`, baseUrl).href

/**
 * Registers what a preview shows, and sends the mail that asks for confirmation. The caller is told nothing: not
 * whether the preview was still there, nor whether the address has had too many mails of late.
 */
export const register = Effect.fn("registering.register")(function* (secret: string, baseUrl: URL) {
  const preview = Option.getOrUndefined(yield* readPreview(secret))
  if (preview === undefined || !mayRegister(preview.diagnosis)) return
  const { diagnosis, filled } = preview
  const isTooMuch = (yield* pace(paceKeys.recipient(filled.email), mailsToAddress)) > 0
  const confirmSecret = yield* newSecret
  const id = RegistrationId.make(`reg-${yield* newHex(8)}`)
  const proofWord = `tributary-${yield* newLetters(20)}`
  yield* transaction(
    Effect.gen(function* () {
      const registrations = yield* Registrations
      if (!(yield* registrations.takePreview(hashOf(secret))) || isTooMuch) return
      const { source } = diagnosis
      const at = yield* Clock.currentTimeMillis
      yield* registrations.add(
        {
          id,
          state: "awaiting-confirmation",
          initiativeId: filled.initiativeId,
          newInitiative: filled.initiativeId === null ? filled.newInitiative : null,
          url: filled.url,
          source:
            source === null || !isUrl(source.url)
              ? null
              : { kind: source.kind, url: source.url, options: source.options },
          diagnosis,
          email: filled.email,
          remark: filled.remark,
          language: filled.language,
          createdAt: timestampOf(at),
          confirmBy: timestampOf(at + confirmationLife),
          confirmedAt: null,
          proofWord,
          proof: null,
          decidedAt: null,
          decidedBy: null,
          reason: null,
          sourceId: null
        },
        hashOf(confirmSecret)
      )
      const words = letters[filled.language]
      yield* (yield* Mail).queue(
        {
          to: filled.email,
          subject: words.confirmSubject,
          text: written(words.confirmText, {
            host: URL.parse(filled.url)?.host ?? "",
            link: addressIn(baseUrl, filled.language, `${registerPaths.confirm}/${confirmSecret}`),
            hours: String(confirmationLife / hour)
          })
        },
        { dedupe: `registration-confirm:${id}`, patience: confirmationLife }
      )
    })
  )
})

/** The registration that a confirmation's secret would confirm; none when it was used, is over, or never was. */
export const toConfirm = Effect.fn("registering.toConfirm")(function* (secret: string) {
  if (!isSecret(secret)) return Option.none<Registration>()
  return yield* (yield* Registrations).toConfirm(hashOf(secret))
})

/** Confirms, once; gives the secret of the registration's own page and mails it too. */
export const confirm = Effect.fn("registering.confirm")(function* (secret: string, baseUrl: URL) {
  if (!isSecret(secret)) return Option.none<string>()
  const statusSecret = yield* newSecret
  return yield* transaction(
    Effect.gen(function* () {
      const confirmed = yield* (yield* Registrations).confirm(hashOf(secret), hashOf(statusSecret))
      if (Option.isNone(confirmed)) return Option.none<string>()
      const { email, id, language, url } = confirmed.value
      const words = letters[language]
      yield* (yield* Mail).queue(
        {
          to: email,
          subject: words.receivedSubject,
          text: written(words.receivedText, {
            url,
            link: addressIn(baseUrl, language, `${registerPaths.status}/${statusSecret}`)
          })
        },
        { dedupe: `registration-received:${id}` }
      )
      return Option.some(statusSecret)
    })
  )
})

/** The registration of its own page's secret. */
export const registrationOf = Effect.fn("registering.registrationOf")(function* (secret: string) {
  if (!isSecret(secret)) return Option.none<Registration>()
  return yield* (yield* Registrations).byStatus(hashOf(secret))
})
