/** A graph in Turtle (RDF 1.1 Turtle, W3C Recommendation 2014). */
import { DataFactory, Writer } from "n3"
import { iriOf, namespaces, type Triple, type TripleObject } from "./triple.ts"

const objectOf = (object: TripleObject) => {
  if ("iri" in object) return DataFactory.namedNode(object.iri)
  if ("name" in object) return DataFactory.namedNode(iriOf(object.name))
  return object.language === null
    ? DataFactory.literal(object.text)
    : DataFactory.literal(object.text, object.language)
}

/** Writes the triples, those of one subject together. */
export const writeTurtle = (triples: ReadonlyArray<Triple>): string => {
  const writer = new Writer({ prefixes: namespaces })
  for (const together of Map.groupBy(triples, ({ subject }) => subject).values()) {
    for (const { object, predicate, subject } of Array.from(
      Map.groupBy(together, ({ predicate }) => predicate).values()
    ).flat()) {
      writer.addQuad(
        DataFactory.quad(
          DataFactory.namedNode(subject),
          DataFactory.namedNode(iriOf(predicate)),
          objectOf(object)
        )
      )
    }
  }
  let written = ""
  writer.end((error, result) => {
    if (error !== null && error !== undefined) throw error
    written = String(result)
  })
  return written
}
