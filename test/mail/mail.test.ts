import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Mail, NotDelivered, UnusableMail } from "../../src/mail/index.ts"
import type { OutboxMessage } from "../../src/domain/index.ts"
import { Outbox, type Store, transaction } from "../../src/store/index.ts"
import { certificate } from "./certificate.ts"
import { type Behaviour, smtpServer } from "./server.ts"
import { storeLayer } from "./store.ts"

const message = {
  to: "maria@norvia-igf.example",
  subject: "Please confirm: the feed of Norvia IGF — Überblick",
  text: "Dear Maria,\n\nopen this link:\nhttps://digest.example/confirm/abc\n.\nÄlvdalen\n"
}

const mailOver = (environment: Record<string, string>) =>
  Mail.layer.pipe(
    Layer.provideMerge(storeLayer),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment)))
  )

interface Server {
  readonly port: number
  readonly letters: ReadonlyArray<string>
}

/** Mail over a real server that behaves as told. */
const withServer = <A, E>(
  behaviour: Behaviour,
  use: (server: Server) => Effect.Effect<A, E, Mail | Outbox | Store>,
  environment: (port: number) => Record<string, string> = () => ({})
) =>
  Effect.scoped(
    Effect.gen(function* () {
      const server = yield* smtpServer(behaviour)
      return yield* use(server).pipe(
        Effect.provide(
          mailOver({
            TRIBUTARY_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
            TRIBUTARY_MAIL_FROM: "IGF Secretariat <digest@example.org>",
            ...environment(server.port)
          })
        )
      )
    })
  )

/** Queues the message and delivers once: what the outbox then says of it. */
const sendOnce = Effect.gen(function* () {
  const mail = yield* Mail
  yield* mail.queue(message)
  const delivered = yield* mail.deliver
  const [kept] = yield* (yield* Outbox).list()
  assert.isDefined(kept)
  return { delivered, kept }
})

const signedIn = (password: string, port: number) => ({
  TRIBUTARY_SMTP_URL: `smtp://tributary:${password}@localhost:${port}`
})

describe("A mail", () => {
  it.effect("is handed to the server once, with subject, text and HTML, and its text is not kept", () =>
    withServer({}, ({ letters }) =>
      Effect.gen(function* () {
        const mail = yield* Mail
        yield* mail.queue({ ...message, html: "<p>Dear Maria</p>" }, { dedupe: "confirm-1" })
        assert.isNull(yield* mail.queue(message, { dedupe: "confirm-1" }))
        assert.strictEqual((yield* mail.deliver).sent, 1)
        assert.strictEqual((yield* mail.deliver).sent, 0)
        assert.lengthOf(letters, 1)
        const [letter = ""] = letters
        assert.match(letter, /^From: IGF Secretariat <digest@example\.org>\r$/m)
        assert.match(letter, /^To: maria@norvia-igf\.example\r$/m)
        assert.match(letter, /^Auto-Submitted: auto-generated\r$/m)
        assert.match(letter, /^Message-ID: <m-[0-9a-z]+-[0-9a-f]{32}@example\.org>\r$/m)
        assert.include(letter, "multipart/alternative")
        const [kept] = yield* (yield* Outbox).list()
        assert.deepStrictEqual([kept?.state, kept?.attempts, kept?.payload], ["sent", 1, ""])
      })
    )
  )

  it.effect("does not go out when the transaction that queued it does not hold", () =>
    withServer({}, ({ letters }) =>
      Effect.gen(function* () {
        const mail = yield* Mail
        yield* Effect.flip(transaction(Effect.andThen(mail.queue(message), Effect.fail("no"))))
        assert.strictEqual((yield* mail.deliver).sent, 0)
        assert.lengthOf(letters, 0)
      })
    )
  )

  it.effect("that is refused for good is given up and named, and the others go on", () =>
    withServer(
      { recipient: (address) => (address.startsWith("nobody") ? [550, "5.1.1 No such user"] : null) },
      ({ letters }) =>
        Effect.gen(function* () {
          const mail = yield* Mail
          yield* mail.queue({ ...message, to: "nobody@norvia-igf.example" })
          yield* mail.queue(message)
          const { givenUp, obstacle, sent } = yield* mail.deliver
          assert.strictEqual(sent, 1)
          assert.isNull(obstacle)
          assert.lengthOf(letters, 1)
          assert.match(
            givenUp[0]?.problem ?? "",
            /refuses the message to nobody@.* for good.*5\.1\.1 No such/
          )
        })
    )
  )

  it.effect("that is greylisted waits with growing pauses until it is taken", () => {
    let calls = 0
    return withServer(
      { recipient: () => (++calls <= 2 ? [451, "4.7.1 Greylisted, try again later"] : null) },
      ({ letters }) =>
        Effect.gen(function* () {
          const mail = yield* Mail
          const first = yield* sendOnce
          assert.deepStrictEqual([first.delivered.postponed, first.kept.attempts], [1, 1])
          assert.match(first.kept.problem ?? "", /does not take the message .* yet.*Greylisted/)
          assert.strictEqual((yield* mail.deliver).postponed, 0)
          yield* TestClock.adjust("1 minute")
          assert.strictEqual((yield* mail.deliver).postponed, 1)
          yield* TestClock.adjust("1 minute")
          assert.strictEqual((yield* mail.deliver).sent, 0)
          yield* TestClock.adjust("4 minutes")
          assert.strictEqual((yield* mail.deliver).sent, 1)
          assert.lengthOf(letters, 1)
        })
    )
  })

  it.effect(
    "comes again under the same Message-ID when the line is cut before the server has answered",
    () => {
      const ids: Array<string | undefined> = []
      return withServer({ data: (count) => (count === 1 ? "cut" : null) }, ({ letters }) =>
        Effect.gen(function* () {
          const mail = yield* Mail
          const { delivered, kept } = yield* sendOnce
          assert.match(delivered.obstacle ?? "", /could not be reached or broke off/)
          yield* TestClock.adjust("1 minute")
          assert.strictEqual((yield* mail.deliver).sent, 1)
          ids.push(/^Message-ID: <([^@]+)@/m.exec(letters[0] ?? "")?.[1])
          assert.deepStrictEqual(ids, [String(kept.id)])
        })
      )
    }
  )

  it.effect("waits when no server runs, loses nothing, and is given up after its time", () =>
    Effect.gen(function* () {
      const mail = yield* Mail
      yield* mail.queue(message, { patience: "2 hours" })
      yield* mail.queue({ ...message, subject: "Second" }, { patience: "2 hours" })
      const { obstacle } = yield* mail.deliver
      assert.match(obstacle ?? "", /127\.0\.0\.1:1 could not be reached/)
      const outbox = yield* Outbox
      // The second is not tried when the first has shown that nothing gets through.
      assert.deepStrictEqual(
        (yield* outbox.list()).map(({ attempts }) => attempts).sort((a, b) => a - b),
        [0, 1]
      )
      yield* TestClock.adjust("3 hours")
      const { givenUp } = yield* mail.deliver
      assert.deepStrictEqual(givenUp.map(({ subject }) => subject).sort(), [message.subject, "Second"].sort())
      const [counts] = yield* outbox.counts
      assert.deepStrictEqual([counts?.waiting, counts?.givenUp], [0, 2])
    }).pipe(
      Effect.provide(
        mailOver({ TRIBUTARY_SMTP_URL: "smtp://127.0.0.1:1", TRIBUTARY_MAIL_FROM: "digest@example.org" })
      )
    )
  )

  const sent: Array<OutboxMessage> = []
  it.effect("is not tried twice by those who deliver at once", () =>
    Effect.gen(function* () {
      const mail = yield* Mail
      for (let index = 0; index < 20; index++) yield* mail.queue({ ...message, subject: `Number ${index}` })
      const rounds = yield* Effect.all([mail.deliver, mail.deliver, mail.deliver], { concurrency: 3 })
      assert.strictEqual(
        rounds.reduce((sum, { sent }) => sum + sent, 0),
        20
      )
      assert.strictEqual(new Set(sent.map(({ id }) => id)).size, 20)
      assert.lengthOf(sent, 20)
    }).pipe(Effect.provide(Mail.memory(sent).pipe(Layer.provideMerge(storeLayer))))
  )

  it.live("that this process queues goes out at once while it delivers", () => {
    const taken: Array<OutboxMessage> = []
    return Effect.gen(function* () {
      const mail = yield* Mail
      yield* Effect.forkChild(mail.delivering)
      yield* mail.queue(message)
      const outbox = yield* Outbox
      yield* outbox.list({ state: "sent" }).pipe(
        Effect.filterOrFail((list) => list.length === 1),
        Effect.retry({ times: 200 }),
        Effect.orDie
      )
      assert.lengthOf(taken, 1)
    }).pipe(Effect.provide(Mail.memory(taken).pipe(Layer.provideMerge(storeLayer))))
  })

  it.effect("waits untouched while no server is named", () =>
    Effect.gen(function* () {
      const { delivered, kept } = yield* sendOnce
      assert.match(delivered.obstacle ?? "", /TRIBUTARY_SMTP_URL/)
      assert.deepStrictEqual([kept.state, kept.attempts], ["waiting", 0])
    }).pipe(Effect.provide(mailOver({})))
  )

  it.effect("is no obstacle where no server is named and none waits, as for who is told by webhook", () =>
    Effect.gen(function* () {
      const delivered = yield* (yield* Mail).deliver
      assert.deepStrictEqual(delivered, { sent: 0, postponed: 0, givenUp: [], obstacle: null })
    }).pipe(Effect.provide(mailOver({})))
  )

  it.effect("refuses what would break out of a header", () =>
    Effect.gen(function* () {
      const mail = yield* Mail
      for (const wrong of [
        { subject: "Hello\r\nBcc: all@example.org" },
        { subject: "Hello\nBcc: all@example.org" },
        { subject: "Hello\u2028there" },
        { subject: "" },
        { to: "maria@norvia-igf.example\r\nBcc: all@example.org" },
        { to: "maria@norvia-igf.example, all@example.org" },
        { to: "<maria@norvia-igf.example> SIZE=1" },
        { to: '"a b"@example.org' },
        { to: "maria" },
        { to: `${"a".repeat(65)}@example.org` }
      ]) {
        const error = yield* Effect.flip(mail.queue({ ...message, ...wrong }))
        assert.instanceOf(error, UnusableMail, JSON.stringify(wrong))
      }
      assert.lengthOf(yield* (yield* Outbox).list(), 0)
    }).pipe(Effect.provide(Mail.memory([]).pipe(Layer.provideMerge(storeLayer))))
  )

  it.effect("keeps its order of state when a way of sending refuses", () => {
    const refusal = new NotDelivered({ fault: "message", message: "Not yet." })
    return Effect.gen(function* () {
      const { kept } = yield* sendOnce
      assert.deepStrictEqual([kept.state, kept.problem], ["waiting", "Not yet."])
      const outbox = yield* Outbox
      assert.isTrue(yield* outbox.again(kept.id, kept.giveUpAt))
      assert.strictEqual(yield* outbox.forget(kept.giveUpAt), 0)
    }).pipe(Effect.provide(Mail.memory([], () => refusal).pipe(Layer.provideMerge(storeLayer))))
  })
})

describe("The way to the server", () => {
  const authority = join(mkdtempSync(join(tmpdir(), "tributary-ca-")), "ca.pem")
  writeFileSync(authority, certificate)
  it.effect("is encrypted and signed in where the server asks for it", () =>
    withServer(
      { tls: true, password: "s3cr:t@" },
      ({ letters }) =>
        Effect.gen(function* () {
          assert.strictEqual((yield* sendOnce).kept.state, "sent")
          assert.lengthOf(letters, 1)
        }),
      (port) => ({
        ...signedIn("s3cr%3At%40", port),
        TRIBUTARY_SMTP_TLS: "required",
        TRIBUTARY_SMTP_CA: authority
      })
    )
  )

  it.effect("is not taken with a wrong password, and the password is told to nobody", () =>
    withServer(
      { tls: true, password: "right" },
      () =>
        Effect.gen(function* () {
          const { delivered, kept } = yield* sendOnce
          assert.strictEqual(kept.state, "waiting")
          assert.match(delivered.obstacle ?? "", /does not accept user and password: mend TRIBUTARY_SMTP_URL/)
          assert.notInclude(JSON.stringify([delivered, kept]), "hunter2")
        }),
      (port) => ({ ...signedIn("hunter2", port), TRIBUTARY_SMTP_CA: authority })
    )
  )

  it.effect("is not taken in the clear when encryption is required and not offered", () =>
    withServer(
      {},
      ({ letters }) =>
        Effect.gen(function* () {
          const { delivered } = yield* sendOnce
          assert.match(delivered.obstacle ?? "", /offers no encryption that can be trusted/)
          assert.lengthOf(letters, 0)
        }),
      () => ({ TRIBUTARY_SMTP_TLS: "required" })
    )
  )

  it.effect("is not taken to a server whose certificate nobody vouches for", () =>
    withServer(
      { tls: true },
      ({ letters }) =>
        Effect.gen(function* () {
          const { delivered } = yield* sendOnce
          assert.match(delivered.obstacle ?? "", /certificate|encryption/)
          assert.lengthOf(letters, 0)
        }),
      () => ({ TRIBUTARY_SMTP_TLS: "required" })
    )
  )

  it.effect("holds up all messages when the server does not send for our address", () =>
    withServer({ sender: () => [550, "5.7.1 Sender not allowed"] }, () =>
      Effect.gen(function* () {
        const { delivered, kept } = yield* sendOnce
        assert.match(delivered.obstacle ?? "", /mend TRIBUTARY_MAIL_FROM.*Sender not allowed/)
        assert.strictEqual(kept.state, "waiting")
      })
    )
  )

  for (const [variable, environment] of [
    [
      "TRIBUTARY_SMTP_URL",
      { TRIBUTARY_SMTP_URL: "mail.example.org:secret", TRIBUTARY_MAIL_FROM: "a@b.example" }
    ],
    [
      "TRIBUTARY_SMTP_URL",
      { TRIBUTARY_SMTP_URL: "smtp://u:secret@h/path", TRIBUTARY_MAIL_FROM: "a@b.example" }
    ],
    [
      "TRIBUTARY_SMTP_URL",
      { TRIBUTARY_SMTP_URL: "smtp://u:secret%zz@h", TRIBUTARY_MAIL_FROM: "a@b.example" }
    ],
    ["TRIBUTARY_MAIL_FROM", { TRIBUTARY_SMTP_URL: "smtp://u:secret@h" }],
    ["TRIBUTARY_MAIL_FROM", { TRIBUTARY_SMTP_URL: "smtp://h", TRIBUTARY_MAIL_FROM: "A <a@b>\r\nBcc: c" }],
    ["TRIBUTARY_MAIL_REPLY_TO", { TRIBUTARY_MAIL_REPLY_TO: "nobody" }],
    ["TRIBUTARY_SMTP_TLS", { TRIBUTARY_SMTP_TLS: "yes" }],
    ["TRIBUTARY_SMTP_CA", { TRIBUTARY_SMTP_CA: "/nowhere/ca.pem" }]
  ] as const) {
    it.effect(`is refused with a sentence: ${JSON.stringify(environment)}`, () =>
      Effect.gen(function* () {
        const error = yield* Effect.flip(Effect.asVoid(Mail).pipe(Effect.provide(mailOver(environment))))
        assert.include(error.message, `${variable} cannot be used`)
        assert.notInclude(error.message, "secret")
      })
    )
  }
})
