/** An organiser's way in a real browser, on a phone and without script, and what axe finds on each page of it. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Browser } from "playwright-core"
import { hasBrowser, isTooWide, launch, open, sayUntested, violations } from "../browser.ts"
import { linkTo, type Registering, serveRegistering } from "./registering.ts"

/** Where screenshots are left for a person to look at; nowhere as a rule. */
const album = process.env["TRIBUTARY_SCREENSHOTS"]

if (!hasBrowser) {
  describe("Registering in a browser", () => {
    it("IS NOT TESTED HERE: there is no Chromium", () => sayUntested("Registering"))
  })
} else {
  describe("Registering in a browser", () => {
    let portal: Registering | undefined
    let browser: Browser | undefined
    beforeAll(async () => {
      portal = await serveRegistering()
      browser = await launch()
    })
    afterAll(async () => {
      await browser?.close()
      await portal?.stop()
    })

    it.each([
      { lang: "en", width: 1280, script: true },
      { lang: "ar", width: 390, script: false }
    ])(
      "leads from the form to the registration's page ($lang, $width px wide)",
      async ({ lang, script, width }) => {
        if (portal === undefined || browser === undefined) throw new Error("not started")
        const before = (await portal.letters(0)).length
        const { close, errors, page } = await open(browser, new URL(`${lang}/register`, portal.url).href, {
          width,
          script,
          bypassCSP: true,
          dark: lang === "ar"
        })
        // axe needs scripts: without them the same page is looked at in a second window.
        const look = async (name: string) => {
          if (album !== undefined) {
            await page.screenshot({ path: `${album}/${name}-${lang}.png`, fullPage: true })
          }
          if (!script) return
          assert.isFalse(await isTooWide(page), name)
          assert.deepStrictEqual(await violations(page), [], name)
        }
        await look("form")
        await page.fill("#initiative", "Norvia")
        await page.fill("#url", "igf.norvia")
        await page.fill("#email", "organiser@norvia.example")
        await page.click("form.register button")
        await look("problems")
        await page.check("input[value=norvia-igf]")
        await page.fill("#url", "http://igf.norvia.example/")
        await page.click("form.register button")
        await page.waitForURL(/\/register\/preview\//)
        const own = page.url()
        await look("preview")
        await page.click(".steps button.primary")
        await page.waitForURL(/\/register\/sent/)
        await look("sent")
        const letter = (await portal.letters(before + 1)).at(-1) ?? ""
        await page.goto(new URL(linkTo(letter, "/register/confirm"), portal.url).href)
        await look("confirm")
        await page.click("main button.primary")
        await page.waitForURL(/\/register\/status\//)
        await page.click("main button.primary")
        await look("status")
        assert.match((await page.textContent("main")) ?? "", /_tributary\.igf\.norvia\.example/)
        if (!script) {
          const again = await open(browser, page.url().replace(/\/proof$/, ""), {
            width,
            dark: true,
            bypassCSP: true
          })
          assert.isFalse(await isTooWide(again.page), "status")
          assert.deepStrictEqual(await violations(again.page), [], "status")
          for (const path of [`${lang}/register`, `${lang}/take-part`]) {
            await again.page.goto(new URL(path, portal.url).href)
            assert.isFalse(await isTooWide(again.page), path)
            assert.deepStrictEqual(await violations(again.page), [], path)
          }
          await again.close()
        }
        assert.notStrictEqual(own, "")
        assert.deepStrictEqual(
          errors.filter((error) => !/status of 4\d\d/.test(error)),
          []
        )
        await close()
      },
      60_000
    )
  })
}
