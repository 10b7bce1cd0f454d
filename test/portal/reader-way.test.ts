/** The whole way of a reader, in a real browser: from a word in Chinese to the source, and to the workbook. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { strFromU8, unzipSync } from "fflate"
import { hasBrowser, launch, open, sayUntested } from "./browser.ts"
import { serveFilled } from "./served.ts"

describe("A reader", () => {
  if (!hasBrowser) {
    it("IS NOT TESTED HERE: there is no Chromium", () => sayUntested("The reader's way"))
    return
  }
  it("finds a statement by a Chinese word, sees it in its source, and takes the workbook along", async () => {
    const portal = await serveFilled()
    const browser = await launch()
    const { close, errors, page } = await open(browser, new URL("zh/", portal.url).href)
    try {
      await page.fill("input[name=q]", "未成年人")
      await page.press("input[name=q]", "Enter")
      await page.locator(".statements a[href*='/statements/']").first().click()
      const quoted = ((await page.textContent("blockquote")) ?? "").trim()
      assert.include(quoted, "未成年人")

      // The place in the archived text is the statement itself, word for word.
      await page.locator("a[href*='/text#b']").first().click()
      const place = page.locator(":target")
      assert.include(
        ((await place.textContent()) ?? "").replaceAll(/\s+/g, ""),
        quoted.replaceAll(/\s+/g, "")
      )
      await page.goBack()
      const original = (await page.locator("main a[href*='.example/']").first().getAttribute("href")) ?? ""
      assert.match(original, /^https:\/\/[^/]*yunhai[^/]*\.example\//)

      await page.goto(new URL("zh/digest/2026-1/downloads", portal.url).href)
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator("a[download][href$='.xlsx']").click()
      ])
      const sheets = unzipSync(readFileSync(await download.path()))
      const workbook = Object.entries(sheets)
        .filter(([name]) => /^xl\/(worksheets\/|sharedStrings)/.test(name))
        .map(([, bytes]) => strFromU8(bytes))
        .join("")
      assert.include(workbook, quoted.slice(0, 20))
      assert.deepStrictEqual(errors, [])
    } finally {
      await close()
      await browser.close()
      await portal.stop()
    }
  }, 90_000)
})
