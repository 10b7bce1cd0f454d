import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { canonicalUrl, normalizeUrl } from "../../../src/ingest/url/index.ts"

/** Different outputs that the brief names: no two of them may ever become one. */
const differentOutputs = [
  "https://apps.intgovforum.org/en/content/national-and-regional-igf-initiatives",
  "https://www.intgovforum.org/multilingual/content/nris-virtual-meeting-ii-28-march-2018",
  "https://kigf.or.ke/kenya-igf-2025",
  "http://zigf.org.zw/about-zigf/definition-zigf",
  "https://review.intgovforum.org/en/content/2016-igf-main-session-national-and-regional-igfs-nris",
  "https://www.intgovforum.org/multilingual/content/nris-meeting-i",
  "https://dig.watch/?p=217588",
  "https://www.afnic.fr/en/?p=37086",
  "https://eurodigwiki.org/wiki/Agreeing_on_the_Messages_%E2%80%93_2023",
  "https://eurodigwiki.org/wiki/Agreeing_on_the_Messages_for_Focus_Area_2_%E2%80%93_FA_02_2022",
  "https://www.eurodig.org/messages-2020/",
  "http://www.waigf.org/publications-3/article/communique-du-forum-2012",
  "http://swiss-igf.ch/en/about/2017-messages-from-bern/",
  "http://swiss-igf.ch/en/about/messages-2015/",
  "http://swiss-igf.ch/",
  "https://docslib.org/doc/666828/uk-internet-governance-forum-report-2019",
  "https://docslib.org/doc/7733391/annual-meeting-report-28th-november-2016",
  "https://eventos.lacigf.org/en/wp-json/wp/v2/posts/300",
  "https://governacaointernet.pt/en/wp-json/wp/v2/pages/2611",
  "http://blog.nominet.org.uk/ukigf/feed/",
  "https://malawi.intgovforum.org:443/",
  "https://maldives.intgovforum.org/en",
  "http://sierraleone.intgovforum.org/",
  "https://www.intgovforum.org/",
  "https://www.intgovforum.org/review/toolkit-to-help-communities-to-establish-igf-initiatives/6/",
  "https://www.intgovforum.org/review/toolkit-to-help-communities-to-establish-igf-initiatives/5/",
  "https://www.intgovforum.org/multilingual/ar/content/african-regional-group",
  "https://media.intgovforum.org/en/content/african-regional-group",
  "https://whm.intgovforum.org/content/public-call-for-describing-the-additional-igf-support-to-the-nris",
  "http://www.intgovforum.org/multilingual/es/content/igf-nris-2018-work-plan",
  "https://intgovforum.org/en/content/igf-2023-suggestions-2022-stocktaking",
  "https://www.intgovforum.org/en/content/igf-2024-suggestions-2023-stocktaking",
  "https://dev.intgovforum.org/fr/node/21654",
  "https://intgovforum.org/node/21654",
  "https://www.intgovforum.org/en/igf-2023-proposed-issues",
  "https://intgovforum.org/en/igf-2024-proposed-issues",
  "https://media.intgovforum.org/en/igf-2025-proposed-issues",
  "https://mail.intgovforum.org/pipermail/dc_intgovforum.org/2025-February/002762.html",
  "https://www.intgovforum.org/cms/component/content/article/102-transcripts2010/686-rnea",
  "https://bhigf.ba/?p=724",
  "http://igfitalia2017.cirsfid.unibo.it/index.php/cose-igf/",
  "http://igfitalia2018.luiss.it/cose-igf/",
  "https://www.igf-italia.it/",
  "https://rigf2010.ru/eng/report.php.html",
  "https://rigf2022.ru/en/about/?p=igf",
  "http://bangladeshigf.org/index.php?option=com_content&view=article&id=52&Itemid=29",
  "http://bangladeshigf.org/index.php?option=com_content&view=article&id=53&Itemid=29",
  "https://yigfkh.org/blog-en/",
  "https://staging.yigfkh.org/blog-en",
  "https://hk.yigf.asia/HKyIGF2024.html",
  "https://japanigf.jp/meetings/japan-internet-governance-forum-2022-looking-ahead-igf-2023-summary-report-english",
  "https://eurodigwiki.org/index.php?title=Messages&oldid=31337",
  "https://eurodigwiki.org/index.php?title=Messages&action=history",
  "https://eurodigwiki.org/wiki/Messages",
  "https://www.youtube.com/watch?v=aaaaaaaaaaa",
  "https://www.youtube.com/watch?v=bbbbbbbbbbb",
  "https://kigf.or.ke/report?page=2",
  "https://kigf.or.ke/report?page=3",
  "https://kigf.or.ke/Report",
  "https://kigf.or.ke/report",
  "http://kigf.or.ke:8080/report"
]

/** Spellings of one and the same output. */
const sameOutput: ReadonlyArray<ReadonlyArray<string>> = [
  [
    "https://www.intgovforum.org/en/igf-2025-proposed-issues",
    "https://media.intgovforum.org/en/igf-2025-proposed-issues",
    "https://review.intgovforum.org/igf-2025-proposed-issues",
    "http://info.intgovforum.org/multilingual/igf-2025-proposed-issues/",
    "https://apps.intgovforum.org/multilingual/en/igf-2025-proposed-issues#main",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.intgovforum.org%2Fen%2Figf-2025-proposed-issues&data=05%7C01%7Cx&reserved=0"
  ],
  [
    "http://www.kigf.or.ke/report",
    "https://kigf.or.ke/report/",
    "https://KIGF.or.ke:443/report/index.html",
    "https://kigf.or.ke/report?utm_source=news&utm_campaign=x&fbclid=abc",
    "https://kigf.or.ke./%72eport#findings",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fkigf.or.ke%2Freport&usg=x",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fkigf.or.ke%2Freport%3Ffbclid%3Dabc&h=AT0",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__kigf.or.ke_report&d=DwMF",
    "https://urldefense.com/v3/__https://kigf.or.ke/report__;!!abc!def$",
    "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fkigf%2Eor%2Eke%2Freport&urlhash=x",
    "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fkigf.or.ke%2Freport__%3B!!x&data=1"
  ],
  ["https://swiss-igf.ch/a?b=2&a=1", "https://swiss-igf.ch/a?a=1&b=2"],
  [
    "https://youtu.be/aaaaaaaaaaa?si=share",
    "https://m.youtube.com/watch?v=aaaaaaaaaaa&t=30s&list=PL1",
    "https://www.youtube-nocookie.com/embed/aaaaaaaaaaa"
  ],
  ["https://eurodigwiki.org/index.php?title=NRI Assembly", "http://www.eurodigwiki.org/wiki/NRI_Assembly"],
  ["https://en.m.wikipedia.org/wiki/IGF", "https://en.wikipedia.org/wiki/IGF"]
]

describe("canonicalUrl: the identity of an output", () => {
  it("keeps the brief's different outputs apart", () => {
    const seen = new Map<string, string>()
    for (const url of differentOutputs) {
      const canonical = canonicalUrl(url)
      if (canonical === null) throw new Error(`no canonical form of ${url}`)
      assert.isUndefined(seen.get(canonical), `${url} and ${seen.get(canonical)} became ${canonical}`)
      seen.set(canonical, url)
    }
  })

  for (const [first = "", ...others] of sameOutput) {
    it(`knows ${first} under ${others.length} other addresses`, () => {
      for (const other of others) assert.strictEqual(canonicalUrl(other), canonicalUrl(first), other)
    })
  }

  it("does not merge a blog with its neighbours on the same platform", () => {
    assert.notStrictEqual(
      canonicalUrl("https://www.blogspot.com/x"),
      canonicalUrl("https://youthigf.blogspot.com/x")
    )
  })
})

describe("normalizeUrl: the address to ask for", () => {
  const rows: ReadonlyArray<readonly [string, string | null]> = [
    ["HTTP://KIGF.or.ke:80/Report#top", "http://kigf.or.ke/Report"],
    ["https://kigf.or.ke:443", "https://kigf.or.ke/"],
    ["https://kigf.or.ke/%7euser/%e2%80%93", "https://kigf.or.ke/~user/%E2%80%93"],
    ["https://www.kigf.or.ke/report/?utm_source=a", "https://www.kigf.or.ke/report/?utm_source=a"],
    ["https://игф.рф/отчёт", "https://xn--c1aj1b.xn--p1ai/%D0%BE%D1%82%D1%87%D1%91%D1%82"],
    ["  https://kigf.or.ke/a b ", "https://kigf.or.ke/a%20b"],
    ["mailto:secretariat@kigf.or.ke", null],
    ["javascript:alert(1)", null],
    ["file:///etc/passwd", null],
    ["kigf.or.ke", null],
    ["http://", null],
    [`https://kigf.or.ke/${"a".repeat(9000)}`, null]
  ]
  for (const [input, expected] of rows) {
    it(`gives ${expected ?? "nothing"} for ${input.slice(0, 60)}`, () => {
      assert.strictEqual(normalizeUrl(input), expected)
    })
  }

  it("reads a reference against its page", () => {
    assert.strictEqual(
      normalizeUrl("../2024/report.pdf", "https://kigf.or.ke/docs/index.html"),
      "https://kigf.or.ke/2024/report.pdf"
    )
  })
})

describe("both strengths, on any input", () => {
  const piece = fc.constantFrom(
    ..."abcXYZ019-._~%/?&=#;:@!$'()*+, []".split(""),
    "%41",
    "%2f",
    "%252F",
    "%zz",
    "utm_source=x",
    "index.html",
    "/en",
    "/multilingual",
    "www.",
    "é",
    "政",
    "//",
    ";jsessionid=1",
    "share=x&nb=1"
  )
  const host = fc.constantFrom(
    "www.intgovforum.org",
    "www.www.intgovforum.org",
    "dev.intgovforum.org",
    "kigf.or.ke",
    "www.co.uk",
    "youtu.be",
    "m.youtube.com",
    "eurodigwiki.org",
    "eur01.safelinks.protection.outlook.com",
    "[2001:db8::1]",
    "127.1"
  )
  const address = fc
    .tuple(
      fc.constantFrom("http://", "https://", "HTTPS://user@"),
      host,
      fc.constantFrom("", ":80", ":443", ":8080"),
      fc.array(piece)
    )
    .map(([scheme, name, port, rest]) => `${scheme}${name}${port}/${rest.join("")}`)
  const wrapped = address.map(
    (inner) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=1`
  )
  const anything = fc.oneof(
    address,
    wrapped,
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string()
  )

  it("are idempotent", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const form of [normalizeUrl, canonicalUrl]) {
          const once = form(text)
          if (once !== null) assert.strictEqual(form(once), once)
        }
      }),
      { numRuns: 3000 }
    )
  })

  it("agree: normalising first changes nothing of the identity", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const normal = normalizeUrl(text)
        assert.strictEqual(normal === null ? null : canonicalUrl(normal), canonicalUrl(text))
      }),
      { numRuns: 2000 }
    )
  })
})
