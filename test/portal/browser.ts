/** A real browser for the portal's tests: Chromium, where one is installed. */
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { chromium } from "playwright-core"
import type { Browser, Page } from "playwright-core"

const executablePath = process.env["TRIBUTARY_CHROMIUM"] ?? process.env["CHROMIUM"] ?? "/usr/bin/chromium"

/** Whether there is a browser; where there is none, `sayUntested` says so aloud. */
export const hasBrowser = existsSync(executablePath)

/** The line for machines without a browser. */
export const sayUntested = (what: string): void => {
  process.stderr.write(`\n*** ${what} was NOT tested in a browser: no Chromium at ${executablePath}. ***\n\n`)
}

/** Addresses that axe has looked at since the browser was launched. */
export const lookedAt: Array<string> = []

export const launch = (): Promise<Browser> => {
  lookedAt.length = 0
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run"
    ]
  })
}

/** A page with what it asked for, what it complained of, and how wide it is. */
export interface Opened {
  readonly page: Page
  readonly asked: ReadonlyArray<string>
  readonly errors: ReadonlyArray<string>
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly width?: number
  readonly dark?: boolean
  readonly script?: boolean
  /** For axe, which is put into the page from outside. */
  readonly bypassCSP?: boolean
}

/** Opens an address in a context of its own. */
export const open = async (browser: Browser, url: string, options: OpenOptions = {}): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark === true ? "dark" : "light",
    javaScriptEnabled: options.script !== false,
    bypassCSP: options.bypassCSP === true
  })
  const page = await context.newPage()
  const asked: Array<string> = []
  const errors: Array<string> = []
  page.on("request", (request) => asked.push(request.url()))
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  page.on("pageerror", (error) => errors.push(error.message))
  await page.goto(url)
  return { page, asked, errors, close: () => context.close() }
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js")

/**
 * What axe finds against WCAG 2.2 A and AA and its own best practices: `rule: markup`, none when all is well.
 *
 * @param rules `wcag` for pages whose structure is somebody else's
 */
export const violations = async (
  page: Page,
  rules: "all" | "wcag" = "all"
): Promise<ReadonlyArray<string>> => {
  lookedAt.push(page.url())
  await page.addScriptTag({ path: axe })
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
  const options = { resultTypes: ["violations"], ...(rules === "all" ? {} : { runOnly: tags }) }
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then((result) => result.violations.map((own) => own.id + ': ' + own.nodes[0].html))`
  )
  return Array.isArray(found) ? found.map(String) : [String(found)]
}

/** Whether the page is wider than its window: then a reader on a phone has to scroll sideways. */
export const isTooWide = async (page: Page): Promise<boolean> =>
  (await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) ===
  true
