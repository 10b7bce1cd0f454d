/**
 * Messages: texts with `{names}` in them, and texts whose form depends on a number.
 *
 * A plural message has one text for each plural category of its language (CLDR: zero, one, two, few,
 * many, other); its parameter `count` chooses among them. The English catalogue is the type of all others,
 * so that a message, a parameter's name or a plural form that is lacking does not compile.
 */
import type {
  ChangeRow,
  DocumentKind,
  HearingStatus,
  InitiativeType,
  MethodPoint,
  StatementKind,
  UnGroup,
  VisitOutcome
} from "../../domain/index.ts"
import type { DigestLanguage } from "./languages.ts"
import type { english } from "./en.ts"

/** The plural categories of each language, as Intl.PluralRules knows them. */
interface Categories {
  readonly en: "one" | "other"
  readonly fr: "one" | "many" | "other"
  readonly es: "one" | "many" | "other"
  readonly pt: "one" | "many" | "other"
  readonly ru: "one" | "few" | "many" | "other"
  readonly ar: "zero" | "one" | "two" | "few" | "many" | "other"
  readonly zh: "other"
}

/** A text for each plural category of a language. */
export type Forms<L extends DigestLanguage> = Readonly<Record<Categories[L], string>>

/** A message of any language as it is read when it is filled in. */
export type Message =
  string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string })

type English = (typeof english)["messages"]
export type MessageKey = keyof English

/** Names in braces in a text. */
export type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** Names of the parameters of a message. */
export type Parameters<K extends MessageKey> = English[K] extends string
  ? NamesIn<English[K]>
  : NamesIn<English[K][keyof English[K]]> | "count"

/** What a message's parameters are: `count` a number, the others text, numbers, or parts of a text. */
export type Values<K extends MessageKey, T> = {
  readonly [P in Parameters<K>]: P extends "count" ? number : T | string | number
}

/** Names of things, by their code. */
interface Names {
  readonly group: Readonly<Record<UnGroup, string>>
  readonly groupTitle: Readonly<Record<UnGroup, string>>
  readonly groupColumn: Readonly<Record<UnGroup, string>>
  readonly type: Readonly<Record<InitiativeType, string>>
  readonly kind: Readonly<Record<DocumentKind, string>>
  readonly statement: Readonly<Record<StatementKind, string>>
  readonly status: Readonly<Record<HearingStatus, string>>
  readonly outcome: Readonly<Record<VisitOutcome, string>>
  readonly change: Readonly<Record<ChangeRow["status"], string>>
  readonly method: Readonly<Record<MethodPoint, string>>
  /** Areas of the taxonomy, by id; an area that is not named here keeps its own label. */
  readonly area: Readonly<Record<keyof (typeof english)["names"]["area"], string>>
  /** Lists of countries, action lines, objectives and goals, by their codes. */
  readonly list: Readonly<Record<keyof (typeof english)["names"]["list"], string>>
  readonly wsis: Readonly<Record<keyof (typeof english)["names"]["wsis"], string>>
  readonly gdc: Readonly<Record<keyof (typeof english)["names"]["gdc"], string>>
  readonly sdg: Readonly<Record<keyof (typeof english)["names"]["sdg"], string>>
}

/** Everything that is said in one language. */
export interface Catalogue<L extends DigestLanguage> {
  readonly messages: { readonly [K in MessageKey]: English[K] extends string ? string : Forms<L> }
  readonly names: Names
  /** Numbers of initiatives by type: `3 national`. */
  readonly counted: Readonly<Record<InitiativeType, Forms<L>>>
  readonly dates: {
    /** January to December, as they stand in a date. */
    readonly months: ReadonlyArray<string>
    /** The first day of a month, where it is written in another way than the others. */
    readonly firstDay: string
    /** `{day}`, `{month}` and `{year}` of one date; of a span within a month; of one within a year. */
    readonly day: string
    readonly daysOfMonth: string
    readonly daysOfYear: string
    readonly days: string
    readonly monthOfYear: string
  }
}

/** Texts of the catalogues, parted at their names: text and name by turns. */
const parted = new Map<string, ReadonlyArray<string>>()

/** A text with its names replaced by parts; what is not named stays as it is. */
export const fill = <T>(template: string, part: (name: string) => T | string): ReadonlyArray<T | string> => {
  if (!template.includes("{")) return template === "" ? [] : [template]
  let pieces = parted.get(template)
  if (pieces === undefined) {
    pieces = template.split(/\{(\w+)\}/)
    parted.set(template, pieces)
  }
  const filled: Array<T | string> = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? ""
    const own = index % 2 === 0 ? piece : part(piece)
    if (own !== "") filled.push(own)
  }
  return filled
}
