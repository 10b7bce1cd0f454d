/**
 * Triples of the Resource Description Framework (RDF 1.1), as few of its terms as the taxonomy needs:
 * no blank nodes, so that two graphs are equal when their sets of triples are.
 */

/** Namespaces by the prefix under which both formats write them. */
export const namespaces = {
  dcterms: "http://purl.org/dc/terms/",
  owl: "http://www.w3.org/2002/07/owl#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#"
} as const

/** A name such as `skos:prefLabel`. */
export type Name = `${keyof typeof namespaces}:${string}`

/** What a triple says: another resource, or a text, in a language or in none. */
export type TripleObject =
  | { readonly iri: string }
  | { readonly name: Name }
  | { readonly text: string; readonly language: string | null }

export interface Triple {
  /** Absolute IRI. */
  readonly subject: string
  readonly predicate: Name
  readonly object: TripleObject
}

const isPrefix = (text: string): text is keyof typeof namespaces => Object.hasOwn(namespaces, text)

/** The IRI that a name stands for. */
export const iriOf = (name: Name): string => {
  const colon = name.indexOf(":")
  const prefix = name.slice(0, colon)
  return `${isPrefix(prefix) ? namespaces[prefix] : `${prefix}:`}${name.slice(colon + 1)}`
}
