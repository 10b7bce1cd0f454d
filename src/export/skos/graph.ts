/**
 * The taxonomy as a graph in SKOS (Simple Knowledge Organization System, W3C Recommendation 2009).
 *
 * Areas are the top concepts, issues stand below them; the schemes of the crosswalk are concept schemes of
 * their own. What SKOS declares inverse or symmetric is written in both directions, so that a reader
 * without inference sees it.
 */
import type { Cycle, Issue, Publication, Taxonomy, Term } from "../../domain/index.ts"
import { type Identifiers, identifiersUnder } from "./identifiers.ts"
import { labelsOf } from "./labels.ts"
import type { Name, Triple, TripleObject } from "./triple.ts"

export interface SkosInput {
  readonly taxonomy: Taxonomy
  readonly publication: Publication
  /** IGF years: each with sub-themes is a scheme. */
  readonly cycles: ReadonlyArray<Cycle>
}

type Say = (subject: string, predicate: Name, ...objects: ReadonlyArray<TripleObject>) => void

const text = (value: string, language: string | null = null): TripleObject => ({ text: value, language })
const english = (value: string) => text(value, "en")

/** The areas and the scheme itself. */
const sayScheme = (say: Say, ids: Identifiers, { publication, taxonomy }: SkosInput): void => {
  say(ids.scheme, "rdf:type", { name: "skos:ConceptScheme" })
  say(ids.scheme, "dcterms:title", english(publication.title))
  say(ids.scheme, "dcterms:description", english(publication.description))
  say(ids.scheme, "dcterms:creator", text(publication.creator))
  say(ids.scheme, "dcterms:license", { iri: publication.licence })
  say(ids.scheme, "owl:versionInfo", text(taxonomy.version))
  for (const area of taxonomy.areas) {
    const iri = ids.area(area.id)
    say(ids.scheme, "skos:hasTopConcept", { iri })
    say(iri, "rdf:type", { name: "skos:Concept" })
    say(iri, "skos:topConceptOf", { iri: ids.scheme })
    say(iri, "skos:inScheme", { iri: ids.scheme })
    say(iri, "skos:notation", text(area.id))
    const others = publication.areaLabels.get(area.id) ?? []
    say(iri, "skos:prefLabel", english(area.label))
    for (const [language, label] of others)
      if (language !== "en") say(iri, "skos:prefLabel", text(label, language))
  }
}

const sayIssue = (
  say: Say,
  ids: Identifiers,
  issue: Issue,
  terms: ReadonlyArray<Term>,
  publication: Publication
): void => {
  const iri = ids.issue(issue.id)
  say(iri, "rdf:type", { name: "skos:Concept" })
  say(iri, "skos:inScheme", { iri: ids.scheme })
  say(iri, "skos:notation", text(issue.id))
  for (const { kind, language, text: label } of labelsOf(issue, terms))
    say(iri, `skos:${kind}`, text(label, language))
  say(iri, "skos:scopeNote", english(issue.scopeNote))
  const definition = publication.definitions.get(issue.id)
  if (definition !== undefined) say(iri, "skos:definition", english(definition))
  for (const wider of [ids.area(issue.area), ...(issue.broader ?? []).map(ids.issue)]) {
    say(iri, "skos:broader", { iri: wider })
    say(wider, "skos:narrower", { iri })
  }
  for (const other of issue.related) {
    say(iri, "skos:related", { iri: ids.issue(other) })
    say(ids.issue(other), "skos:related", { iri })
  }
}

/** The concepts of other schemes, and which issues match them. */
const sayCrosswalk = (say: Say, ids: Identifiers, { publication, taxonomy }: SkosInput): void => {
  for (const scheme of publication.schemes) {
    const iri = ids.otherScheme(scheme)
    // Where the owner has identifiers of its own we link to them and leave it to the owner to describe them.
    const own = scheme.uri === undefined
    if (own) {
      say(iri, "rdf:type", { name: "skos:ConceptScheme" })
      say(iri, "dcterms:title", english(scheme.title))
    }
    for (const concept of publication.concepts) {
      if (concept.scheme !== scheme.id) continue
      const target = ids.otherConcept(concept)
      if (concept.uri === null) {
        say(target, "rdf:type", { name: "skos:Concept" })
        say(target, "skos:inScheme", { iri })
        say(target, "skos:prefLabel", english(concept.label))
        if (own) {
          say(target, "skos:topConceptOf", { iri })
          say(iri, "skos:hasTopConcept", { iri: target })
        }
        if (concept.notation !== "") say(target, "skos:notation", text(concept.notation))
      } else {
        // Not skos:prefLabel: the owner's may be another one, and a concept has one a language.
        say(target, "rdfs:label", english(concept.label))
      }
      const name = concept.notation === "" ? concept.label : concept.notation
      for (const issue of taxonomy.issues) {
        if (!issue.crosswalk[scheme.key].some((entry) => String(entry) === name)) continue
        const match = concept.close.includes(issue.id) ? "skos:closeMatch" : "skos:relatedMatch"
        say(ids.issue(issue.id), match, { iri: target })
        say(target, match, { iri: ids.issue(issue.id) })
      }
    }
  }
}

/** Sub-themes of IGF years, with what the IGF itself says they serve. */
const sayYears = (say: Say, ids: Identifiers, { cycles, publication }: SkosInput): void => {
  const targetOf = (scheme: string, notation: string) =>
    publication.concepts.find((one) => one.scheme === scheme && one.notation === notation)
  for (const { subThemes, theme, year } of cycles) {
    if (subThemes.length === 0) continue
    const scheme = ids.year(year)
    say(scheme, "rdf:type", { name: "skos:ConceptScheme" })
    say(scheme, "dcterms:title", english(theme === null ? `IGF ${year}` : `IGF ${year}: ${theme}`))
    for (const { gdc = [], issues, sdg = [], title, wsis = [] } of subThemes) {
      const iri = ids.subTheme(year, title)
      say(scheme, "skos:hasTopConcept", { iri })
      say(iri, "rdf:type", { name: "skos:Concept" })
      say(iri, "skos:topConceptOf", { iri: scheme })
      say(iri, "skos:inScheme", { iri: scheme })
      say(iri, "skos:prefLabel", english(title))
      const official = [
        ...gdc.map((code) => targetOf("gdc", String(code))),
        ...wsis.map((code) => targetOf("wsis", code)),
        ...sdg.map((code) => targetOf("sdg", String(code)))
      ].flatMap((concept) => (concept === undefined ? [] : [ids.otherConcept(concept)]))
      for (const target of [...issues.map(ids.issue), ...official]) {
        say(iri, "skos:relatedMatch", { iri: target })
        say(target, "skos:relatedMatch", { iri })
      }
    }
  }
}

/** All triples, each once, in a fixed order: scheme, areas, issues, crosswalk, years. */
export const skosGraph = (input: SkosInput): ReadonlyArray<Triple> => {
  const ids = identifiersUnder(input.publication.base)
  const triples = new Map<string, Triple>()
  const say: Say = (subject, predicate, ...objects) => {
    for (const object of objects) {
      const key = JSON.stringify([subject, predicate, object])
      if (!triples.has(key)) triples.set(key, { subject, predicate, object })
    }
  }
  sayScheme(say, ids, input)
  const byIssue = Map.groupBy(input.taxonomy.terms, ({ issue }) => issue)
  for (const issue of input.taxonomy.issues)
    sayIssue(say, ids, issue, byIssue.get(issue.id) ?? [], input.publication)
  sayCrosswalk(say, ids, input)
  sayYears(say, ids, input)
  return [...triples.values()]
}
