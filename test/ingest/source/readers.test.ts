import { gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { readerOf, unwrapItem, type Listing } from "../../../src/ingest/source/index.ts"
import { isoDate } from "../../../src/date/index.ts"
import { ended, site, sourceOf } from "./site.ts"

const home = "https://igf.example"
const brief = (listing: Listing) =>
  listing.items.map(({ url, title, publishedAt }) => [url, title, publishedAt as string | null])

const rss = (...names: ReadonlyArray<string>) =>
  `<rss version="2.0"><channel><title>x</title>${names.map((name) => `<item><title>${name}</title><link>${home}/${name}</link><pubDate>Tue, 04 Nov 2025 10:00:00 GMT</pubDate></item>`).join("")}</channel></rss>`

describe("feeds", () => {
  it.effect("are listed with the dates they state", () =>
    Effect.gen(function* () {
      const { visit } = site({ [`${home}/feed`]: rss("a", "b") })
      const listing = yield* readerOf("feed").read(sourceOf("feed", `${home}/feed`), visit)
      assert.deepStrictEqual(brief(listing), [
        [`${home}/a`, "a", "2025-11-04"],
        [`${home}/b`, "b", "2025-11-04"]
      ])
      assert.strictEqual(listing.items[0]?.publishedFrom, "feed")
    })
  )

  it.effect("that did not change, failed, or are no feeds say so", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/same`]: ended("not-modified", 304),
        [`${home}/page`]: "<html><body>x</body></html>"
      })
      const read = (path: string) => readerOf("feed").read(sourceOf("feed", home + path), visit)
      const same = yield* read("/same")
      assert.deepStrictEqual([same.unchanged, same.outcome, same.items.length], [true, "not-modified", 0])
      const gone = yield* read("/gone")
      assert.deepStrictEqual([gone.unchanged, gone.complete, gone.outcome], [false, false, "not-found"])
      const page = yield* read("/page")
      assert.strictEqual(page.alarm?.name, "not-a-feed")
      assert.match(page.message, /HTML page/)
    })
  )

  it.effect("with further pages are followed on their own host only, and never in circles", () =>
    Effect.gen(function* () {
      const page = (name: string, next: string) =>
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><link rel="next" href="${next}"/><entry><title>${name}</title><link href="${home}/${name}"/></entry></feed>`
      const { visit, asked } = site({ [`${home}/f1`]: page("a", "/f2"), [`${home}/f2`]: page("b", "/f1") })
      const listing = yield* readerOf("feed").read(sourceOf("feed", `${home}/f1`), visit)
      assert.deepStrictEqual(asked(), [`${home}/f1`, `${home}/f2`])
      assert.lengthOf(listing.items, 2)
    })
  )
})

const row = (n: number) =>
  `<div class="views-row"><span class="views-field-title"><a href="/node/${n}">Report ${n}</a></span></div>`
const post = (id: number) => ({
  id,
  link: `${home}/p${id}`,
  date: "2025-11-04T10:00:00",
  modified: "2025-11-05T10:00:00",
  title: { rendered: `Post &#8211; ${id}` }
})
const map = (url: string) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${url}</loc><lastmod>2025-11-04</lastmod></url><url><loc>https://other.example/x</loc></url></urlset>`
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

const list = (rows: string, next = "") =>
  `<!doctype html><html lang="fr"><body><nav><a href="/">Accueil</a></nav><ul class="posts">${rows}</ul>${next}</body></html>`

describe("listing pages", () => {
  const rows =
    `<li class="post"><h3><a href="/m-2025">Messages de Lomé</a></h3><span class="d">03/04/2025</span> <a href="/m-2025">Lire la suite</a></li>` +
    `<li class="post"><a href="m-2024#top">Messages 2024</a><time datetime="2024-11-05T10:00">5 nov.</time></li>`

  it.effect("are read by selectors, over their pages, with dates in the language of the page", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/list`]: list(rows, '<a rel="next" href="?page=1">2</a>'),
        [`${home}/list?page=1`]: list(
          '<li class="post"><a href="/2023/11/04/messages">Messages 2023</a></li>',
          '<a rel="next" href="?page=1">2</a>'
        )
      })
      const source = sourceOf("listing", `${home}/list`, { selectors: { item: "li.post" } })
      const listing = yield* readerOf("listing").read(source, visit)
      assert.deepStrictEqual(brief(listing), [
        [`${home}/m-2025`, "Messages de Lomé", "2025-04-03"],
        [`${home}/m-2024`, "Messages 2024", "2024-11-05"],
        [`${home}/2023/11/04/messages`, "Messages 2023", "2023-11-04"]
      ])
      assert.isTrue(listing.complete)
    })
  )

  it.effect("raise an alarm with the selector and the remedy when they were redesigned", () =>
    Effect.gen(function* () {
      const { visit } = site({ [`${home}/list`]: list(rows) })
      const read = (item: string, link?: string) =>
        readerOf("listing").read(
          sourceOf("listing", `${home}/list`, {
            selectors: { item, ...(link === undefined ? {} : { link }) }
          }),
          visit
        )
      const nothing = yield* read("div.gone")
      assert.strictEqual(nothing.alarm?.name, "selector-matches-nothing")
      assert.match(nothing.message, /"div\.gone" matches nothing.*Choose/)
      assert.strictEqual((yield* read("li:::")).alarm?.name, "bad-selector")
      assert.strictEqual((yield* read("li.post", "b")).alarm?.name, "no-items")
      assert.strictEqual(
        (yield* readerOf("listing").read(sourceOf("listing", `${home}/x`), visit)).outcome,
        "not-found"
      )
    })
  )

  it.effect("without selectors are read by their structure, with a warning that names it", () =>
    Effect.gen(function* () {
      const entries = [2025, 2024, 2023, 2022].map(
        (year) =>
          `<article class="teaser"><h2><a href="/m-${year}">Messages of the forum ${year}</a></h2><time datetime="${year}-11-04"></time><p>What the community said in ${year}.</p></article>`
      )
      const { visit } = site({
        [`${home}/list`]: `<!doctype html><html><body><nav><ul><li><a href="/a">About us here</a></li><li><a href="/b">Contact us here</a></li><li><a href="/c">Other things here</a></li></ul></nav><main>${entries.join("")}</main></body></html>`
      })
      const listing = yield* readerOf("listing").read(sourceOf("listing", `${home}/list`), visit)
      assert.deepStrictEqual(brief(listing)[3], [
        `${home}/m-2022`,
        "Messages of the forum 2022",
        "2022-11-04"
      ])
      assert.lengthOf(listing.items, 4)
      assert.match(listing.warnings.join(), /article\.teaser/)
    })
  )
})

describe("Drupal", () => {
  it.effect("views are found by convention, the first page visited once", () =>
    Effect.gen(function* () {
      const { visit, asked } = site({
        [`${home}/reports`]: `<!doctype html><html><body><div class="view-content">${row(1)}${row(2)}</div><ul><li class="pager__item--next"><a href="?page=1">Next</a></li></ul></body></html>`,
        [`${home}/reports?page=1`]: `<!doctype html><html><body><div class="view-content">${row(3)}</div></body></html>`
      })
      const listing = yield* readerOf("drupal").read(sourceOf("drupal", `${home}/reports`), visit)
      assert.deepStrictEqual(
        listing.items.map(({ title }) => title),
        ["Report 1", "Report 2", "Report 3"]
      )
      assert.deepStrictEqual(asked(), [`${home}/reports`, `${home}/reports?page=1`])
    })
  )

  it.effect("pages without a view fall back to their feed, and without both raise an alarm", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/a`]: `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>`,
        [`${home}/rss.xml`]: rss("a"),
        [`${home}/b`]: "<!doctype html><html></html>"
      })
      assert.lengthOf((yield* readerOf("drupal").read(sourceOf("drupal", `${home}/a`), visit)).items, 1)
      assert.strictEqual(
        (yield* readerOf("drupal").read(sourceOf("drupal", `${home}/b`), visit)).alarm?.name,
        "selector-matches-nothing"
      )
    })
  )
})

describe("WordPress", () => {
  const fields = "_fields=id,link,date,modified,title&per_page=100&orderby=date&order=desc"

  it.effect("is listed page by page with small fields, each item to be fetched at its API address", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/en/wp-json/wp/v2/posts?${fields}&modified_after=2025-01-01T00:00:00&categories=7&page=1`]:
          JSON.stringify(Array.from({ length: 100 }, (_, n) => post(n))),
        [`${home}/en/wp-json/wp/v2/posts?${fields}&modified_after=2025-01-01T00:00:00&categories=7&page=2`]:
          JSON.stringify([post(100)])
      })
      const source = sourceOf("wordpress", `${home}/en/`, { category: "7" })
      const listing = yield* readerOf("wordpress").read(source, visit, { since: isoDate(2025, 1, 1) })
      assert.lengthOf(listing.items, 101)
      assert.deepInclude<object>(listing.items[100] ?? {}, {
        url: `${home}/p100`,
        fetchUrl: `${home}/en/wp-json/wp/v2/posts/100`,
        title: "Post – 100",
        publishedAt: "2025-11-04",
        publishedFrom: "api",
        revision: "2025-11-05T10:00:00"
      })
    })
  )

  it.effect("without pretty addresses is asked by query, and slugs of categories are looked up", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/?rest_route=/wp/v2/categories&slug=outcomes&_fields=id`]: '[{"id":9}]',
        [`${home}/?rest_route=/wp/v2/posts&${fields}&categories=9&page=1`]: JSON.stringify([post(1)])
      })
      const listing = yield* readerOf("wordpress").read(
        sourceOf("wordpress", `${home}/`, { category: "outcomes" }),
        visit
      )
      assert.strictEqual(
        decodeURIComponent(listing.items[0]?.fetchUrl ?? ""),
        `${home}/?rest_route=/wp/v2/posts/1`
      )
    })
  )

  it.effect("whose API is switched off raises an alarm", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/wp-json/wp/v2/posts?${fields}&page=1`]: `{"code":"rest_disabled"}`,
        [`${home}/?rest_route=/wp/v2/posts&${fields}&page=1`]: "<html></html>"
      })
      const listing = yield* readerOf("wordpress").read(sourceOf("wordpress", home), visit)
      assert.strictEqual(listing.alarm?.name, "not-an-api")
    })
  )
})

describe("MediaWiki", () => {
  it.effect(
    "pages of a category are listed through continuations with the day of first publication, to be fetched parsed",
    () =>
      Effect.gen(function* () {
        const api = `${home}/w/api.php`
        const start = `${api}?action=query&format=json&formatversion=2&prop=info|revisions&inprop=url&rvprop=ids|timestamp&generator=categorymembers&gcmtitle=Category:Messages+2025&gcmtype=page&gcmlimit=200`
        const page = (n: number) => ({
          title: `Messages ${n}`,
          lastrevid: n,
          canonicalurl: `${home}/wiki/Messages_${n}`,
          // The second page has been edited: its newest revision is not its publication.
          revisions: [{ parentid: n === 1 ? 0 : 7, timestamp: `2025-11-0${n}T10:00:00Z` }]
        })
        const members = `${api}?action=query&format=json&formatversion=2&list=categorymembers&cmtitle=Category:Messages+2025&cmprop=title|timestamp&cmtype=page&cmsort=timestamp&cmdir=desc&cmlimit=500`
        const { visit } = site({
          [`${home}/wiki/Main`]: `<!doctype html><html><head><link rel="EditURI" href="${api}?action=rsd"></head></html>`,
          [start]: JSON.stringify({
            continue: { gcmcontinue: "x", continue: "gcmcontinue||" },
            query: { pages: [page(1)] }
          }),
          [`${start}&gcmcontinue=x&continue=gcmcontinue||`]: JSON.stringify({
            batchcomplete: true,
            query: { pages: [page(2)] }
          }),
          [members]: JSON.stringify({
            query: { categorymembers: [{ title: "Messages 2", timestamp: "2025-10-15T08:00:00Z" }] }
          })
        })
        const listing = yield* readerOf("mediawiki").read(
          sourceOf("mediawiki", `${home}/wiki/Main`, { category: "Messages 2025" }),
          visit
        )
        assert.deepStrictEqual(
          listing.items.map(({ publishedAt, revision, url }) => [url, revision, publishedAt]),
          [
            [`${home}/wiki/Messages_1`, "1", "2025-11-01"],
            [`${home}/wiki/Messages_2`, "2", "2025-10-15"]
          ]
        )
        assert.match(
          listing.items[0]?.fetchUrl ?? "",
          /api\.php\?action=parse&page=Messages\+1&.*disableeditsection=1.*format=json/
        )
      })
  )
})

describe("sitemaps", () => {
  it.effect("are read through indexes, gzip and circles, for their own host", () =>
    Effect.gen(function* () {
      const { visit, asked } = site({
        [`${home}/sitemap.xml`]: `<sitemapindex><sitemap><loc>${home}/a.xml.gz</loc></sitemap><sitemap><loc>${home}/sitemap.xml</loc></sitemap><sitemap><loc>${home}/b.txt</loc></sitemap></sitemapindex>`,
        [`${home}/a.xml.gz`]: new Uint8Array(gzipSync(map(`${home}/2025/11/03/a`))),
        [`${home}/b.txt`]: `${home}/b\n${home}/c\n`
      })
      const listing = yield* readerOf("sitemap").read(sourceOf("sitemap", `${home}/sitemap.xml`), visit)
      assert.deepStrictEqual(
        listing.items.map(({ url, publishedAt, revision }) => [url, publishedAt as string | null, revision]),
        [
          [`${home}/2025/11/03/a`, "2025-11-03", "2025-11-04"],
          [`${home}/b`, null, null],
          [`${home}/c`, null, null]
        ]
      )
      assert.lengthOf(asked(), 3)
      assert.match(listing.warnings.join(), /other hosts/)
    })
  )

  it.effect("that unpack to a bomb, or are none, raise an alarm", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/bomb.gz`]: new Uint8Array(gzipSync(Buffer.alloc(60_000_000))),
        [`${home}/no`]: "<html></html>"
      })
      for (const path of ["/bomb.gz", "/no"]) {
        assert.isNotNull((yield* readerOf("sitemap").read(sourceOf("sitemap", home + path), visit)).alarm)
      }
    })
  )
})

describe("shelves", () => {
  it.effect("list the documents of a page with titles and dates from around the links", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [`${home}/docs`]: `<!doctype html><html lang="es"><body><table>
          <tr><td>Informe anual</td><td>4 de noviembre de 2025</td><td><a href="/f/informe.pdf">Descargar</a></td></tr>
          <tr><td>Memoria</td><td><a href="/get?file=memoria.docx">PDF (2 MB)</a></td></tr></table>
          <p><a href="/f/20231104_final-report.PDF"></a> <a href="/about">About</a> <a href="/f/x%zz.pdf">x</a></p></body></html>`,
        [`${home}/none`]: "<!doctype html><html><body><a href='/a'>a</a></body></html>"
      })
      const listing = yield* readerOf("shelf").read(sourceOf("shelf", `${home}/docs`), visit)
      assert.deepStrictEqual(brief(listing).slice(0, 3), [
        [`${home}/f/informe.pdf`, "Informe anual", "2025-11-04"],
        [`${home}/get?file=memoria.docx`, "Memoria", null],
        [`${home}/f/20231104_final-report.PDF`, "20231104 final report", "2023-11-04"]
      ])
      assert.strictEqual(
        (yield* readerOf("shelf").read(sourceOf("shelf", `${home}/none`), visit)).alarm?.name,
        "no-items"
      )
    })
  )
})

describe("YouTube, documents, uploads", () => {
  it.effect("a channel's page leads to its feed", () =>
    Effect.gen(function* () {
      const id = "UCabcdefghijklmnopqrstuv"
      const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`
      const { visit } = site({
        "https://www.youtube.com/@igf": `<html><script>{"externalId":"${id}"}</script></html>`,
        [feed]: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><id>v</id><title>Day 1</title><link rel="alternate" href="https://www.youtube.com/watch?v=a"/><published>2025-11-04T10:00:00+00:00</published><media:group><media:description>Plenary</media:description></media:group></entry></feed>`
      })
      for (const url of ["https://www.youtube.com/@igf", `https://www.youtube.com/channel/${id}/videos`]) {
        const listing = yield* readerOf("youtube").read(sourceOf("youtube", url), visit)
        assert.deepInclude(listing.items[0], {
          url: "https://www.youtube.com/watch?v=a",
          title: "Day 1",
          summary: "Plenary"
        })
      }
    })
  )

  it.effect("a document is its own item, and uploads are not visited", () =>
    Effect.gen(function* () {
      const { visit, asked } = site({})
      const listing = yield* readerOf("document").read(sourceOf("document", `${home}/r.pdf`), visit)
      assert.deepStrictEqual(
        listing.items.map(({ url }) => url),
        [`${home}/r.pdf`]
      )
      assert.lengthOf((yield* readerOf("upload").read(sourceOf("upload", home), visit)).items, 0)
      assert.lengthOf(asked(), 0)
    })
  )
})

describe("answers of APIs", () => {
  it("of WordPress become the page's content, without shortcodes of page builders", () => {
    const item = unwrapItem(
      bytes({
        id: 1,
        link: `${home}/p1`,
        date: "2025-11-04T10:00:00",
        title: { rendered: "A &amp; B" },
        content: { rendered: "[vc_row css='x']<p>Text</p>[/vc_row]", protected: false }
      }),
      "application/json",
      `${home}/wp-json/wp/v2/posts/1`
    )
    assert.deepStrictEqual<object | null>(item, {
      html: "<p>Text</p>",
      title: "A & B",
      publishedAt: "2025-11-04",
      url: `${home}/p1`
    })
  })

  it("of MediaWiki become the parsed page without edit links and contents table", () => {
    const item = unwrapItem(
      bytes({
        parse: {
          title: "Messages 2025",
          displaytitle: "<i>Messages</i> 2025",
          text: `<div><div id="toc">x</div><h2>One<span class="mw-editsection">[edit]</span></h2><p>Text</p></div>`
        }
      }),
      "application/json",
      `${home}/w/api.php?action=parse`
    )
    assert.deepStrictEqual<object | null>(item, {
      html: "<div><h2>One</h2><p>Text</p></div>",
      title: "Messages 2025",
      publishedAt: null,
      url: `${home}/w/index.php?title=Messages_2025`
    })
  })

  it("of anything else are left alone", () => {
    for (const value of [{}, [], { id: 1, link: "x" }, "x", 1])
      assert.isNull(unwrapItem(bytes(value), "application/json", home))
    assert.isNull(unwrapItem(new TextEncoder().encode("<p>{</p>"), "text/html", home))
    assert.isNull(unwrapItem(new TextEncoder().encode("{broken"), null, home))
  })
})
