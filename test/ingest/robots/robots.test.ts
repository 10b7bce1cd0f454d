import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import {
  crawlDelay,
  isAllowed,
  matchesPattern,
  parseRobots,
  pathOf,
  productToken,
  robotsLimit
} from "../../../src/ingest/robots/robots.ts"

/** A file's lines, joined; the agent is `kigfbot` unless the row names another. */
interface Row {
  readonly rule: string
  readonly file: string | Uint8Array
  readonly agent?: string
  readonly allow?: ReadonlyArray<string>
  readonly deny?: ReadonlyArray<string>
}

const site = "https://kigf.or.ke"
const closedBut = (allow: string) => `User-agent: kigfbot\nDisallow: /\nAllow: ${allow}\n`
const long = "a".repeat(2083 * 8 - 4 - "disallow: ".length + 1)

const rows: ReadonlyArray<Row> = [
  { rule: "an empty file allows everything", file: "", allow: ["/", "/a"] },
  {
    rule: "an empty agent meets no named group",
    file: "user-agent: kigfbot\ndisallow: /",
    agent: "",
    allow: ["/a"]
  },
  { rule: "a URL without a path is the root", file: "user-agent: kigfbot\ndisallow: /", deny: [""] },
  { rule: "unknown lines are ignored", file: "foo: kigfbot\nbar: /", allow: ["/a"] },
  { rule: "a missing colon is forgiven", file: "user-agent kigfbot\ndisallow /", deny: ["/a"] },
  { rule: "three words without a colon are not", file: "user-agent: kigfbot\ndisallow / now", allow: ["/a"] },
  {
    rule: "rules outside a group are ignored",
    file: "disallow: /\nuser-agent: kigfbot\ndisallow: /x",
    allow: ["/a"],
    deny: ["/x"]
  },
  {
    rule: "groups of one agent are combined",
    file: "user-agent: kigfbot\ndisallow: /\nallow: /x/\nuser-agent: other\ndisallow: /\nallow: /y/\n\nuser-agent: third\n\nuser-agent: KIGFBOT\nallow: /z/\ndisallow: /",
    allow: ["/x/b", "/z/d"],
    deny: ["/y/c", "/w/a"]
  },
  {
    rule: "successive agents share a group",
    file: "user-agent: other\nuser-agent: kigfbot\n\ndisallow: /x",
    deny: ["/x"],
    allow: ["/y"]
  },
  {
    rule: "names of lines ignore case",
    file: "uSeR-aGeNt: kigfbot\nDiSaLlOw: /\nALLOW: /x/",
    allow: ["/x/y"],
    deny: ["/a"]
  },
  {
    rule: "frequent misspellings count",
    file: "useragent: kigfbot\ndissallow: /a\ndisalow: /b\ndiasllow: /c\ndisallaw: /d\ndissalow: /e",
    deny: ["/a", "/b", "/c", "/d", "/e"]
  },
  { rule: "agent names ignore case", file: "user-agent: KigfBot\ndisallow: /", deny: ["/a"] },
  {
    rule: "an agent line counts up to its first other character",
    file: "user-agent: kigfbot/2.1 (x)\ndisallow: /",
    deny: ["/a"]
  },
  { rule: "a longer name is another agent", file: "user-agent: kigfbot-images\ndisallow: /", allow: ["/a"] },
  {
    rule: "an agent with a space in its name meets only *",
    file: "user-agent: *\ndisallow: /\nuser-agent: Foo Bar\nallow: /x/\ndisallow: /",
    agent: "Foo Bar",
    deny: ["/x/y"]
  },
  {
    rule: "the same file for the first word",
    file: "user-agent: *\ndisallow: /\nuser-agent: Foo Bar\nallow: /x/\ndisallow: /",
    agent: "Foo",
    allow: ["/x/y"]
  },
  {
    rule: "* holds where no group names the agent",
    file: "user-agent: *\ndisallow: /\nuser-agent: other\nallow: /",
    deny: ["/a"]
  },
  { rule: "* with a comment after it is *", file: "user-agent: * baz\ndisallow: /", deny: ["/a"] },
  { rule: "*x is no agent", file: "user-agent: *x\ndisallow: /", allow: ["/a"] },
  {
    rule: "a named group takes the place of *",
    file: "user-agent: *\ndisallow: /x/\nuser-agent: kigfbot\ndisallow: /y/",
    allow: ["/x/a"],
    deny: ["/y/a"]
  },
  {
    rule: "a named group without rules allows everything",
    file: "user-agent: *\ndisallow: /\nuser-agent: kigfbot",
    allow: ["/a"]
  },
  {
    rule: "paths are case-sensitive",
    file: "user-agent: kigfbot\ndisallow: /X/",
    allow: ["/x/y"],
    deny: ["/X/y"]
  },
  {
    rule: "the longest match decides",
    file: "user-agent: kigfbot\ndisallow: /x/page.html\nallow: /x/",
    deny: ["/x/page.html"],
    allow: ["/x/"]
  },
  {
    rule: "in either order",
    file: "user-agent: kigfbot\nallow: /x/page.html\ndisallow: /x/",
    allow: ["/x/page.html"],
    deny: ["/x/"]
  },
  { rule: "empty rules are none", file: "user-agent: kigfbot\ndisallow:\nallow:", allow: ["/a"] },
  { rule: "allow wins a tie", file: "user-agent: kigfbot\ndisallow: /x\nallow: /x", allow: ["/x"] },
  {
    rule: "a slash makes a pattern longer",
    file: "user-agent: kigfbot\ndisallow: /x\nallow: /x/",
    deny: ["/x"],
    allow: ["/x/"]
  },
  {
    rule: "a wildcard counts as its octet",
    file: "user-agent: kigfbot\nallow: /page\ndisallow: /*.html",
    deny: ["/page.html"],
    allow: ["/page"]
  },
  {
    rule: "and can lose to a literal of more octets",
    file: "user-agent: kigfbot\nallow: /x/page.\ndisallow: /*.html",
    allow: ["/x/page.html"],
    deny: ["/x/y.html"]
  },
  {
    rule: "queries are matched as they stand",
    file: closedBut("/foo/bar?qux=taz&baz=http://foo.bar?tar&par"),
    allow: ["/foo/bar?qux=taz&baz=http://foo.bar?tar&par"]
  },
  {
    rule: "letters outside ASCII are encoded in the file",
    file: closedBut("/bar/ツ"),
    allow: ["/bar/%E3%83%84"],
    deny: ["/bar/ツ"]
  },
  {
    rule: "escapes in the file are compared in upper case",
    file: closedBut("/bar/%e3%83%84"),
    allow: ["/bar/%E3%83%84"]
  },
  {
    rule: "escaped letters stay escaped",
    file: closedBut("/bar/%62%61%7A"),
    allow: ["/bar/%62%61%7A"],
    deny: ["/bar/baz"]
  },
  {
    rule: "octets that are no UTF-8 are encoded one by one",
    file: Buffer.from(closedBut("/caf\u00e9"), "latin1"),
    allow: ["/caf%E9"]
  },
  {
    rule: "* stands for anything",
    file: "user-agent: kigfbot\ndisallow: /foo/bar/quz\nallow: /foo/*/qux",
    deny: ["/foo/bar/quz"],
    allow: ["/foo/quz", "/foo//quz", "/foo/bax/quz"]
  },
  {
    rule: "$ is the end",
    file: "user-agent: kigfbot\ndisallow: /foo/bar$",
    deny: ["/foo/bar"],
    allow: ["/foo/bar/qux", "/foo/bar/", "/foo/bar/baz"]
  },
  {
    rule: "$ elsewhere is a dollar",
    file: "user-agent: kigfbot\ndisallow: /a$b",
    deny: ["/a$b"],
    allow: ["/a"]
  },
  {
    rule: "# begins a comment",
    file: "user-agent: kigfbot\n# disallow: /\ndisallow: /quz#qux\nallow: /",
    deny: ["/quz"],
    allow: ["/bar"]
  },
  {
    rule: "index.html stands for its directory",
    file: "user-agent: *\nallow: /in/index.html\ndisallow: /",
    allow: ["/in/", "/in/index.html"],
    deny: ["/in/index.htm", "/other"]
  },
  {
    rule: "/fish is a beginning",
    file: closedBut("/fish"),
    allow: ["/fish", "/fish.html", "/fish/salmon.html", "/fishheads", "/fish.html?id=a"],
    deny: ["/bar", "/Fish.asp", "/catfish", "/?id=fish"]
  },
  {
    rule: "/fish* is the same",
    file: closedBut("/fish*"),
    allow: ["/fish", "/fish.html", "/fishheads/y.html"],
    deny: ["/bar", "/Fish.bar", "/catfish", "/?id=fish"]
  },
  {
    rule: "/fish/ is the directory",
    file: closedBut("/fish/"),
    allow: ["/fish/", "/fish/salmon", "/fish/?salmon"],
    deny: ["/fish", "/fish.html", "/Fish/S.html"]
  },
  {
    rule: "/*.php anywhere",
    file: closedBut("/*.php"),
    allow: ["/f.php", "/d/f.php", "/d/f.php?p", "//d/any.php.file.html", "/f.php/", "/index?f=f.php/"],
    deny: ["/bar", "/php/", "/index?php", "/w.PHP"]
  },
  {
    rule: "/*.php$ at the end",
    file: closedBut("/*.php$"),
    allow: ["/f.php", "/d/f.php"],
    deny: ["/bar", "/f.php?p", "/f.php/", "/f.php5", "/php/", "/f?php", "/aphpa", "//w.PHP"]
  },
  {
    rule: "/fish*.php between",
    file: closedBut("/fish*.php"),
    allow: ["/fish.php", "/fishheads/catfish.php?p"],
    deny: ["/Fish.PHP"]
  },
  {
    rule: "/$ is the home page alone",
    file: "user-agent: kigfbot\nallow: /$\ndisallow: /",
    allow: ["/"],
    deny: ["/page.html"]
  },
  {
    rule: "lines may end in CR LF",
    file: "user-agent: kigfbot\r\ndisallow: /x\r\n",
    deny: ["/x"],
    allow: ["/y"]
  },
  { rule: "or in CR", file: "user-agent: kigfbot\rdisallow: /x\rallow: /x/y", deny: ["/x"], allow: ["/x/y"] },
  { rule: "a byte order mark is skipped", file: "\uFEFFuser-agent: kigfbot\ndisallow: /", deny: ["/a"] },
  {
    rule: "also when it is cut short",
    file: Buffer.from([0xef, 0xbb, ...Buffer.from("user-agent: kigfbot\ndisallow: /")]),
    deny: ["/a"]
  },
  {
    rule: "a broken one spoils its line",
    file: Buffer.from([0xef, 0x11, 0xbf, ...Buffer.from("user-agent: kigfbot\ndisallow: /")]),
    allow: ["/a"]
  },
  {
    rule: "a byte order mark in the middle spoils its line",
    file: "user-agent: kigfbot\n\uFEFFdisallow: /",
    allow: ["/a"]
  },
  {
    rule: "an overlong line is cut, not dropped",
    file: `user-agent: kigfbot\ndisallow: /x/${long}/qux`,
    deny: [`/x/${long}/fux`],
    allow: ["/fux"]
  },
  {
    rule: "what lies beyond 500 KiB is ignored",
    file: `user-agent: kigfbot\n${"#".repeat(robotsLimit)}\ndisallow: /`,
    allow: ["/a"]
  },
  {
    rule: "an HTML page in its place allows everything",
    file: "<!doctype html>\n<html><body>User-agent: *<br>Disallow: /</body></html>",
    allow: ["/a"]
  }
]

describe("robots.txt by RFC 9309", () => {
  for (const { rule, file, agent = "kigfbot", allow = [], deny = [] } of rows) {
    it(rule, () => {
      const robots = parseRobots(file)
      for (const path of allow) assert.isTrue(isAllowed(robots, agent, path === "" ? "" : site + path), path)
      for (const path of deny) assert.isFalse(isAllowed(robots, agent, path === "" ? "" : site + path), path)
    })
  }

  it("takes the path of a URL as it is written", () => {
    const paths: ReadonlyArray<readonly [string, string]> = [
      ["", "/"],
      ["http://www.kigf.or.ke", "/"],
      ["http://www.kigf.or.ke/a/b?c=http://d.e/", "/a/b?c=http://d.e/"],
      ["http://www.kigf.or.ke/a/b?c=d&e=f#fragment", "/a/b?c=d&e=f"],
      ["kigf.or.ke/a/", "/a/"],
      ["kigf.or.ke", "/"],
      ["a/b", "/b"],
      ["/a", "/a"],
      ["kigf.or.ke?a", "/?a"],
      ["kigf.or.ke/a;b#c", "/a;b"],
      ["//a/b/c", "/b/c"],
      ["http://kigf.or.ke?u=http://x/y", "/?u=http://x/y"],
      ["kigf.or.ke#a/b", "/"]
    ]
    for (const [url, path] of paths) assert.strictEqual(pathOf(url), path, url)
  })

  it("knows crawl-delay, sitemaps and product token", () => {
    const robots = parseRobots(
      "Sitemap: https://kigf.or.ke/carte.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow:\nUser-agent: slow\nCrawl-delay: soon\nSitemap: /b.xml"
    )
    assert.strictEqual(crawlDelay(robots, "kigfbot"), 2.5)
    assert.isNull(crawlDelay(robots, "slow"))
    assert.deepStrictEqual(robots.sitemaps, ["https://kigf.or.ke/carte.xml", "/b.xml"])
    assert.strictEqual(productToken("Tributary/0.1 (+https://kigf.or.ke)"), "Tributary")
  })

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, url) => {
        isAllowed(parseRobots(bytes), "kigfbot", url)
      })
    )
  })

  it("matches patterns as the regular expression they stand for", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 12 })
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "/", "*"), maxLength: 8 })
    fc.assert(
      fc.property(letters, pattern, fc.boolean(), (path, body, anchored) => {
        const expression = new RegExp(`^${body.replaceAll("*", ".*")}${anchored ? "$" : ""}`)
        assert.strictEqual(matchesPattern(path, body + (anchored ? "$" : "")), expression.test(path))
      }),
      { numRuns: 3000 }
    )
  })

  it("is not slowed by a pattern made of wildcards", () => {
    const path = `/${"a".repeat(8000)}`
    const start = process.hrtime.bigint()
    assert.isFalse(matchesPattern(path, `${"/*a".repeat(1)}${"*a".repeat(2000)}*b`))
    assert.isBelow(Number(process.hrtime.bigint() - start) / 1e6, 200)
  })
})
