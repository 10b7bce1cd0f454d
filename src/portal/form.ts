/**
 * Parts of forms: every field with its label, its help and what is wrong with it, tied together for readers
 * who cannot see (WCAG 2.2, 1.3.1, 3.3.1 to 3.3.3).
 */
import { markup } from "../export/html/html.ts"
import type { Html, Value } from "../export/html/html.ts"
import type { PortalRequest } from "./request.ts"
import { layoutWords } from "./words/layout.ts"

/** What is wrong, by the name of the field. */
export type Problems = Readonly<Record<string, string>>

export interface FieldOptions {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly help?: Value
  readonly type?: "text" | "email" | "url" | "search" | "password" | "date" | "number" | "tel"
  readonly required?: boolean
  readonly problems?: Problems
  readonly autocomplete?: string
  readonly maxLength?: number
  /** `und` and the like are left out. */
  readonly inputmode?: "numeric" | "email" | "url" | "search"
  readonly dir?: "ltr" | "auto"
  /** Id of a `datalist` with what may be meant. */
  readonly list?: string
  /** A key that leads to the field, where the page has keys. */
  readonly key?: string
}

export interface Choice {
  readonly value: string
  readonly label: string
}

const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined ? markup`` : markup` ${name}="${value}"`

const describedBy = (name: string, help: Value, problem: string | undefined): Html => {
  const ids = [help === undefined ? "" : `${name}-help`, problem === undefined ? "" : `${name}-problem`]
  const own = ids.filter((id) => id !== "").join(" ")
  return own === "" ? markup`` : markup` aria-describedby="${own}"`
}

const around = (request: PortalRequest, options: Omit<FieldOptions, "type">, control: Html): Html => {
  const words = layoutWords.in(request.lang)
  const { help, label, name, required } = options
  const problem = options.problems?.[name]
  return markup`<div class="${problem === undefined ? "field" : "field wrong"}">
    <label for="${name}"
      >${label}${required === true ? markup` <span class="req">${words.text("required")}</span>` : ""}</label
    >
    ${help === undefined ? "" : markup`<p class="help" id="${name}-help">${help}</p>`}
    ${problem === undefined ? "" : markup`<p class="problem" id="${name}-problem">${problem}</p>`}
    ${control}
  </div>`
}

const shared = (options: Omit<FieldOptions, "type">): Html => {
  const problem = options.problems?.[options.name]
  return markup` id="${options.name}" name="${options.name}"${
    options.required === true ? markup` required` : ""
  }${problem === undefined ? "" : markup` aria-invalid="true"`}${describedBy(options.name, options.help, problem)}`
}

/** A line of text. */
export const field = (request: PortalRequest, options: FieldOptions): Html =>
  around(
    request,
    options,
    markup`<input type="${options.type ?? "text"}"${shared(options)}${attribute("value", options.value)}${attribute(
      "autocomplete",
      options.autocomplete
    )}${attribute("maxlength", options.maxLength)}${attribute("inputmode", options.inputmode)}${attribute("dir", options.dir)}${attribute("list", options.list)}${attribute("data-key", options.key)} />`
  )

/** Several lines of text. */
export const textArea = (
  request: PortalRequest,
  options: Omit<FieldOptions, "type"> & { readonly rows?: number }
): Html =>
  around(
    request,
    options,
    markup`<textarea rows="${options.rows ?? 5}"${shared(options)}${attribute("maxlength", options.maxLength)}>${options.value ?? ""}</textarea>`
  )

/** One of several; the empty choice stands first when there is a word for it. */
export const select = (
  request: PortalRequest,
  options: Omit<FieldOptions, "type"> & {
    readonly choices: ReadonlyArray<Choice>
    readonly empty?: string
  }
): Html => {
  const option = ({ label, value }: Choice) =>
    markup`<option value="${value}"${value === (options.value ?? "") ? markup` selected` : ""}>${label}</option>`
  return around(
    request,
    options,
    markup`<select${shared(options)}${attribute("data-key", options.key)}>
      ${options.empty === undefined ? "" : option({ value: "", label: options.empty })}${options.choices.map(option)}
    </select>`
  )
}

/** A box to tick. */
export const checkbox = (options: {
  readonly name: string
  readonly label: Value
  readonly value?: string
  readonly checked?: boolean
}): Html =>
  markup`<div class="check">
    <label
      ><input type="checkbox" name="${options.name}" value="${options.value ?? "1"}"${
        options.checked === true ? markup` checked` : ""
      } /> ${options.label}</label
    >
  </div>`

/** What is wrong with a form, first on the page, each with a link to its field. */
export const problemList = (request: PortalRequest, problems: Problems): Html => {
  const entries = Object.entries(problems)
  return entries.length === 0
    ? markup``
    : markup`<div class="problems" role="alert" tabindex="-1">
        <h2>${layoutWords.in(request.lang).text("problems")}</h2>
        <ul>
          ${entries.map(([name, text]) => markup`<li><a href="#${name}">${text}</a></li>`)}
        </ul>
      </div>`
}

/** A form that changes something: sent by POST, with the token of the session. */
export const form = (
  request: PortalRequest,
  options: {
    readonly action: string
    readonly files?: boolean
    readonly class?: string
    readonly id?: string
  },
  content: Value
): Html =>
  markup`<form
    method="post"
    action="${request.href(options.action)}"${options.files === true ? markup` enctype="multipart/form-data"` : ""}${attribute(
      "class",
      options.class
    )}${attribute("id", options.id)}
  >
    <input type="hidden" name="csrf" value="${request.csrf}" />
    ${content}
  </form>`

/** The button that sends it. */
export const submit = (label: string, kind: "primary" | "quiet" | "danger" = "primary"): Html =>
  markup`<button class="${kind}">${label}</button>`
