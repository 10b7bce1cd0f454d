/** The pages for readers in a real browser: accessibility in two languages, phone, no script, own files only. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Browser } from "playwright-core"
import { hasBrowser, isTooWide, launch, lookedAt, open, sayUntested, violations } from "./browser.ts"
import { unseen } from "./looked-at.ts"
import { serveFilled, type Served } from "./served.ts"

const paths = [
  "/",
  "/issues",
  "/issues/access-and-digital-divide",
  "/initiatives",
  "/initiatives/igf-zumurrada",
  "/search?q=internet",
  "/search?q=zzzqqq&kind=challenge",
  "/meetings",
  "/take-part",
  "/digests",
  "/api",
  "/api/objects",
  "/no-such-page",
  ...[
    "",
    "/issues",
    "/issues/artificial-intelligence",
    "/matrix",
    "/matrix/african-group",
    "/unclassified",
    "/change",
    "/lenses",
    "/coverage",
    "/method",
    "/downloads"
  ].map((part) => `/digest/2026-1${part}`)
]

const pick = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? "/"

if (!hasBrowser) {
  describe("The portal in a browser", () => {
    it("IS NOT TESTED HERE: there is no Chromium", () => sayUntested("The portal"))
  })
} else {
  describe("The portal in a browser", () => {
    let portal: Served | undefined
    let browser: Browser | undefined
    let more: ReadonlyArray<string> = []
    /** The same in every language by its address: in frames of other pages. */
    let framed: ReadonlyArray<string> = []
    const started = (): readonly [Served, Browser] => {
      if (portal === undefined || browser === undefined)
        throw new Error("the portal or the browser did not start")
      return [portal, browser]
    }
    beforeAll(async () => {
      portal = await serveFilled()
      browser = await launch()
      const list = await (await portal.get("/en/initiatives/norvia-igf")).text()
      const output = pick(list, /\/en(\/outputs\/o-[0-9a-f]+)/)
      const page = await (await portal.get(`/en${output}`)).text()
      const capture = pick(page, /\/en(\/captures\/[0-9a-f]+)/)
      framed = ["/embed/initiatives/norvia-igf", `${capture}/view`]
      more = [output, `${output}/text`, pick(list, /\/en(\/statements\/s-[0-9a-f]+)/), capture]
    })
    afterAll(async () => {
      await browser?.close()
      await portal?.stop()
    })

    it.each(["en", "ar"])(
      "has no violation that axe finds, and fits a phone (%s)",
      async (lang) => {
        const [{ url }, own] = started()
        const opened = await open(own, new URL(`${lang}/`, url).href, {
          width: 390,
          bypassCSP: true,
          dark: lang === "ar"
        })
        for (const path of [...paths, ...more]) {
          await opened.page.goto(new URL(`${lang}${path}`, url).href)
          assert.deepStrictEqual(await violations(opened.page), [], path)
          assert.isFalse(await isTooWide(opened.page), path)
        }
        for (const path of framed) {
          await opened.page.goto(new URL(`${path}?lang=${lang}`, url).href)
          assert.deepStrictEqual(
            await violations(opened.page, path.endsWith("/view") ? "wcag" : "all"),
            [],
            path
          )
          assert.isFalse(await isTooWide(opened.page), path)
        }
        assert.deepStrictEqual(unseen("reader", lookedAt, [lang]), [])
        await opened.close()
      },
      120_000
    )

    it("asks nobody but the portal, and keeps to its policy", async () => {
      const [{ url }, own] = started()
      const { asked, close, errors, page } = await open(own, new URL("en/", url).href)
      for (const path of [...paths.filter((path) => path !== "/no-such-page"), ...more]) {
        await page.goto(new URL(`en${path}`, url).href)
      }
      assert.deepStrictEqual(
        asked.filter((address) => !address.startsWith(url)),
        []
      )
      assert.deepStrictEqual(errors, [])
      await close()
    })

    it("is searched and followed to the source without script", async () => {
      const [{ url }, own] = started()
      const { close, page } = await open(own, new URL("zh/", url).href, { script: false })
      await page.fill("input[name=q]", "未成年人")
      await page.press("input[name=q]", "Enter")
      await page.waitForURL(/\/zh\/search\?q=/)
      assert.isAbove(await page.locator("mark").count(), 0)
      await page.locator(".statements a[href*='/statements/']").first().click()
      assert.match(page.url(), /\/zh\/statements\/s-/)
      assert.include((await page.textContent("blockquote")) ?? "", "未成年人")
      await close()
    })
  })
}
