/** The form as a page in a real browser: filled in, saved, read. Runs where Chromium is installed. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { chromium, type Browser } from "playwright-core"
import { digestLanguages } from "../../src/domain/index.ts"
import { noAnswers, renderHtmlForm } from "../../src/export/template/index.ts"
import { extractDocument } from "../../src/ingest/extract/index.ts"
import { areas } from "./fill.ts"

const executablePath = process.env["TRIBUTARY_CHROMIUM"] ?? "/usr/bin/chromium"
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js")

if (!existsSync(executablePath)) {
  describe("the form in a browser", () => {
    it(`IS NOT TESTED HERE: no Chromium at ${executablePath} (set TRIBUTARY_CHROMIUM to its path)`, () => {
      process.stderr.write(
        `\n*** The form was NOT tested in a browser: no Chromium at ${executablePath}. ***\n\n`
      )
    })
  })
} else {
  describe("the form in a browser", () => {
    const folder = mkdtempSync(join(tmpdir(), "tributary-form-"))
    let browser: Browser | undefined

    const open = async (lang: string, bypassCSP = false) => {
      if (browser === undefined) throw new Error("the browser did not start")
      const context = await browser.newContext({ bypassCSP })
      const page = await context.newPage()
      const told: Array<string> = []
      page.on("console", (message) => told.push(message.text()))
      page.on("request", (request) => {
        if (/^https?:/.test(request.url())) told.push(request.url())
      })
      await page.goto(`file://${join(folder, `${lang}.html`)}`)
      return { page, told }
    }

    beforeAll(async () => {
      for (const language of digestLanguages)
        writeFileSync(join(folder, `${language}.html`), renderHtmlForm({ language, areas }))
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
    }, 60_000)
    afterAll(async () => {
      await browser?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    it("keeps what was typed in the file that it saves, rows added included", async () => {
      const { page, told } = await open("en")
      await page.fill("#f-name", `Norvia "IGF" <west> & co`)
      await page.fill("#f-firstDay", "2025-11-04")
      await page.selectOption("#f-attendance", { label: "hybrid" })
      await page
        .locator("section[aria-labelledby=s-highlights] textarea")
        .first()
        .fill("First.\nSecond & last.")
      const messages = page.locator("section[aria-labelledby=s-messages]")
      await messages.locator("[data-adds]").click()
      await messages.locator("input").last().fill("Access")
      await messages.locator("textarea").last().fill("</textarea><b>An added row.</b>")
      const download = page.waitForEvent("download")
      await page.click("#save")
      const file = join(folder, "saved.html")
      await (await download).saveAs(file)
      const { form } = await Effect.runPromise(
        extractDocument({
          bytes: readFileSync(file),
          mediaType: null,
          charset: null,
          url: null,
          fileName: "saved.html"
        })
      )
      assert.deepStrictEqual(form?.answers, {
        ...noAnswers,
        fields: [
          { field: "name", text: `Norvia "IGF" <west> & co` },
          { field: "firstDay", text: "2025-11-04" },
          { field: "attendance", text: "hybrid" }
        ],
        highlights: ["First.", "Second & last."],
        messages: [{ issue: "Access", text: "</textarea><b>An added row.</b>" }]
      })
      assert.deepStrictEqual(told, [])
    }, 60_000)

    it("has no fault that axe finds, in any language", async () => {
      for (const language of digestLanguages) {
        const { page } = await open(language, true)
        await page.addScriptTag({ path: axe })
        const faults: unknown = await page.evaluate(
          "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))"
        )
        assert.deepStrictEqual(faults, [], language)
        await page.context().close()
      }
    }, 120_000)
  })
}
