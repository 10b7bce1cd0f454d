/** Who may ask for which address of the portal, for every address that there is. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Role } from "../../../src/domain/index.ts"
import type { KnownRoute } from "../../../src/portal/known-paths.ts"
import { noPages, pagesOf } from "../looked-at.ts"
import type { Served } from "../served.ts"
import { serveWithPeople, signIn } from "./attacked.ts"

let portal: Served | undefined
const served = (): Served => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveWithPeople()
})
afterAll(() => portal?.stop())

const ranks: Readonly<Record<Role, number>> = { reader: 1, editor: 2, admin: 3 }

/** Groups of addresses that are for people of the Secretariat alone. */
const closed = /^\/(?:desk|review|people|profile)(?:\/|$)/

const roleOf = ({ method, path, role }: KnownRoute): Role => {
  assert.isNotNull(role, `${method} ${path} asks for no role`)
  return role ?? "admin"
}

/** An address of a route with something in each of its parts. */
const addressOf = ({ path }: KnownRoute) => `/en${path.replace(/:\w+/g, "x")}`

const closedRoutes = () => served().routes.filter(({ path }) => closed.test(path))

describe("Every page of the portal", () => {
  it("is looked at in a browser, or is known as no page", () => {
    const pages = served()
      .routes.filter(({ method, path }) => method === "GET" && !path.startsWith("/api/"))
      .map(({ path }) => path.toString())
    const seen: ReadonlyArray<string> = Object.values(pagesOf).flat()
    assert.deepStrictEqual(
      pages.filter((path) => !seen.includes(path) && !noPages.has(path)),
      []
    )
    assert.deepStrictEqual(
      [...seen, ...noPages].filter((path) => !pages.includes(path) && !path.startsWith("/sign-in/provider")),
      []
    )
  })
})

describe("Every address of desk, review, people and profile", () => {
  it("names the role that it asks for", () => {
    assert.isAbove(closedRoutes().length, 50)
    for (const route of closedRoutes()) roleOf(route)
  })

  it("changes nothing for readers, but in what is their own", () => {
    for (const route of closedRoutes()) {
      if (route.method !== "GET" && !route.path.startsWith("/profile")) {
        assert.isAbove(ranks[roleOf(route)], ranks.reader, `${route.method} ${route.path}`)
      }
    }
  })

  it("leads who is not signed in to the sign-in page", async () => {
    for (const route of closedRoutes()) {
      const path = addressOf(route)
      const answer = await (route.method === "GET" ? served().get(path) : served().post(path, {}))
      assert.strictEqual(answer.status, 303, `${route.method} ${path}`)
      assert.match(answer.headers.get("location") ?? "", /^\/en\/sign-in/, path)
    }
  })

  for (const role of ["reader", "editor", "admin"] as const) {
    it(`refuses the role ${role} what is above it, and nothing else`, async () => {
      const visitor = await signIn(served(), role)
      for (const route of closedRoutes()) {
        const path = addressOf(route)
        const isAbove = ranks[roleOf(route)] > ranks[role]
        // What a person may do is not done here: it would change what is asked for next.
        if (route.method !== "GET" && !isAbove) continue
        const { status } = await (route.method === "GET" ? visitor.get(path) : visitor.post(path))
        assert.strictEqual(status === 403, isAbove, `${role}: ${route.method} ${path} gives ${status}`)
        assert.isBelow(status, 500, path)
      }
    })
  }
})
