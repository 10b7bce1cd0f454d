import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { IssueAssignment } from "../../src/domain/index.ts"
import { jsonLines, tributary } from "./command.ts"

const sites = new URL("../../fixtures/sites/", import.meta.url).pathname

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "tributary-cli-"))),
  (directory) => Effect.sync(() => rmSync(directory, { recursive: true, force: true }))
)

const decodeIssues = Schema.decodeUnknownSync(Schema.Array(IssueAssignment))

/** No command shows a stack trace to its user. */
const assertNoTrace = (text: string) => assert.notMatch(text, /\n\s+at /)

describe("tributary classify", () => {
  const statements = [
    { id: "a", text: "Age checks must not force every visitor of a site to show an identity card." },
    { id: 2, text: "Register now: the registration for the forum closes on Friday." },
    { id: "c", text: "Le régulateur devrait accorder une licence simple aux réseaux communautaires 🌍." }
  ]

  it.effect("answers in the same order, with kind, language and evidence that cuts the text", () =>
    Effect.gen(function* () {
      const input = statements.map((one) => `${JSON.stringify(one)}\n`).join("")
      const { status, stderr, stdout } = yield* tributary(["classify"], { input })
      assert.deepStrictEqual([status, stderr], [0, ""])
      const lines = jsonLines(stdout)
      assert.deepStrictEqual(
        lines.map(({ id }) => id),
        ["a", 2, "c"]
      )
      assert.deepStrictEqual(
        lines.map(({ language }) => language),
        ["en", "en", "fr"]
      )
      assert.deepStrictEqual(lines[1], { id: 2, language: "en", kind: "boilerplate", issues: [] })
      for (const [index, line] of lines.entries()) {
        assert.deepStrictEqual(Object.keys(line), ["id", "language", "kind", "issues"])
        for (const issue of decodeIssues(line["issues"])) {
          for (const { end, start, text } of issue.evidence) {
            assert.strictEqual(statements[index]?.text.slice(start, end), text)
          }
        }
      }
    })
  )

  it.effect("names a line that is no such JSON by its number, answers the rest, and ends with 2", () =>
    Effect.gen(function* () {
      const input = `${JSON.stringify(statements[0])}\n{"id":\n\n${JSON.stringify({ id: 3 })}\n${JSON.stringify(statements[2])}\n`
      const { status, stderr, stdout } = yield* tributary(["classify"], { input })
      assert.strictEqual(status, 2)
      assert.deepStrictEqual(
        jsonLines(stdout).map(({ id }) => id),
        ["a", "c"]
      )
      assert.match(stderr, /^line 2: /m)
      assert.match(stderr, /^line 4: /m)
      assertNoTrace(stderr)
    })
  )

  it.effect("answers nothing to nothing", () =>
    Effect.map(tributary(["classify"]), (ran) =>
      assert.deepStrictEqual(ran, { status: 0, stdout: "", stderr: "" })
    )
  )
})

describe("tributary extract", () => {
  it.effect("writes a line a file, and an error for what it cannot read", () =>
    Effect.gen(function* () {
      const directory = yield* folder
      const broken = join(directory, "broken.pdf")
      writeFileSync(broken, "%PDF-1.7\nthis is all there is")
      const page = `${sites}norvia-igf/igf.norvia.example/2025/11/messages-from-halvarsted-2025/index.html`
      const { status, stderr, stdout } = yield* tributary(["extract", page, broken, "/no/such/file.html"])
      assert.strictEqual(status, 2)
      const [good, damaged, missing] = jsonLines(stdout)
      assert.deepStrictEqual(Object.keys(good ?? {}), [
        "file",
        "title",
        "language",
        "publishedAt",
        "text",
        "blocks"
      ])
      assert.deepInclude(good, { title: "Messages from Halvarsted 2025", language: "en" })
      assert.deepStrictEqual(Object.keys(damaged ?? {}), ["file", "error"])
      assert.deepStrictEqual(missing, {
        file: "/no/such/file.html",
        error: "There is no file /no/such/file.html."
      })
      assertNoTrace(stderr)
    })
  )
})

describe("tributary feed", () => {
  it.effect("writes a line a file with its items, finding the encoding by the feed's own rules", () =>
    Effect.gen(function* () {
      const directory = yield* folder
      const feed = join(directory, "feed.xml")
      const xml =
        '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Форум</title>' +
        "<item><title>Сообщения</title><link>http://forum.example/1</link><guid>1</guid>" +
        "<pubDate>Tue, 04 Nov 2025 10:00:00 +0300</pubDate></item></channel></rss>"
      const bytes = Uint8Array.from(xml, (letter) => {
        const code = letter.charCodeAt(0)
        return code < 128 ? code : code - 0x410 + 0xc0
      })
      writeFileSync(feed, bytes)
      const { status, stdout } = yield* tributary(["feed", feed])
      assert.strictEqual(status, 0)
      const [line] = jsonLines(stdout)
      assert.deepInclude(line, { file: feed, format: "rss-2.0", title: "Форум" })
      assert.deepStrictEqual(line?.["items"], [
        {
          id: "1",
          url: "http://forum.example/1",
          title: "Сообщения",
          publishedAt: "2025-11-04",
          summary: null
        }
      ])
    })
  )
})

describe("tributary kind", () => {
  it.effect("says what a document is and whether it counts, with its reasons", () =>
    Effect.gen(function* () {
      const input = [
        { id: "a", title: "Messages from Norvia 2025", text: "The forum agreed on the following messages." },
        { id: 2, title: "Register now for the forum", url: "https://igf.norvia.example/register" }
      ]
      const { status, stdout } = yield* tributary(["kind"], {
        input: input.map((one) => `${JSON.stringify(one)}\n`).join("")
      })
      assert.strictEqual(status, 0)
      const [messages, call] = jsonLines(stdout)
      assert.deepStrictEqual(Object.keys(messages ?? {}), ["id", "documentKind", "counts", "reasons"])
      assert.deepInclude(messages, { id: "a", documentKind: "messages", counts: true })
      assert.deepInclude(call, { id: 2, documentKind: "announcement", counts: false })
    })
  )
})

describe("tributary consolidate", () => {
  it.effect(
    "finds duplicates and what is said in two languages, and keeps apart what differs in a number",
    () =>
      Effect.gen(function* () {
        const texts = [
          "Governments should not shut down the Internet during elections or exams.",
          "Governments should not shut down the Internet during elections or exams!",
          "Les gouvernements ne doivent pas couper Internet pendant les élections et les examens.",
          "The fund should pay for 40 community networks by 2027.",
          "The fund should pay for 90 community networks by 2027."
        ]
        const { status, stdout } = yield* tributary(["consolidate"], {
          input: texts.map((text, id) => `${JSON.stringify({ id, initiative: `i${id}`, text })}\n`).join("")
        })
        assert.strictEqual(status, 0)
        const found = jsonLines(stdout)
        assert.deepStrictEqual(
          found.map(({ duplicateOf }) => duplicateOf),
          [null, 0, null, null, null]
        )
        assert.deepStrictEqual(found[0]?.["cluster"], found[2]?.["cluster"])
        assert.notDeepEqual(found[3]?.["cluster"], found[4]?.["cluster"])
      })
  )
})

describe("What a person gets wrong", () => {
  it.effect("is answered by one sentence that names it and the remedy", () =>
    Effect.gen(function* () {
      const directory = yield* folder
      const cases: ReadonlyArray<readonly [ReadonlyArray<string>, RegExp]> = [
        [["status"], /There is no store in .*tributary init/],
        [["import"], /There is no store in .*tributary init/],
        [["digest", "--meeting", "2031-nowhere"], /2031-nowhere.*2026-first-consultations/],
        [["digest"], /--meeting ID .*--from DATE --to DATE/],
        [["digest", "--from", "2026-02-01", "--to", "2026-01-01"], /exchange --from and --to/]
      ]
      for (const [args, sentence] of cases) {
        const { status, stderr, stdout } = yield* tributary([...args, "--data", join(directory, "none")])
        assert.strictEqual(status, 1, args.join(" "))
        assert.strictEqual(stdout, "")
        assert.match(stderr, sentence)
        assert.lengthOf(stderr.trimEnd().split("\n"), 1)
        assertNoTrace(stderr)
      }
    })
  )

  it.effect("a private address is refused until TRIBUTARY_ALLOW_NETS allows it", () =>
    Effect.gen(function* () {
      const { status, stdout } = yield* tributary(["visit", "http://127.0.0.1:9/feed", "file:///etc/passwd"])
      assert.strictEqual(status, 2)
      const [local, file] = jsonLines(stdout)
      assert.deepInclude(local, { outcome: "blocked-address", status: null })
      assert.match(String(local?.["message"]), /127\.0\.0\.1.*TRIBUTARY_ALLOW_NETS/)
      assert.deepInclude(file, { outcome: "bad-url" })
    })
  )
})
