/**
 * Identifiers of the published taxonomy: built from the base and from names that do not change.
 */
import type { CrosswalkScheme, SchemeConcept } from "../../domain/index.ts"

/** Lower-case words joined by hyphens: "E-commerce and trade" is `e-commerce-and-trade`. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")

/** The identifiers under one base. */
export const identifiersUnder = (base: string) => ({
  scheme: `${base}taxonomy`,
  area: (id: string) => `${base}taxonomy/area/${id}`,
  issue: (id: string) => `${base}taxonomy/issue/${id}`,
  otherScheme: ({ id, uri }: CrosswalkScheme) => uri ?? `${base}scheme/${id}`,
  otherConcept: ({ label, notation, scheme, uri }: SchemeConcept) =>
    uri ?? `${base}scheme/${scheme}/${notation === "" ? slugOf(label) : notation}`,
  year: (year: number) => `${base}scheme/igf-${year}`,
  subTheme: (year: number, title: string) => `${base}scheme/igf-${year}/${slugOf(title)}`
})
export type Identifiers = ReturnType<typeof identifiersUnder>
