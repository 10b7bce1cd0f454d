/** Registrations: what organisers ask to be followed, seen as they saw it, looked at again, and decided. */
import { Effect, Layer, Option, Schema } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import {
  InitiativeId,
  type Registration,
  RegistrationId,
  RegistrationState,
  SourceKind
} from "../../domain/index.ts"
import { link, markup, type Value } from "../../export/html/html.ts"
import type { Diagnosis } from "../../ingest/check/index.ts"
import { Registry, RegistryError } from "../../ingest/registry/index.ts"
import {
  approveRegistration,
  diagnosisOf,
  longestReason,
  Looks,
  NotDecided,
  NotLooked,
  refuseRegistration
} from "../../jobs/registering/index.ts"
import { Mail } from "../../mail/index.ts"
import { Initiatives, Registrations } from "../../store/index.ts"
import { badRequest, notFound } from "../failure.ts"
import { form, select, submit, textArea } from "../form.ts"
import { portalMail } from "../mail.ts"
import { may } from "../person.ts"
import { diagnosisBody } from "../register/diagnosis.ts"
import { issueNames } from "../register/index.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page, param } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import {
  actorOf,
  deskPage,
  editors,
  factList,
  notice,
  readers,
  row,
  table,
  timeOf,
  wordsOf,
  kindOf,
  reported
} from "./frame.ts"

const isState = Schema.is(RegistrationState)
const isId = Schema.is(RegistrationId)
const isInitiativeId = Schema.is(InitiativeId)
const isKind = Schema.is(SourceKind)

/** Kinds that a source on the web may be read as. */
const kinds = SourceKind.literals.filter((kind) => kind !== "upload")

const stateWord = (request: PortalRequest, state: RegistrationState): string =>
  wordsOf(request).text(`reg_${state}`)

const nameOf = (request: PortalRequest, one: Registration, names: ReadonlyMap<string, string>): Value =>
  one.initiativeId === null
    ? markup`${one.newInitiative?.name ?? ""} <span class="meta">${wordsOf(request).text("newInitiative")}</span>`
    : (names.get(one.initiativeId) ?? one.initiativeId)

const names = Effect.gen(function* () {
  return new Map((yield* (yield* Initiatives).list).map(({ id, name }) => [id, name]))
})

const list = page(
  "/desk/registrations",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const wish = request.query.get("state")
    const state = isState(wish) ? wish : "awaiting-approval"
    const registrations = yield* (yield* Registrations).list({ state, limit: 200 })
    const known = yield* names
    return deskPage(request, {
      part: "/desk/registrations",
      title: words.text("registrations"),
      crumbs: [],
      body: markup`<p class="lead">${words.text("registrationsLead")}</p>
        <form class="inline" method="get" action="${request.href("/desk/registrations")}">
          ${select(request, {
            name: "state",
            label: words.text("state_reg"),
            value: state,
            choices: RegistrationState.literals.map((one) => ({ value: one, label: stateWord(request, one) }))
          })}
          ${submit(words.text("show"), "quiet")}
        </form>
        ${
          registrations.length === 0
            ? markup`<p>${words.text("noRegistrations")}</p>`
            : table(
                words.text("registrations"),
                [
                  words.text("address"),
                  words.text("initiative"),
                  words.text("asked"),
                  words.text("proof"),
                  words.text("organiser")
                ],
                registrations.map((one) =>
                  row([
                    markup`<a href="${request.href(`/desk/registrations/${one.id}`)}"><bdi>${one.url}</bdi></a>`,
                    nameOf(request, one, known),
                    timeOf(request, one.confirmedAt ?? one.createdAt),
                    one.proof === null ? words.text("proof_none") : "✓",
                    one.email
                  ])
                )
              )
        }`
    })
  }),
  readers
)

const proofText = (request: PortalRequest, { proof }: Registration): string =>
  proof === null
    ? wordsOf(request).text("proof_none")
    : wordsOf(request).text(`proof_${proof.method}`, { place: proof.place, at: minuteOf(proof.at) })

const decisionForms = Effect.fnUntraced(function* (request: PortalRequest, one: Registration, typed: string) {
  const words = wordsOf(request)
  const all = (yield* (yield* Initiatives).list).toSorted((a, b) =>
    a.name.localeCompare(b.name, request.m.tag)
  )
  const hidden = markup`<input type="hidden" name="registration" value="${one.id}" />`
  return markup`${(yield* Mail).isOn ? "" : notice(words.text("mailOff"))}
    <h2>${words.text("approveIt")}</h2>
    ${form(
      request,
      { action: "/desk/registrations/approve" },
      markup`${hidden}
        <p class="help">${words.text("approveHelp")}</p>
        ${one.source === null ? notice(words.text("nothingToFollow"), true) : ""}
        ${select(request, {
          name: "initiative",
          label: words.text("intoInitiative"),
          value: one.initiativeId ?? "",
          ...(one.newInitiative === null
            ? {}
            : { empty: words.text("asNew", { name: one.newInitiative.name }) }),
          choices: all.map(({ id, name }) => ({ value: id, label: name }))
        })}
        ${select(request, {
          name: "kind",
          label: words.text("howRead"),
          value: "",
          ...(one.source === null
            ? {}
            : {
                empty: request.m.text("labelled", {
                  label: words.text("asFound"),
                  text: kindOf(request, one.source.kind)
                })
              }),
          choices: kinds.map((kind) => ({ value: kind, label: kindOf(request, kind) }))
        })}
        <p>${submit(words.text("approveIt"))}</p>`
    )}
    <h2>${words.text("refuseIt")}</h2>
    ${form(
      request,
      { action: "/desk/registrations/refuse" },
      markup`${hidden}
        ${textArea(request, {
          name: "reason",
          label: words.text("reason"),
          help: words.text("reasonHelp"),
          required: true,
          maxLength: longestReason,
          value: typed
        })}
        <p>${submit(words.text("refuseIt"), "danger")}</p>`
    )}`
})

const found = Effect.fnUntraced(function* (id: RegistrationId) {
  const one = Option.getOrUndefined(yield* (yield* Registrations).get(id))
  return one === undefined ? yield* notFound() : one
})

interface Said {
  readonly problem?: Value
  readonly typed?: string
  /** A look that was just taken. */
  readonly fresh?: Diagnosis
}

const ownPage = Effect.fnUntraced(function* (request: PortalRequest, one: Registration, said: Said = {}) {
  const words = wordsOf(request)
  const known = yield* names
  const issueName = (yield* issueNames)(request.lang)
  const kept = Option.getOrNull(diagnosisOf(one))
  const diagnosis = said.fresh ?? kept
  const isEditor = may(request.person, "editor")
  const facts: ReadonlyArray<readonly [string, Value]> = [
    [words.text("state_reg"), stateWord(request, one.state)],
    [words.text("address"), link(one.url, one.url)],
    [words.text("initiative"), nameOf(request, one, known)],
    [
      words.text("readAsKind"),
      one.source === null
        ? "–"
        : markup`${kindOf(request, one.source.kind)}${request.m.text("comma")}${link(one.source.url, one.source.url)}`
    ],
    [words.text("organiser"), one.email],
    [words.text("asked"), timeOf(request, one.confirmedAt ?? one.createdAt)],
    [words.text("proof"), proofText(request, one)],
    ...(one.remark === "" ? [] : [[words.text("remark"), one.remark] as const]),
    ...(one.decidedAt === null
      ? []
      : [
          [
            words.text("decided"),
            words.text("decidedBy", { by: one.decidedBy ?? "–", at: minuteOf(one.decidedAt) })
          ] as const
        ]),
    ...(one.reason === null ? [] : [[words.text("reasonGiven"), one.reason] as const]),
    ...(one.sourceId === null
      ? []
      : [
          [
            words.text("becameSource"),
            markup`<a href="${request.href(`/desk/sources/${one.sourceId}`)}">${one.sourceId}</a>`
          ] as const
        ])
  ]
  const isOpen = one.state === "awaiting-approval"
  const done = request.query.get("done")
  return deskPage(request, {
    part: "/desk/registrations",
    title: one.url,
    crumbs: [{ href: request.href("/desk/registrations"), label: words.text("registrations") }],
    status: said.problem === undefined ? 200 : 422,
    body: markup`${said.problem === undefined ? "" : notice(said.problem, true)}
      ${done === "approved" ? notice(words.text("approvedNow")) : done === "refused" ? notice(words.text("refusedNow")) : ""}
      ${factList(facts)}
      ${isOpen && isEditor ? yield* decisionForms(request, one, said.typed ?? "") : ""}
      <h2>${words.text(said.fresh === undefined ? "diagnosisTitle" : "lookedNow")}</h2>
      ${
        diagnosis === null
          ? markup`<p>${words.text("noDiagnosis")}</p>`
          : markup`<p class="meta">${words.text("diagnosisOf", { at: minuteOf(diagnosis.checkedAt) })}</p>
              ${diagnosisBody(request, diagnosis, issueName)}`
      }
      ${
        isOpen && isEditor
          ? form(
              request,
              { action: "/desk/registrations/look" },
              markup`<input type="hidden" name="registration" value="${one.id}" />${submit(words.text("lookNow"), "quiet")}`
            )
          : ""
      }`
  })
})

const own = page(
  "/desk/registrations/:registration",
  Effect.fnUntraced(function* (request: PortalRequest) {
    return yield* ownPage(request, yield* found(yield* param(request, "registration", RegistrationId)))
  }),
  readers
)

/** The registration that a form names. */
const named = Effect.fnUntraced(function* (fields: Fields) {
  const id = fields.get("registration")
  return isId(id) ? yield* found(id) : yield* badRequest("")
})

const look = action(
  "/desk/registrations/look",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const words = wordsOf(request)
    const one = yield* named(fields)
    const known =
      one.initiativeId === null ? Option.none() : yield* (yield* Initiatives).get(one.initiativeId)
    const looks = yield* Looks
    return yield* looks
      .look(
        one.url,
        Option.getOrElse(known, () => one.newInitiative)
      )
      .pipe(
        Effect.flatMap((fresh) => ownPage(request, one, { fresh })),
        Effect.catchIf(
          (error): error is NotLooked => error instanceof NotLooked,
          ({ message }) =>
            ownPage(request, one, {
              problem: words.parts("notBegun", { reason: reported(request, message) })
            })
        )
      )
  }),
  editors
)

/** Tells why nothing was decided, on the page of the registration as it is now. */
const undecided = <E, R>(
  request: PortalRequest,
  id: RegistrationId,
  decision: Effect.Effect<unknown, E | NotDecided | RegistryError, R>,
  done: string,
  typed = ""
) =>
  decision.pipe(
    Effect.as(redirect(request.href(`/desk/registrations/${id}`, { done }))),
    Effect.catchIf(
      (error): error is NotDecided | RegistryError =>
        error instanceof NotDecided || error instanceof RegistryError,
      ({ message }) =>
        Effect.flatMap(found(id), (one) =>
          ownPage(request, one, {
            problem: wordsOf(request).parts("notDecided", { reason: reported(request, message) }),
            typed
          })
        )
    )
  )

const approve = action(
  "/desk/registrations/approve",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const { id } = yield* named(fields)
    const by = yield* actorOf(request)
    const { baseUrl } = yield* PortalSettings
    const initiative = fields.get("initiative")
    const kind = fields.get("kind")
    return yield* undecided(
      request,
      id,
      approveRegistration({
        id,
        by,
        baseUrl,
        initiativeId: isInitiativeId(initiative) ? initiative : undefined,
        kind: isKind(kind) ? kind : undefined
      }),
      "approved"
    )
  }),
  editors
)

const refuse = action(
  "/desk/registrations/refuse",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const { id } = yield* named(fields)
    const by = yield* actorOf(request)
    const reason = fields.get("reason") ?? ""
    return yield* undecided(request, id, refuseRegistration({ id, by, reason }), "refused", reason)
  }),
  editors
)

export const registrations = Layer.mergeAll(list, own, look, approve, refuse).pipe(
  Layer.provide([Looks.layer, Registry.layer, portalMail])
)
