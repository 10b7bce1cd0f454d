/** Archived markup: whatever it holds, what is written again is harmless. */
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { Parser } from "htmlparser2"
import { sanitise } from "../../src/portal/reading/sanitise.ts"

const attacks: ReadonlyArray<string> = [
  `<script>alert(1)</script><p onclick="alert(1)">a</p>`,
  `<a href="javascript:alert(1)">a</a><a href=" java\nscript:alert(1)">b</a><a href="data:text/html,x">c</a>`,
  `<svg><script>alert(1)</script></svg><math><mtext></p><style><img src=x onerror=alert(1)></style></math>`,
  `<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="x">`,
  `<p title="</p><script>alert(1)</script>">a<style>@import "x"</style><base href="//evil.example">`,
  `<img src=x onerror=alert(1) alt='"><script>alert(1)</script>'>`,
  `<form action="//evil.example"><input name=password></form><meta http-equiv=refresh content="0;url=//evil.example">`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
  `<table><tr><td style="background:url(javascript:alert(1))">a</table>`,
  `<!--><script>alert(1)</script>--><p lang='"><script>'>x`
]

const allowed = /^(?:href|rel|lang|dir|colspan|rowspan|start)$/

const check = (html: string): void => {
  const open: Array<string> = []
  const parser = new Parser({
    onopentag: (name, given) => {
      assert.notMatch(name, /^(?:script|style|iframe|object|embed|form|input|img|svg|math|meta|base|link)$/)
      for (const [key, value] of Object.entries(given)) {
        assert.match(key, allowed)
        if (key === "href") assert.match(value, /^https?:\/\//)
      }
      open.push(name)
    }
  })
  parser.write(html)
  parser.end()
}

describe("An archived page", () => {
  it.each(attacks)("loses what could act: %s", (html) => {
    const clean = sanitise(html, "https://old-port.example/")
    check(clean)
    assert.notMatch(clean, /<script|<style|<img|<svg/i)
  })

  it("keeps its words, headings, lists, tables and links", () => {
    assert.strictEqual(
      sanitise(`<h1>A &amp; B</h1><ul><li><a href="/x">y</a></ul>`, "https://old-port.example/"),
      `<h1>A &amp; B</h1><ul><li><a href="https://old-port.example/x" rel="noreferrer nofollow">y</a></li></ul>`
    )
  })

  it("is harmless whatever it is made of, and cannot be nested without end", () => {
    const piece = fc.oneof(
      fc.constantFrom(...attacks.flatMap((own) => own.split(/(?=<)/))),
      fc.string({ maxLength: 12 }),
      fc.constantFrom("<", ">", '"', "'", "<div>", "</div>", "<!--", "-->", "<![CDATA[", "]]>")
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        check(sanitise(pieces.join(""), "https://old-port.example/"))
      })
    )
    assert.isBelow(sanitise("<div>".repeat(50_000), "https://old-port.example/").length, 5000)
  })
})
