/** The form of registering as it was sent: what was filled in, and what is wrong with it. Pure. */
import { Option, Schema } from "effect"
import {
  countryCodes,
  HttpUrl,
  type Initiative,
  InitiativeId,
  InitiativeType,
  type NewInitiative,
  UnGroup,
  unGroupOf
} from "../../domain/index.ts"
import type { DigestLanguage } from "../../domain/languages.ts"
import { type Filled, longestRemark } from "../../jobs/registering/index.ts"
import { MailAddress } from "../../mail/index.ts"
import type { Problems } from "../form.ts"
import { initiativeNamed, initiativesLike, readLanguages } from "./choices.ts"
import { registerWords } from "./words/index.ts"

/** What stands in the fields, as text. */
export interface Fields {
  readonly initiative: string
  /** Id of one that was offered; `new` for none of them. */
  readonly chosen: string
  readonly type: string
  readonly country: string
  readonly languages: string
  readonly groups: ReadonlyArray<string>
  readonly url: string
  readonly email: string
  readonly remark: string
}

export const emptyFields: Fields = {
  initiative: "",
  chosen: "",
  type: "",
  country: "",
  languages: "",
  groups: [],
  url: "",
  email: "",
  remark: ""
}

type Named = Pick<Initiative, "id" | "name">

export interface Read {
  readonly fields: Fields
  readonly problems: Problems
  /** Initiatives that may have been meant. */
  readonly candidates: ReadonlyArray<Named>
  /** Null while there are problems. */
  readonly filled: Filled | null
}

const longestName = 200
const longestUrl = 2000

/** One line without what no name or address holds. */
const line = (text: string | null, longest: number): string =>
  (text ?? "")
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, longest)

/** Several lines. */
const lines = (text: string | null): string =>
  (text ?? "")
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\t\u200c\u200d]+/gu, "")
    .trim()
    .slice(0, longestRemark)

/** The fields of a form that was sent. */
export const fieldsOf = (sent: URLSearchParams): Fields => ({
  initiative: line(sent.get("initiative"), longestName),
  chosen: line(sent.get("chosen"), longestName),
  type: line(sent.get("type"), 20),
  country: line(sent.get("country"), 2),
  languages: line(sent.get("languages"), 300),
  groups: sent.getAll("group").slice(0, UnGroup.literals.length),
  url: line(sent.get("url"), longestUrl),
  email: line(sent.get("email"), 254),
  remark: lines(sent.get("remark"))
})

const isType = Schema.is(InitiativeType)
const isGroup = Schema.is(UnGroup)
const isUrl = Schema.is(HttpUrl)
const isInitiativeId = Schema.is(InitiativeId)
const mailAddress = Schema.decodeUnknownOption(MailAddress)

/** An address as people write it: without its scheme it is one of https. */
const urlOf = (text: string): HttpUrl | null => {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) || text === "" ? text : `https://${text}`
  const url = URL.parse(whole)
  if (url === null || url.username !== "" || url.password !== "" || !isUrl(url.href)) return null
  url.hash = ""
  return isUrl(url.href) ? url.href : null
}

/** Reads the form against the initiatives of the registry. */
export const readForm = (fields: Fields, initiatives: ReadonlyArray<Named>, lang: DigestLanguage): Read => {
  const words = registerWords.in(lang)
  const problems: Record<string, string> = {}
  const known =
    fields.chosen !== "" && isInitiativeId(fields.chosen)
      ? (initiatives.find(({ id }) => id === fields.chosen) ?? null)
      : initiativeNamed(initiatives, fields.initiative)
  const isNew = known === null && (fields.type !== "" || fields.chosen === "new")
  let candidates: ReadonlyArray<Named> = []
  let newInitiative: NewInitiative | null = null

  if (known === null && fields.initiative === "") {
    problems["initiative"] = words.text("initiativeMissing")
  } else if (known === null && !isNew) {
    candidates = initiativesLike(initiatives, fields.initiative)
    problems["initiative"] = words.text(candidates.length === 0 ? "initiativeNew" : "initiativeUnknown")
  } else if (known === null) {
    const { country, type } = fields
    const languages = readLanguages(fields.languages, lang)
    if (!isType(type)) problems["type"] = words.text("typeMissing")
    if (country !== "" ? !countryCodes.includes(country) : type === "national") {
      problems["country"] = words.text("countryMissing")
    }
    if ("unknown" in languages) {
      problems["languages"] = words.text("languageUnknown", { name: languages.unknown })
    }
    const told = country === "" ? null : unGroupOf(country)
    const [first, ...more] = told === null ? fields.groups.filter(isGroup) : [told]
    if (first === undefined && problems["country"] === undefined) {
      problems["groups"] = words.text("groupMissing")
    }
    if (isType(type) && first !== undefined && !("unknown" in languages)) {
      newInitiative = {
        name: fields.initiative,
        type,
        country: country === "" ? null : country,
        unGroups: [first, ...more],
        languages
      }
    }
  }

  const url = urlOf(fields.url)
  if (url === null) problems["url"] = words.text("urlWrong")
  const email = Option.getOrNull(mailAddress(fields.email))
  if (email === null) problems["email"] = words.text("emailWrong")
  const isRight = Object.keys(problems).length === 0
  return {
    fields,
    problems,
    candidates,
    filled:
      isRight && url !== null && email !== null
        ? {
            initiativeId: known?.id ?? null,
            newInitiative,
            url,
            email,
            remark: fields.remark,
            language: lang
          }
        : null
  }
}

/** The fields of what was filled in before, for changing it. */
export const fieldsAgain = (filled: Filled, initiatives: ReadonlyArray<Named>): Fields => {
  const { newInitiative } = filled
  return {
    initiative:
      newInitiative?.name ??
      initiatives.find(({ id }) => id === filled.initiativeId)?.name ??
      filled.initiativeId ??
      "",
    chosen: "",
    type: newInitiative?.type ?? "",
    country: newInitiative?.country ?? "",
    languages: newInitiative?.languages.join(", ") ?? "",
    groups: newInitiative?.country === null ? newInitiative.unGroups : [],
    url: filled.url,
    email: filled.email,
    remark: filled.remark
  }
}
