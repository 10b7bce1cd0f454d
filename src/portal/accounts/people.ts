/** The people of the Secretariat and the log of changes, for administrators. */
import { Effect, Layer, Option, Schema } from "effect"
import {
  AccountRefused,
  addAccount,
  changeRole,
  disableAccount,
  disableSecondFactor,
  enableAccount,
  forgetIdentity,
  IdentityProvider
} from "../../accounts/index.ts"
import { type Account, minuteOf, PersonId, Role } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import { Audit, People } from "../../store/index.ts"
import { deskPage } from "../desk/frame.ts"
import { badRequest } from "../failure.ts"
import { field, form, problemList, type Problems, select, submit } from "../form.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, page } from "../route.ts"
import { table } from "../table.ts"
import { ownAccount, providerName, whenBusy } from "./own.ts"
import { accountWords, roleKeys } from "./words/index.ts"
import { refusalIn } from "./words/refusal.ts"

const admin = { role: "admin" } as const

const rolesIn = (request: PortalRequest) => {
  const words = accountWords.in(request.lang)
  return Role.literals.map((role) => ({ value: role, label: words.text(roleKeys[role]) }))
}

const personRow = (request: PortalRequest, one: Account, provider: string) => {
  const words = accountWords.in(request.lang)
  const isDisabled = one.disabledAt !== null
  const id = markup`<input type="hidden" name="person" value="${one.id}" />`
  return [
    markup`${one.name}<br />${one.address}${
      one.subject === null
        ? ""
        : form(
            request,
            { action: "/people/identity" },
            markup`${id}${words.text("atProvider", { name: provider })} ${submit(words.text("untie"), "quiet")}`
          )
    }`,
    markup`${form(
      request,
      { action: "/people/role", class: "inline" },
      markup`${id}
        <select name="role" aria-label="${words.text("role")}: ${one.name}">
          ${rolesIn(request).map(
            ({ label, value }) =>
              markup`<option value="${value}"${value === one.role ? markup` selected` : ""}>${label}</option>`
          )}
        </select>
        ${submit(words.text("change"), "quiet")}`
    )}`,
    markup`${
      one.totpSecret === null
        ? "–"
        : markup`${words.text("secondFactor")} ✓ ${form(
            request,
            { action: "/people/second-factor" },
            markup`${id}${submit(words.text("turnOff"), "quiet")}`
          )}`
    }`,
    markup`${one.signedInAt === null ? words.text("never") : minuteOf(one.signedInAt)}`,
    markup`${words.text(isDisabled ? "disabled" : "active")} ${form(
      request,
      { action: isDisabled ? "/people/enable" : "/people/disable" },
      markup`${id}${submit(words.text(isDisabled ? "enable" : "disable"), isDisabled ? "quiet" : "danger")}`
    )}`
  ] as const
}

const peoplePage = Effect.fnUntraced(function* (
  request: PortalRequest,
  problems: Problems = {},
  given: URLSearchParams = new URLSearchParams()
) {
  const words = accountWords.in(request.lang)
  const people = yield* (yield* People).list
  const provider = yield* providerName
  const { provider: configured } = yield* IdentityProvider
  const hasProvider = Option.isSome(configured)
  return deskPage(request, {
    part: "/people",
    title: words.text("people"),
    status: Object.keys(problems).length === 0 ? 200 : 422,
    body: markup`${problemList(request, problems)}
      <p><a href="${request.href("/people/log")}">${words.text("log")}</a></p>
      ${table(
        words.text("people"),
        [
          words.text("name"),
          words.text("role"),
          words.text("secondFactor"),
          words.text("lastUsed"),
          words.text("state")
        ],
        people.map((one) => personRow(request, one, provider))
      )}
      <h2>${words.text("addPerson")}</h2>
      ${form(
        request,
        { action: "/people" },
        markup`${field(request, { name: "name", label: words.text("name"), required: true, maxLength: 100, value: given.get("name") ?? "", problems })}
          ${field(request, { name: "address", label: words.text("address"), type: "email", required: true, dir: "ltr", value: given.get("address") ?? "", problems })}
          ${select(request, { name: "role", label: words.text("role"), choices: rolesIn(request), value: given.get("role") ?? "reader" })}
          ${field(request, {
            name: "password",
            label: words.text("temporary"),
            help: hasProvider
              ? `${words.text("temporaryHelp")} ${words.text("temporaryNone", { name: provider })}`
              : words.text("temporaryHelp"),
            type: "password",
            autocomplete: "new-password",
            required: !hasProvider,
            problems
          })}
          <p>${submit(words.text("addPerson"))}</p>`
      )}`
  })
})

const isPersonId = Schema.is(PersonId)
const isRole = Schema.is(Role)

/** The person that a form names. */
const named = (fields: URLSearchParams) => {
  const id = fields.get("person")
  return isPersonId(id) ? Effect.succeed(id) : Effect.fail(badRequest(""))
}

/** A change of one person, told on the page when it is refused. */
const change = <E, R>(
  path: `/people/${string}`,
  apply: (id: PersonId, fields: URLSearchParams, by: Account) => Effect.Effect<void, E | AccountRefused, R>
) =>
  action(
    path,
    (request, fields) =>
      Effect.gen(function* () {
        const by = yield* ownAccount(request)
        yield* apply(yield* named(fields), fields, by)
        return redirect(request.href("/people"))
      }).pipe(
        Effect.catchIf(
          (error) => error instanceof AccountRefused,
          (refused) => peoplePage(request, { content: refusalIn(request.lang, refused) })
        )
      ),
    admin
  )

const data = (value: unknown) => (value === null ? "" : markup`<code>${JSON.stringify(value)}</code>`)

export const people = Layer.mergeAll(
  page("/people", (request) => peoplePage(request), admin),
  action(
    "/people",
    (request, fields) =>
      Effect.gen(function* () {
        const role = fields.get("role")
        if (!isRole(role)) return yield* badRequest("")
        const by = yield* ownAccount(request)
        const password = fields.get("password") ?? ""
        const { provider } = yield* IdentityProvider
        yield* addAccount(
          {
            name: fields.get("name") ?? "",
            address: fields.get("address") ?? "",
            password: password === "" && Option.isSome(provider) ? null : password,
            role,
            temporary: true
          },
          by
        )
        return redirect(request.href("/people"))
      }).pipe(
        Effect.catchIf(
          (error) => error instanceof AccountRefused,
          (refused) => {
            const { reason } = refused
            const name = reason === "name" ? "name" : reason.startsWith("password") ? "password" : "address"
            return peoplePage(request, { [name]: refusalIn(request.lang, refused) }, fields)
          }
        ),
        whenBusy
      ),
    admin
  ),
  change("/people/role", (id, fields, by) =>
    Effect.gen(function* () {
      const role = fields.get("role")
      if (!isRole(role)) return yield* badRequest("")
      yield* changeRole(id, role, by)
    })
  ),
  change("/people/disable", (id, _, by) => disableAccount(id, by)),
  change("/people/enable", (id, _, by) => enableAccount(id, by)),
  change("/people/identity", (id, _, by) => forgetIdentity(id, by)),
  change("/people/second-factor", (id, _, by) => disableSecondFactor(id, by)),
  page(
    "/people/log",
    (request) =>
      Effect.gen(function* () {
        const words = accountWords.in(request.lang)
        const before = Number(request.query.get("before") ?? "")
        const older = Number.isSafeInteger(before) && before > 0 ? { before } : {}
        const entries = yield* (yield* Audit).list({ ...older, limit: 100 })
        const last = entries.at(-1)
        return deskPage(request, {
          part: "/people",
          title: words.text("log"),
          crumbs: [{ label: words.text("people"), href: request.href("/people") }],
          body: markup`${table(
            words.text("log"),
            [
              words.text("when"),
              words.text("who"),
              words.text("what"),
              words.text("thing"),
              words.text("before"),
              words.text("after")
            ],
            entries.map((entry) => [
              entry.at.slice(0, 19).replace("T", " "),
              entry.by,
              entry.action,
              entry.thing,
              data(entry.before),
              data(entry.after)
            ])
          )}
            ${
              last === undefined || entries.length < 100
                ? ""
                : markup`<p><a href="${request.href("/people/log", { before: last.id })}">${words.text("older")}</a></p>`
            }`
        })
      }),
    admin
  )
)
