/**
 * The digest's JSON as linked data (JSON-LD 1.1): what stands in it has names that hold outside of it.
 *
 * The plain form stays as it is; nodes get `@id` and `@type`, statements also `about` and `isPartOf`. The
 * context (digest.context.jsonld) says what each member means in schema.org and SKOS; members without such a
 * meaning are terms of our own. It stands beside the digest and beside the JSON Schema, so that no host is asked.
 */
import { Schema } from "effect"
import {
  AreaId,
  Digest,
  DigestInitiative,
  DigestOutput,
  IssueId,
  IssuePage,
  Quotation,
  type StatementId
} from "../domain/index.ts"

/** Name of the context's file, relative to the digest's. */
export const contextFile = "digest.context.jsonld"

/** Things that have names. */
type Named = "digest" | "initiative" | "output" | "statement" | "issue" | "area"

const urn = "urn:tributary"

/** The name of a thing: the same in every digest, for ever, as its identifier is. */
export const uriOf = (kind: Named, id: string): string => `${urn}:${kind}:${id}`

const Uri = Schema.String.check(Schema.isPattern(/^urn:tributary:[a-z]+:.+$/u))
const node = <T extends string>(type: T) => ({ "@id": Uri, "@type": Schema.Literal(type) })
const namedIssue = { id: IssueId, area: AreaId, label: Schema.NonEmptyString }

/** The digest as it stands in its JSON form. */
export const DigestDocument = Schema.Struct({
  "@context": Schema.Literal(contextFile),
  ...node("Report"),
  ...Digest.fields,
  areas: Schema.Array(Schema.Struct({ ...node("Collection"), id: AreaId, label: Schema.NonEmptyString })),
  issues: Schema.Array(Schema.Struct({ ...node("Concept"), ...IssuePage.fields })),
  notRaised: Schema.Array(Schema.Struct({ ...node("Concept"), ...namedIssue })),
  initiatives: Schema.Array(Schema.Struct({ ...node("Organization"), ...DigestInitiative.fields })),
  outputs: Schema.Array(Schema.Struct({ ...node("CreativeWork"), ...DigestOutput.fields })),
  statements: Schema.Array(
    Schema.Struct({
      ...node("Quotation"),
      /** The issues, and the outputs in which it stands. */
      about: Schema.Array(Uri),
      isPartOf: Schema.Array(Uri),
      ...Quotation.fields
    })
  )
})
export type DigestDocument = typeof DigestDocument.Type

const named = <T extends string>(kind: Named, type: T, id: string | StatementId) => ({
  "@id": uriOf(kind, id),
  "@type": type
})

/** A digest with the members that make it linked data. */
export const digestDocument = (digest: Digest): DigestDocument => ({
  "@context": contextFile,
  ...named(
    "digest",
    "Report",
    digest.number ?? `${digest.meeting?.id ?? `${digest.window.from}_${digest.window.to}`}:${digest.asOf}`
  ),
  ...digest,
  areas: digest.areas.map((own) => ({ ...named("area", "Collection", own.id), ...own })),
  issues: digest.issues.map((own) => ({ ...named("issue", "Concept", own.id), ...own })),
  notRaised: digest.notRaised.map((own) => ({ ...named("issue", "Concept", own.id), ...own })),
  initiatives: digest.initiatives.map((own) => ({ ...named("initiative", "Organization", own.id), ...own })),
  outputs: digest.outputs.map((own) => ({ ...named("output", "CreativeWork", own.id), ...own })),
  statements: digest.statements.map((own) => ({
    ...named("statement", "Quotation", own.id),
    about: own.issues.map(({ id }) => uriOf("issue", id)),
    isPartOf: [...new Set(own.places.map(({ outputId }) => uriOf("output", outputId)))],
    ...own
  }))
})

/** A member that names a thing by its identifier alone, as the name of that thing. */
const refersTo = (kind: Named, property: string) => ({
  "@id": property,
  "@type": "@vocab",
  "@context": { "@vocab": `${urn}:${kind}:` }
})

const day = (property: string) => ({ "@id": property, "@type": "xsd:date" })

/** The JSON-LD context of the digest. */
export const digestContext = (): object => ({
  "@context": {
    "@version": 1.1,
    "@vocab": `${urn}:term:`,
    schema: "https://schema.org/",
    skos: "http://www.w3.org/2004/02/skos/core#",
    dcterms: "http://purl.org/dc/terms/",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    term: `${urn}:term:`,
    Report: "schema:Report",
    Organization: "schema:Organization",
    CreativeWork: "schema:CreativeWork",
    Quotation: "schema:Quotation",
    Concept: "skos:Concept",
    Collection: "skos:Collection",
    id: "dcterms:identifier",
    about: { "@id": "schema:about", "@type": "@id" },
    isPartOf: { "@id": "schema:isPartOf", "@type": "@id" },
    text: "schema:text",
    language: "schema:inLanguage",
    title: "schema:name",
    name: "schema:name",
    theme: "schema:name",
    place: "schema:location",
    website: "schema:url",
    url: "schema:url",
    alsoAt: "schema:sameAs",
    publishedAt: day("schema:datePublished"),
    start: day("schema:startDate"),
    end: day("schema:endDate"),
    from: day("term:from"),
    to: day("term:to"),
    asOf: "schema:dateModified",
    lastHeard: day("term:lastHeard"),
    unGroups: "schema:memberOf",
    label: { "@id": "skos:prefLabel", "@language": "en" },
    scopeNote: { "@id": "skos:scopeNote", "@language": "en" },
    area: refersTo("area", "skos:broader"),
    initiativeId: refersTo("initiative", "schema:creator"),
    initiative: refersTo("initiative", "term:initiative"),
    outputId: refersTo("output", "term:output"),
    output: refersTo("output", "term:output"),
    statementId: refersTo("statement", "term:statement"),
    statement: refersTo("statement", "term:statement"),
    issue: refersTo("issue", "term:issue"),
    statements: "schema:hasPart",
    outputs: "schema:citation",
    labels: { "@id": "term:labels", "@type": "@json" }
  }
})
