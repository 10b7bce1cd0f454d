/** An organiser in a real browser: from the link in the mail to a report and a request for a correction. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Browser, Page } from "playwright-core"
import { hasBrowser, isTooWide, launch, open, sayUntested, violations } from "../browser.ts"
import { type Organised, serveOrganised } from "./organised.ts"

if (!hasBrowser) sayUntested("the organiser's page")

const report = `Norvia IGF 2025: messages

1. Governments should extend broadband to every rural school by 2030.
2. Children need protection from harmful content online, designed together with them.
`

const isUsable = async (page: Page, what: string) => {
  assert.deepStrictEqual(await violations(page), [], what)
  await page.setViewportSize({ width: 390, height: 844 })
  assert.isFalse(await isTooWide(page), `${what} on a phone`)
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe.runIf(hasBrowser)("An organiser in a browser", () => {
  let served: Organised | undefined
  let browser: Browser | undefined
  const folder = mkdtempSync(join(tmpdir(), "tributary-report-"))
  const file = join(folder, "messages.txt")
  beforeAll(async () => {
    writeFileSync(file, report)
    served = await serveOrganised()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const started = (): readonly [Organised, Browser] => {
    if (served === undefined || browser === undefined) throw new Error("nothing to test with")
    return [served, browser]
  }

  it("opens the page, sends a report with its progress, and asks for a correction, on pages that all can use", async () => {
    const [all, own] = started()
    const path = await all.linkOf("norvia-igf", "maria@norvia-igf.example")
    const { asked, close, errors, page } = await open(
      own,
      new URL("en/organisers/link", all.portal.url).href,
      {
        bypassCSP: true
      }
    )
    await isUsable(page, "link")
    await page.goto(new URL(path, all.portal.url).href)
    await isUsable(page, "enter")
    await page.getByRole("button", { name: "Open my page" }).click()
    assert.match(page.url(), /\/en\/organisers$/)
    await isUsable(page, "overview")
    await page.getByRole("link", { name: "Send a report" }).click()
    await isUsable(page, "upload")
    await page.setInputFiles("input[type=file]", {
      name: "page.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(report)
    })
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await page.locator(".problems").waitFor()
    await isUsable(page, "refused")
    await page.goto(new URL("en/organisers/upload", all.portal.url).href)
    await page.setInputFiles("input[type=file]", file)
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await page.waitForURL(/\/organisers\/uploads\/up-/)
    assert.include((await page.textContent("main")) ?? "", "every rural school")
    await isUsable(page, "result")
    await page.locator(".statements a", { hasText: "read wrongly" }).first().click()
    await isUsable(page, "correction")
    await page.getByLabel("What is wrong?").selectOption("issue")
    await page.getByLabel("How should it be?").fill("It is about schools.")
    await page.getByRole("button", { name: "Send to the Secretariat" }).click()
    await page.waitForURL(/asked=1/)
    assert.include((await page.textContent("main")) ?? "", "waits for the Secretariat")
    assert.deepStrictEqual(
      errors.filter((one) => !one.includes("422")),
      []
    )
    assert.isTrue(asked.every((url) => url.startsWith(all.portal.url)))
    await close()
  }, 60_000)

  it("does the same without script, in Arabic", async () => {
    const [all, own] = started()
    const path = (await all.linkOf("norvia-igf", "maria@norvia-igf.example")).replace("/en/", "/ar/")
    const { close, page } = await open(own, new URL(path, all.portal.url).href, { script: false, width: 390 })
    await page.locator("main form button").click()
    assert.match(page.url(), /\/ar\/organisers$/)
    await page.locator("a[href='/ar/organisers/upload']").click()
    const content = `${report}3. Encryption must not be weakened by law.\n`
    await page.setInputFiles("input[type=file]", {
      name: "more.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(content)
    })
    await page.locator("#upload button").click()
    assert.match(page.url(), /\/ar\/organisers\/uploads\/up-/)
    assert.include((await page.textContent("main")) ?? "", "Encryption must not be weakened")
    await close()
  }, 60_000)
})
