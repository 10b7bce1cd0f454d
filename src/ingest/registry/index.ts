/** The registry of initiatives and sources, and its files. */
export { RegistryError, type RegistryFile } from "./content.ts"
export { decodeCsv, encodeInitiatives, encodeSources } from "./csv.ts"
export { knownRegistry } from "./known.ts"
export { decodeOpml, encodeOpml } from "./opml.ts"
export { type ImportReport, Registry, type RegistryFilter, type RegistryFormat } from "./registry.ts"
