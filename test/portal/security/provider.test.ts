/** Signing in at an identity provider, by a real one on loopback, as people and as attackers would. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Served } from "../served.ts"
import { addressOf, cookieOf, freePort, serveWithPeople, signIn, tokenIn } from "./attacked.ts"
import {
  clientId,
  clientSecret,
  passProvider,
  type RunningProvider,
  serveProvider
} from "./identity-provider.ts"

const people = {
  "sub-rita": { email: addressOf("reader").toUpperCase(), email_verified: true },
  "sub-other-rita": { email: addressOf("reader"), email_verified: true },
  "sub-edo-unverified": { email: addressOf("editor"), email_verified: false },
  "sub-edo": { email: addressOf("editor"), email_verified: true },
  "sub-stranger": { email: "stranger@elsewhere.example", email_verified: true }
}

let portal: Served | undefined
let provider: RunningProvider | undefined
let restart: () => Promise<RunningProvider> = () => Promise.reject(new Error("not served yet"))
const served = (): Served => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}

beforeAll(async () => {
  const [port, providerPort] = [await freePort(), await freePort()]
  restart = () => serveProvider(providerPort, `http://127.0.0.1:${port}/sign-in/provider/return`, people)
  provider = await restart()
  portal = await serveWithPeople(
    { port },
    {
      TRIBUTARY_OIDC_ISSUER: provider.issuer,
      TRIBUTARY_OIDC_CLIENT_ID: clientId,
      TRIBUTARY_OIDC_CLIENT_SECRET: clientSecret,
      TRIBUTARY_OIDC_NAME: "Norvia Login"
    }
  )
})
afterAll(async () => {
  await portal?.stop()
  await provider?.stop()
})

/** Begins in a browser without cookies; gives its cookie and where it is sent. */
const begin = async (next = "/profile", lang = "en") => {
  const answer = await served().get(`/${lang}/sign-in/provider?next=${encodeURIComponent(next)}`)
  return { cookie: cookieOf(answer), to: answer.headers.get("location") ?? "" }
}

/** Comes back to the portal. */
const comeBack = (to: string, cookie: string) => {
  const { pathname, search } = new URL(to)
  return served().get(`${pathname}${search}`, { cookie, "accept-language": "en" })
}

/** The whole way. */
const through = async (subject: string | null, next?: string, lang?: string) => {
  const { cookie, to } = await begin(next, lang)
  return comeBack(await passProvider(to, subject), cookie)
}

const problemOf = (answer: Response): string | null => {
  assert.strictEqual(answer.status, 303)
  return new URL(answer.headers.get("location") ?? "", served().url).searchParams.get("problem")
}

describe("Signing in at the identity provider", () => {
  it("finds the account by its verified address, ties it, and leads on to the page asked for", async () => {
    const page = await (await served().get("/fr/sign-in?next=/profile")).text()
    assert.include(page, "Se connecter avec Norvia Login")
    assert.include(page, `href="/fr/sign-in/provider?next=%2Fprofile"`)
    const answer = await through("sub-rita", "/profile", "fr")
    assert.strictEqual(answer.headers.get("location"), "/fr/profile")
    const profile = await served().get("/en/profile", { cookie: cookieOf(answer) })
    assert.include(await profile.text(), addressOf("reader"))
    // Known by the subject from now on.
    assert.strictEqual((await through("sub-rita")).headers.get("location"), "/en/profile")
    const ada = await signIn(served(), "admin")
    assert.include(await (await ada.get("/en/people/log")).text(), `${provider?.issuer} sub-rita`)
  })

  it("sends code flow, PKCE, state and nonce, each new, and a secret to nobody but the provider", async () => {
    const [first, second] = [new URL((await begin()).to), new URL((await begin()).to)]
    for (const { searchParams: sent } of [first, second]) {
      assert.strictEqual(sent.get("response_type"), "code")
      assert.strictEqual(sent.get("code_challenge_method"), "S256")
      assert.strictEqual(sent.get("scope"), "openid email")
      assert.isNull(sent.get("client_secret"))
    }
    for (const name of ["state", "nonce", "code_challenge"]) {
      assert.match(first.searchParams.get(name) ?? "", /^[\w-]{43}$/)
      assert.notStrictEqual(first.searchParams.get(name), second.searchParams.get(name))
    }
  })

  it("gives nobody an account, and none by an address that was not verified or is tied to another identity", async () => {
    for (const subject of ["sub-stranger", "sub-edo-unverified", "sub-other-rita"]) {
      const answer = await through(subject)
      assert.strictEqual(problemOf(answer), "unknown", subject)
      assert.notMatch(cookieOf(answer), /=[\w-]{43}$/)
    }
    const told = await served().get("/en/sign-in?problem=unknown")
    assert.include(await told.text(), "Norvia Login knows you, but there is no account for you here")
  })

  it("keeps out whoever is disabled, and ends the sessions of whoever is untied", async () => {
    const ada = await signIn(served(), "admin")
    const page = await (await ada.get("/en/people")).text()
    const id = new RegExp(`${addressOf("reader")}[^]*?value="(p-[0-9a-f]{16})"`).exec(page)?.[1] ?? ""
    const cookie = cookieOf(await through("sub-rita"))
    assert.strictEqual((await ada.post("/en/people/identity", { person: id })).status, 303)
    assert.strictEqual((await served().get("/en/profile", { cookie })).status, 303)
    await ada.post("/en/people/disable", { person: id })
    assert.strictEqual(problemOf(await through("sub-rita")), "unknown")
    await ada.post("/en/people/enable", { person: id })
    assert.strictEqual((await through("sub-rita")).headers.get("location"), "/en/profile")
  })

  it("lets an administrator add somebody without password, whose account offers none to change", async () => {
    const ada = await signIn(served(), "admin")
    const page = await (await ada.get("/en/people")).text()
    const fields = {
      name: "Sam Stranger",
      address: "stranger@elsewhere.example",
      role: "reader",
      password: ""
    }
    assert.strictEqual((await ada.post("/en/people", { csrf: tokenIn(page), ...fields })).status, 303)
    const answer = await through("sub-stranger")
    const profile = await (await served().get("/en/profile", { cookie: cookieOf(answer) })).text()
    assert.include(profile, "You sign in at Norvia Login; there is no password here.")
    assert.notInclude(profile, "/profile/password")
    const byPassword = await served().post("/en/sign-in", { address: fields.address, password: "" })
    assert.strictEqual(byPassword.status, 422)
  })
})

describe("An answer of the identity provider", () => {
  it("is told in words when the person broke it off", async () => {
    const answer = await through(null, "/search?q=x", "es")
    assert.strictEqual(problemOf(answer), "cancelled")
    const page = await served().get(answer.headers.get("location") ?? "")
    const text = await page.text()
    assert.include(text, "Norvia Login no ha iniciado su sesión")
    assert.include(text, "/es/sign-in/provider?next=%2Fsearch%3Fq%3Dx")
  })

  it("counts once, only in the browser that began, and only for the attempt that it answers", async () => {
    const mine = await begin()
    const answered = await passProvider(mine.to, "sub-edo")
    // Somebody else's browser, with no attempt or another one (login CSRF, stolen code).
    assert.strictEqual(problemOf(await comeBack(answered, "")), "expired")
    const theirs = await begin()
    assert.strictEqual(problemOf(await comeBack(answered, theirs.cookie)), "invalid")
    const forged = new URL(answered)
    const other = await begin()
    forged.searchParams.set("state", new URL(other.to).searchParams.get("state") ?? "")
    assert.strictEqual(problemOf(await comeBack(forged.href, other.cookie)), "invalid")
    assert.strictEqual((await comeBack(answered, mine.cookie)).headers.get("location"), "/en/profile")
    assert.strictEqual(problemOf(await comeBack(answered, mine.cookie)), "expired")
  })

  it("of another issuer or without a code is refused", async () => {
    for (const change of [
      (url: URL) => url.searchParams.set("iss", "https://evil.example"),
      (url: URL) => url.searchParams.delete("code"),
      (url: URL) => url.searchParams.append("code", "another"),
      (url: URL) => url.searchParams.set("code", "x".repeat(5000))
    ]) {
      const { cookie, to } = await begin()
      const answered = new URL(await passProvider(to, "sub-edo"))
      change(answered)
      assert.strictEqual(problemOf(await comeBack(answered.href, cookie)), "invalid")
    }
  })
})

describe("The way to the identity provider", () => {
  it("leads back to no other site", async () => {
    for (const next of [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example",
      "/%5cevil.example/../.."
    ]) {
      const location = (await through("sub-rita", next)).headers.get("location") ?? ""
      assert.match(location, /^\/en\/(?![/\\])/, next)
      assert.strictEqual(new URL(location, served().url).host, new URL(served().url).host)
    }
  })

  it("is not begun by another site, ends no session, and shows no text of an address", async () => {
    const foreign = await served().get("/en/sign-in/provider", { "sec-fetch-site": "cross-site" })
    assert.match(foreign.headers.get("location") ?? "", /^\/en\/sign-in/)
    assert.isNull(foreign.headers.get("set-cookie"))
    const ada = await signIn(served(), "admin")
    assert.strictEqual((await ada.get("/en/sign-in/provider")).headers.get("location"), "/en/desk")
    assert.strictEqual(
      (await ada.get("/sign-in/provider/return?code=x&state=y")).headers.get("location"),
      "/en/"
    )
    assert.strictEqual((await ada.get("/en/people")).status, 200)
    const page = await (await served().get("/en/sign-in?problem=%3Cscript%3E")).text()
    assert.notInclude(page, 'role="alert"')
  })

  it("says that the provider does not answer, and goes on when it does again", async () => {
    const { cookie, to } = await begin()
    const answered = await passProvider(to, "sub-rita")
    await provider?.stop()
    assert.strictEqual(problemOf(await comeBack(answered, cookie)), "unreachable")
    provider = await restart()
    assert.strictEqual((await through("sub-rita")).headers.get("location"), "/en/profile")
  })

  it("is not there where no provider is configured", async () => {
    const plain = await serveWithPeople()
    assert.strictEqual((await plain.get("/en/sign-in/provider")).status, 404)
    assert.strictEqual((await plain.get("/sign-in/provider/return")).status, 404)
    assert.notInclude(await (await plain.get("/en/sign-in")).text(), "/sign-in/provider")
    await plain.stop()
  })
})
