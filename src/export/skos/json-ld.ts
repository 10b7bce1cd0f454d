/**
 * A graph in JSON-LD (JSON-LD 1.1, W3C Recommendation 2020): a plain object with a context, one node a
 * subject. It has no blank nodes and no nested contexts, so writing it needs no processor.
 */
import { namespaces, type Triple, type TripleObject } from "./triple.ts"

const valueOf = (object: TripleObject): object => {
  if ("iri" in object) return { "@id": object.iri }
  if ("name" in object) return { "@id": object.name }
  return object.language === null
    ? { "@value": object.text }
    : { "@language": object.language, "@value": object.text }
}

/** Writes the triples as one document, indented by two. */
export const writeJsonLd = (triples: ReadonlyArray<Triple>): string => {
  const nodes = Array.from(
    Map.groupBy(triples, ({ subject }) => subject),
    ([subject, about]) => {
      const properties = Array.from(
        Map.groupBy(about, ({ predicate }) => predicate),
        ([predicate, said]): [string, unknown] =>
          predicate === "rdf:type"
            ? ["@type", said.map(({ object }) => ("name" in object ? object.name : ""))]
            : [predicate, said.map(({ object }) => valueOf(object))]
      )
      return { "@id": subject, ...Object.fromEntries(properties) }
    }
  )
  return `${JSON.stringify({ "@context": namespaces, "@graph": nodes }, null, 2)}\n`
}
