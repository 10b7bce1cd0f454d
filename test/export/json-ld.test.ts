/** The digest's JSON as linked data, expanded by a JSON-LD processor. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import jsonld from "jsonld"
import { contextFile, digestContext, digestDocument, renderJson, uriOf } from "../../src/export/index.ts"
import { buildDigest } from "../../src/export/index.ts"
import { earlierInput, sampleInput } from "./sample.ts"

const digest = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })
const published: unknown = JSON.parse(
  readFileSync(new URL(`../../src/export/${contextFile}`, import.meta.url), "utf8")
)

const base = "https://digests.example/2026/digest.json"

/** Nothing is asked of any host but the file beside the digest. */
const documentLoader = (url: string) => {
  assert.strictEqual(url, `https://digests.example/2026/${contextFile}`)
  return Promise.resolve({ document: JSON.parse(JSON.stringify(digestContext())), documentUrl: url })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Every object of a value, itself included. */
const records = (value: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  Array.isArray(value)
    ? value.flatMap(records)
    : isRecord(value)
      ? [value, ...Object.values(value).flatMap(records)]
      : []

// Safe mode fails where anything would be dropped: a term without meaning, a name that is not whole.
const options = { base, documentLoader, safe: true }
const expanded: unknown = await jsonld.expand(JSON.parse(renderJson(digest)), options)
const nodes = records(expanded)
const typed = (type: string) =>
  nodes.filter((node) => Array.isArray(node["@type"]) && node["@type"].includes(type))

describe("the digest as JSON-LD", () => {
  it("has its context published beside the schema, up to date (node scripts/digest-schema.ts writes it)", () => {
    assert.deepStrictEqual(published, digestContext())
  })

  it("loses no term", () => {
    const members = records(JSON.parse(JSON.stringify({ ...digestDocument(digest), labels: null })))
    const keys = new Set(
      members.flatMap((own) =>
        Object.entries(own).flatMap(([key, value]) => (value === null || key.startsWith("@") ? [] : [key]))
      )
    )
    const kept = new Set(nodes.flatMap((node) => Object.keys(node)))
    const lost = [...keys].filter(
      (key) => ![...kept].some((iri) => iri === `urn:tributary:term:${key}` || isMapped(key, kept))
    )
    assert.deepStrictEqual(lost, [])
  })

  it("makes each statement a quotation with language, source and concepts", () => {
    const quotations = typed("https://schema.org/Quotation")
    assert.strictEqual(quotations.length, digest.statements.length)
    const byId = new Map(quotations.map((node) => [node["@id"], node]))
    for (const own of digest.statements) {
      const node = byId.get(uriOf("statement", own.id))
      assert.deepStrictEqual(node?.["https://schema.org/text"], [{ "@value": own.text }])
      assert.deepStrictEqual(node?.["https://schema.org/inLanguage"], [{ "@value": own.language }])
      assert.deepStrictEqual(
        node?.["https://schema.org/about"],
        own.issues.map(({ id }) => ({ "@id": uriOf("issue", id) }))
      )
      assert.deepInclude(node?.["https://schema.org/isPartOf"], {
        "@id": uriOf("output", own.places[0].outputId)
      })
    }
  })

  it("names every concept, output and initiative that it refers to", () => {
    const concepts = typed("http://www.w3.org/2004/02/skos/core#Concept").map((node) => node["@id"])
    assert.sameMembers(
      concepts,
      [...digest.issues, ...digest.notRaised].map(({ id }) => uriOf("issue", id))
    )
    const named = new Set(nodes.filter((node) => "@type" in node).map((node) => node["@id"]))
    for (const own of digest.statements) {
      for (const { id } of own.issues) assert.isTrue(named.has(uriOf("issue", id)), id)
      for (const { initiativeId, outputId } of own.places) {
        assert.isTrue(named.has(uriOf("output", outputId)))
        assert.isTrue(named.has(uriOf("initiative", initiativeId)))
      }
    }
  })

  it("refers by whole names only", () => {
    const creators = nodes.flatMap((node) => node["https://schema.org/creator"] ?? [])
    assert.isNotEmpty(creators)
    for (const creator of records(creators))
      assert.match(String(creator["@id"]), /^urn:tributary:initiative:[a-z0-9-]+$/)
  })
})

/** Whether the context gives a member another name, and that name is there. */
function isMapped(key: string, kept: ReadonlySet<string>): boolean {
  const context = records(published).find((own) => "@vocab" in own && "schema" in own) ?? {}
  const mapping = context[key]
  const iri = typeof mapping === "string" ? mapping : isRecord(mapping) ? String(mapping["@id"]) : ""
  const [prefix = "", name = ""] = iri.split(":")
  const namespace = context[prefix]
  return typeof namespace === "string" && kept.has(`${namespace}${name}`)
}
