import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as fc from "fast-check"
import { importArchive, verifyArchive } from "../../../src/ingest/archive/index.ts"
import { captureIdOf, Captures, Store } from "../../../src/store/index.ts"
import { temporaryDirectory } from "../../store/example.ts"

interface Written {
  readonly type?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly block: Uint8Array
}

let counter = 0

/** A record as a foreign program would write it. */
const warc = ({ block, fields = {}, type = "response" }: Written, version = "WARC/1.0"): Buffer => {
  const header = {
    "WARC-Type": type,
    "WARC-Record-ID": `<urn:uuid:00000000-0000-4000-8000-${String(++counter).padStart(12, "0")}>`,
    "WARC-Date": "2024-05-17T09:30:00Z",
    "WARC-Target-URI": "https://igf.norvia.example/2024/messages",
    "Content-Type": "application/http; msgtype=response",
    "Content-Length": String(block.length),
    ...fields
  }
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${version}\r\n${lines.join("")}\r\n`), block, Buffer.from("\r\n\r\n")])
}

const http = (headers: string, body: Uint8Array, status = "200 OK"): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), body])

const page = Buffer.from("<h1>Messages from Norvia 2024</h1>".repeat(40))

const chunked = (body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`10;name=value\r\n`),
    body.subarray(0, 16),
    Buffer.from(`\r\n${(body.length - 16).toString(16)}\r\n`),
    body.subarray(16),
    Buffer.from("\r\n0\r\n\r\n")
  ])

const members = (...records: ReadonlyArray<Buffer>) =>
  Buffer.concat(records.map((record) => gzipSync(record)))

/** Imports the bytes as a file; gives the report, and the captures of the ids asked for. */
const imported = Effect.fnUntraced(function* (bytes: Uint8Array, wanted: ReadonlyArray<Uint8Array> = []) {
  const directory = yield* temporaryDirectory
  const file = join(directory, "foreign.warc.gz")
  writeFileSync(file, bytes)
  return yield* Effect.gen(function* () {
    const report = yield* importArchive([file])
    const captures = yield* Captures
    const found = yield* Effect.forEach(wanted, (body) => captures.get(captureIdOf(body)))
    const problems = report.problems.map((sentence) => sentence.replaceAll(file, "FILE"))
    return { ...report, problems, found: found.map((one) => (one._tag === "Some" ? one.value : null)) }
  }).pipe(Effect.provide(Store.layer({ directory })))
})

describe("archive import of other programs' archives", () => {
  it.effect("takes successful answers as captures, without their transfer and content codings", () =>
    Effect.gen(function* () {
      const bodies = [0, 1, 2, 3].map((n) => Buffer.concat([page, Buffer.from(String(n))]))
      const [plain = page, zipped = page, pieces = page, both = page] = bodies
      const html = "Content-Type: text/html; charset=ISO-8859-1"
      const bytes = members(
        warc({
          type: "warcinfo",
          block: Buffer.from("software: another\r\n"),
          fields: { "Content-Type": "application/warc-fields" }
        }),
        warc({ type: "request", block: Buffer.from("GET / HTTP/1.1\r\n\r\n") }),
        warc({ block: http(html, plain) }),
        warc({ block: http(`${html}\r\nContent-Encoding: gzip`, gzipSync(zipped)) }),
        warc({ block: http(`${html}\r\nTransfer-Encoding: chunked`, chunked(pieces)) }),
        warc({
          block: http(
            `${html}\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked`,
            chunked(brotliCompressSync(both))
          )
        }),
        warc({ block: http(html, page, "404 Not Found") }),
        warc({
          type: "resource",
          block: Buffer.from("a screenshot"),
          fields: { "WARC-Target-URI": "urn:view:1", "Content-Type": "image/png" }
        })
      )
      const report = yield* imported(bytes, [...bodies, page])
      assert.deepStrictEqual(report.problems, [])
      assert.deepInclude(report, { records: 8, captures: 4, visits: 0, passedOver: 3 })
      for (const capture of report.found.slice(0, 4)) {
        const { bytes: _, id: __, ...about } = capture ?? { bytes: 0, id: "" }
        assert.deepEqual<object>(about, {
          url: "https://igf.norvia.example/2024/messages",
          mediaType: "text/html",
          charset: "ISO-8859-1",
          retrievedAt: "2024-05-17T09:30:00.000Z"
        })
      }
      assert.isNull(report.found[4])
    })
  )

  it.effect("reads an uncompressed file too", () =>
    Effect.gen(function* () {
      const bytes = Buffer.concat([warc({ block: http("", page) }), warc({ block: http("", page) })])
      const report = yield* imported(bytes)
      assert.deepInclude(report, { records: 2, captures: 1, problems: [] })
    })
  )

  it.effect("a bomb in a body, and a header named like a property of all objects, do no harm", () =>
    Effect.gen(function* () {
      const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
      const report = yield* imported(
        members(
          warc({ block: http("Content-Encoding: gzip", bomb) }),
          warc({ block: http("__proto__: x\r\nconstructor: y", page) })
        ),
        [bomb, page]
      )
      assert.deepStrictEqual(
        report.found.map((capture) => capture?.bytes),
        [bomb.length, page.length]
      )
    })
  )
})

describe("A damaged archive", () => {
  const four = [1, 2, 3, 4].map((n) => warc({ block: http("", Buffer.from(`${n}${page.toString()}`)) }))
  const digest = { "WARC-Payload-Digest": `sha1:${"A".repeat(32)}` }

  const cases: ReadonlyArray<{
    readonly name: string
    readonly bytes: () => Uint8Array
    readonly captures: number
    readonly problems: ReadonlyArray<RegExp>
  }> = [
    {
      name: "a record whose payload is not the one of its digest is left out and named",
      bytes: () => members(warc({ block: http("", page), fields: digest }), ...four),
      captures: 4,
      problems: [
        /^FILE, record 1 \(https:\S+\) does not have the payload digest that it states; it was left out\.$/
      ]
    },
    {
      name: "a member with a wrong magic number costs its own record only",
      bytes: () => {
        const bytes = members(...four)
        bytes[gzipSync(four[0] ?? page).length] = 0
        return bytes
      },
      captures: 3,
      problems: [
        /^FILE is damaged after record 1, at byte \d+ of \d+: No gzip member begins here\. Take what is missing from another copy\.$/
      ]
    },
    {
      name: "a member whose content was overwritten costs its own record only",
      bytes: () => {
        const bytes = members(...four)
        const first = gzipSync(four[0] ?? page).length
        bytes.fill(0xff, first + 12, first + 60)
        return bytes
      },
      captures: 3,
      problems: [/^FILE is damaged after record 1, /]
    },
    {
      name: "a file that was cut off gives what is whole",
      bytes: () => members(...four).subarray(0, -30),
      captures: 3,
      problems: [/^FILE is damaged after record 3, /]
    },
    {
      name: "an uncompressed file that was cut off gives what is whole",
      bytes: () => Buffer.concat(four).subarray(0, -200),
      captures: 3,
      problems: [/^FILE, record 4 \(https:\S+\) is cut off; it was left out\.$/]
    },
    {
      name: "a letter is no archive",
      bytes: () => Buffer.from("Dear colleagues,\r\n\r\n".repeat(50)),
      captures: 0,
      problems: [/^FILE is damaged after record 0, at byte 0 of 1000: What follows is no WARC record/]
    },
    {
      name: "headers without end are not held in memory",
      bytes: () => gzipSync(Buffer.concat([Buffer.from("WARC/1.1\r\nX: "), Buffer.alloc(8_000_000, "a")])),
      captures: 0,
      problems: [/^FILE is damaged after record 0, at byte 0 of \d+: A record's headers do not end\./]
    },
    {
      name: "metadata of our type that says something else is named",
      bytes: () =>
        members(
          warc({
            type: "metadata",
            block: Buffer.from('{"_tag":"visit","visit":{"id":"; DROP TABLE"}}'),
            fields: { "Content-Type": "application/vnd.tributary.archive.v1+json" }
          })
        ),
      captures: 0,
      problems: [/^FILE, record 1 \(\S+\) is not in the form of this program's archives; it was left out\.$/]
    }
  ]

  for (const { bytes, captures, name, problems } of cases) {
    it.effect(name, () =>
      Effect.gen(function* () {
        const report = yield* imported(bytes())
        assert.strictEqual(report.captures, captures, report.problems.join("\n"))
        assert.lengthOf(report.problems, problems.length, report.problems.join("\n"))
        for (const [index, expected] of problems.entries())
          assert.match(report.problems[index] ?? "", expected)
      })
    )
  }

  it.effect(
    "wherever bytes are overwritten: reading ends, and no capture comes that was not there",
    () =>
      Effect.gen(function* () {
        const directory = yield* temporaryDirectory
        const file = join(directory, "any.warc.gz")
        const whole = members(...four)
        const ids = new Set(four.map((_, n) => captureIdOf(Buffer.from(`${n + 1}${page.toString()}`))))
        const runPromise = Effect.runPromiseWith(yield* Effect.context())
        const verified = async (bytes: Uint8Array) => {
          writeFileSync(file, bytes)
          return await runPromise(verifyArchive(file))
        }
        assert.strictEqual(ids.size, 4)
        assert.deepStrictEqual((yield* Effect.promise(() => verified(whole))).damaged, [])
        const at = fc.nat(whole.length - 1)
        const property = fc.asyncProperty(
          at,
          fc.uint8Array({ minLength: 1, maxLength: 40 }),
          async (from, noise) => {
            const bytes = Buffer.from(whole)
            bytes.set(noise.subarray(0, bytes.length - from), from)
            const { checked, damaged } = await verified(bytes)
            // Time stamps and names of gzip members mean nothing.
            assert.isTrue(checked >= 3 || damaged.length > 0)
            assert.isAtMost(checked, 4)
          }
        )
        yield* Effect.promise(() => fc.assert(property, { numRuns: 60 }))
      }),
    30_000
  )
})
