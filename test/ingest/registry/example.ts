/** Arbitrary initiatives and sources for the property tests of the registry's files. */
import * as fc from "fast-check"
import {
  HttpUrl,
  type Initiative,
  InitiativeId,
  IsoDate,
  LanguageTag,
  type RegistryEntry,
  type Source,
  SourceId,
  SourceKind,
  SourceStatus
} from "../../../src/domain/index.ts"

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/)

/** Names as a line of XML or a trimmed cell can carry them: no white space but single spaces inside. */
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim())
  .filter((text) => text !== "")

const url = fc.webUrl({ withQueryParameters: true }).map((text) => HttpUrl.make(text))
const orNull = <A>(values: fc.Arbitrary<A>) => fc.option(values, { nil: null })
const date = fc.constantFrom("2017-01-01", "2025-12-31").map((text) => IsoDate.make(text))

export const anyInitiative: fc.Arbitrary<Initiative> = fc.record({
  id: slug.map((id) => InitiativeId.make(id)),
  name,
  type: fc.constantFrom("national", "youth", "regional"),
  country: orNull(fc.stringMatching(/^[A-Z]{2}$/)),
  unGroups: fc.constantFrom<Array<Initiative["unGroups"]>>(
    ["WEOG"],
    ["GRULAC", "African Group"],
    ["Asia-Pacific Group", "Eastern European Group", "WEOG"]
  ),
  languages: fc.array(
    fc.constantFrom("fr", "zh-Hant").map((tag) => LanguageTag.make(tag)),
    { maxLength: 2 }
  ),
  website: orNull(url),
  evidenceUrl: orNull(url)
})

export const anySource: fc.Arbitrary<Source> = slug.chain((initiative) =>
  fc.record({
    id: slug.map((name) => SourceId.make(`${initiative}/${name}`)),
    initiativeId: fc.constant(InitiativeId.make(initiative)),
    kind: fc.constantFrom(...SourceKind.literals),
    url,
    status: fc.constantFrom(...SourceStatus.literals),
    verified: fc.boolean(),
    validFrom: orNull(date),
    validUntil: orNull(date),
    options: fc.record(
      { category: name, prefix: name, selectors: fc.record({ item: name }) },
      { requiredKeys: [] }
    )
  })
)

/** An initiative with up to three sources under its own name. */
export const anyEntry: fc.Arbitrary<RegistryEntry> = anyInitiative.chain((initiative) =>
  fc.record({
    initiative: fc.constant(initiative),
    sources: fc.uniqueArray(
      anySource.map((source) =>
        Object.assign(source, {
          initiativeId: initiative.id,
          id: SourceId.make(source.id.replace(/^.*\//, `${initiative.id}/`))
        })
      ),
      { maxLength: 3, selector: (source) => source.id }
    )
  })
)
