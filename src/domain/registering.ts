/**
 * Registering: what organisers send, and what the Secretariat decides on it. Registrations of sources, private
 * links, requests for a correction, and files that were handed in.
 */
import { Schema } from "effect"
import {
  CaptureId,
  HttpUrl,
  InitiativeId,
  LanguageTag,
  OutputId,
  SourceId,
  StatementId,
  Timestamp
} from "./ids.ts"
import { Initiative, InitiativeType, SourceKind, SourceOptions, UnGroup } from "./initiative.ts"
import { DigestLanguage } from "./languages.ts"

const named = (prefix: string) =>
  Schema.String.check(
    Schema.isPattern(new RegExp(`^${prefix}-[0-9a-f]{16}$`, "u"), {
      message: `expected an id such as ${prefix}-0123456789abcdef`
    })
  )

/** `reg-` and 16 random hex digits. */
export const RegistrationId = named("reg").pipe(Schema.brand("RegistrationId"))
export type RegistrationId = typeof RegistrationId.Type

/** `link-` and 16 random hex digits; not the secret in the address. */
export const OrganiserLinkId = named("link").pipe(Schema.brand("OrganiserLinkId"))
export type OrganiserLinkId = typeof OrganiserLinkId.Type

/** `cor-` and 16 random hex digits. */
export const CorrectionId = named("cor").pipe(Schema.brand("CorrectionId"))
export type CorrectionId = typeof CorrectionId.Type

/** `up-` and 16 random hex digits. */
export const UploadId = named("up").pipe(Schema.brand("UploadId"))
export type UploadId = typeof UploadId.Type

/**
 * awaiting-confirmation: the mail is under way; awaiting-approval: the address was confirmed, the Secretariat
 * decides; approved: it is a source now; refused: it is none, with a reason; expired: nobody confirmed in time.
 */
export const RegistrationState = Schema.Literals([
  "awaiting-confirmation",
  "awaiting-approval",
  "approved",
  "refused",
  "expired"
])
export type RegistrationState = typeof RegistrationState.Type

/** An initiative that the registry does not have yet, as its organiser describes it. */
export const NewInitiative = Schema.Struct({
  name: Schema.NonEmptyString,
  type: InitiativeType,
  country: Initiative.fields.country,
  unGroups: Schema.NonEmptyArray(UnGroup),
  languages: Schema.Array(LanguageTag)
})
export type NewInitiative = typeof NewInitiative.Type

/** How the address would be followed, as the look at it found. */
export const FollowedSource = Schema.Struct({ kind: SourceKind, url: HttpUrl, options: SourceOptions })
export type FollowedSource = typeof FollowedSource.Type

/** Where a site shows that whoever registers it may change it. */
export const ProofMethod = Schema.Literals(["meta", "file", "dns"])
export type ProofMethod = typeof ProofMethod.Type

/** The site showed the word of the registration. */
export const Proof = Schema.Struct({
  method: ProofMethod,
  /** The page, the file, or the name in the domain name system. */
  place: Schema.NonEmptyString,
  at: Timestamp
})
export type Proof = typeof Proof.Type

/** A source that somebody asks to be followed. */
export const Registration = Schema.Struct({
  id: RegistrationId,
  state: RegistrationState,
  /** The initiative of the registry; null for a new one before it is approved. */
  initiativeId: Schema.NullOr(InitiativeId),
  /** Set when the initiative was not in the registry. */
  newInitiative: Schema.NullOr(NewInitiative),
  /** As the organiser gave it. */
  url: HttpUrl,
  /** How it would be followed; null when the look at it found nothing to follow. */
  source: Schema.NullOr(FollowedSource),
  /** The whole diagnosis (`Diagnosis` of src/ingest/check) as it was shown to the organiser; null when none was made. */
  diagnosis: Schema.NullOr(Schema.Unknown),
  /** Mail address of the organiser. */
  email: Schema.NonEmptyString,
  remark: Schema.String,
  /** Language in which the organiser reads. */
  language: DigestLanguage,
  createdAt: Timestamp,
  /** Until then the mail address can be confirmed. */
  confirmBy: Timestamp,
  confirmedAt: Schema.NullOr(Timestamp),
  /** The word that the site shows to prove control; no secret. */
  proofWord: Schema.NonEmptyString,
  proof: Schema.NullOr(Proof),
  decidedAt: Schema.NullOr(Timestamp),
  /** Name of the person who decided. */
  decidedBy: Schema.NullOr(Schema.String),
  /** Why it was refused, as it was told to the organiser. */
  reason: Schema.NullOr(Schema.String),
  /** The source that it became. */
  sourceId: Schema.NullOr(SourceId)
})
export type Registration = typeof Registration.Type

/** A private link to an initiative's own page; the secret in it is kept as a hash only. */
export const OrganiserLink = Schema.Struct({
  id: OrganiserLinkId,
  initiativeId: InitiativeId,
  /** Mail address to which it was sent. */
  email: Schema.NonEmptyString,
  language: DigestLanguage,
  madeAt: Timestamp,
  lastUsedAt: Schema.NullOr(Timestamp),
  revokedAt: Schema.NullOr(Timestamp)
})
export type OrganiserLink = typeof OrganiserLink.Type

/** open: waits for the Secretariat; accepted: something was changed; answered: nothing was changed, with the reason. */
export const CorrectionState = Schema.Literals(["open", "accepted", "answered"])
export type CorrectionState = typeof CorrectionState.Type

/** What an organiser says is wrong. */
export const CorrectionTopic = Schema.Literals(["issue", "date", "kind", "not-ours", "text", "other"])
export type CorrectionTopic = typeof CorrectionTopic.Type

/** An initiative says that it was read wrongly. */
export const Correction = Schema.Struct({
  id: CorrectionId,
  state: CorrectionState,
  initiativeId: InitiativeId,
  /** What it is about; both null where it is about the initiative as a whole. */
  outputId: Schema.NullOr(OutputId),
  statementId: Schema.NullOr(StatementId),
  /** The statement or title as it stood when the request came: it may be gone by the time it is read. */
  quotation: Schema.NullOr(Schema.String),
  topic: CorrectionTopic,
  words: Schema.NonEmptyString,
  email: Schema.NonEmptyString,
  language: DigestLanguage,
  /** Link through which it came; null when it came another way. */
  linkId: Schema.NullOr(OrganiserLinkId),
  askedAt: Timestamp,
  decidedAt: Schema.NullOr(Timestamp),
  decidedBy: Schema.NullOr(Schema.String),
  /** What the organiser was told. */
  answer: Schema.NullOr(Schema.String)
})
export type Correction = typeof Correction.Type

/** A file that an organiser handed in. */
export const Upload = Schema.Struct({
  id: UploadId,
  initiativeId: InitiativeId,
  linkId: Schema.NullOr(OrganiserLinkId),
  email: Schema.NonEmptyString,
  /** As the sender named it, without folders and control characters. */
  fileName: Schema.NonEmptyString,
  bytes: Schema.Int,
  /** Null where nothing was kept. */
  captureId: Schema.NullOr(CaptureId),
  /** The output that it became; null where it could not be read. */
  outputId: Schema.NullOr(OutputId),
  /** Why it could not be read, in a sentence. */
  problem: Schema.NullOr(Schema.String),
  at: Timestamp
})
export type Upload = typeof Upload.Type
