/** Bodies of answers: what is sent, and what is held of them afterwards. */
import { assert, describe, it } from "@effect/vitest"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { Content } from "../../src/portal/respond.ts"

const page = "<li>Community networks should be licensed with little paperwork.</li>\n".repeat(400)

describe("A body that is kept for other readers", () => {
  it("is held in the form that was sent, in memory of its own, and can be had in every other", async () => {
    const content = new Content(page, "text/html; charset=utf-8")
    const [coding, bytes] = await content.encoded("gzip, deflate")
    assert.strictEqual(coding, "gzip")
    assert.strictEqual(gunzipSync(bytes).toString(), page)
    // Neither the plain text nor a shared piece of memory of which this is a part.
    assert.strictEqual(content.size, bytes.length)
    assert.strictEqual(bytes.buffer.byteLength, bytes.length)
    assert.isBelow(content.size, page.length / 5)

    const [other, more] = await content.encoded("gzip, deflate, br")
    assert.strictEqual(other, "br")
    assert.strictEqual(brotliDecompressSync(more).toString(), page)
    assert.strictEqual(content.size, bytes.length + more.length)
    const [none, plain] = await content.encoded("gzip;q=0, br;q=0.0")
    assert.strictEqual(none, null)
    assert.strictEqual(plain.toString(), page)
    assert.strictEqual(content.bytes.toString(), page)
  })

  it("is sent as it is when it is short", async () => {
    const [coding, bytes] = await new Content("found", "text/plain").encoded("br")
    assert.deepStrictEqual([coding, bytes.toString()], [null, "found"])
  })
})
