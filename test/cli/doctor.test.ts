/** The doctor, as the Secretariat asks it: what is well, what is not, and what to do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { Captures, now, Runs, Store, storeFileName } from "../../src/store/index.ts"
import { command } from "./command.ts"

const Answer = Schema.fromJsonString(
  Schema.Struct({
    findings: Schema.Array(
      Schema.Struct({
        name: Schema.String,
        state: Schema.Literals(["ok", "warn", "fail"]),
        sentence: Schema.String,
        remedy: Schema.NullOr(Schema.String)
      })
    )
  })
)

/** A store with a capture and a run. */
const filledStore = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-doctor-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
).pipe(
  Effect.tap((directory) =>
    Effect.gen(function* () {
      yield* (yield* Captures).put(new TextEncoder().encode("Rural schools need a second provider."), {
        mediaType: "text/plain",
        charset: "utf-8",
        url: "https://igf.example/1",
        retrievedAt: yield* now
      })
      const run = yield* (yield* Runs).start("manual")
      yield* (yield* Runs).finish(run.id, "completed")
    }).pipe(Effect.provide(Store.layer({ directory })))
  )
)

const examine = (directory: string, env: Record<string, string> = {}) =>
  Effect.gen(function* () {
    const ran = yield* command(["doctor", "--json", "--data", directory], { env })
    const { findings } = yield* Schema.decodeEffect(Answer)(ran.stdout)
    return { ...ran, of: (name: string) => findings.find((finding) => finding.name === name) }
  })

/** A mail server that greets, on a free port of this machine. */
const greeter = Effect.acquireRelease(
  Effect.callback<{ readonly port: number; readonly close: () => void }>((resume) => {
    const server = createServer((socket) => socket.end("220 mail.example ESMTP\r\n"))
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = address !== null && typeof address === "object" ? address.port : 0
      resume(Effect.succeed({ port, close: () => server.close() }))
    })
  }),
  ({ close }) => Effect.sync(close)
)

describe("tributary doctor", () => {
  it.live("finds a good store well, and says what a person should still configure", () =>
    Effect.gen(function* () {
      const { port } = yield* greeter
      const found = yield* examine(yield* filledStore, {
        TRIBUTARY_CONTACT: "nri@igf.example",
        TRIBUTARY_SMTP_URL: `smtp://127.0.0.1:${port}`,
        TRIBUTARY_MAIL_FROM: "Secretariat <digest@igf.example>"
      })
      assert.strictEqual(found.status, 0, found.stderr)
      for (const name of [
        "Node.js",
        "taxonomy and model",
        "fonts",
        "structure",
        "captures",
        "writing",
        "clock"
      ]) {
        assert.strictEqual(found.of(name)?.state, "ok", name)
      }
      assert.include(found.of("mail")?.sentence, `127.0.0.1:${port} greets`)
      assert.include(found.of("visits")?.sentence, "nri@igf.example")
      assert.include(found.of("sign-in")?.sentence, "with passwords")
      assert.deepInclude(found.of("sources"), { state: "warn" })
    }).pipe(Effect.scoped)
  )

  it.live("names what is damaged, late, unreachable or miswritten, each with its remedy, and fails", () =>
    Effect.gen(function* () {
      const directory = yield* filledStore
      const { port } = yield* greeter
      const database = new DatabaseSync(join(directory, storeFileName))
      database.exec("DROP TRIGGER captures_no_update; UPDATE captures SET body = x'00ff'")
      database.exec("UPDATE runs SET started_at = '2999-01-01T00:00:00.000Z'")
      database.close()
      writeFileSync(join(directory, "cycles.yaml"), "cycles:\n  - year: next year\n")
      const found = yield* examine(directory, {
        TRIBUTARY_SMTP_URL: "smtp://127.0.0.1:9",
        TRIBUTARY_MAIL_FROM: "Secretariat <digest@igf.example>",
        TRIBUTARY_ALLOW_PORTS: "80,http",
        // A mail server is no identity provider.
        TRIBUTARY_OIDC_ISSUER: `http://127.0.0.1:${port}`,
        TRIBUTARY_OIDC_CLIENT_ID: "tributary"
      })
      assert.strictEqual(found.status, 1)
      const expected: ReadonlyArray<readonly [string, RegExp, RegExp]> = [
        ["captures", /1 are damaged/, /restore a backup/],
        ["clock", /began at 2999/, /set the clock/],
        ["cycles", /cycles\.yaml/, /./],
        ["mail", /127\.0\.0\.1:9 cannot be reached/, /TRIBUTARY_SMTP_URL/],
        ["sign-in", /does not answer as an identity provider/, /TRIBUTARY_OIDC_ISSUER/],
        ["visits", /TRIBUTARY_ALLOW_PORTS/, /write ports/]
      ]
      for (const [name, sentence, remedy] of expected) {
        const finding = found.of(name)
        assert.strictEqual(finding?.state, "fail", name)
        assert.match(finding?.sentence ?? "", sentence)
        assert.match(`${finding?.sentence} ${finding?.remedy}`, remedy)
      }
      assert.include(found.stderr, "things must be mended")
      assert.strictEqual(found.of("structure")?.state, "ok")
    }).pipe(Effect.scoped)
  )

  it.live("says where no store is, and still looks at the rest", () =>
    Effect.gen(function* () {
      const found = yield* examine(join(tmpdir(), "tributary-nowhere"))
      assert.strictEqual(found.status, 1)
      assert.include(found.of("store")?.sentence, "tributary init")
      assert.strictEqual(found.of("fonts")?.state, "ok")
    })
  )
})
