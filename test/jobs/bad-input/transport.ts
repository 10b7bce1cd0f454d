/** Bad input on the way: packing, lengths, time, redirects, addresses, robots.txt, status. */
import { brotliCompressSync, gzipSync, zstdCompressSync } from "node:zlib"
import {
  body,
  drip,
  emptiness,
  endless,
  entry,
  feed,
  gzippedEmptiness,
  hangsUp,
  html,
  leadsTo,
  packed,
  raw,
  status,
  stops
} from "./answers.ts"
import type { Row } from "./row.ts"

const news = feed([])
const noise = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919 + (index >> 3)) & 255))
const failed = { outcome: "network-error", says: "tried again" } as const

export const transport: ReadonlyArray<Row> = [
  {
    source: "that is a gzip bomb",
    door: packed("gzip", gzippedEmptiness),
    outcome: "too-large",
    says: "unpacks to more than"
  },
  {
    source: "that is a brotli bomb",
    door: packed("br", brotliCompressSync(emptiness)),
    outcome: "too-large",
    says: "unpacks to more than"
  },
  {
    source: "that is a zstd bomb",
    door: packed("zstd", zstdCompressSync(emptiness)),
    outcome: "too-large",
    says: "unpacks to more than"
  },
  {
    source: "that is a small bomb, within the limit of size",
    door: packed("gzip", gzipSync(Buffer.alloc(6 * 1024 * 1024, 32))),
    outcome: "too-large",
    says: "200 times"
  },
  {
    source: "that is a bomb in a bomb",
    door: packed("gzip, gzip", gzipSync(gzippedEmptiness)),
    outcome: "too-large",
    says: "unpacks to more than"
  },
  {
    source: "that is packed three times over",
    door: packed("gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(news)))),
    outcome: "bad-encoding",
    says: "3 times"
  },
  {
    source: "that says gzip and is plain",
    door: packed("gzip", Buffer.from(news)),
    outcome: "bad-encoding",
    says: "damaged"
  },
  {
    source: "whose gzip is cut short",
    door: packed("gzip", gzipSync(news).subarray(0, 40)),
    outcome: "bad-encoding",
    says: "damaged"
  },
  {
    source: "whose packing nobody knows",
    door: packed("aes128gcm", noise.subarray(0, 90)),
    outcome: "bad-encoding",
    says: "aes128gcm"
  },
  {
    source: "that never stops sending",
    door: endless(noise, "application/rss+xml"),
    outcome: "too-large",
    says: "larger than"
  },
  {
    source: "that announces 1 GB",
    door: body("", "application/rss+xml", { "content-length": "1073741824" }),
    outcome: "too-large",
    says: "TRIBUTARY_MAX_BYTES"
  },
  {
    source: "that sends a byte at a time",
    door: drip("application/rss+xml"),
    outcome: "too-slow",
    says: "did not finish"
  },
  { source: "that never answers", door: () => undefined, outcome: "too-slow", says: "did not" },
  { source: "that stops in the middle", door: stops, outcome: "too-slow", says: "" },
  { source: "that hangs up in the middle", door: hangsUp, ...failed, says: "closed the connection" },
  {
    source: "that hangs up at once",
    door: (request) => void request.socket.destroy(),
    ...failed,
    says: "closed the connection"
  },
  {
    source: "that announces more than it sends",
    door: raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n<rss><channel>"),
    ...failed,
    says: "another length"
  },
  {
    source: "that announces less than it sends",
    door: raw(
      `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 60\r\nConnection: close\r\n\r\n${news}`
    ),
    outcome: "ok",
    alarm: "lists-nothing-any-more",
    says: "now lists none",
    warns: "cut off"
  },
  {
    source: "that announces two lengths",
    door: raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"),
    ...failed
  },
  {
    source: "that breaks its chunks",
    door: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc"),
    outcome: "network-error",
    says: "proper HTTP"
  },
  {
    source: "that does not speak HTTP",
    door: raw("220 mail.example ESMTP ready\r\n"),
    outcome: "network-error",
    says: "proper HTTP"
  },
  {
    source: "with headers of 100 KiB",
    door: body(news, "text/xml", { "x-long": "a".repeat(100_000) }),
    outcome: "too-large",
    says: "headers"
  },
  {
    source: "that leads to a certificate of its own making",
    door: leadsTo(() => "https://secure.example/"),
    outcome: "tls-error",
    says: "self-signed"
  },
  {
    source: "that redirects to itself",
    door: leadsTo((path) => path),
    outcome: "redirect-loop",
    says: "circle"
  },
  {
    source: "that redirects for ever",
    door: leadsTo((path) => `${path}x`),
    pages: Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        `/source${"x".repeat(index + 1)}`,
        leadsTo((path) => `${path}x`)
      ])
    ),
    outcome: "redirect-loop",
    says: "More than 5 redirects"
  },
  {
    source: "that redirects to a private address",
    door: leadsTo(() => "http://10.0.0.7/feed"),
    outcome: "blocked-address",
    says: "private"
  },
  {
    source: "that redirects to a private address as one number",
    door: leadsTo(() => "http://167772167/feed"),
    outcome: "blocked-address",
    says: "10.0.0.7"
  },
  {
    source: "that redirects to the keys of the cloud",
    door: leadsTo(() => "http://169.254.169.254/latest/meta-data/"),
    outcome: "blocked-address",
    says: "link-local"
  },
  {
    source: "that redirects to an IPv4 address in IPv6",
    door: leadsTo(() => "http://[::ffff:192.168.1.1]/"),
    outcome: "blocked-address",
    says: "private"
  },
  {
    source: "that redirects to a host whose name leads inside",
    door: leadsTo(() => "http://inside.example/feed"),
    outcome: "blocked-address",
    says: "inside.example leads to 192.168.0.9"
  },
  {
    source: "that redirects to the port of a database",
    door: leadsTo(() => "http://8.8.8.8:5432/"),
    outcome: "blocked-port",
    says: "port 5432"
  },
  {
    source: "that redirects to a file",
    door: leadsTo(() => "file:///etc/passwd"),
    outcome: "bad-redirect",
    says: "not an http or https"
  },
  {
    source: "that redirects with a password",
    door: leadsTo(() => "http://admin:admin@forum.example/"),
    outcome: "bad-redirect",
    says: "password"
  },
  {
    source: "that redirects to an address of 9,000 characters",
    door: leadsTo(() => `/${"a".repeat(9_000)}`),
    outcome: "bad-redirect",
    says: "8,192"
  },
  {
    source: "whose name leads inside at the second look-up",
    door: null,
    outcome: "blocked-address",
    says: "leads to 10.0.0.7"
  },
  {
    source: "whose robots.txt never ends",
    door: body(feed([entry("/first", "Good")])),
    robots: endless("User-agent: *\nDisallow: /admin\n".repeat(100), "text/plain"),
    outcome: "ok",
    says: "1 item(s) listed"
  },
  {
    source: "that its robots.txt closes",
    door: null,
    robots: body("User-agent: *\nDisallow: /source", "text/plain"),
    outcome: "blocked-by-robots",
    says: "asks Tributary not to read /source"
  },
  {
    source: "whose robots.txt fails",
    door: null,
    robots: status(503),
    outcome: "blocked-by-robots",
    says: "RFC 9309"
  },
  {
    source: "that wants to be asked in a year",
    door: status(429, { "retry-after": "31536000" }),
    outcome: "rate-limited",
    says: "24 hours",
    next: "Its server asks for this pause."
  },
  {
    source: "that wants a pause before the beginning of time",
    door: status(429, { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }),
    outcome: "rate-limited",
    says: "pause"
  },
  { source: "that fails", door: status(500), outcome: "server-error", says: "tried again" },
  { source: "that is not there", door: status(404), outcome: "not-found", says: "check the address" },
  { source: "that is gone", door: status(410), outcome: "gone", says: "retire it" },
  { source: "that is closed", door: status(403), outcome: "refused", says: "ask its owner" },
  {
    source: "that says unchanged to whom it never gave anything",
    door: status(304),
    outcome: "unexpected-status",
    says: "304"
  },
  {
    source: "that puts a bot filter before itself",
    door: html("<title>Just a moment...</title><script>window._cf_chl_opt = {}</script>"),
    outcome: "challenge",
    says: "upload the document"
  },
  {
    source: "that is a film",
    door: endless(noise, "video/mp4"),
    outcome: "unsupported-media",
    says: "holds no text"
  }
]
