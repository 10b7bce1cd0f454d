/**
 * Requests for a correction: an organiser says what was read wrongly, the Secretariat decides and answers by
 * mail. What is changed is changed by a review (`review.ts`), which stays visible.
 */
import { Clock, Effect, Option, Schema } from "effect"
import { newHex } from "../../accounts/secrets.ts"
import {
  type Correction,
  CorrectionId,
  type CorrectionTopic,
  type OrganiserLink,
  OutputId,
  StatementId
} from "../../domain/index.ts"
import { Mail } from "../../mail/index.ts"
import { type Actor, Audit, Corrections, now, Outputs, Statements, transaction } from "../../store/index.ts"
import { mailWords, written } from "./mail-words.ts"

/** Longest request, in UTF-16 code units. */
export const longestRequest = 4000

/** Requests of an initiative in a day. */
const mostADay = 40

/** The request cannot be taken, or not be decided as asked. */
export class CorrectionRefused extends Schema.TaggedError<CorrectionRefused>()("CorrectionRefused", {
  reason: Schema.Literals(["unknown", "other-initiative", "same", "too-many", "closed"]),
  message: Schema.String
}) {}

/** What a request is about. */
export interface CorrectionSubject {
  readonly outputId: OutputId | null
  readonly statementId: StatementId | null
  /** The statement, or the document's title, as it stands now. */
  readonly quotation: string | null
}

const isOutputId = Schema.is(OutputId)
const isStatementId = Schema.is(StatementId)

const others = new CorrectionRefused({
  reason: "other-initiative",
  message: "This belongs to another initiative: its own organisers can ask for a correction of it."
})

/** What an id names, when it is the initiative's own; the initiative as a whole for null. */
export const correctionSubject = Effect.fn("organisers.correctionSubject")(function* (
  initiativeId: OrganiserLink["initiativeId"],
  about: string | null
) {
  if (about === null)
    return { outputId: null, statementId: null, quotation: null } satisfies CorrectionSubject
  if (isStatementId(about)) {
    const [statement] = yield* (yield* Statements).list({ ids: [about] })
    if (statement !== undefined) {
      if (statement.initiativeId !== initiativeId) return yield* others
      return {
        outputId: statement.outputId,
        statementId: statement.id,
        quotation: statement.text
      } satisfies CorrectionSubject
    }
  }
  if (isOutputId(about)) {
    const output = Option.getOrUndefined(yield* (yield* Outputs).get(about))
    if (output !== undefined) {
      if (output.initiativeId !== initiativeId) return yield* others
      return { outputId: output.id, statementId: null, quotation: output.title } satisfies CorrectionSubject
    }
  }
  return yield* new CorrectionRefused({
    reason: "unknown",
    message: "There is no such document or statement any more."
  })
})

/** Keeps a request for the reviewers; the same one that is open already is refused. */
export const askCorrection = Effect.fn("organisers.askCorrection")(function* (
  link: OrganiserLink,
  asked: {
    readonly about: string | null
    readonly topic: CorrectionTopic
    readonly words: string
    readonly language: Correction["language"]
  }
) {
  const corrections = yield* Corrections
  const subject = yield* correctionSubject(link.initiativeId, asked.about)
  const words = asked.words.trim().slice(0, longestRequest)
  const known = yield* corrections.list({ initiativeId: link.initiativeId, limit: mostADay })
  const isSame = known.some(
    (one) =>
      one.state === "open" &&
      one.words === words &&
      one.topic === asked.topic &&
      one.outputId === subject.outputId &&
      one.statementId === subject.statementId
  )
  if (isSame) return yield* new CorrectionRefused({ reason: "same", message: "This was asked already." })
  const yesterday = (yield* Clock.currentTimeMillis) - 24 * 60 * 60_000
  if (known.filter(({ askedAt }) => Date.parse(askedAt) > yesterday).length >= mostADay) {
    return yield* new CorrectionRefused({ reason: "too-many", message: "Too many requests in a day." })
  }
  const correction: Correction = {
    id: CorrectionId.make(`cor-${yield* newHex(8)}`),
    state: "open",
    initiativeId: link.initiativeId,
    ...subject,
    topic: asked.topic,
    words,
    email: link.email,
    language: asked.language,
    linkId: link.id,
    askedAt: yield* now,
    decidedAt: null,
    decidedBy: null,
    answer: null
  }
  yield* corrections.add(correction)
  return correction
})

/**
 * Closes a request and answers it by mail, all or nothing. Fails with `CorrectionRefused` (`unknown`, `closed`)
 * when there is none that is open. Call it in the transaction of the review, if there is one.
 *
 * @param decision accepted: something was changed; answered: nothing was. `answer` is told as it is.
 */
export const answerCorrection = Effect.fn("organisers.answerCorrection")(
  (
    id: CorrectionId,
    decision: { readonly state: "accepted" | "answered"; readonly answer: string },
    by: Actor
  ) =>
    transaction(
      Effect.gen(function* () {
        const corrections = yield* Corrections
        const correction = Option.getOrUndefined(yield* corrections.get(id))
        if (correction === undefined) {
          return yield* new CorrectionRefused({
            reason: "unknown",
            message: `There is no request ${id}: the queue names those that are open.`
          })
        }
        if (!(yield* corrections.resolve(id, { ...decision, by: by.name }))) {
          return yield* new CorrectionRefused({
            reason: "closed",
            message: `The request ${id} was answered by ${correction.decidedBy ?? "somebody else"} before: nothing was sent.`
          })
        }
        const words = mailWords[correction.language]
        yield* (yield* Mail).queue(
          {
            to: correction.email,
            subject: words.answerSubject,
            text: written(words.answerText, {
              outcome: decision.state === "accepted" ? words.accepted : words.answered,
              answer: decision.answer,
              words: correction.words,
              quotation: correction.quotation ?? "–"
            })
          },
          { dedupe: `correction:${id}` }
        )
        yield* (yield* Audit).record({
          by,
          action: "correction.answer",
          thing: `correction:${id}`,
          before: { state: correction.state },
          after: decision
        })
      })
    )
)
