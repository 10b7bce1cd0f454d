/** The one form of registering: whose, where, and how to answer. */
import type { Initiative } from "../../domain/index.ts"
import { InitiativeType, UnGroup } from "../../domain/index.ts"
import { markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import { longestRemark } from "../../jobs/registering/index.ts"
import { checkbox, field, form, problemList, select, submit, textArea } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { layoutWords } from "../words/layout.ts"
import { countryChoices } from "./choices.ts"
import type { Read } from "./filled.ts"
import { registerWords } from "./words/index.ts"

type Named = Pick<Initiative, "id" | "name">

/** Pages with what somebody typed, or behind a secret, are kept by nobody and listed nowhere. */
export const privatePage = { unlisted: true, headers: { "cache-control": "no-store" } } as const

export const crumbsOf = (request: PortalRequest) => [
  { href: request.href("/take-part"), label: layoutWords.in(request.lang).text("takePart") }
]

/** The field for the name, with all names to choose from: a browser shows those that fit what is typed. */
const initiativeField = (request: PortalRequest, read: Read, all: ReadonlyArray<Named>): Html => {
  const words = registerWords.in(request.lang)
  const problem = read.problems["initiative"]
  const described = problem === undefined ? "initiative-help" : "initiative-help initiative-problem"
  return markup`<div class="${problem === undefined ? "field" : "field wrong"}">
      <label for="initiative"
        >${words.text("initiative")} <span class="req">${layoutWords.in(request.lang).text("required")}</span></label
      >
      <p class="help" id="initiative-help">${words.text("initiativeHelp")}</p>
      ${problem === undefined ? "" : markup`<p class="problem" id="initiative-problem">${problem}</p>`}
      <input
        id="initiative"
        name="initiative"
        list="initiatives"
        value="${read.fields.initiative}"
        required
        autocomplete="organization"
        maxlength="200"
        dir="auto"
        aria-describedby="${described}"${problem === undefined ? "" : markup` aria-invalid="true"`}
      />
      <datalist id="initiatives">
        ${all.map(({ name }) => markup`<option value="${name}"></option>`)}
      </datalist>
    </div>
    ${
      read.candidates.length === 0
        ? ""
        : markup`<fieldset>
            <legend>${words.text("didYouMean")}</legend>
            ${read.candidates.map(
              ({ id, name }) =>
                markup`<div class="check">
                  <label><input type="radio" name="chosen" value="${id}" /> <bdi>${name}</bdi></label>
                </div>`
            )}
            <div class="check">
              <label><input type="radio" name="chosen" value="new" /> ${words.text("asNew")}</label>
            </div>
          </fieldset>`
    }`
}

const newPart = (request: PortalRequest, { fields, problems }: Read): Html => {
  const { m } = request
  const words = registerWords.in(request.lang)
  const layout = layoutWords.in(request.lang)
  const isWrong = ["type", "country", "languages", "groups", "initiative"].some((name) => name in problems)
  const isOpen = fields.type !== "" || (isWrong && fields.initiative !== "")
  const wrongGroups = problems["groups"]
  return markup`<details class="described"${isOpen ? markup` open` : ""}>
    <summary>${words.text("newTitle")}</summary>
    <p class="help">${words.text("newHelp")}</p>
    ${select(request, {
      name: "type",
      label: words.text("type"),
      value: fields.type,
      empty: layout.text("choose"),
      choices: InitiativeType.literals.map((value) => ({ value, label: m.names.type[value] })),
      problems
    })}
    ${select(request, {
      name: "country",
      label: words.text("country"),
      help: words.text("countryHelp"),
      value: fields.country,
      empty: words.text("severalCountries"),
      choices: countryChoices(request.lang),
      problems
    })}
    ${field(request, {
      name: "languages",
      label: words.text("languages"),
      help: words.text("languagesHelp"),
      value: fields.languages,
      maxLength: 300,
      dir: "auto",
      problems
    })}
    <fieldset id="groups"${wrongGroups === undefined ? "" : markup` class="wrong"`}>
      <legend>${words.text("groups")}</legend>
      <p class="help">${words.text("groupsHelp")}</p>
      ${wrongGroups === undefined ? "" : markup`<p class="problem">${wrongGroups}</p>`}
      ${UnGroup.literals.map((value) =>
        checkbox({
          name: "group",
          value,
          label: m.names.group[value],
          checked: fields.groups.includes(value)
        })
      )}
    </fieldset>
  </details>`
}

/** The page with the form. */
export const formPage = (
  request: PortalRequest,
  read: Read,
  all: ReadonlyArray<Named>,
  options: { readonly canMail: boolean; readonly notice?: string; readonly status?: number }
): Page => {
  const words = registerWords.in(request.lang)
  const { fields, problems } = read
  const isWrong = Object.keys(problems).length > 0
  const isBlank = !isWrong && fields.url === "" && fields.email === "" && options.notice === undefined
  return {
    title: words.text("title"),
    description: words.text("lead"),
    section: "/take-part",
    crumbs: crumbsOf(request),
    ...(isBlank ? { headers: privatePage.headers } : privatePage),
    status: options.status ?? (isWrong ? 422 : 200),
    body: markup`<p class="lead">${words.text("lead")}</p>
      ${options.canMail ? "" : markup`<p class="notice">${words.text("mailOff")}</p>`}
      ${options.notice === undefined ? "" : markup`<p class="notice" role="alert">${options.notice}</p>`}
      ${problemList(request, problems)}
      ${form(
        request,
        { action: "/register", class: "register" },
        markup`<h2>${words.text("yourInitiative")}</h2>
          ${initiativeField(request, read, all)} ${newPart(request, read)}
          <h2>${words.text("whereYouPublish")}</h2>
          ${field(request, {
            name: "url",
            label: words.text("url"),
            help: words.text("urlHelp"),
            value: fields.url,
            inputmode: "url",
            autocomplete: "url",
            required: true,
            maxLength: 2000,
            dir: "ltr",
            problems
          })}
          ${field(request, {
            name: "email",
            label: words.text("email"),
            help: words.text("emailHelp"),
            type: "email",
            value: fields.email,
            autocomplete: "email",
            required: true,
            maxLength: 254,
            dir: "ltr",
            problems
          })}
          ${textArea(request, { name: "remark", label: words.text("remark"), value: fields.remark, rows: 3, maxLength: longestRemark })}
          <div class="trap" aria-hidden="true">
            <label for="homepage">${words.text("trap")}</label>
            <input id="homepage" name="homepage" tabindex="-1" autocomplete="off" />
          </div>
          <p>${submit(words.text("look"))}</p>
          <p class="help">${words.text("lookNote")}</p>`
      )}`
  }
}
