/** Accounts as a person uses them, in a real browser, and for people who cannot see. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Browser } from "playwright-core"
import { codeAt } from "../../../src/accounts/index.ts"
import { accountsIn, goodPassword, person } from "../../accounts/accounts-store.ts"
import { hasBrowser, isTooWide, launch, lookedAt, open, sayUntested, violations } from "../browser.ts"
import { unseen } from "../looked-at.ts"
import type { Served } from "../served.ts"
import { addressOf, serveWithPeople } from "./attacked.ts"

if (!hasBrowser) sayUntested("signing in")

let browser: Browser | undefined
beforeAll(async () => {
  if (hasBrowser) browser = await launch()
})
afterAll(() => browser?.close())

describe.runIf(hasBrowser)("An administrator in a browser", () => {
  let portal: Served | undefined
  beforeAll(async () => {
    // A provider that nobody asks yet: its part of the pages is there.
    portal = await serveWithPeople(
      {},
      {
        TRIBUTARY_OIDC_ISSUER: "https://login.norvia.example",
        TRIBUTARY_OIDC_CLIENT_ID: "tributary",
        TRIBUTARY_SECOND_FACTOR: "admins"
      }
    )
    // Somebody whose password was set by another person, to be changed at the first sign-in.
    await Effect.runPromise(Effect.provide(person("Nora New", "reader", true), accountsIn(portal.directory)))
  })
  afterAll(() => portal?.stop())

  it("signs in, takes a second factor into use and comes back with a recovery code, on pages that all can use", async () => {
    if (browser === undefined || portal === undefined) throw new Error("nothing to test with")
    const { close, errors, page } = await open(browser, `${portal.url}en/people`, { bypassCSP: true })
    const isUsable = async (what: string) => {
      assert.deepStrictEqual(await violations(page), [], what)
      await page.setViewportSize({ width: 360, height: 740 })
      assert.isFalse(await isTooWide(page), `${what} on a phone`)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    const isRightToLeft = async () => {
      assert.strictEqual(await page.getAttribute("html", "dir"), "rtl")
      assert.match((await page.textContent("h1")) ?? "", /^[\p{Script=Arabic}\s]+$/u)
    }
    await isUsable("sign-in")
    await page.getByLabel("Mail address").fill(addressOf("admin"))
    await page.getByLabel("Password").fill(goodPassword)
    await page.getByRole("button", { name: "Sign in" }).click()
    assert.match(page.url(), /\/en\/sign-in\/factor$/)
    await isUsable("second factor asked for")
    await page.goto(page.url().replace("/en/", "/ar/"))
    await isRightToLeft()
    await isUsable("second factor asked for in Arabic")
    await page.goBack()
    await page.getByRole("button", { name: "Not now" }).click()
    assert.match(page.url(), /\/en\/people$/)
    await isUsable("people")
    await page.goto(`${portal.url}en/profile`)
    await isUsable("profile")
    const factor = page.locator("form[action$='/second-factor']")
    await factor.getByLabel("Present password").fill(goodPassword)
    await factor.getByRole("button").click()
    await isUsable("second factor")
    const secret = (await page.locator("main code").first().textContent()) ?? ""
    await page.getByLabel("Code").fill(codeAt(secret, Date.now()))
    await page.getByRole("button", { name: "Turn on" }).click()
    assert.strictEqual(await page.locator(".notice code").count(), 10)
    const recovery = (await page.locator(".notice code").first().textContent()) ?? ""
    assert.strictEqual(await page.getByRole("button", { name: "Turn off" }).count(), 0)
    await page.getByRole("button", { name: "Sign out", exact: true }).click()

    await page.goto(`${portal.url}en/sign-in`)
    await page.getByLabel("Mail address").fill(addressOf("admin"))
    await page.getByLabel("Password").fill(goodPassword)
    await page.getByRole("button", { name: "Sign in" }).click()
    await isUsable("code")
    await page.getByLabel("Code").fill(recovery)
    await page.getByRole("button", { name: "Go on" }).click()
    await page.goto(`${portal.url}en/people/log`)
    assert.include(await page.textContent("main"), "account.second-factor-on")
    await isUsable("log")
    for (const path of ["people", "profile", "people/log"]) {
      await page.goto(`${portal.url}ar/${path}`)
      await isRightToLeft()
      await isUsable(`${path} in Arabic`)
    }
    await page.locator("form[action$='/sign-out'] button").first().click()
    await page.goto(`${portal.url}ar/sign-in?problem=unknown`)
    await isRightToLeft()
    await isUsable("sign-in in Arabic")
    const signIn = async (lang: string, address: string) => {
      await page.goto(`${portal?.url}${lang}/sign-in`)
      await page.fill("#address", address)
      await page.fill("#password", goodPassword)
      await page.locator("main form button").first().click()
    }
    await signIn("ar", addressOf("admin"))
    await isUsable("code in Arabic")
    await signIn("ar", "nora.new@igf.example")
    await isUsable("own password in Arabic")
    await signIn("en", "nora.new@igf.example")
    await isUsable("own password")
    await page.locator("main input[type=password]").fill(goodPassword.slice(0, 5))
    await page.locator("main form button").first().click()
    await page.locator(".problems").waitFor()
    await isUsable("own password refused")
    assert.deepStrictEqual(unseen("account", lookedAt, ["en", "ar"]), [])
    assert.deepStrictEqual(
      errors.filter((error) => !error.includes("422")),
      []
    )
    await close()
  }, 60_000)
})
