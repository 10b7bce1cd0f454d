/**
 * URLs in two strengths: `normalizeUrl` for what is asked of a server, `canonicalUrl` for what is the same.
 */
export { canonicalUrl } from "./canonical.ts"
export { normalizeUrl } from "./normalize.ts"
