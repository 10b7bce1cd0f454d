/** What accounts refuse, said in the language of the page. */
import type { AccountRefused } from "../../../accounts/index.ts"
import type { DigestLanguage } from "../../../domain/languages.ts"
import { accountWords } from "./index.ts"

const keys = {
  unknown: "personUnknown",
  taken: "personTaken",
  address: "personAddress",
  name: "personName",
  "last-admin": "personLastAdmin",
  "password-short": "passwordShort",
  "password-long": "passwordLong",
  "password-common": "passwordCommon",
  "password-name": "passwordName",
  "password-same": "passwordSame",
  "password-wrong": "presentWrong",
  "code-wrong": "codeWrong",
  "factor-needed": "factorNeeded"
} as const

/** The sentence for a person. */
export const refusalIn = (lang: DigestLanguage, { reason }: AccountRefused): string =>
  accountWords.in(lang).text(keys[reason])
