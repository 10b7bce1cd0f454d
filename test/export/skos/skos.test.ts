/** The published taxonomy, read by a program that shares no code with ours: Oxigraph (Rust). */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { Store } from "oxigraph"
import { readCycles } from "../../../src/export/index.ts"
import { skosGraph, writeJsonLd, writeTurtle } from "../../../src/export/skos/index.ts"
import { labelsOf } from "../../../src/export/skos/labels.ts"
import { Issue, IssueId, LanguageTag, type Term } from "../../../src/domain/index.ts"
import { loadTaxonomy } from "../../../src/normalize/taxonomy/load.ts"
import { loadPublication } from "../../../src/normalize/taxonomy/publication.ts"

const prefixes = `PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
`
const base = "https://w3id.org/tributary/"

const input = await Effect.runPromise(
  Effect.gen(function* () {
    const taxonomy = yield* loadTaxonomy()
    const publication = yield* loadPublication(taxonomy)
    const file = readFileSync(new URL("../../../registry/cycles.yaml", import.meta.url), "utf8")
    return { taxonomy, publication, cycles: yield* readCycles(file) }
  })
)
const triples = skosGraph(input)
const turtle = writeTurtle(triples)
const jsonLd = writeJsonLd(triples)

const graph = new Store()
graph.load(turtle, { format: "text/turtle" })

const rows = (query: string) => {
  const answer = graph.query(prefixes + query)
  if (!Array.isArray(answer)) throw new Error("Not a SELECT query.")
  return answer.map((row: unknown) => {
    if (!(row instanceof Map)) throw new Error("Not a row.")
    return [...row.values()].map((term: unknown) =>
      typeof term === "object" && term !== null && "value" in term ? String(term.value) : ""
    )
  })
}
const ask = (query: string) => graph.query(prefixes + query)

const linesOf = (store: Store) =>
  store
    .match()
    .map((quad) => quad.toString())
    .sort()

describe("the taxonomy in SKOS", () => {
  it("is the same graph in Turtle and in JSON-LD, and all that was meant", () => {
    const other = new Store()
    other.load(jsonLd, { format: "application/ld+json" })
    assert.strictEqual(graph.size, triples.length)
    const [mine, theirs] = [linesOf(graph), linesOf(other)]
    assert.strictEqual(theirs.length, mine.length)
    assert.isTrue(mine.every((line, index) => line === theirs[index]))
  })

  it("is written the same each time", () => {
    assert.isTrue(writeTurtle(skosGraph(input)) === turtle)
    assert.isTrue(writeJsonLd(skosGraph(input)) === jsonLd)
  })

  it("says its version and licence", () => {
    assert.deepStrictEqual(
      rows(`SELECT ?v ?l { <${base}taxonomy> a skos:ConceptScheme; owl:versionInfo ?v; dcterms:license ?l }`),
      [[input.taxonomy.version, "https://www.apache.org/licenses/LICENSE-2.0"]]
    )
  })

  it("has 8 areas as top concepts and 54 issues below them, each with what a reader needs", () => {
    assert.strictEqual(rows(`SELECT ?a { <${base}taxonomy> skos:hasTopConcept ?a }`).length, 8)
    assert.strictEqual(
      rows(`SELECT DISTINCT ?i ?n { ?i skos:inScheme <${base}taxonomy>; skos:broader ?a; skos:notation ?n;
        skos:definition ?d; skos:scopeNote ?s; skos:altLabel ?l. ?a skos:topConceptOf <${base}taxonomy> }`)
        .length,
      54
    )
    for (const language of ["en", "fr", "es", "pt", "ru", "ar", "zh"]) {
      assert.strictEqual(
        rows(`SELECT DISTINCT ?c { ?c skos:inScheme <${base}taxonomy>; skos:prefLabel ?l.
          FILTER(lang(?l) = "${language}") }`).length,
        62,
        language
      )
    }
  })

  it("labels no concept with two preferred labels of one language (S14)", () => {
    assert.deepStrictEqual(
      rows(`SELECT ?c { ?c skos:prefLabel ?l } GROUP BY ?c (lang(?l)) HAVING (COUNT(?l) > 1)`),
      []
    )
  })

  it("uses no label of a concept in two ways (S13)", () => {
    for (const [one, other] of [
      ["prefLabel", "altLabel"],
      ["prefLabel", "hiddenLabel"],
      ["altLabel", "hiddenLabel"]
    ]) {
      assert.deepStrictEqual(rows(`SELECT ?c ?l { ?c skos:${one} ?l; skos:${other} ?l }`), [])
    }
  })

  it("keeps concepts and schemes apart (S9)", () => {
    assert.isFalse(ask("ASK { ?x a skos:Concept, skos:ConceptScheme }"))
  })

  it("relates no concept to one above or below it (S27), and none is above itself", () => {
    assert.isFalse(ask("ASK { ?a skos:related ?b. ?a skos:broader+ ?b }"))
    assert.isFalse(ask("ASK { ?a skos:broader+ ?a }"))
  })

  it("says relations in both directions, and matches only what stands in a scheme or with its owner", () => {
    assert.isFalse(ask("ASK { ?a skos:related ?b FILTER NOT EXISTS { ?b skos:related ?a } }"))
    assert.isFalse(ask("ASK { ?a skos:broader ?b FILTER NOT EXISTS { ?b skos:narrower ?a } }"))
    assert.isFalse(
      ask(`ASK { ?a skos:closeMatch|skos:relatedMatch ?b
        FILTER NOT EXISTS { ?b skos:inScheme ?s } FILTER NOT EXISTS { ?b rdfs:label ?l } }`)
    )
    assert.isTrue(
      ask(`ASK { <${base}taxonomy/issue/online-education> skos:relatedMatch
      <http://metadata.un.org/sdg/4> }`)
    )
  })

  it("carries every entry of the crosswalks, and the sub-themes of each year from 2019 to 2025", () => {
    const entries = input.taxonomy.issues.reduce(
      (sum, { crosswalk }) => sum + Object.values(crosswalk).reduce((count, list) => count + list.length, 0),
      0
    )
    assert.strictEqual(
      rows(`SELECT ?i ?t { ?i skos:inScheme <${base}taxonomy>; skos:closeMatch|skos:relatedMatch ?t
        FILTER(!STRSTARTS(STR(?t), "${base}scheme/igf-20")) }`).length,
      entries
    )
    for (const [year, count] of [
      [2019, 3],
      [2020, 4],
      [2021, 6],
      [2022, 5],
      [2023, 8],
      [2024, 4],
      [2025, 4]
    ]) {
      assert.strictEqual(
        rows(`SELECT ?t { <${base}scheme/igf-${year}> skos:hasTopConcept ?t }`).length,
        count,
        String(year)
      )
    }
  })

  it("writes names in Turtle that a person can read", () => {
    assert.match(turtle, /^@prefix dcterms: /mu)
    assert.match(turtle, /skos:prefLabel "Encryption"@en/u)
  })
})

const term = (role: Term["role"], text: string, needs: ReadonlyArray<string> = []): Term => ({
  issue: IssueId.make("encryption"),
  language: LanguageTag.make("en"),
  role,
  strength: 2,
  term: text,
  needs,
  unless: []
})

describe("labels of an issue", () => {
  const issue = Schema.decodeUnknownSync(Issue)({
    id: "encryption",
    area: "security",
    label: "Encryption",
    scopeNote: "Keys",
    related: [],
    crosswalk: { wsis: [], gdc: [], sdg: [], digitalWatch: [], igfCategory: [] }
  })
  it("hide what is right in its context only, and leave out what is no name", () => {
    assert.deepStrictEqual(
      labelsOf(issue, [
        term("hidden", "Cipher"),
        term("alternative", "cipher"),
        term("alternative", "encryption"),
        term("alternative", "key", ["escrow"]),
        term("alternative", "crypt*"),
        term("indicator", "unreadable"),
        term("acronym", "E2EE")
      ]).map(({ kind, text }) => `${kind} ${text}`),
      ["prefLabel Encryption", "altLabel cipher", "altLabel E2EE", "hiddenLabel key"]
    )
  })
})
