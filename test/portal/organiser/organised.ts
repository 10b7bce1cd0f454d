/** A portal over the filled store with a real mail server, and organisers who come by their private links. */
import { ConfigProvider, Effect, Layer, ManagedRuntime } from "effect"
import { InitiativeId } from "../../../src/domain/index.ts"
import { mailLink } from "../../../src/jobs/organisers/index.ts"
import { Mail } from "../../../src/mail/index.ts"
import { Store } from "../../../src/store/index.ts"
import { SettleRunner } from "../../../src/portal/review/settling.ts"
import { smtpServer } from "../../mail/server.ts"
import { cookieOf, tokenIn } from "../security/attacked.ts"
import { serveFilled, type Served } from "../served.ts"

/** The token of the organiser's session in a page's forms. */
export const sealIn = (page: string): string => /name="seal" value="([^"]*)"/.exec(page)?.[1] ?? ""

/** A letter's text as a reader sees it. */
export const readable = (letter: string): string => {
  const [, body = ""] = letter.split(/\r?\n\r?\n([\s\S]*)/)
  if (/content-transfer-encoding: base64/i.test(letter)) return Buffer.from(body, "base64").toString("utf8")
  return /content-transfer-encoding: quoted-printable/i.test(letter)
    ? Buffer.from(
        body
          .replace(/=\r?\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1"
      ).toString("utf8")
    : body
}

/** The path of the private link in a letter. */
export const linkIn = (letter: string): string =>
  new URL(/https?:\/\/\S+\/organisers\/enter\/\S+/.exec(readable(letter))?.[0] ?? "http://none/none").pathname

export interface Sent {
  readonly name: string
  readonly content: string | Uint8Array
  readonly type?: string
}

/** An organiser in a session. */
export interface Visitor {
  readonly cookie: string
  readonly get: (path: string) => Promise<Response>
  readonly text: (path: string) => Promise<string>
  /** Sends a form with the tokens of its page. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>
  readonly send: (file: Sent | null, fields?: Readonly<Record<string, string>>) => Promise<Response>
}

export interface Organised {
  readonly portal: Served
  readonly letters: ReadonlyArray<string>
  /** The store for which the process that settles was asked for first; here it does nothing. */
  readonly settling: Promise<string>
  /** Effects over the same store, with mail that goes out. */
  readonly run: <A, E>(
    effect: Effect.Effect<A, E, Mail | Layer.Success<ReturnType<typeof Store.layer>>>
  ) => Promise<A>
  /** Has everything delivered that waits. */
  readonly deliver: () => Promise<void>
  /** Has a link mailed, and gives its path. */
  readonly linkOf: (initiative: string, email: string) => Promise<string>
  /** Opens a link as a person does: by its button. */
  readonly enter: (path: string) => Promise<Visitor>
  readonly stop: () => Promise<void>
}

const page = async (response: Promise<Response>): Promise<string> => (await response).text()

const visitorOf = (portal: Served, cookie: string): Visitor => {
  const get = (path: string) => portal.get(path, { cookie })
  return {
    cookie,
    get,
    text: (path) => page(get(path)),
    post: async (path, fields) => {
      const seal = sealIn(await page(get("/en/organisers")))
      return portal.post(path, { csrf: "", seal, ...fields }, { cookie })
    },
    send: async (file, fields = {}) => {
      const form = new FormData()
      const html = await page(get("/en/organisers/upload"))
      form.set("csrf", tokenIn(html))
      form.set("seal", sealIn(html))
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      if (file !== null) {
        form.set("file", new File([file.content.slice()], file.name, { type: file.type ?? "" }))
      }
      return fetch(new URL("en/organisers/upload", portal.url), {
        method: "POST",
        redirect: "manual",
        headers: { origin: new URL(portal.url).origin, "sec-fetch-site": "same-origin", cookie },
        body: form
      })
    }
  }
}

/** Serves all of it. */
export const serveOrganised = async (): Promise<Organised> => {
  const settled = Promise.withResolvers<string>()
  const settling = Layer.succeed(SettleRunner, (directory) =>
    Effect.sync(() => {
      settled.resolve(directory)
      return null
    })
  )
  const portal = await serveFilled({}, settling)
  const mail = ManagedRuntime.make(
    Layer.unwrap(
      Effect.map(smtpServer({}), ({ letters, port }) =>
        Mail.layer.pipe(
          Layer.provideMerge(Store.layer({ directory: portal.directory })),
          Layer.provide(
            ConfigProvider.layer(
              ConfigProvider.fromUnknown({
                TRIBUTARY_SMTP_URL: `smtp://127.0.0.1:${port}`,
                TRIBUTARY_MAIL_FROM: "Tributary <tributary@igf.example>"
              })
            )
          ),
          Layer.tap(() => Effect.sync(() => taken.push(letters)))
        )
      )
    )
  )
  const taken: Array<ReadonlyArray<string>> = []
  const deliver = async () => {
    await mail.runPromise(Effect.flatMap(Mail, (own) => own.deliver))
  }
  await deliver()
  const letters = taken[0] ?? []
  return {
    portal,
    letters,
    settling: settled.promise,
    run: (effect) => mail.runPromise(effect),
    deliver,
    linkOf: async (initiative, email) => {
      const baseUrl = new URL(portal.url)
      await mail.runPromise(
        mailLink({ initiativeId: InitiativeId.make(initiative), email, language: "en", baseUrl })
      )
      await deliver()
      return linkIn(letters.at(-1) ?? "")
    },
    enter: async (path) => {
      const form = await page(portal.get(path))
      const token = /name="token" value="([^"]*)"/.exec(form)?.[1] ?? ""
      const answer = await portal.post("/en/organisers/enter", { csrf: "", token })
      return visitorOf(portal, cookieOf(answer))
    },
    stop: async () => {
      await portal.stop()
      await mail.dispose()
    }
  }
}
