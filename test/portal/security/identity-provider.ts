/** An identity provider on loopback with people of its own, and a browser's way through it. */
import { createServer } from "node:http"
import { Provider } from "oidc-provider"

export const clientId = "tributary"
export const clientSecret = "a secret of the portal alone, 0123456789"

/** People as the provider knows them, by subject. */
export type Known = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** A provider that listens. */
export interface RunningProvider {
  readonly issuer: string
  readonly stop: () => Promise<void>
}

/** Serves a provider for one client, which may be led back to one address. */
export const serveProvider = async (
  port: number,
  returnTo: string,
  people: Known
): Promise<RunningProvider> => {
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnTo],
        response_types: ["code"],
        grant_types: ["authorization_code"]
      }
    ],
    scopes: ["openid", "email"],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    cookies: { keys: ["for the test alone"] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    // Nobody is asked whether the portal may know the address.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc
      const grant = new context.oidc.provider.Grant({
        clientId: client?.clientId ?? "",
        accountId: session?.accountId ?? ""
      })
      grant.addOIDCScope("openid email")
      await grant.save()
      return grant
    }
  })
  const server = createServer(provider.callback())
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}

/** Cookies of a browser for the provider, whatever their paths. */
const jar = () => {
  const kept = new Map<string, string>()
  return {
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join("; "),
    keep: (response: Response) => {
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        kept.set(name, value)
      }
    }
  }
}

/** Goes where the portal sent the browser, signs in as a subject (or breaks off), gives where that leads back to. */
export const passProvider = async (url: string, subject: string | null): Promise<string> => {
  const { origin } = new URL(url)
  const cookies = jar()
  let next = url
  for (let step = 0; step < 10 && new URL(next).origin === origin; step++) {
    const isForm = new URL(next).pathname.startsWith("/interaction/") && !next.endsWith("/abort")
    if (isForm && subject === null) {
      next = `${next}/abort`
      continue
    }
    const response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: cookies.header() },
      ...(isForm
        ? {
            method: "POST",
            body: new URLSearchParams({ prompt: "login", login: subject ?? "", password: "any" })
          }
        : {})
    })
    cookies.keep(response)
    const location = response.headers.get("location")
    if (location === null) throw new Error(`${next} answered ${response.status}: ${await response.text()}`)
    next = new URL(location, next).href
  }
  return next
}
