/**
 * The whole way of an editor of the Secretariat, in a real browser: sign in, import, put a label right by
 * keyboard, see it in the digest, freeze. And what axe finds on each page of the Secretariat, in two languages.
 */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect, Exit, Scope } from "effect"
import type { Browser, Page } from "playwright-core"
import { serveFixtures } from "../../fixtures/server.ts"
import type { Statement } from "../../src/domain/index.ts"
import { Corrections, Outputs, Registrations, Statements } from "../../src/store/index.ts"
import { goodPassword } from "../accounts/accounts-store.ts"
import { environment } from "../jobs/fixture-store.ts"
import {
  hasBrowser,
  isTooWide,
  launch,
  lookedAt,
  open,
  type OpenOptions,
  sayUntested,
  violations
} from "./browser.ts"
import { correctionOf, registrationOf } from "./desk/asked.ts"
import { serveDesk, type ServedDesk } from "./desk/served-desk.ts"
import { unseen } from "./looked-at.ts"
import { addressOf } from "./security/attacked.ts"

const meeting = "2026-first-consultations"

/** Pages of the desk, as the store has them before anybody did anything. */
const paths = [
  "/desk",
  "/desk/sources",
  "/desk/sources/norvia-igf/feed",
  "/desk/registrations",
  "/desk/corrections",
  "/desk/meetings",
  "/desk/meetings/year",
  "/desk/meetings/theme?year=2026",
  `/desk/meetings/meeting?year=2026&id=${meeting}`,
  "/desk/meetings/sub-theme?year=2026",
  "/desk/meetings/history",
  `/desk/digest?meeting=${meeting}`,
  `/desk/digest/freeze?meeting=${meeting}`,
  "/desk/jobs",
  "/review",
  "/review?show=all",
  "/review?show=doubt",
  "/review?show=excluded",
  "/review?show=recent",
  "/review/bulk?show=all&initiative=norvia-igf&do=add&issue-1=Encryption"
]

const bodyOf = (page: Page) => page.locator("main").innerText()

/** A statement of the meeting's window that is not about encryption. */
const another = Effect.gen(function* () {
  const counted = new Set(
    (yield* (yield* Outputs).list({ kinds: ["messages", "communique", "declaration", "report"] }))
      .filter(({ publishedAt, sameAs }) => sameAs === null && (publishedAt ?? "") >= "2025-09-01")
      .map(({ id }) => id)
  )
  return (yield* (yield* Statements).list()).find(
    ({ issues, kind, outputId }) =>
      kind !== "boilerplate" && counted.has(outputId) && issues.every(({ id }) => id !== "encryption")
  )
})

if (!hasBrowser) sayUntested("The editor's way")

describe.runIf(hasBrowser)("An editor", () => {
  let desk: ServedDesk
  let browser: Browser
  let scope: Scope.Closeable
  let statement: Statement
  /** Pages that came into being on the way. */
  const more: Array<string> = []
  const former = { ...process.env }

  const signedIn = async (options: OpenOptions = {}) => {
    const opened = await open(browser, `${desk.url}en/sign-in`, options)
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
    const found = await desk.inStore(another)
    if (found === undefined) throw new Error("Everything is about encryption.")
    statement = found
    const registration = registrationOf("e")
    const correction = correctionOf("e", found.outputId, found)
    await desk.inStore(
      Effect.gen(function* () {
        const registrations = yield* Registrations
        yield* registrations.add(registration, "confirm")
        yield* registrations.confirm("confirm", "status")
        yield* (yield* Corrections).add(correction)
      })
    )
    more.push(`/desk/registrations/${registration.id}`, `/desk/corrections/${correction.id}`)
  }, 240_000)

  afterAll(async () => {
    await browser.close()
    await desk.stop()
    await Effect.runPromise(Scope.close(scope, Exit.void))
    for (const name of Object.keys(process.env)) if (!(name in former)) delete process.env[name]
  })

  it("signs in, imports, corrects a label by keyboard, sees it in the preview, and freezes the digest", async () => {
    const { close, errors, page } = await signedIn()
    assert.include(await bodyOf(page), "Outputs in doubt")

    await page.click("text=norvia-igf/feed")
    await page.click("text=Visit now")
    await page.waitForURL(/\/desk\/jobs\/import@/)
    // The page tells the end by itself.
    await page.getByText("1 of 1 sources read").waitFor({ timeout: 90_000 })
    more.push(new URL(page.url()).pathname.slice("/en".length))

    await page.click("nav.parts >> text=Review")
    await page.waitForURL(/\/en\/review$/)
    const path = `/review/output/${statement.outputId}?s=${statement.id}`
    more.push(path)
    await page.goto(`${desk.url}en${path}`)
    await page.keyboard.press("?")
    assert.isTrue(await page.getByText("to the issues").isVisible())
    await page.keyboard.press("r")
    assert.strictEqual(await page.evaluate("document.activeElement.name"), "issue-1")
    await page.keyboard.type("Encryption")
    assert.strictEqual(await page.inputValue("[name=issue-1]"), "Encryption", "keys do nothing in fields")
    await page.keyboard.press("Enter")
    await page.getByText("Kept.").waitFor()
    await page.keyboard.press("u")
    await page.getByText("Taken back.").waitFor()
    await page.keyboard.press("r")
    await page.keyboard.type("Encryption")
    await page.keyboard.press("Enter")
    await page.getByText("Kept.").waitFor()

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

    // Readers see it at once, and so does the preview, although a digest is frozen.
    const reader = await open(browser, `${desk.url}en/issues/encryption`)
    assert.isTrue(await reader.page.locator(`#${statement.id}`).isVisible())
    await reader.close()
    await page.click("nav.main >> text=Secretariat")
    await page.click("nav.parts >> text=Digest")
    await page.click("text=Read the digest as it stands now")
    await page.locator(".digest").waitFor({ timeout: 60_000 })
    await page.goto(`${desk.url}en/digest/preview/issues/encryption`)
    assert.include(await bodyOf(page), statement.text)

    await page.goto(`${desk.url}en/desk/digest`)
    await page.selectOption("#meeting", meeting)
    await page.click("text=Show")
    await page.click("text=Freeze …")
    await page.click("text=Freeze as 2026-2")
    await page.getByText("Release 2026-2 is frozen").waitFor({ timeout: 90_000 })
    await page.click("text=To the digest")
    assert.include(await bodyOf(page), "2026-2")
    assert.deepStrictEqual(
      errors.filter((error) => !error.includes("503")),
      []
    )
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

  it("finds pages that all can use and that fit a phone, in two languages", async () => {
    const { close, page } = await signedIn({ width: 390, bypassCSP: true })
    const look = async (lang: string, path: string) => {
      await page.goto(`${desk.url}${lang}${path}`)
      assert.deepStrictEqual(await violations(page), [], `${lang}${path}`)
      assert.isFalse(await isTooWide(page), `${lang}${path}`)
    }
    for (const path of [...paths, ...more]) {
      await look("en", path)
      await look("ar", path)
    }
    assert.deepStrictEqual(unseen("editor", lookedAt, ["en", "ar"]), [])
    await close()
  }, 180_000)
})
