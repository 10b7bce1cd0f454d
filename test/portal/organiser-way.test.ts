/**
 * The whole way of an organiser, in a real browser with a real mail server: from the form to a report that is
 * read and a request for a correction. Once in English, once in Arabic without script on a phone; what axe finds on
 * each page of it.
 */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Browser, Page } from "playwright-core"
import { Passwords } from "../../src/accounts/index.ts"
import { goodPassword, person } from "../accounts/accounts-store.ts"
import { hasBrowser, isTooWide, launch, lookedAt, open, sayUntested, violations } from "./browser.ts"
import { unseen } from "./looked-at.ts"
import { linkTo, type Registering, serveRegistering } from "./register/registering.ts"
import { addressOf, names } from "./security/attacked.ts"

/** Where screenshots are left for a person to look at; nowhere as a rule. */
const album = process.env["TRIBUTARY_SCREENSHOTS"]

const report = `Norvia IGF 2025: messages

1. Governments should extend broadband to every rural school by 2030.
2. Children need protection from harmful content online, designed together with them.
`

const bodyOf = (page: Page) => page.locator("main").innerText()

/** The Secretariat's part: signs in, finds the registration on the desk, and approves it. */
const approve = async (browser: Browser, url: string, site: string) => {
  const { close, errors, page } = await open(browser, `${url}en/sign-in`, { bypassCSP: true })
  await page.fill("#address", addressOf("editor"))
  await page.fill("#password", goodPassword)
  await page.click("main form button")
  await page.waitForURL(/\/en\/desk$/)
  await page.locator("main a", { hasText: site }).first().click()
  await page.waitForURL(/\/desk\/registrations\/reg-/)
  assert.deepStrictEqual(await violations(page), [], "registration")
  await page.getByRole("button", { name: "Approve" }).click()
  await page.getByText("Approved.").waitFor()
  assert.deepStrictEqual(errors, [])
  await close()
}

if (!hasBrowser) sayUntested("The organiser's way")

describe.runIf(hasBrowser)("An organiser", () => {
  let served: Registering | undefined
  let started: Browser | undefined
  beforeAll(async () => {
    served = await serveRegistering()
    started = await launch()
    await served.run(Effect.provide(person(names.editor, "editor"), Passwords.layer))
  })
  afterAll(async () => {
    await started?.close()
    await served?.stop()
  })

  it.each([
    {
      lang: "en",
      width: 1280,
      script: true,
      initiative: "norvia-igf",
      typed: "Norvia",
      site: "http://igf.norvia.example/"
    },
    {
      lang: "ar",
      width: 390,
      script: false,
      initiative: "igf-zumurrada",
      typed: "Zumurrada",
      site: "http://igf.zumurrada.example/"
    }
  ])(
    "registers, confirms by the link in the mail, is approved, sends a report and asks for a correction ($lang)",
    async ({ initiative, lang, script, site, typed, width }) => {
      if (served === undefined || started === undefined) throw new Error("not started")
      const { letters, url } = served
      const { close, errors, page } = await open(started, `${url}${lang}/take-part`, {
        width,
        script,
        bypassCSP: true,
        dark: !script
      })
      const sees = script ? undefined : await open(started, "about:blank", { width, bypassCSP: true })
      // axe needs scripts: without them the same page is looked at in a second window, with the same cookies.
      const look = async (name: string, isAnswer = false) => {
        if (album !== undefined)
          await page.screenshot({ path: `${album}/${name}-${lang}.png`, fullPage: true })
        if (sees !== undefined && isAnswer) return
        const shown = sees?.page ?? page
        if (sees !== undefined) {
          await sees.page.context().addCookies(await page.context().cookies())
          await sees.page.goto(page.url())
        }
        assert.deepStrictEqual(await violations(shown), [], name)
        await shown.setViewportSize({ width: 390, height: 844 })
        assert.isFalse(await isTooWide(shown), `${name} on a phone`)
        await shown.setViewportSize({ width, height: 900 })
      }

      await page.goto(`${url}${lang}/organisers/link`)
      await look("link")
      await page.goto(`${url}${lang}/take-part`)
      await look("take-part")
      await page.locator("main a.button").first().click()
      await look("form")
      await page.fill("#initiative", typed)
      await page.fill("#url", "igf.norvia")
      await page.fill("#email", `organiser@${initiative}.example`)
      await page.click("form.register button")
      await look("problems", true)
      await page.check(`input[value=${initiative}]`)
      await page.fill("#url", site)
      await page.click("form.register button")
      await page.waitForURL(/\/register\/preview\//)
      await look("preview")
      const before = (await letters(0)).length
      await page.click(".steps button.primary")
      await page.waitForURL(/\/register\/sent/)
      await look("sent")

      const confirmation = (await letters(before + 1)).at(-1) ?? ""
      await page.goto(new URL(linkTo(confirmation, "/register/confirm"), url).href)
      await look("confirm")
      await page.click("main button.primary")
      await page.waitForURL(/\/register\/status\//)
      await look("status")
      await page.click("main button.primary")
      await look("proof", true)
      assert.include(await bodyOf(page), `_tributary.${new URL(site).hostname}`)

      await approve(started, url, site)
      await letters(before + 3)
      const approval = (await letters(0)).findLast((one) => one.includes("/organisers/enter/")) ?? ""
      await page.goto(new URL(linkTo(approval, "/organisers/enter"), url).href)
      await look("enter")
      await page.locator("main form button").first().click()
      assert.match(page.url(), new RegExp(`/${lang}/organisers$`))
      await look("overview")

      await page.locator(`main a[href='/${lang}/organisers/upload']`).first().click()
      await look("upload")
      await page.setInputFiles("input[type=file]", {
        name: "page.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from(report)
      })
      await page.locator("#upload button").click()
      await page.locator(".problems").waitFor()
      await look("refused", true)
      await page.goto(`${url}${lang}/organisers/upload`)
      await page.setInputFiles("input[type=file]", {
        name: "messages.txt",
        mimeType: "text/plain",
        buffer: Buffer.from(report)
      })
      await page.locator("#upload button").click()
      await page.waitForURL(/\/organisers\/uploads\/up-/)
      assert.include(await bodyOf(page), "every rural school")
      await look("result")

      await page.locator(".statements a[href*='/corrections/new']").first().click()
      await look("correction")
      await page.locator("main select").selectOption("issue")
      await page.locator("main textarea").fill("It is about schools.")
      await page.locator("main form button").first().click()
      await page.waitForURL(/asked=1/)
      assert.include(await bodyOf(page), "It is about schools.")
      await page.locator("main a[href*='/organisers/outputs/']").first().click()
      await look("document")

      assert.deepStrictEqual(
        errors.filter((error) => !/status of 4\d\d/.test(error)),
        []
      )
      assert.deepStrictEqual(unseen("organiser", lookedAt, [lang]), [])
      await sees?.close()
      await close()
    },
    90_000
  )
})
