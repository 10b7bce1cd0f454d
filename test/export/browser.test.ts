/** The page in a real browser: accessibility, width, the filter. Runs where Chromium is installed. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { chromium } from "playwright-core"
import type { Browser } from "playwright-core"
import { buildDigest, digestLanguages, renderHtml } from "../../src/export/index.ts"
import type { DigestLanguage } from "../../src/export/index.ts"
import { earlierInput, sampleInput } from "./sample.ts"

const executablePath = process.env["TRIBUTARY_CHROMIUM"] ?? "/usr/bin/chromium"
const archiveHref = (capture: string) => `archive/${capture}.html`
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js")

if (!existsSync(executablePath)) {
  describe("the digest in a browser", () => {
    it(`IS NOT TESTED HERE: no Chromium at ${executablePath} (set TRIBUTARY_CHROMIUM to its path)`, () => {
      process.stderr.write(`\n*** Accessibility was NOT tested: no Chromium at ${executablePath}. ***\n\n`)
    })
  })
} else {
  describe("the digest in a browser", () => {
    const folder = mkdtempSync(join(tmpdir(), "tributary-digest-"))
    const fileOf = (lang: DigestLanguage) => join(folder, `${lang}.html`)
    const file = fileOf("en")
    let browser: Browser | undefined

    const open = async (
      width: number,
      colorScheme: "light" | "dark",
      bypassCSP = false,
      lang: DigestLanguage = "en"
    ) => {
      if (browser === undefined) throw new Error("the browser did not start")
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP })
      const page = await context.newPage()
      const asked: Array<string> = []
      page.on("request", (request) => asked.push(request.url()))
      const errors: Array<string> = []
      page.on("console", (message) => errors.push(message.text()))
      await page.goto(`file://${fileOf(lang)}`)
      return { page, asked, errors }
    }

    beforeAll(async () => {
      const digest = buildDigest({ ...sampleInput(), previous: buildDigest(earlierInput()) })
      for (const lang of digestLanguages) {
        writeFileSync(fileOf(lang), renderHtml(digest, { archiveHref, lang }))
      }
      browser = await chromium.launch({
        executablePath,
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run"
        ]
      })
    })
    afterAll(async () => {
      await browser?.close()
      rmSync(folder, { recursive: true })
    })

    const violations = async (lang: DigestLanguage, scheme: "light" | "dark", options: object) => {
      const { page } = await open(1280, scheme, true, lang)
      await page.addScriptTag({ path: axe })
      const found: unknown = await page.evaluate(
        `axe.run(${JSON.stringify({ ...options, resultTypes: ["violations"] })}).then((result) => result.violations.map((own) => own.id + ': ' + own.nodes[0].html))`
      )
      await page.context().close()
      return found
    }

    it.each([["en", "light"] as const, ["ar", "dark"] as const])(
      "has no violation that axe finds (%s, %s)",
      async (lang, scheme) => assert.deepStrictEqual(await violations(lang, scheme, {}), []),
      60_000
    )

    it("has none in the other languages, where only words and names of languages differ", async () => {
      const options = { runOnly: ["cat.language", "cat.name-role-value"] }
      const others = digestLanguages.filter((lang) => lang !== "en" && lang !== "ar")
      for (const lang of others) assert.deepStrictEqual(await violations(lang, "light", options), [])
    }, 60_000)

    it("asks for nothing but itself, keeps to its policy, and fits a phone", async () => {
      const { page, asked, errors } = await open(390, "light")
      assert.deepStrictEqual(asked, [`file://${file}`])
      assert.deepStrictEqual(errors, [])
      assert.strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 390)
    })

    it.each(["ar", "zh", "ru", "fr"] as const)(
      "fits a phone in %s, and runs from the side on which its script begins",
      async (lang) => {
        const { page, errors } = await open(390, "light", false, lang)
        assert.deepStrictEqual(errors, [])
        assert.strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 390)
        assert.strictEqual(
          await page.evaluate("getComputedStyle(document.documentElement).direction"),
          lang === "ar" ? "rtl" : "ltr"
        )
      }
    )

    it("says in the page's language how many columns the filter leaves", async () => {
      const { page } = await open(1280, "light", false, "ru")
      await page.selectOption("select[name=group]", "GRULAC")
      await page.check("input[name=heard]")
      assert.strictEqual(await page.textContent("#filter output"), "2 столбца")
    })

    it("filters the matrix by group, type and area", async () => {
      const { page } = await open(1280, "light")
      await page.selectOption("select[name=group]", "GRULAC")
      await page.check("input[name=heard]")
      await page.selectOption("select[name=area]", "security")
      assert.strictEqual(await page.textContent("#filter output"), "2 columns")
      assert.strictEqual(await page.locator(".matrix thead th.up:visible").count(), 2)
      assert.strictEqual(await page.locator(".matrix tbody:visible").count(), 1)
    })
  })
}
