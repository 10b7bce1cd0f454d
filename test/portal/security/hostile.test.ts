/** Every page of the portal as an administrator sees it, over a store full of markup, and with hostile addresses. */
import { globSync, readFileSync } from "node:fs"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { load } from "cheerio"
import { Effect, Layer } from "effect"
import { Passwords } from "../../../src/accounts/index.ts"
import { copyStore, Store } from "../../../src/store/index.ts"
import { person } from "../../accounts/accounts-store.ts"
import { hasBrowser, launch, sayUntested } from "../browser.ts"
import { servePortal, type Served } from "../served.ts"
import { filledStore } from "../stored.ts"
import { freshPostgres, names, signIn, type Visitor } from "./attacked.ts"
import { addressesOf, fillWithMarkup, forgotten, partsOf } from "./hostile.ts"

interface Hostile {
  readonly directory: string
  readonly portal: Served
  readonly admin: Visitor
  readonly parts: Readonly<Record<string, string>>
  readonly remove: () => void
}
let started: Hostile | undefined
const all = (): Hostile => {
  if (started === undefined) throw new Error("the portal did not start")
  return started
}
beforeAll(async () => {
  const { directory, remove } = await filledStore()
  await Effect.runPromise(
    person(names.admin, "admin").pipe(
      Effect.provide(Layer.merge(Passwords.layer, Store.layer({ directory })))
    )
  )
  fillWithMarkup(directory)
  const portal = await servePortal(directory)
  started = { directory, portal, admin: await signIn(portal, "admin"), parts: partsOf(directory), remove }
}, 60_000)
afterAll(async () => {
  await started?.portal.stop()
  started?.remove()
})

const addresses = () => addressesOf(all().portal.routes, all().parts)

/** What a page would do that its own files do not say: script, style or requests of its own. */
const strange = (html: string): ReadonlyArray<string> => {
  const $ = load(html)
  const found: Array<string> = []
  $("*").each((_, element) => {
    if (!("attribs" in element)) return
    for (const [name, value] of Object.entries(element.attribs)) {
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${element.name} ${name}=${value}`)
      if (/^(?:src|href|action|formaction)$/.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value)) {
        found.push(`${element.name} ${name}=${value}`)
      }
    }
    if (element.name === "img" && element.attribs["src"] === "x") found.push("img")
    if (element.name === "script" && element.attribs["src"] === undefined) found.push("script")
    if (element.name === "style") found.push("style")
  })
  return found
}

const filesOfHtml = (answer: Response) =>
  (answer.headers.get("content-disposition") ?? "").includes("attachment")

describe("A store full of markup", () => {
  it("has markup in every field that somebody else can write", () => {
    assert.strictEqual(forgotten(all().portal.directory).join(" "), "")
  })

  it("puts none of it into any page", async () => {
    let shown = 0
    for (const path of addresses()) {
      const answer = await all().admin.get(path)
      assert.isTrue(answer.status < 500 || answer.status === 503, `${path} gives ${answer.status}`)
      assert.notInclude(answer.headers.get("content-security-policy") ?? "", "unsafe-inline", path)
      if (!(answer.headers.get("content-type") ?? "").startsWith("text/html") || filesOfHtml(answer)) continue
      const html = await answer.text()
      assert.deepStrictEqual(strange(html), [], path)
      if (html.includes("onerror=alert(1)")) shown++
    }
    // As text it is there, so that the pages were filled.
    assert.isAbove(shown, 15)
  }, 120_000)
})

if (!hasBrowser) sayUntested("a store full of markup")

describe.runIf(hasBrowser)("A store full of markup, in a browser,", () => {
  it("runs nothing, asks nobody else for anything, and breaks no rule of the portal's own policy", async () => {
    const { url } = all().portal
    const browser = await launch()
    const context = await browser.newContext()
    const [name = "", value = ""] = all().admin.cookie.split("=")
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    const found: Array<string> = []
    let at = ""
    page.on("dialog", (dialog) => {
      found.push(`${at}: a script said ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on("pageerror", ({ message }) => found.push(`${at}: ${message}`))
    page.on("console", (message) => {
      // What is not there, or waits, is told as well, and is none of the policy's.
      if (message.type() === "error" && !/status of (?:4\d\d|503)/.test(message.text())) {
        found.push(`${at}: ${message.text()}`)
      }
    })
    page.on("request", (request) => {
      const asked = request.url()
      if (!asked.startsWith(url) || asked.endsWith("/x")) found.push(`${at}: asked for ${asked}`)
    })
    let shown = 0
    for (const path of addresses()) {
      if (path.startsWith("/api/v1") || /\.\w+$/.test(path)) continue
      at = path
      // Downloads and pages that never end to load have no markup of their own.
      const answer = await page.goto(new URL(path.slice(1), url).href).catch(() => null)
      if (answer !== null && ((await page.textContent("body")) ?? "").includes("onerror=alert(1)")) shown++
    }
    await browser.close()
    assert.deepStrictEqual(found, [])
    assert.isAbove(shown, 15)
  }, 120_000)
})

/** Every name of a query's parameter that a page reads. */
const parameters = (): ReadonlyArray<string> => {
  const found = new Set<string>(["page", "limit", "cursor"])
  for (const file of globSync("src/portal/**/*.ts")) {
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(
      /query\.(?:get|getAll|has)\("([\w-]+)"\)/g
    )) {
      found.add(name)
    }
  }
  return [...found].filter((name) => name !== "lang")
}

const sql = `x' OR 1=1; DROP TABLE people; -- " UNION SELECT * FROM people`

describe("A hostile parameter of an address", () => {
  for (const [what, value] of [
    ["SQL", sql],
    ["a header", "x\r\nX-Injected: 1\r\nSet-Cookie: a=b"],
    ["markup", `"><script>alert(2)</script><img src=x onerror=alert(1)>`],
    ["a number that is none", "-1e999999"],
    ["a path", "../../../../etc/passwd\u0000"]
  ] as const) {
    it(`is no more than text where it is ${what}`, async () => {
      const query = parameters()
        .map((name) => `${name}=${encodeURIComponent(value)}`)
        .join("&")
      for (const path of addresses()) {
        const answer = await all().admin.get(`${path}?${query}`)
        assert.isTrue(answer.status < 500 || answer.status === 503, `${path} gives ${answer.status}`)
        assert.isNull(answer.headers.get("x-injected"), path)
        assert.notMatch(answer.headers.get("set-cookie") ?? "", /a=b/, path)
        const location = answer.headers.get("location")
        if (location !== null) assert.match(location, /^\/(?!\/)/, path)
        if (!(answer.headers.get("content-type") ?? "").startsWith("text/html") || filesOfHtml(answer))
          continue
        assert.deepStrictEqual(strange(await answer.text()), [], path)
      }
      assert.strictEqual((await all().admin.get("/en/people")).status, 200)
    }, 120_000)
  }

  it("is no more than text where it is SQL, on PostgreSQL too", async () => {
    const { store, remove } = await freshPostgres()
    const { directory, parts } = all()
    await Effect.runPromise(copyStore({ from: { directory }, to: store }))
    const portal = await servePortal(directory, {}, {}, Layer.empty, store)
    const admin = await signIn(portal, "admin")
    const query = parameters()
      .map((name) => `${name}=${encodeURIComponent(sql)}`)
      .join("&")
    for (const path of addressesOf(portal.routes, parts)) {
      const { status } = await admin.get(`${path}?${query}`)
      assert.isTrue(status < 500 || status === 503, `${path} gives ${status}`)
    }
    assert.include(await (await admin.get("/en/people")).text(), names.admin)
    await portal.stop()
    await remove()
  }, 120_000)
})
