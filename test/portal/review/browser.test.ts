/** Reviewing by keyboard in a real browser, and for people who cannot see. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Browser, Page } from "playwright-core"
import { goodPassword } from "../../accounts/accounts-store.ts"
import { hasBrowser, isTooWide, launch, open, sayUntested, violations } from "../browser.ts"
import { addressOf } from "../security/attacked.ts"
import { serveReview, type ServedReview } from "./served.ts"

if (!hasBrowser) sayUntested("reviewing")

const pictures = process.env["TRIBUTARY_PICTURES"]

const isUsable = async (page: Page, what: string) => {
  assert.deepStrictEqual(await violations(page), [], what)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${what}.png` })
  await page.setViewportSize({ width: 390, height: 844 })
  assert.isFalse(await isTooWide(page), `${what} on a phone`)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${what}-phone.png`, fullPage: true })
  await page.setViewportSize({ width: 1400, height: 1000 })
}

describe.runIf(hasBrowser)("An editor in a browser", () => {
  let portal: ServedReview
  let browser: Browser
  beforeAll(async () => {
    portal = await serveReview()
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await portal.stop()
  })

  it("corrects a label by keyboard, sees it where readers do, and takes it back, on pages that all can use", async () => {
    const statement = portal.statements.find(({ issues }) => issues.every(({ id }) => id !== "encryption"))
    if (statement === undefined) throw new Error("Everything is about encryption.")
    const path = `en/review/output/${statement.outputId}?s=${statement.id}`
    const { close, errors, page } = await open(browser, `${portal.url}${path}`, {
      bypassCSP: true,
      width: 1400
    })
    await page.getByLabel("Mail address").fill(addressOf("editor"))
    await page.getByLabel("Password").fill(goodPassword)
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.waitForURL(`**/${path}*`)
    await isUsable(page, "output")

    await page.keyboard.press("?")
    assert.isTrue(await page.getByText("to the issues").isVisible())
    await page.keyboard.press("r")
    assert.strictEqual(await page.evaluate("document.activeElement.name"), "issue-1")
    await page.keyboard.type("Encryption")
    assert.strictEqual(await page.inputValue("[name=issue-1]"), "Encryption", "keys do nothing in fields")
    await page.keyboard.press("Enter")
    await page.getByText("Kept.").waitFor()
    await isUsable(page, "decided")

    const reading = await open(browser, `${portal.url}en/issues/encryption`)
    assert.isTrue(await reading.page.locator(`#${statement.id}`).isVisible(), "seen at once by readers")
    await reading.close()

    await page.keyboard.press("u")
    await page.getByText("Taken back.").waitFor()
    const before = page.url()
    await page.keyboard.press("j")
    await page.waitForURL((url) => url.href !== before)
    await page.locator("#keys summary").click()
    await page.getByLabel("Use these keys").uncheck()
    const stays = page.url()
    await page.locator("h1").click()
    await page.keyboard.press("j")
    await page.waitForTimeout(200)
    assert.strictEqual(page.url(), stays, "switched off")

    for (const [name, address] of [
      ["low", "en/review"],
      ["all", "en/review?show=all"],
      ["doubt", "en/review?show=doubt"],
      ["excluded", "en/review?show=excluded"],
      ["recent", "en/review?show=recent"],
      ["bulk", `en/review/bulk?show=all&initiative=${statement.initiativeId}&do=add&issue-1=Encryption`],
      ["arabic", "ar/review?show=all"]
    ] as const) {
      await page.goto(`${portal.url}${address}`)
      await isUsable(page, name)
    }
    assert.deepStrictEqual(errors, [])
    await close()
  }, 90_000)
})
