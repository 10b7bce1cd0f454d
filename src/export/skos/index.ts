/** The taxonomy in SKOS, for other programs: Turtle and JSON-LD. */
export { skosGraph, type SkosInput } from "./graph.ts"
export { identifiersUnder } from "./identifiers.ts"
export { writeJsonLd } from "./json-ld.ts"
export { writeTurtle } from "./turtle.ts"
