/** Bad input in what a source lists: feeds, sitemaps, listing pages and APIs. */
import { gzipSync } from "node:zlib"
import { body, entry, feed, html, laughs, page, pdfs, sitemap, utf16 } from "./answers.ts"
import type { Row } from "./row.ts"

const second = feed([entry("/first", "Good"), entry("/second", "Second")])
const pages = { "/second": html(page("solar batteries")) }
const isListed = { outcome: "ok", says: "2 item(s) listed", items: 2, outputs: 2, pages } as const
const isNoFeed = { outcome: "ok", alarm: "not-a-feed" } as const
const isEmpty = { outcome: "ok", alarm: "lists-nothing-any-more", says: "now lists none" } as const
const entity = (declaration: string, use: string): string =>
  second.replace("?>", `?><!DOCTYPE rss [${declaration}]>`).replace("Second", use)

const feeds: ReadonlyArray<Row> = [
  { source: "labelled as HTML although it is a feed", door: body(second, "text/html"), ...isListed },
  {
    source: "labelled as bytes although it is a feed",
    door: body(second, "application/octet-stream"),
    ...isListed
  },
  { source: "without a label", door: body(second, null), ...isListed },
  {
    source: "labelled as a picture",
    door: body(second, "image/png"),
    outcome: "unsupported-media",
    says: "image/png"
  },
  {
    source: "that became a page",
    door: body(page("news"), "application/rss+xml"),
    ...isNoFeed,
    says: "HTML page"
  },
  {
    source: "that became a PDF",
    door: body(pdfs.plain, "application/rss+xml"),
    ...isNoFeed,
    says: "not a feed"
  },
  { source: "that became empty", door: body(""), ...isNoFeed, says: "no bytes" },
  {
    source: "that became JSON nested 100,000 deep",
    door: body("[".repeat(100_000)),
    ...isNoFeed,
    says: "JSON"
  },
  { source: "of NUL bytes only", door: body(Buffer.alloc(4_000)), ...isNoFeed, says: "NUL" },
  {
    source: "with NUL bytes in it",
    door: body(second.replace("Second", "Sec\u{0}ond")),
    ...isListed,
    warns: "control character"
  },
  {
    source: "with bytes that are no UTF-8",
    door: body(
      Buffer.concat([Buffer.from(second.replace("Good", "Gôöd")), Buffer.from([0xc3, 0x28, 0xff])]),
      "text/xml; charset=utf-8"
    ),
    ...isListed
  },
  { source: "in UTF-16 with its mark", door: body(utf16(second, "le", true)), ...isListed },
  { source: "in UTF-16 without a mark", door: body(utf16(second, "be", false)), ...isListed },
  {
    source: "in UTF-16 that says UTF-8",
    door: body(
      utf16(second.replace('"1.0"', '"1.0" encoding="utf-8"'), "le", true),
      "text/xml; charset=utf-8"
    ),
    ...isListed
  },
  {
    source: "in EBCDIC",
    door: body(Buffer.from("4c6fa7949340a58599a2899695", "hex")),
    ...isNoFeed,
    says: "EBCDIC"
  },
  {
    source: "that laughs a billion times",
    door: body(laughs(second)),
    ...isNoFeed,
    says: "entities made of other entities"
  },
  {
    source: "with an entity used 50,000 times",
    door: body(entity(`<!ENTITY a "${"a".repeat(50_000)}">`, "&a;".repeat(50_000))),
    ...isListed,
    warns: "not expanded"
  },
  {
    source: "that reads a file of this machine",
    door: body(entity('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")),
    ...isListed,
    warns: "not expanded",
    never: "root:"
  },
  {
    source: "that reads an address inside",
    door: body(entity('<!ENTITY % x SYSTEM "http://10.0.0.7/x.dtd"> %x;', "Second")),
    ...isListed,
    warns: "not expanded"
  },
  {
    source: "with 50,000 entries",
    door: body(
      feed(
        Array.from({ length: 50_000 }, (_, index) =>
          entry(`http://a:b@inside.example/${index}`, `E ${index}`)
        )
      )
    ),
    outcome: "ok",
    says: "10000 item(s) listed",
    warns: "Only the first 10000 items",
    items: 10_001,
    failures: [["bad-url", "password"]]
  },
  {
    source: "that lists one address 5,000 times",
    door: body(feed(Array.from({ length: 5_000 }, (_, index) => entry("/second", `Second ${index}`)))),
    pages,
    outcome: "ok",
    says: "1 item(s) listed",
    items: 2,
    outputs: 2
  },
  {
    source: "nested 100,000 deep",
    door: body(`<rss>${"<channel>".repeat(100_000)}`),
    ...isEmpty
  },
  {
    source: "cut off within its last entry",
    door: body(second.slice(0, -40)),
    outcome: "ok",
    says: "1 item(s) listed",
    warns: "1 incomplete item(s)"
  },
  {
    source: "cut in half between tags",
    door: body(second.slice(0, second.indexOf("</item><item>") + 7)),
    outcome: "ok",
    says: "1 item(s) listed",
    warns: "cut off"
  },
  {
    source: "whose pages follow each other in a circle",
    door: body(
      second.replace(
        "<title>",
        '<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="/source?page=2"/><title>'
      )
    ),
    pages: {
      ...pages,
      "/source?page=2": body(
        second.replace(
          "<title>",
          '<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="/source"/><title>'
        )
      )
    },
    outcome: "ok",
    says: "2 item(s) listed",
    items: 2,
    outputs: 2
  },
  {
    source: "that begins with an error of its own program",
    door: body(`<br />\n<b>Warning</b>: headers already sent in <b>/srv/www/feed.php</b><br />\n${second}`),
    ...isListed
  },
  {
    source: "that became an error message in XML",
    door: body("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "application/xml"),
    ...isNoFeed,
    says: "error message"
  }
]

const isNoSitemap = { outcome: "ok", alarm: "not-a-feed", says: "not a sitemap" } as const

const mapOf =
  (paths: (host: string) => ReadonlyArray<string>, of: "urlset" | "sitemapindex" = "urlset"): Row["door"] =>
  (request, response) =>
    body(sitemap(paths(`http://${request.headers.host ?? ""}`), of), "application/xml")(request, response)

const index = (paths: ReadonlyArray<string>) =>
  mapOf((host) => paths.map((path) => `${host}${path}`), "sitemapindex")

const two = mapOf((host) => [`${host}/first`, `${host}/second`]) ?? (() => undefined)
const around = (to: string) => index([to]) ?? (() => undefined)

const sitemaps: ReadonlyArray<Row> = [
  {
    source: "that is an index of itself",
    kind: "sitemap",
    door: index(["/source", "/map"]),
    pages: { ...pages, "/map": two },
    outcome: "ok",
    says: "2 item(s) listed",
    items: 2,
    outputs: 2
  },
  {
    source: "whose indexes name each other",
    kind: "sitemap",
    door: index(["/a"]),
    pages: { ...pages, "/a": around("/b"), "/b": index(["/a", "/source", "/map"]) ?? two, "/map": two },
    outcome: "ok",
    says: "2 item(s) listed",
    items: 2,
    outputs: 2
  },
  {
    source: "whose indexes go on for ever",
    kind: "sitemap",
    door: index(["/m"]),
    pages: Object.fromEntries(
      Array.from({ length: 9 }, (_, depth) => [
        `/${"m".repeat(depth + 1)}`,
        around(`/${"m".repeat(depth + 2)}`)
      ])
    ),
    ...isEmpty,
    warns: "3 levels deep"
  },
  {
    source: "that lists 50,000 addresses of others",
    kind: "sitemap",
    door: mapOf((host) => [
      `${host}/first`,
      ...Array.from({ length: 50_000 }, (_, number) => `http://other.example/${number}`)
    ]),
    outcome: "ok",
    says: "1 item(s) listed",
    warns: "other hosts"
  },
  {
    source: "that is a bomb in a file",
    kind: "sitemap",
    door: body(gzipSync(Buffer.alloc(60 * 1024 * 1024, 32)), "application/gzip"),
    ...isNoSitemap,
    says: "unpacks to more"
  },
  { source: "that laughs instead of listing", kind: "sitemap", door: body(laughs(second)), ...isNoSitemap },
  {
    source: "that became a page instead of a map",
    kind: "sitemap",
    door: html(page("maps")),
    ...isNoSitemap
  },
  {
    source: "that lists files of this machine",
    kind: "sitemap",
    door: body(sitemap(["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"])),
    ...isEmpty
  }
]

const others: ReadonlyArray<Row> = [
  {
    source: "whose page of reports is nested 50,000 deep",
    kind: "listing",
    door: html(`<main>${"<div>".repeat(50_000)}`),
    outcome: "ok",
    alarm: "selector-matches-nothing",
    says: "article.entry"
  },
  {
    source: "whose page of reports is bytes",
    kind: "listing",
    door: html(Buffer.alloc(9_000, 0xfe)),
    outcome: "ok",
    alarm: "not-html",
    says: "HTML"
  },
  {
    source: "whose API became a page",
    kind: "wordpress",
    door: html("<title>Log in</title><form>"),
    pages: { "/wp-json/wp/v2/posts": html("<title>Log in</title><form>") },
    outcome: "ok",
    alarm: "not-an-api",
    says: "WordPress"
  },
  {
    source: "whose API answers with numbers",
    kind: "wordpress",
    door: body("[1,2,null,{}]", "application/json"),
    pages: { "/wp-json/wp/v2/posts": body("[1,2,null,{}]", "application/json") },
    outcome: "ok",
    alarm: "not-an-api",
    says: "WordPress"
  }
]

export const lists: ReadonlyArray<Row> = [...feeds, ...sitemaps, ...others]
