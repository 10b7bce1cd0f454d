import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { VisitOutcome } from "../../../src/domain/index.ts"
import type { VisitSettings } from "../../../src/ingest/visit/config.ts"
import { Visitor } from "../../../src/ingest/visit/visitor.ts"
import { serve, serveRaw, visitorWith, type Behaviour } from "./server.ts"

const page = "<!doctype html><title>Messages</title><p>Access must be affordable."

interface Row {
  readonly server: string
  readonly does: Behaviour
  readonly outcome: VisitOutcome
  /** A word of the message. */
  readonly says: string | RegExp
  readonly path?: string
  readonly settings?: Partial<VisitSettings>
  readonly etag?: string
  readonly robots?: boolean
  readonly status?: number | null
  readonly body?: string
  readonly bytes?: number
}

const html =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Behaviour =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body)

const status =
  (code: number, headers: Record<string, string> = {}, body = ""): Behaviour =>
  (_, response) =>
    response.writeHead(code, headers).end(body)

const packed = (coding: string, body: Uint8Array) => html(body, { "content-encoding": coding })

const redirect =
  (to: (path: string) => string | null, code = 302): Behaviour =>
  (request, response) => {
    const target = to(request.url ?? "/")
    if (target === null) html(page)(request, response)
    else response.writeHead(code, { location: target }).end("moved")
  }

const robots =
  (body: string, code = 200): Behaviour =>
  (request, response) => {
    if (request.url === "/robots.txt") response.writeHead(code, { "content-type": "text/plain" }).end(body)
    else html(page)(request, response)
  }

/** Writes one byte every so often until the connection goes. */
const drip: Behaviour = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" })
  const timer = setInterval(() => response.write("a"), 40)
  response.on("close", () => clearInterval(timer))
}

/** Writes as fast as the connection takes it, for ever. */
const endless =
  (chunk: Uint8Array, headers: Record<string, string> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/html", ...headers })
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on("drain", write)
    write()
  }

const zeros = Buffer.alloc(40 * 1024 * 1024)
const noise = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919 + (index >> 3)) & 255))
const challenge = "<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt = {}</script>"

const rows: ReadonlyArray<Row> = [
  { server: "gives a page", does: html(page), outcome: "ok", says: "text/html", body: page, status: 200 },
  { server: "gives an empty page", does: html(""), outcome: "ok", says: "0 bytes", bytes: 0 },
  { server: "gives 204", does: status(204), outcome: "ok", says: "0 bytes", bytes: 0, status: 204 },
  {
    server: "states no type",
    does: status(200, {}, page),
    outcome: "ok",
    says: "no stated type",
    body: page
  },
  {
    server: "packs with gzip",
    does: packed("gzip", gzipSync(page)),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs with x-gzip",
    does: packed("X-GZip", gzipSync(page)),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs with br",
    does: packed("br", brotliCompressSync(page)),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs with zstd",
    does: packed("zstd", zstdCompressSync(page)),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs with deflate",
    does: packed("deflate", deflateSync(page)),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs with bare deflate",
    does: packed("deflate", deflateRawSync(page)),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs twice",
    does: packed("gzip, br", brotliCompressSync(gzipSync(page))),
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "packs three times",
    does: packed("gzip, gzip, gzip", gzipSync(gzipSync(gzipSync(page)))),
    outcome: "bad-encoding",
    says: "3 times"
  },
  {
    server: "packs with compress",
    does: packed("compress", gzipSync(page)),
    outcome: "bad-encoding",
    says: "compress"
  },
  {
    server: "says gzip and sends plain text",
    does: packed("gzip", Buffer.from(page)),
    outcome: "bad-encoding",
    says: "damaged",
    status: 200
  },
  {
    server: "cuts a gzip body short",
    does: packed("gzip", gzipSync(page).subarray(0, 30)),
    outcome: "bad-encoding",
    says: "damaged"
  },
  {
    server: "spoils a br body",
    does: packed("br", Buffer.from("no brotli at all, not even nearly")),
    outcome: "bad-encoding",
    says: "damaged"
  },
  {
    server: "spoils a zstd body",
    does: packed("zstd", Buffer.from("no zstd at all")),
    outcome: "bad-encoding",
    says: "damaged"
  },
  {
    server: "says gzip of nothing",
    does: packed("gzip", Buffer.alloc(0)),
    outcome: "ok",
    says: "0 bytes",
    bytes: 0
  },
  {
    server: "sends a gzip bomb",
    does: packed("gzip", gzipSync(zeros)),
    outcome: "too-large",
    says: "256 KiB"
  },
  {
    server: "sends a gzip bomb below the limit",
    does: packed("gzip", gzipSync(zeros)),
    outcome: "too-large",
    says: "200 times",
    settings: { maxBytes: 64 * 1024 * 1024 }
  },
  {
    server: "sends a br bomb",
    does: packed("br", brotliCompressSync(zeros)),
    outcome: "too-large",
    says: "TRIBUTARY_MAX_BYTES"
  },
  {
    server: "announces more than is taken",
    does: html("", { "content-length": "999999999" }),
    outcome: "too-large",
    says: "256 KiB",
    status: 200
  },
  {
    server: "sends more than is taken",
    does: (_, response) => void response.writeHead(200).end(noise),
    outcome: "too-large",
    says: "larger than 256 KiB"
  },
  { server: "never stops sending", does: endless(noise), outcome: "too-large", says: "256 KiB" },
  {
    server: "sends headers of 100 KiB",
    does: html(page, { "x-long": "a".repeat(100_000) }),
    outcome: "too-large",
    says: "headers"
  },
  {
    server: "sends an endless error page",
    does: (_, response) => {
      response.writeHead(500)
      endlessInto(response)
    },
    outcome: "server-error",
    says: "500"
  },
  {
    server: "never answers",
    does: () => undefined,
    outcome: "too-slow",
    says: "did not answer",
    settings: { visitTimeout: 5000 }
  },
  {
    server: "stops in the middle",
    does: (_, response) => void response.writeHead(200).write("<p>Acc"),
    outcome: "too-slow",
    says: "middle",
    settings: { visitTimeout: 5000 }
  },
  { server: "drips a byte at a time", does: drip, outcome: "too-slow", says: "did not finish within 800 ms" },
  {
    server: "hangs up before answering",
    does: (request) => request.socket.destroy(),
    outcome: "network-error",
    says: "closed the connection"
  },
  {
    server: "hangs up in the middle",
    does: (request, response) => {
      response.writeHead(200, { "content-length": "1000" })
      response.write("<p>")
      setTimeout(() => request.socket.destroy(), 20)
    },
    outcome: "network-error",
    says: "closed the connection",
    status: 200
  },
  {
    server: "answers 304 to validators",
    does: status(304, { etag: '"b"' }),
    etag: '"a"',
    outcome: "not-modified",
    says: "has not changed",
    status: 304
  },
  { server: "answers 304 unasked", does: status(304), outcome: "unexpected-status", says: "304" },
  { server: "answers 206 unasked", does: status(206, {}, "half"), outcome: "unexpected-status", says: "206" },
  { server: "answers 300", does: status(300), outcome: "unexpected-status", says: "300" },
  { server: "answers 400", does: status(400), outcome: "unexpected-status", says: "400" },
  { server: "answers 401", does: status(401), outcome: "refused", says: "ask its owner" },
  { server: "answers 403", does: status(403), outcome: "refused", says: "403" },
  { server: "answers 451", does: status(451), outcome: "refused", says: "451" },
  {
    server: "answers 404",
    does: html("<h1>Not here", {}, 404),
    outcome: "not-found",
    says: "check the address",
    status: 404
  },
  { server: "answers 410", does: status(410), outcome: "gone", says: "retire it" },
  { server: "answers 429", does: status(429), outcome: "rate-limited", says: "pause of 60 s" },
  {
    server: "answers 429 with seconds",
    does: status(429, { "retry-after": "7" }),
    outcome: "rate-limited",
    says: "pause of 7 s"
  },
  {
    server: "answers 429 for a year",
    does: status(429, { "retry-after": "31536000" }),
    outcome: "rate-limited",
    says: "24 hours"
  },
  {
    server: "answers 503 with a pause",
    does: status(503, { "retry-after": "90" }),
    outcome: "server-error",
    says: "pause of 90 s"
  },
  { server: "answers 500", does: status(500), outcome: "server-error", says: "tried again" },
  { server: "answers 599", does: status(599), outcome: "server-error", says: "599" },
  {
    server: "serves a Cloudflare challenge",
    does: html(challenge, {}, 403),
    outcome: "challenge",
    says: "Cloudflare",
    status: 403
  },
  {
    server: "marks a challenge in a header",
    does: status(403, { "cf-mitigated": "challenge" }),
    outcome: "challenge",
    says: "upload"
  },
  {
    server: "serves a challenge as 200",
    does: html(`<script id="anubis_challenge" type="application/json">{}</script>`),
    outcome: "challenge",
    says: "Anubis"
  },
  {
    server: "packs its challenge",
    does: html(gzipSync(challenge), { "content-encoding": "gzip" }, 503),
    outcome: "challenge",
    says: "Cloudflare"
  },
  {
    server: "writes about Cloudflare",
    does: html("<title>Just a moment: on Cloudflare</title><p>cf_chl_opt"),
    outcome: "ok",
    says: "gave"
  },
  {
    server: "serves a video",
    does: html("x", { "content-type": "video/mp4" }),
    outcome: "unsupported-media",
    says: "video/mp4"
  },
  {
    server: "serves an endless video",
    does: endless(noise, { "content-type": "VIDEO/mp4" }),
    outcome: "unsupported-media",
    says: "holds no text"
  },
  {
    server: "redirects once",
    does: redirect((path) => (path === "/" ? "/new" : null)),
    outcome: "ok",
    says: "/new",
    body: page
  },
  {
    server: "redirects five times",
    does: redirect((path) => (path.length < 6 ? `${path}a` : null)),
    outcome: "ok",
    says: "/aaaaa",
    body: page
  },
  {
    server: "redirects six times",
    does: redirect((path) => (path.length < 7 ? `${path}a` : null)),
    outcome: "redirect-loop",
    says: /More than 5.*\/a → .*\/aa → /
  },
  {
    server: "redirects to itself",
    does: redirect((path) => path),
    outcome: "redirect-loop",
    says: "circle",
    status: 302
  },
  {
    server: "redirects in a circle of two",
    does: redirect((path) => (path === "/" ? "/b" : "/")),
    outcome: "redirect-loop",
    says: "→"
  },
  {
    server: "redirects to ftp",
    does: redirect(() => "ftp://kigf.example/x"),
    outcome: "bad-redirect",
    says: "not an http or https"
  },
  {
    server: "redirects to a script",
    does: redirect(() => "javascript:alert(1)"),
    outcome: "bad-redirect",
    says: "owner must mend"
  },
  {
    server: "redirects to nonsense",
    does: redirect(() => "http://"),
    outcome: "bad-redirect",
    says: "is not an address"
  },
  {
    server: "redirects with a password",
    does: redirect(() => "http://a:b@kigf.example/"),
    outcome: "bad-redirect",
    says: "password"
  },
  {
    server: "redirects to the cloud's metadata",
    does: redirect(() => "http://169.254.169.254/latest/meta-data/"),
    outcome: "blocked-address",
    says: "link-local"
  },
  {
    server: "redirects to a private address",
    does: redirect(() => "http://10.0.0.1/"),
    outcome: "blocked-address",
    says: "TRIBUTARY_ALLOW_NETS"
  },
  {
    server: "redirects to a mapped address",
    does: redirect(() => "http://[::ffff:192.168.1.1]/"),
    outcome: "blocked-address",
    says: "private"
  },
  { server: "redirects without saying where", does: status(302), outcome: "unexpected-status", says: "302" },
  {
    server: "is closed by robots.txt",
    does: robots("User-agent: *\nDisallow: /"),
    robots: true,
    outcome: "blocked-by-robots",
    says: "Tributary",
    status: null
  },
  {
    server: "is closed to us by name",
    does: robots("User-agent: *\nAllow: /\n\nUser-agent: TRIBUTARY\nDisallow: /private"),
    robots: true,
    path: "/private/x",
    outcome: "blocked-by-robots",
    says: "/private/x"
  },
  {
    server: "is open by robots.txt",
    does: robots("User-agent: *\nDisallow: /admin"),
    robots: true,
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "fails at robots.txt",
    does: robots("", 500),
    robots: true,
    outcome: "blocked-by-robots",
    says: "500"
  },
  {
    server: "asks for a pause at robots.txt",
    does: robots("", 429),
    robots: true,
    outcome: "rate-limited",
    says: "pause"
  },
  {
    server: "refuses robots.txt",
    does: robots("", 403),
    robots: true,
    outcome: "ok",
    says: "gave",
    body: page
  },
  {
    server: "never answers robots.txt",
    does: (request, response) => {
      if (request.url !== "/robots.txt") html(page)(request, response)
    },
    robots: true,
    outcome: "too-slow",
    says: "did not answer",
    settings: { visitTimeout: 5000 }
  },
  {
    server: "redirects into what robots.txt closes",
    does: (request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/admin/x" }).end()
      else robots("User-agent: *\nDisallow: /admin")(request, response)
    },
    robots: true,
    outcome: "blocked-by-robots",
    says: "/admin/x"
  },
  {
    server: "has an endless robots.txt",
    does: (request, response) => {
      if (request.url === "/robots.txt")
        endless(Buffer.from("User-agent: *\nDisallow: /admin\n".repeat(100)))(request, response)
      else html(page)(request, response)
    },
    robots: true,
    outcome: "ok",
    says: "gave",
    body: page,
    settings: { visitTimeout: 5000 }
  }
]

function endlessInto(response: Parameters<Behaviour>[1]): void {
  const write = () => {
    while (!response.destroyed && response.write(noise));
  }
  response.on("drain", write)
  write()
}

const holds = (message: string, says: string | RegExp) =>
  typeof says === "string" ? assert.include(message, says) : assert.match(message, says)

describe("a visit to a server that", () => {
  for (const row of rows) {
    it.live(`${row.server} is ${row.outcome}`, () =>
      Effect.gen(function* () {
        const { port } = yield* serve(row.does, { robots: row.robots ?? false })
        const visitor = yield* Visitor
        const result = yield* visitor.visit({
          etag: row.etag ?? null,
          purpose: "source",
          url: `http://127.0.0.1:${port}${row.path ?? "/"}`
        })
        assert.strictEqual(result.outcome, row.outcome, result.message)
        holds(result.message, row.says)
        assert.match(result.message, /\S.*\.$/)
        if (row.status !== undefined) assert.strictEqual(result.status, row.status)
        if (row.body !== undefined)
          assert.strictEqual(Buffer.from(result.body ?? []).toString("utf8"), row.body)
        if (row.bytes !== undefined) assert.strictEqual(result.bytes, row.bytes)
        if (row.outcome !== "ok") assert.isNull(result.body)
      }).pipe(Effect.provide(visitorWith(row.settings)))
    )
  }
})

const rawRows: ReadonlyArray<readonly [string, string, VisitOutcome, string]> = [
  ["does not speak HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "network-error", "does not answer in proper HTTP"],
  [
    "sends less than it announced",
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nshort",
    "network-error",
    "sent another length"
  ],
  [
    "sends more than it announced",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nlonger",
    "ok",
    "2 bytes"
  ],
  [
    "announces two lengths",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
    "network-error",
    "sent another length"
  ],
  [
    "breaks its chunks",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "network-error",
    "does not answer in proper HTTP"
  ],
  ["ends by closing", "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nold but fine", "ok", "12 bytes"],
  [
    "redirects to an address in UTF-8",
    "HTTP/1.1 302 Found\r\nLocation: ftp://x/caf\u00c3\u00a9\r\nContent-Length: 0\r\n\r\n",
    "bad-redirect",
    "ftp://x/caf"
  ]
]

describe("a visit to a machine that", () => {
  for (const [machine, answer, outcome, says] of rawRows) {
    it.live(`${machine} is ${outcome}`, () =>
      Effect.gen(function* () {
        const { port } = yield* serveRaw((socket) => socket.end(answer, "latin1"))
        const visitor = yield* Visitor
        const result = yield* visitor.visit({ purpose: "source", url: `http://127.0.0.1:${port}/` })
        assert.strictEqual(result.outcome, outcome, result.message)
        assert.include(result.message, says)
      }).pipe(Effect.provide(visitorWith()))
    )
  }

  it.live("refuses connections is network-error", () =>
    Effect.gen(function* () {
      const { port, close } = yield* serveRaw(() => undefined)
      close()
      const visitor = yield* Visitor
      const result = yield* visitor.visit({ purpose: "source", url: `http://127.0.0.1:${port}/` })
      assert.strictEqual(result.outcome, "network-error")
      assert.include(result.message, "refuses connections")
    }).pipe(Effect.provide(visitorWith()))
  )

  it.live("shows a certificate of its own making is tls-error", () =>
    Effect.gen(function* () {
      const { port } = yield* serve(html(page), { tls: true })
      const visitor = yield* Visitor
      const result = yield* visitor.visit({ purpose: "source", url: `https://127.0.0.1:${port}/` })
      assert.strictEqual(result.outcome, "tls-error")
      assert.include(result.message, "self-signed")
    }).pipe(Effect.provide(visitorWith()))
  )
})

const closedDoors: ReadonlyArray<readonly [string, VisitOutcome, string]> = [
  ["", "bad-url", "is not an address"],
  ["kigf.or.ke", "bad-url", "is not an address"],
  ["ftp://kigf.or.ke/", "bad-url", "not an http or https"],
  ["file:///etc/passwd", "bad-url", "not an http or https"],
  ["javascript:alert(1)", "bad-url", "not an http or https"],
  ["http://user:secret@kigf.or.ke/", "bad-url", "user name or password"],
  [`http://kigf.or.ke/${"a".repeat(9000)}`, "bad-url", "8,192"],
  ["http://10.1.2.3/", "blocked-address", "10.1.2.3 is a private address"],
  ["http://192.168.1.1/", "blocked-address", "TRIBUTARY_ALLOW_NETS"],
  ["http://172.31.255.255/", "blocked-address", "private"],
  ["http://169.254.169.254/", "blocked-address", "link-local"],
  ["http://100.64.0.1/", "blocked-address", "carrier"],
  ["http://0/", "blocked-address", "this machine"],
  ["http://2130706433:81/", "blocked-address", "loopback"],
  ["http://0x7f.1/", "blocked-address", "loopback"],
  ["http://0300.0250.1.1/", "blocked-address", "192.168.1.1"],
  ["http://224.0.0.1/", "blocked-address", "multicast"],
  ["http://255.255.255.255/", "blocked-address", "reserved"],
  ["http://[::1]/", "blocked-address", "loopback"],
  ["http://[::]/", "blocked-address", "this machine"],
  ["http://[fe80::1]/", "blocked-address", "link-local"],
  ["http://[fd00:ec2::254]/", "blocked-address", "private"],
  ["http://[ff02::1]/", "blocked-address", "multicast"],
  ["http://[::ffff:127.0.0.1]/", "blocked-address", "loopback"],
  ["http://[64:ff9b::10.0.0.1]/", "blocked-address", "private"],
  ["http://[2002:7f00:1::]/", "blocked-address", "6to4"],
  ["http://[2001:0:53aa::1]/", "blocked-address", "Teredo"],
  ["http://[2001:db8::1]/", "blocked-address", "documentation"],
  ["http://8.8.8.8:22/", "blocked-port", "TRIBUTARY_ALLOW_PORTS"],
  ["http://8.8.8.8:6379/", "blocked-port", "port 6379"],
  ["https://[2606:4700::1]:8443/", "blocked-port", "8443"]
]

describe("without permission", () => {
  for (const [url, outcome, says] of closedDoors) {
    it.live(`${url.slice(0, 50)} is ${outcome}`, () =>
      Effect.gen(function* () {
        const visitor = yield* Visitor
        const result = yield* visitor.visit({ purpose: "source", url })
        assert.strictEqual(result.outcome, outcome, result.message)
        assert.include(result.message, says)
        assert.isNull(result.status)
      }).pipe(Effect.provide(visitorWith({ allowNets: [] })))
    )
  }
})
