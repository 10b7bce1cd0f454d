/** What holds for every answer of the portal: languages, errors, headers, caching, forms, addresses. */
import { connect } from "node:net"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { digestLanguages } from "../../src/domain/languages.ts"
import { acceptedLanguage, splitPrefix } from "../../src/portal/language.ts"
import { serveFilled, type Served } from "./served.ts"

describe("The portal's server", () => {
  let portal: Served | undefined
  const served = (): Served => {
    if (portal === undefined) throw new Error("the portal did not start")
    return portal
  }
  beforeAll(async () => {
    portal = await serveFilled({ operator: "IGF Secretariat" })
  })
  afterAll(() => portal?.stop())

  it("leads to the language that the reader's browser asks for, and keeps the query", async () => {
    const response = await served().get("/?q=net", { "accept-language": "de, pt-BR;q=0.8, en;q=0.5" })
    assert.strictEqual(response.status, 302)
    assert.strictEqual(response.headers.get("location"), "/pt/?q=net")
    assert.strictEqual(response.headers.get("vary"), "Accept-Language")
  })

  it("follows ?lang= before the browser's wish, from a page in another language too", async () => {
    assert.strictEqual((await served().get("/?lang=ru")).headers.get("location"), "/ru/")
    assert.strictEqual((await served().get("/en/?lang=zh")).headers.get("location"), "/zh/")
    assert.strictEqual((await served().get("/en/?lang=//evil.example")).headers.get("location"), "/en/")
  })

  it("writes each page in the language of its address, from the side where its script begins", async () => {
    for (const lang of digestLanguages) {
      const text = await (await served().get(`/${lang}/`)).text()
      assert.include(text, lang === "ar" ? 'dir="rtl"' : 'dir="ltr"')
      assert.include(text, "IGF Secretariat")
    }
  })

  it("says with a page and a sentence what went wrong", async () => {
    const missing = await served().get("/en/no-such-page")
    assert.strictEqual(missing.status, 404)
    assert.include(await missing.text(), "There is nothing here")
    const wrong = await served().post("/en/", {})
    assert.strictEqual(wrong.status, 405)
    assert.strictEqual(wrong.headers.get("allow"), "GET")
    assert.include(await wrong.text(), "This cannot be done here")
  })

  it("sends its security headers with every answer, errors and files too", async () => {
    for (const path of ["/", "/en/", "/en/none", "/favicon.ico", "/assets/none.css"]) {
      const { headers } = await served().get(path)
      assert.strictEqual(headers.get("x-content-type-options"), "nosniff", path)
      assert.strictEqual(headers.get("referrer-policy"), "same-origin", path)
      assert.include(headers.get("permissions-policy"), "camera=()", path)
      const policy = headers.get("content-security-policy") ?? ""
      assert.include(policy, "default-src 'none'", path)
      assert.include(policy, "frame-ancestors 'none'", path)
      assert.notInclude(policy, "unsafe", path)
    }
  })

  it("gives a visitor no cookie, other sites no permission, and nobody the name of its software", async () => {
    for (const path of ["/en/", "/en/search?q=x", "/en/none", "/robots.txt"]) {
      const { headers } = await served().get(path, { origin: "https://evil.example" })
      for (const name of ["set-cookie", "access-control-allow-origin", "server", "x-powered-by"]) {
        assert.isNull(headers.get(name), `${name} ${path}`)
      }
    }
  })

  it("answers that nothing changed when the reader has the page already", async () => {
    const first = await served().get("/en/")
    const etag = first.headers.get("etag") ?? ""
    assert.match(etag, /^W\/"/)
    const again = await served().get("/en/", { "if-none-match": etag })
    assert.strictEqual(again.status, 304)
    assert.strictEqual(await again.text(), "")
  })

  it("names its style sheet by its content, so that it may be kept for ever", async () => {
    const text = await (await served().get("/en/")).text()
    const [, path = ""] = /href="(\/assets\/portal-[0-9a-f]{12}\.css)"/.exec(text) ?? []
    const response = await served().get(path, { "accept-encoding": "br" })
    assert.strictEqual(response.status, 200)
    assert.include(response.headers.get("cache-control"), "immutable")
    assert.strictEqual(response.headers.get("content-encoding"), "br")
    assert.include(await response.text(), "--ink")
  })

  it("answers HEAD like GET, without a body", async () => {
    const response = await fetch(new URL("en/", served().url), { method: "HEAD" })
    assert.strictEqual(response.status, 200)
    assert.strictEqual(await response.text(), "")
  })

  it("refuses requests that are no HTTP, and outlives them", async () => {
    const { hostname, port } = new URL(served().url)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      let text = ""
      socket.on("data", (chunk) => (text += chunk.toString()))
      socket.on("close", () => resolve(text))
      socket.on("error", reject)
      socket.end("BLURB / HTTP/9.9\r\n\r\n")
    })
    assert.match(answer, /^HTTP\/1\.1 4/)
    assert.strictEqual((await served().get("/en/")).status, 200)
  })

  it("never fails for an address that somebody typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
        const path = `/en/${encodeURIComponent(text.toWellFormed())}?${encodeURIComponent(text.toWellFormed())}`
        assert.isBelow((await served().get(path)).status, 500)
      }),
      { numRuns: 40 }
    )
  })
})

describe("The language of a request", () => {
  it("is the accepted one of highest quality that the portal speaks", () => {
    assert.strictEqual(acceptedLanguage(undefined), "en")
    assert.strictEqual(acceptedLanguage("de"), "en")
    assert.strictEqual(acceptedLanguage("en;q=0.4, zh-TW;q=0.9, *;q=0.1"), "zh")
    assert.strictEqual(acceptedLanguage("fr;q=0, es;q=0.2"), "es")
  })

  it("is split from the path without losing anything", () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const { path: rest, prefix } = splitPrefix(`/${path}`)
        const whole = prefix === null ? rest : `/${prefix}${rest}`
        assert.include([`/${path}`, `/${path}/`, `/${path}`.replace("?", "/?")], whole)
      })
    )
    assert.deepStrictEqual(splitPrefix("/fr"), { prefix: "fr", path: "/" })
    assert.deepStrictEqual(splitPrefix("/frog"), { prefix: null, path: "/frog" })
  })
})

describe("A second portal on the same port", () => {
  it.effect("says that the port is taken, and by what to name another", () =>
    Effect.gen(function* () {
      const first = yield* Effect.promise(() => serveFilled())
      const port = Number(new URL(first.url).port)
      const error = yield* Effect.tryPromise({
        try: () => serveFilled({ port }),
        catch: (cause) => String(cause)
      }).pipe(Effect.flip)
      assert.include(error, `Port ${port} of 127.0.0.1 is taken`)
      yield* Effect.promise(() => first.stop())
    })
  )
})
