/**
 * Headers that every answer carries, whatever made it (OWASP Secure Headers; CSP Level 3).
 *
 * Style and script are files of our own, so that the policy needs neither `unsafe-inline` nor nonces, and
 * the same page is the same bytes for everybody. An answer that brings a policy of its own keeps it: an
 * archived capture, or the one page that other sites may frame.
 */
import { HttpServerResponse } from "effect/http"

/** The policy of the portal's own pages. */
export const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join("; ")

/** The policy of archived material: nothing acts, nothing is fetched, and it has an origin of its own. */
export const archivePolicy = [
  "sandbox",
  "default-src 'none'",
  "style-src 'self'",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'"
].join("; ")

/** The policy of what other sites may show in a frame: it may be framed, and holds no form and no script. */
export const embedPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors *"
].join("; ")

const permissions = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking"
]
  .map((name) => `${name}=()`)
  .join(", ")

const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  // Forms of the same origin still say where they come from, which the check of their origin needs.
  "referrer-policy": "same-origin",
  "permissions-policy": permissions,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-permitted-cross-domain-policies": "none"
}

/** Adds what is lacking; `secure` when readers reach the portal by https. */
export const withSecurityHeaders = (
  response: HttpServerResponse.HttpServerResponse,
  secure: boolean
): HttpServerResponse.HttpServerResponse => {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(always)) {
    if (response.headers[name] === undefined) headers[name] = value
  }
  const policy = response.headers["content-security-policy"] ?? pagePolicy
  headers["content-security-policy"] = policy
  if (policy.includes("frame-ancestors 'none'")) headers["x-frame-options"] = "DENY"
  if (secure) headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"
  if (response.headers["cache-control"] === undefined) headers["cache-control"] = "no-store"
  return HttpServerResponse.setHeaders(response, headers)
}
