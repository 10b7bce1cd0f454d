/** Attacks on the accounts of the portal, each as somebody would try it, and what comes of it. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { safeNext } from "../../../src/portal/accounts/own.ts"
import { goodPassword } from "../../accounts/accounts-store.ts"
import type { Served } from "../served.ts"
import { addressOf, cookieOf, freePort, freshPostgres, serveWithPeople, signIn, tokenIn } from "./attacked.ts"

let portal: Served | undefined
const served = (): Served => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveWithPeople()
})
afterAll(() => portal?.stop())

/** Pages and forms with the least role that may use them. */
const pages: ReadonlyArray<readonly [path: string, role: "reader" | "admin"]> = [
  ["/en/profile", "reader"],
  ["/en/people", "admin"],
  ["/en/people/log", "admin"]
]
const forms: ReadonlyArray<readonly [path: string, role: "reader" | "admin"]> = [
  ["/en/profile/password", "reader"],
  ["/en/profile/second-factor", "reader"],
  ["/en/profile/second-factor/on", "reader"],
  ["/en/profile/second-factor/off", "reader"],
  ["/en/profile/sessions", "reader"],
  ["/en/profile/sessions/others", "reader"],
  ["/en/profile/tokens", "reader"],
  ["/en/profile/tokens/revoke", "reader"],
  ["/en/people", "admin"],
  ["/en/people/role", "admin"],
  ["/en/people/disable", "admin"],
  ["/en/people/enable", "admin"],
  ["/en/people/identity", "admin"],
  ["/en/people/second-factor", "admin"]
]

describe("Whoever is not signed in, or may less,", () => {
  it("is led to the sign-in page from every page of accounts, and comes back from there", async () => {
    for (const [path] of pages) {
      const answer = await served().get(path)
      assert.strictEqual(answer.status, 303, path)
      const next = encodeURIComponent(path.slice(3))
      assert.strictEqual(answer.headers.get("location"), `/en/sign-in?next=${next}`)
    }
    for (const [path] of forms) assert.strictEqual((await served().post(path, {})).status, 303, path)
  })

  it("gets no page and no form above the role", async () => {
    for (const role of ["reader", "editor"] as const) {
      const visitor = await signIn(served(), role)
      for (const [path, least] of pages) {
        assert.strictEqual((await visitor.get(path)).status, least === "admin" ? 403 : 200, `${role} ${path}`)
      }
      for (const [path, least] of forms) {
        if (least === "admin") assert.strictEqual((await visitor.post(path)).status, 403, `${role} ${path}`)
      }
    }
    const ada = await signIn(served(), "admin")
    for (const [path] of pages) assert.strictEqual((await ada.get(path)).status, 200, path)
  })

  it("cannot give a token more than the role, nor end sessions of others", async () => {
    const rita = await signIn(served(), "reader")
    const made = await (
      await rita.post("/en/profile/tokens", { name: "x", scope: "manage", days: "5" })
    ).text()
    assert.match(made, /trb_[a-z2-9]{8}_[\w-]{43}/)
    assert.notInclude(made, "manage people")
    const ada = await signIn(served(), "admin")
    const own = await (await signIn(served(), "admin")).get("/en/profile")
    const [, session = ""] = /name="session" value="([0-9a-f]{64})"/.exec(await own.text()) ?? []
    assert.notStrictEqual(session, "")
    await rita.post("/en/profile/sessions", { session })
    assert.strictEqual((await ada.get("/en/people")).status, 200)
  })
})

describe("A form sent from elsewhere (CSRF)", () => {
  it("does nothing without the session's own token, from another site, or without an origin", async () => {
    const ada = await signIn(served(), "admin")
    const rita = await signIn(served(), "reader")
    const { cookie, csrf } = ada
    for (const [path] of forms) {
      for (const token of ["", "x", rita.csrf]) {
        assert.strictEqual((await served().post(path, { csrf: token }, { cookie })).status, 403, path)
      }
      for (const headers of [
        { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
        { "sec-fetch-site": "same-site", origin: "https://other.igf.example" }
      ]) {
        assert.strictEqual((await served().post(path, { csrf }, { cookie, ...headers })).status, 403, path)
      }
    }
    const bare = await fetch(new URL("en/people", served().url), {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body: `csrf=${csrf}`
    })
    assert.strictEqual(bare.status, 403)
  })

  it("cannot sign a reader in to somebody else's account either", async () => {
    const answer = await served().post(
      "/en/sign-in",
      { address: addressOf("reader"), password: goodPassword },
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" }
    )
    assert.strictEqual(answer.status, 403)
    assert.isNull(answer.headers.get("set-cookie"))
  })
})

describe("The cookie", () => {
  it("is out of reach of scripts and other sites, and over https bound to the host", async () => {
    const fields = { address: addressOf("reader"), password: goodPassword }
    const plain = (await served().post("/en/sign-in", fields)).headers.get("set-cookie") ?? ""
    assert.match(plain, /^tributary=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    // As behind a web server that speaks https.
    const port = await freePort()
    const secure = await serveWithPeople({ baseUrl: new URL("https://tributary.example/"), port })
    const answer = await fetch(`http://127.0.0.1:${port}/en/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: {
        origin: "https://tributary.example",
        "content-type": "application/x-www-form-urlencoded"
      },
      body: new URLSearchParams(fields).toString()
    })
    assert.match(
      answer.headers.get("set-cookie") ?? "",
      /^__Host-tributary=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/
    )
    assert.include(answer.headers.get("strict-transport-security"), "max-age=31536000")
    await secure.stop()
  })

  it("planted before the sign-in is not the one after it (session fixation)", async () => {
    const planted = `tributary=${"A".repeat(43)}`
    const fields = { address: addressOf("reader"), password: goodPassword }
    const answer = await served().post("/en/sign-in", fields, { cookie: planted })
    assert.strictEqual(answer.status, 303)
    assert.notStrictEqual(cookieOf(answer), planted)
    assert.strictEqual((await served().get("/en/profile", { cookie: planted })).status, 303)
  })

  it("ends with the sign-out, and another one comes with a new password", async () => {
    const first = await signIn(served(), "editor")
    await first.post("/en/sign-out")
    assert.strictEqual((await first.get("/en/profile")).status, 303)
    const second = await signIn(served(), "editor")
    const third = await signIn(served(), "editor")
    const own = "seven ferries, one green lantern"
    const answer = await second.post("/en/profile/password", { present: goodPassword, password: own })
    assert.strictEqual(answer.status, 303)
    for (const former of [second, third]) assert.strictEqual((await former.get("/en/profile")).status, 303)
    assert.strictEqual((await served().get("/en/profile", { cookie: cookieOf(answer) })).status, 200)
    const again = await signIn(served(), "editor", own)
    await again.post("/en/profile/password", { present: own, password: goodPassword })
  })

  it("shows no page of a signed-in person to whoever uses the browser next", async () => {
    const rita = await signIn(served(), "reader")
    for (const path of ["/en/", "/en/profile"]) {
      assert.strictEqual((await rita.get(path)).headers.get("cache-control"), "no-store", path)
    }
  })
})

describe("Where a reader goes on to after signing in", () => {
  it("is never another site", async () => {
    for (const next of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/%0d%0aSet-Cookie:x=1",
      "\\\\evil"
    ]) {
      const answer = await served().post("/en/sign-in", {
        address: addressOf("reader"),
        password: goodPassword,
        next
      })
      const location = answer.headers.get("location") ?? ""
      assert.strictEqual(new URL(location, served().url).origin, new URL(served().url).origin, next)
      assert.match(location, /^\/en\//, next)
      assert.match(answer.headers.get("set-cookie") ?? "", /^tributary=/)
    }
  })

  it("is a path of the portal for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.webPath()), (text) => {
        const url = new URL(`/en${safeNext(text)}`, "http://portal.example")
        assert.strictEqual(url.origin, "http://portal.example")
        assert.notMatch(safeNext(text), /[\r\n]/)
      })
    )
  })
})

describe("Guessing at the door", () => {
  it("learns nothing from the words, and has to wait for known and unknown addresses alike", async () => {
    const own = await serveWithPeople()
    const bodies: Array<string> = []
    for (const address of [addressOf("reader"), "nobody@igf.example"]) {
      for (let guess = 0; guess < 5; guess++) {
        const answer = await own.post("/en/sign-in", { address, password: "wrong wrong wrong" })
        assert.strictEqual(answer.status, 422)
        if (guess === 0) bodies.push((await answer.text()).replaceAll(address, "ADDRESS"))
      }
      const waiting = await own.post("/en/sign-in", { address, password: goodPassword })
      assert.strictEqual(waiting.status, 429)
      assert.strictEqual(waiting.headers.get("retry-after"), "30")
    }
    assert.strictEqual(bodies[0], bodies[1])
    await own.stop()
  })
})

describe("Bad input", () => {
  it.each(["SQLite", "PostgreSQL"])(
    "reaches neither %s nor the headers, whatever field it is in",
    async (engine) => {
      const database = engine === "PostgreSQL" ? await freshPostgres() : null
      const own = await serveWithPeople({}, {}, database?.store)
      const ada = await signIn(own, "admin")
      const nasty = fc.oneof(
        fc.constantFrom(
          "' OR '1'='1",
          "'; DROP TABLE people; --",
          'x" UNION SELECT password FROM people --',
          "\u0000",
          "%00",
          "a\r\nX-Injected: 1"
        ),
        fc.string({ unit: "binary", maxLength: 80 })
      )
      const fields = [
        "name",
        "address",
        "role",
        "person",
        "session",
        "token",
        "scope",
        "days",
        "password",
        "present",
        "code"
      ]
      const targets = forms.map(([path]) => path).filter((path) => !path.endsWith("/others"))
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...targets), nasty, async (path, text) => {
          const filled = Object.fromEntries(fields.map((name) => [name, text.toWellFormed()]))
          const answer = await ada.post(path, filled)
          assert.isBelow(answer.status, 500, path)
          assert.isNull(answer.headers.get("x-injected"))
          const log = await ada.get(`/en/people/log?before=${encodeURIComponent(text.toWellFormed())}`)
          assert.strictEqual(log.status, 200)
        }),
        // A request takes longer there; what matters is that no value is a fault.
        {
          numRuns: database === null ? 40 : 15,
          examples: targets.map((path) => [path, "\u0000'; --"]).slice(0, 6)
        }
      )
      assert.include(await (await ada.get("/en/people")).text(), "Rita Reader")
      await own.stop()
      await database?.remove()
    },
    60_000
  )

  it("does not become markup in the list of people or the log", async () => {
    const own = await serveWithPeople()
    const ada = await signIn(own, "admin")
    const name = `<script>alert(1)</script>"'`
    const added = await ada.post("/en/people", {
      name,
      address: "x@igf.example",
      role: "reader",
      password: goodPassword
    })
    assert.strictEqual(added.status, 303)
    for (const path of ["/en/people", "/en/people/log"]) {
      const text = await (await ada.get(path)).text()
      assert.notInclude(text, "<script>alert", path)
      assert.include(text, "&lt;script&gt;alert(1)", path)
    }
    await own.stop()
  })

  it("walks out of no folder of files", async () => {
    for (const path of [
      "/assets/../../package.json",
      "/assets/..%2f..%2fpackage.json",
      "/assets/%2e%2e/%2e%2e/etc/passwd",
      "/assets/....//x"
    ]) {
      const answer = await served().get(path)
      assert.notInclude(await answer.text(), "devDependencies", path)
      assert.isAtLeast(answer.status, 300, path)
    }
  })
})

describe("Every answer about accounts", () => {
  it("carries the security headers and is kept by nobody", async () => {
    const ada = await signIn(served(), "admin")
    for (const path of ["/en/sign-in", "/en/profile", "/en/people", "/en/people/log"]) {
      const { headers } = await ada.get(path)
      assert.strictEqual(headers.get("cache-control"), "no-store", path)
      assert.include(headers.get("content-security-policy"), "frame-ancestors 'none'", path)
      assert.notInclude(headers.get("content-security-policy"), "unsafe", path)
      assert.strictEqual(headers.get("x-frame-options"), "DENY", path)
      assert.strictEqual(headers.get("x-content-type-options"), "nosniff", path)
    }
    assert.strictEqual((await served().get("/en/sign-in")).headers.get("cache-control"), "no-store")
    assert.strictEqual(tokenIn(await (await served().get("/en/sign-in")).text()), "")
  })
})
