/** The Secretariat's way in a real browser: sign in, look at the desk, run an import to its end, freeze. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Exit, Scope } from "effect"
import type { Browser, Page } from "playwright-core"
import { serveFixtures } from "../../../fixtures/server.ts"
import { goodPassword } from "../../accounts/accounts-store.ts"
import { environment } from "../../jobs/fixture-store.ts"
import { hasBrowser, isTooWide, launch, open, type OpenOptions, sayUntested, violations } from "../browser.ts"
import { addressOf } from "../security/attacked.ts"
import { serveDesk, type ServedDesk } from "./served-desk.ts"

const paths = [
  "/desk",
  "/desk/sources",
  "/desk/sources/norvia-igf/feed",
  "/desk/registrations",
  "/desk/corrections",
  "/desk/meetings",
  "/desk/meetings/meeting?year=2026&id=2026-first-consultations",
  "/desk/meetings/sub-theme?year=2026",
  "/desk/meetings/history",
  "/desk/digest?meeting=2026-first-consultations",
  "/desk/digest/freeze?meeting=2026-first-consultations",
  "/desk/jobs"
]

const bodyOf = (page: Page) => page.locator("main").innerText()

if (!hasBrowser) {
  describe("The desk in a browser", () => {
    it("IS NOT TESTED HERE: there is no Chromium", () => sayUntested("The desk"))
  })
} else {
  describe("The desk in a browser", () => {
    let desk: ServedDesk
    let browser: Browser
    let scope: Scope.Closeable
    const former = { ...process.env }

    const signedIn = async (options: OpenOptions = {}) => {
      const opened = await open(browser, `${desk.url}en/sign-in?next=/desk`, options)
      await opened.page.fill("#address", addressOf("admin"))
      await opened.page.fill("#password", goodPassword)
      await opened.page.click("main form button")
      await opened.page.waitForURL(/\/en\/desk$/)
      return opened
    }

    beforeAll(async () => {
      scope = await Effect.runPromise(Scope.make())
      const fixtures = await Effect.runPromise(Scope.provide(serveFixtures, scope))
      // The processes that work for the desk find the fixtures by the environment.
      Object.assign(process.env, environment(fixtures))
      desk = await serveDesk()
      browser = await launch()
    }, 240_000)

    afterAll(async () => {
      await browser.close()
      await desk.stop()
      await Effect.runPromise(Scope.close(scope, Exit.void))
      for (const name of Object.keys(process.env)) if (!(name in former)) delete process.env[name]
    })

    it("leads from signing in over an import to a frozen digest", async () => {
      const { close, errors, page } = await signedIn()
      assert.include(await bodyOf(page), "Outputs in doubt")

      await page.click("text=norvia-igf/feed")
      await page.click("text=Visit now")
      await page.waitForURL(/\/desk\/jobs\/import@/)
      // The page tells the end by itself.
      await page.getByText("1 of 1 sources read").waitFor({ timeout: 90_000 })

      await page.click("nav.parts >> text=Digest")
      await page.selectOption("#meeting", "2026-first-consultations")
      await page.click("text=Show")
      await page.click("text=Freeze …")
      await page.click("text=Freeze as 2026-2")
      await page.getByText("Release 2026-2 is frozen").waitFor({ timeout: 90_000 })
      await page.click("text=To the digest")
      assert.include(await bodyOf(page), "2026-2")
      assert.deepStrictEqual(errors, [])
      await close()
    }, 240_000)

    it("works without script, progress too", async () => {
      const { close, page } = await signedIn({ script: false })
      await page.click("nav.parts >> text=Runs")
      await page.click('button[aria-label="Run now: health-report"]')
      await page.waitForURL(/\/desk\/jobs\/health-report@/)
      for (let look = 0; look < 100 && (await bodyOf(page)).includes("Look again"); look += 1) {
        await page.waitForTimeout(200)
        await page.click("text=Look again")
      }
      assert.include(await bodyOf(page), "done")
      await close()
    }, 120_000)

    it("is accessible on every page, and fits a phone", async () => {
      const { close, page } = await signedIn({ width: 390, bypassCSP: true })
      for (const path of paths) {
        for (const lang of ["en", "ar"]) {
          await page.goto(`${desk.url}${lang}${path}`)
          assert.deepStrictEqual(await violations(page), [], `${lang}${path}`)
          assert.isFalse(await isTooWide(page), `${lang}${path}`)
        }
        // French words are among the longest.
        await page.goto(`${desk.url}fr${path}`)
        assert.isFalse(await isTooWide(page), path)
      }
      await close()
    }, 240_000)
  })
}
