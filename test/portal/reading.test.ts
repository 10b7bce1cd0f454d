/** The pages for readers, over HTTP: what they hold, how large they are, what they refuse, what they cost. */
import { StatementSync } from "node:sqlite"
import { setTimeout as wait } from "node:timers/promises"
import { afterAll, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { Effect } from "effect"
import { countingKinds, InitiativeId, IsoDate, OutputId } from "../../src/domain/index.ts"
import { Initiatives, Outputs, Store } from "../../src/store/index.ts"
import { serveFilled, type Served } from "./served.ts"

const largest = 150_000

const first = (html: string, pattern: RegExp): string => {
  const found = pattern.exec(html)?.[0]
  if (found === undefined) throw new Error(`${String(pattern)} is not on the page`)
  return found
}

describe("The pages for readers", () => {
  let portal: Served | undefined
  const served = (): Served => {
    if (portal === undefined) throw new Error("the portal did not start")
    return portal
  }
  const text = async (path: string): Promise<string> => {
    const response = await served().get(path)
    assert.strictEqual(response.status, 200, path)
    return response.text()
  }
  beforeAll(async () => {
    portal = await serveFilled()
    // A busy machine is told to ask again while the digest is prepared; the limit of the hook ends the waiting.
    while ((await portal.get("/en/digest/2026-1")).status === 503) await wait(200)
  })
  afterAll(() => portal?.stop())

  it("lead from a search in Chinese to the statement, its archived text and copy, and its citation", async () => {
    const found = await text(`/zh/search?q=${encodeURIComponent("未成年人")}`)
    assert.include(found, "<mark>未成年人</mark>")
    const statement = first(found, /\/zh\/statements\/s-[0-9a-f]{16}/)
    const page = await text(statement)
    assert.include(page, "未成年人")
    assert.include(await text(first(page, /\/zh\/outputs\/o-[0-9a-f]{16}\/text/)), "未成年人")
    const id = statement.slice(-18)
    assert.include(await text(`/statements/${id}/citation.ris`), "TY  - ELEC\r\n")
    assert.include(await text(`/statements/${id}/citation.bib`), `@misc{tributary-${id},`)
    const output = await text(first(page, /\/zh\/outputs\/o-[0-9a-f]{16}(?=")/))
    const capture = first(output, /\/zh\/captures\/[0-9a-f]{64}/)
    assert.include(await text(capture), 'sandbox title="')
  })

  it("find Arabic words with and without vowels and article", async () => {
    const found = await text(`/ar/search?q=${encodeURIComponent("إنترنت")}`)
    assert.match(found, /<mark>[^<]*نترنت<\/mark>/)
  })

  it("ask the store a handful of questions when they are new, and whether it changed when they are not", async () => {
    const questions = async (path: string): Promise<number> => {
      const asked = vi.spyOn(StatementSync.prototype, "all")
      try {
        await text(path)
        return asked.mock.calls.length
      } finally {
        asked.mockRestore()
      }
    }
    const statement = first(await text("/en/search?q=internet"), /\/en\/statements\/s-[0-9a-f]{16}/)
    await text("/en/issues/encryption")
    for (const path of [
      "/en/search?q=access&group=African+Group&type=national&kind=recommendation&year=2025",
      "/fr/search?q=access&language=en",
      "/en/issues/access-and-digital-divide?group=GRULAC",
      "/en/issues/access-and-digital-divide?year=2025&page=2",
      statement
    ]) {
      assert.isAtMost(await questions(path), 7, path)
      assert.isAtMost(await questions(path), 1, `${path} again`)
    }
  })

  it("read what all need once, and make a page once, for readers who come at once", async () => {
    const change = Effect.gen(function* () {
      const initiatives = yield* Initiatives
      const all = yield* initiatives.list
      yield* initiatives.upsert(all.slice(-1).map((one) => ({ ...one, name: `${one.name} (anew)` })))
    })
    await Effect.runPromise(Effect.provide(change, Store.layer({ directory: served().directory })))
    await wait(300)
    const asked = vi.spyOn(StatementSync.prototype, "all")
    try {
      await Promise.all(
        Array.from({ length: 24 }, (_, reader) => text(`/en/search?q=access&together=${reader % 3}`))
      )
      const times = (part: string) =>
        asked.mock.contexts.filter(
          (statement) => statement instanceof StatementSync && statement.sourceSQL.includes(part)
        ).length
      assert.strictEqual(times("SELECT DISTINCT o.language"), 1, "languages")
      assert.strictEqual(times("FROM initiatives"), 1, "initiatives")
      assert.strictEqual(times("LIMIT ? OFFSET ?"), 3, "pages of results")
    } finally {
      asked.mockRestore()
    }
  })

  it("keep to 150 kB, each", async () => {
    const paths = [
      "/",
      "/issues",
      "/issues/access-and-digital-divide",
      "/initiatives",
      "/initiatives/norvia-igf",
      "/search?q=a",
      "/search?language=en",
      "/meetings",
      "/take-part",
      "/digests",
      ...[
        "",
        "/issues",
        "/matrix",
        "/matrix/african-group",
        "/lenses",
        "/coverage",
        "/method",
        "/downloads"
      ].map((part) => `/digest/2026-1${part}`)
    ]
    for (const path of paths) {
      for (const lang of ["en", "ar"]) {
        const html = await text(`/${lang}${path}`)
        assert.isBelow(Buffer.byteLength(html), largest, path)
        assert.notMatch(html, /<script(?! src="\/assets)|<style|\son[a-z]+=|javascript:/, path)
        assert.notMatch(html, /(?:src|<link[^>]*href)="https?:\/\/(?!127\.0\.0\.1)/, path)
      }
    }
  })

  it("cut the digest so that every link between its paragraphs arrives", async () => {
    const summary = await text("/en/digest/2026-1")
    const links = [
      ...new Set([...summary.matchAll(/href="(\/en\/digest\/2026-1\/[^"]*#[^"]+)"/g)].map((m) => m[1] ?? ""))
    ]
    assert.isAbove(links.length, 10)
    for (const link of links.slice(0, 25)) {
      const [path = "", id = ""] = link.split("#")
      assert.include(await text(path), ` id="${id}"`, link)
    }
  })

  it("give the digest's other forms as downloads, and feeds with the portal's own addresses", async () => {
    const json = await served().get("/digest/2026-1/files/en/digest.json")
    assert.strictEqual(json.status, 200)
    assert.include(json.headers.get("content-disposition"), 'filename="digest-2026-1-en.json"')
    const digest: unknown = await json.json()
    assert.isObject(digest)
    assert.strictEqual((await served().get("/digest/2026-1/files/en/..%2F..%2Ftributary.sqlite")).status, 404)
    assert.strictEqual((await served().get("/digest/2026-1/files/xx/digest.json")).status, 404)
    const feed = await text("/feeds/en/all.atom")
    assert.include(feed, `${served().url}feeds/en/all.atom`)
    assert.include(feed, `${served().url}en/digest/2026-1/issues/`.replace(/(?<!:)\/\//, "/"))
    assert.notInclude(feed, "digest.invalid")
    assert.strictEqual((await served().get("/feeds/en/issues/..%2Fsecret.atom")).status, 404)
  })

  it("let other sites frame the list of an initiative, and nothing else", async () => {
    const embed = await served().get("/embed/initiatives/norvia-igf")
    assert.include(embed.headers.get("content-security-policy"), "frame-ancestors *")
    assert.isNull(embed.headers.get("x-frame-options"))
    assert.strictEqual(embed.headers.get("cross-origin-resource-policy"), "cross-origin")
    const page = await served().get("/en/initiatives/norvia-igf")
    assert.include(page.headers.get("content-security-policy"), "frame-ancestors 'none'")
  })

  it("serve archived bytes only as a download, and archived pages in a sandbox", async () => {
    const list = await text("/en/initiatives/norvia-igf")
    const address = first(list, /\/en\/outputs\/o-[0-9a-f]{16}/)
    const output = await text(address)
    const copy = await served().get(`${address.replace(/^\/en/, "")}/copy`)
    assert.match(copy.headers.get("content-security-policy") ?? "", /^sandbox; default-src 'none'/)
    assert.match(await copy.text(), /<html lang="\w+" dir="\w+">.* id="b0"/s)
    const id = first(output, /[0-9a-f]{64}/)
    const file = await served().get(`/captures/${id}/file`)
    assert.match(file.headers.get("content-disposition") ?? "", /^attachment; filename="[0-9a-f]{16}\.html"$/)
    assert.strictEqual(file.headers.get("content-type"), "application/octet-stream")
    const view = await served().get(`/captures/${id}/view`)
    assert.match(view.headers.get("content-security-policy") ?? "", /^sandbox; default-src 'none'/)
    assert.notMatch(await view.text(), /<script|<img|<form|<iframe|\son[a-z]+=/i)
  })

  it("have a calendar, a list for search machines, and rules for them", async () => {
    const calendar = await text("/meetings.ics")
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/)
    assert.include(calendar, "DTSTART;VALUE=DATE:20260205")
    assert.include(await text("/sitemap.xml"), "/en/issues/encryption</loc>")
    assert.include(await text("/robots.txt"), "Sitemap: http://127.0.0.1")
  })

  it("say that there is nothing for ids that are none, or not known", async () => {
    for (const path of [
      "/en/issues/no-such-issue",
      "/en/issues/%22%3E%3Cscript%3E",
      "/en/initiatives/nobody",
      "/en/statements/s-0000000000000000",
      "/en/statements/1%20OR%201",
      "/en/outputs/o-0000000000000000",
      `/en/captures/${"0".repeat(64)}`,
      "/en/digest/1999-1",
      "/en/digest/2026-1/issues/..%2F..%2Foutline",
      "/en/digest/2026-1/nothing"
    ]) {
      assert.strictEqual((await served().get(path)).status, 404, path)
    }
  })

  it("lead to the issues that are named like what is searched for, in any form and language of the name", async () => {
    for (const [lang, typed, issue] of [
      ["en", "encryption", "encryption"],
      ["en", "encrypted", "encryption"],
      ["fr", "chiffrement", "encryption"],
      ["zh", "加密", "encryption"],
      ["en", "youth", "youth-participation"]
    ]) {
      const html = await text(`/${lang}/search?q=${encodeURIComponent(typed ?? "")}`)
      const [, before = ""] = html.split("</form>")
      assert.include(before.split("<h2")[0], `/${lang}/issues/${issue}"`, typed)
    }
    const none = await text("/en/search?q=in")
    assert.notInclude(none, "Issues of this name")
  })

  it("help on when a search finds nothing, and write what was typed as text", async () => {
    const typed = `<img src=x onerror=alert(1)> "' zzzzqq`
    const html = await text(`/en/search?q=${encodeURIComponent(typed)}&kind=challenge`)
    assert.include(html, "Nothing was found")
    assert.include(html, "without challenge")
    const some = await text("/en/search?q=zzzzqq+youth")
    assert.match(some, /search\?q=youth"\s*>only “<bdi>youth<\/bdi>”/)
    assert.notInclude(html, "<img src=x")
  })

  it("begin with what most initiatives are mainly concerned with, as the digest counts it", async () => {
    // The digest's pages are prepared when somebody asks for them; home does not wait.
    // Each answer waits for a while by itself; a busy machine may need several.
    while ((await served().get("/fr/digest/2026-1")).status === 503);
    const home = await text("/fr/")
    assert.include(home, "Ce qui préoccupe le plus d’initiatives")
    const [, issue = "", count = ""] =
      /<ol class="raised">\s*<li>\s*<a href="\/fr\/digest\/2026-1\/issues\/([a-z-]+)">[^]*?<span class="meta">(\d+)/.exec(
        home
      ) ?? []
    const page = await text(`/fr/digest/2026-1/issues/${issue}`)
    const named = /Préoccupation principale de[^]*?<\/p>/.exec(page)?.[0] ?? ""
    assert.strictEqual(named.split("\u00a0;").length, Number(count), named)
  }, 90_000)

  it("cut long lists of outputs into pages", async () => {
    const id = InitiativeId.make("old-port-youth")
    const add = Effect.gen(function* () {
      const outputs = yield* Outputs
      const [model] = yield* outputs.list({ kinds: [...countingKinds] })
      if (model === undefined) throw new Error("the store has outputs")
      for (let number = 1; number <= 90; number++) {
        yield* outputs.upsert({
          ...model,
          id: OutputId.make(`o-${number.toString(16).padStart(16, "0")}`),
          initiativeId: id,
          url: `https://youth.example/messages/${number}`,
          title: `Messages of gathering ${number}`,
          sameAs: null,
          publishedAt: IsoDate.make(`19${number + 9}-01-01`)
        })
      }
    })
    await Effect.runPromise(Effect.provide(add, Store.layer({ directory: served().directory })))
    const second = await text(`/en/initiatives/${id}?outputs=2`)
    assert.include(second, "Messages of gathering 45")
    assert.notInclude(second, "Messages of gathering 90")
    assert.include(second, `href="/en/initiatives/${id}?outputs=3#outputs"`)
    assert.include(second, 'aria-label="Outputs: Pages"')
    assert.include(await text(`/en/initiatives/${id}?outputs=3`), "Messages of gathering 1<")
  })
})
