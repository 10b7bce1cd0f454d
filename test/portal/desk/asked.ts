/** What organisers ask of the Secretariat: a registration and a request for a correction, as they are stored. */
import {
  type Correction,
  CorrectionId,
  HttpUrl,
  InitiativeId,
  type OutputId,
  type Registration,
  RegistrationId,
  type Statement,
  Timestamp
} from "../../../src/domain/index.ts"

const at = Timestamp.make("2026-11-20T10:00:00.000Z")
const norvia = InitiativeId.make("norvia-igf")

/** One that waits to be confirmed; its id and site begin with the digit. */
export const registrationOf = (digit: string): Registration => ({
  id: RegistrationId.make(`reg-${digit.repeat(16)}`),
  state: "awaiting-confirmation",
  initiativeId: norvia,
  newInitiative: null,
  url: HttpUrl.make(`https://${digit}.norvia.example/messages`),
  source: { kind: "listing", url: HttpUrl.make(`https://${digit}.norvia.example/messages`), options: {} },
  diagnosis: null,
  email: "anna@norvia.example",
  remark: "<b>Our</b> new page",
  language: "fr",
  createdAt: at,
  confirmBy: Timestamp.make("2099-01-01T00:00:00.000Z"),
  confirmedAt: null,
  proofWord: "tributary-word",
  proof: { method: "meta", place: "https://norvia.example/", at },
  decidedAt: null,
  decidedBy: null,
  reason: null,
  sourceId: null
})

/** One about an output, or about a statement of it. */
export const correctionOf = (
  digit: string,
  outputId: OutputId,
  statement?: Pick<Statement, "id" | "text">
): Correction => ({
  id: CorrectionId.make(`cor-${digit.repeat(16)}`),
  state: "open",
  initiativeId: norvia,
  outputId,
  statementId: statement?.id ?? null,
  quotation: statement?.text ?? "Messages from Vell",
  topic: "date",
  words: "La date est celle de l’annonce.",
  email: "anna@norvia.example",
  language: "fr",
  linkId: null,
  askedAt: at,
  decidedAt: null,
  decidedBy: null,
  answer: null
})
