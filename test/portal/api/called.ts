/** The interface over a filled store, with a token for each role and what its document promises. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Layer, Option, Schema } from "effect"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import { addAccount, makeToken } from "../../../src/accounts/index.ts"
import {
  HttpUrl,
  InitiativeId,
  type Registration,
  type RegistrationId,
  type Role,
  Timestamp,
  type TokenScope
} from "../../../src/domain/index.ts"
import { DnsTexts } from "../../../src/jobs/registering/index.ts"
import { makeLink } from "../../../src/jobs/organisers/index.ts"
import { RateLimits } from "../../../src/portal/api/around.ts"
import { ReadDocument } from "../../../src/portal/api/document.ts"
import type { PortalOptions } from "../../../src/portal/index.ts"
import { type Database, Initiatives, type Repositories, Store } from "../../../src/store/index.ts"
import { servePortal, type Served } from "../served.ts"
import { accountsIn } from "../../accounts/accounts-store.ts"
import { filledStore } from "../stored.ts"

const all: ReadonlyArray<TokenScope> = ["read", "review", "publish", "manage"]

/** An account of the role and a token with these scopes, as far as the role allows them. */
const tokenOf = Effect.fnUntraced(function* (role: Role, scopes: ReadonlyArray<TokenScope>) {
  const name = `${role} ${scopes.join(" ")}`
  const account = yield* addAccount(
    {
      name,
      address: `${name.replace(/\W+/g, ".")}@igf.example`,
      role,
      password: null,
      temporary: false
    },
    { id: null, name: "command line" }
  )
  return (yield* makeToken(account, { name, scopes, days: 5 })).text
})

/** A registration that awaits its confirmation. */
export const waitingRegistration = (id: RegistrationId, initiativeId: InitiativeId): Registration => ({
  id,
  state: "awaiting-confirmation",
  initiativeId,
  newInitiative: null,
  url: HttpUrl.make(`https://${id}.norvia.example/messages`),
  source: { kind: "listing", url: HttpUrl.make(`https://${id}.norvia.example/messages`), options: {} },
  diagnosis: null,
  email: "anna@norvia.example",
  remark: "",
  language: "fr",
  createdAt: Timestamp.make("2026-11-20T10:00:00.000Z"),
  confirmBy: Timestamp.make("2099-01-01T00:00:00.000Z"),
  confirmedAt: null,
  proofWord: "tributary-word",
  proof: null,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  sourceId: null
})

/** One token for each role with all that the role may, and one for each scope alone. */
export interface Tokens {
  readonly reader: string
  readonly editor: string
  readonly admin: string
  /** Secret of a private link of Norvia IGF; empty in an empty store. */
  readonly link: string
  readonly scopes: Readonly<Record<TokenScope, string>>
}

const tokens = Effect.gen(function* () {
  const norvia = InitiativeId.make("norvia-igf")
  const isThere = Option.isSome(yield* (yield* Initiatives).get(norvia))
  const made: Tokens = {
    reader: yield* tokenOf("reader", all),
    editor: yield* tokenOf("editor", all),
    admin: yield* tokenOf("admin", all),
    link: isThere ? (yield* makeLink(norvia, "organiser@norvia.example", "en")).secret : "",
    scopes: {
      read: yield* tokenOf("admin", ["read"]),
      review: yield* tokenOf("admin", ["review"]),
      publish: yield* tokenOf("admin", ["publish"]),
      manage: yield* tokenOf("admin", ["manage"])
    }
  }
  return made
})

const decodeDocument = Schema.decodeUnknownSync(ReadDocument)

/** What a call gave. */
export interface Called {
  readonly status: number
  readonly headers: Headers
  readonly type: string
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
}

export interface CalledPortal extends Served {
  readonly tokens: Tokens
  readonly document: typeof ReadDocument.Type
  /** Does something in the store beside the portal. */
  readonly inStore: <A, E>(effect: Effect.Effect<A, E, Repositories | Store | Database>) => Promise<A>
  /** Calls an operation; a body is sent as JSON, but bytes and forms as they are. */
  readonly call: (
    method: string,
    path: string,
    given?: {
      readonly token?: string
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  ) => Promise<Called>
  /** What is wrong with an answer, by the document; null when nothing is. */
  readonly fault: (method: string, path: string, answer: Called) => string | null
}

/** Compiled once for all answers of an operation. */
const validators = (document: typeof ReadDocument.Type) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: "document", components: document.components })
  const known = new Map<string, ValidateFunction>()
  return (schema: unknown): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')
    const found = known.get(text) ?? ajv.compile(JSON.parse(text))
    known.set(text, found)
    return found
  }
}

const emptyStore = () => {
  const directory = mkdtempSync(join(tmpdir(), "tributary-api-"))
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}

/** Serves the interface over a copy of the filled store, or an empty one; so many calls in a minute are let through. */
export const serveApi = async (
  options: Partial<PortalOptions> & { readonly quota?: number; readonly empty?: boolean } = {}
): Promise<CalledPortal> => {
  const { empty = false, quota = 100_000, ...own } = options
  const limit = (name: string) => ({ name, quota, windowMs: 60_000 })
  const limits = Layer.succeed(RateLimits, { address: limit("address"), token: limit("token") })
  // Every site shows the word of `waitingRegistration`.
  const texts = Layer.succeed(DnsTexts, () => Effect.succeed(["tributary-word"]))
  const { directory, remove } = empty ? emptyStore() : await filledStore()
  const made = await Effect.runPromise(Effect.provide(tokens, accountsIn(directory)))
  const served = await servePortal(directory, own, {}, Layer.merge(limits, texts))
  const call: CalledPortal["call"] = async (method, path, { body, headers = {}, token } = {}) => {
    const isPlain = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData
    const sent = isPlain ? body : JSON.stringify(body)
    const type =
      body instanceof FormData
        ? null
        : body instanceof Uint8Array
          ? "application/octet-stream"
          : "application/json"
    const response = await fetch(new URL(`api/v1${path}`, served.url), {
      method,
      redirect: "manual",
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || type === null ? {} : { "content-type": type }),
        ...headers
      },
      ...(body === undefined ? {} : { body: sent })
    })
    const text = await response.text()
    const answered = response.headers.get("content-type") ?? ""
    const isJson = /^application\/(?:[a-z.]+\+)?json/.test(answered) && text !== ""
    return {
      status: response.status,
      headers: response.headers,
      type: answered,
      text,
      json: isJson ? JSON.parse(text) : undefined
    }
  }
  const document = decodeDocument((await call("GET", "/openapi.json")).json)
  const validator = validators(document)
  return {
    ...served,
    tokens: made,
    document,
    call,
    fault: (method, path, { json, status, type }) => {
      const promised = document.paths[`/api/v1${path}`]?.[method.toLowerCase()]?.responses[String(status)]
      if (promised === undefined) return `${method} ${path} promises no ${status}`
      const media = type.split(";", 1)[0] ?? ""
      const entry = Object.entries(promised.content ?? {}).find(([name]) => name.split(";", 1)[0] === media)
      if (entry === undefined) return `${method} ${path} promises no ${media} with ${status}`
      if (!media.endsWith("json")) return null
      if (json === undefined) return media === "application/ld+json" ? null : `${method} ${path}: no JSON`
      const isValid = validator(entry[1].schema)
      if (isValid(json) || media === "application/ld+json") return null
      const [first] = isValid.errors ?? []
      return `${method} ${path} ${status}: ${first?.instancePath ?? ""} ${first?.message ?? ""} ${JSON.stringify(first?.params)}`
    },
    inStore: (effect) => Effect.runPromise(Effect.provide(effect, Store.layer({ directory }))),
    stop: async () => {
      await served.stop()
      remove()
    }
  }
}
