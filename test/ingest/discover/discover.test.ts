import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { discover, proposeSelectors, sitemapsIn, topicOf } from "../../../src/ingest/discover/index.ts"
import { pageOfText } from "../../../src/ingest/source/html.ts"
import { ended, site } from "../source/site.ts"

const home = "https://igf.example/"

const rss = `<rss version="2.0"><channel><title>x</title>${[1, 2, 3].map((n) => `<item><title>Messages ${n}</title><link>${home}m${n}</link><pubDate>${n} Nov 2025</pubDate></item>`).join("")}</channel></rss>`

describe("discovery from a home page", () => {
  it.effect("prefers an announced feed that holds items, shows a preview, and leaves comments aside", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [home]: `<!doctype html><html lang="en"><head>
          <link rel="alternate" type="application/rss+xml" title="Comments feed" href="/comments/feed/">
          <link rel="alternate" type="application/rss+xml" title="IGF" href="/feed/"></head><body><a href="/reports">Annual reports</a></body></html>`,
        [`${home}feed/`]: rss,
        [`${home}comments/feed/`]: rss
      })
      const found = yield* discover(home, visit)
      const [best] = found.proposals
      assert.deepStrictEqual(
        [best?.kind, best?.url, best?.count, best?.preview[0]?.title],
        ["feed", `${home}feed/`, 3, "Messages 1"]
      )
      assert.match(best?.reasons.join() ?? "", /announces it as its RSS feed "IGF"/)
      assert.isTrue(found.others.some(({ url }) => url === `${home}reports`))
    })
  )

  it.effect("prefers WordPress's API to the truncated feed", () =>
    Effect.gen(function* () {
      const posts = [1, 2].map((id) => ({
        id,
        link: `${home}p${id}`,
        date: "2025-11-04T10:00:00",
        title: { rendered: `P${id}` }
      }))
      const { visit } = site({
        [home]: `<!doctype html><html><head><link rel="https://api.w.org/" href="${home}wp-json/"><link rel="alternate" type="application/rss+xml" href="/feed/"></head></html>`,
        [`${home}feed/`]: rss,
        [`${home}wp-json/wp/v2/posts?_fields=id,link,date,modified,title&per_page=100&orderby=date&order=desc&page=1`]:
          JSON.stringify(posts)
      })
      const found = yield* discover(home, visit)
      assert.deepStrictEqual(
        found.proposals.map(({ kind }) => kind),
        ["wordpress", "feed"]
      )
    })
  )

  it.effect("tries well-known paths and the sitemap of robots.txt when nothing is announced", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [home]: "<!doctype html><html><body><p>Welcome</p></body></html>",
        [`${home}rss.xml`]: rss,
        [`${home}robots.txt`]: `User-agent: *\nSitemap: ${home}map.xml\n`,
        [`${home}map.xml`]: `<urlset><url><loc>${home}a</loc></url><url><loc>${home}b</loc></url></urlset>`
      })
      const found = yield* discover(home, visit)
      assert.deepStrictEqual(
        found.proposals.map(({ kind }) => kind),
        ["feed", "sitemap"]
      )
    })
  )

  it.effect("recognises shelves of documents and says when there is nothing or no page", () =>
    Effect.gen(function* () {
      const { visit } = site({
        [home]: `<!doctype html><html><body>${[1, 2, 3].map((n) => `<p><a href="/r${n}.pdf">Report ${n}</a></p>`).join("")}</body></html>`,
        "https://empty.example/": "<!doctype html><html><body>x</body></html>",
        "https://down.example/": ended("server-error", 500)
      })
      assert.strictEqual((yield* discover(home, visit)).proposals[0]?.kind, "shelf")
      assert.match(
        (yield* discover("https://empty.example/", visit)).message,
        /nothing that could be imported/
      )
      assert.strictEqual((yield* discover("https://down.example/", visit)).outcome, "server-error")
    })
  )
})

describe("words of links", () => {
  for (const [text, name] of [
    ["Messages from Bern", "messages or declarations"],
    ["Déclaration finale", "messages or declarations"],
    ["Mensajes clave", "messages or declarations"],
    ["Relatórios", "reports"],
    ["التقارير السنوية", "reports"],
    ["Итоговые документы", "messages or declarations"],
    ["Отчёты", "reports"],
    ["年度报告", "reports"],
    ["Noticias", "news"],
    ["Contact", null],
    ["Reportage", null]
  ] as const) {
    it(`"${text}" promises ${name ?? "nothing"}`, () => assert.strictEqual(topicOf(text)?.name ?? null, name))
  }
})

describe("repeated entries", () => {
  it("are the list of news, not the menu, with a selector that matches just them", () => {
    const page = pageOfText(
      `<html><body><div class="main-menu"><ul>${[1, 2, 3, 4, 5].map((n) => `<li><a href="/menu${n}">Menu entry ${n}</a></li>`).join("")}</ul></div>
       <div id="news">${[1, 2, 3].map((n) => `<div class="box odd-${n}"><h3><a href="/n${n}">A long headline of news ${n}</a></h3><p>${n} November 2025</p></div>`).join("")}</div></body></html>`,
      home
    )
    const proposal = proposeSelectors(page)
    assert.strictEqual(proposal?.count, 3)
    assert.strictEqual(page.$(proposal?.selectors.item ?? "x").length, 3)
    assert.strictEqual(
      page
        .$(proposal?.selectors.item ?? "x")
        .first()
        .find("a")
        .attr("href"),
      "/n1"
    )
  })

  it("are none where nothing repeats", () => {
    assert.isNull(proposeSelectors(pageOfText("<html><body><p><a href='/x'>x</a></p></body></html>", home)))
  })
})

describe("robots.txt", () => {
  it("gives its sitemaps", () =>
    assert.deepStrictEqual(sitemapsIn("x\n SITEMAP : https://a.example/s.xml \nSitemap: /rel"), [
      "https://a.example/s.xml"
    ]))
})
