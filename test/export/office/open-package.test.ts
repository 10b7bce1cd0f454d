/** Archives that can be made again byte for byte. */
import { assert, describe, it } from "@effect/vitest"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { undated } from "../../../src/export/open-package.ts"

const archive = zipSync(
  { "a.xml": strToU8("<a/>"), "b.xml": strToU8("<b/>") },
  { mtime: new Date(2026, 5, 1, 12) }
)

describe("an archive without dates", () => {
  it("is the same whenever it was packed", () => {
    const later = zipSync(
      { "a.xml": strToU8("<a/>"), "b.xml": strToU8("<b/>") },
      { mtime: new Date(2027, 1, 3, 4) }
    )
    assert.notDeepEqual(later, archive)
    assert.deepStrictEqual(undated(later), undated(archive))
    assert.strictEqual(strFromU8(unzipSync(undated(archive))["b.xml"] ?? new Uint8Array()), "<b/>")
  })

  it("comes of a buffer that lies in the midst of shared memory, which it leaves alone", () => {
    const memory = Buffer.alloc(archive.length + 300, 7)
    memory.set(archive, 200)
    const before = Buffer.from(memory)
    assert.deepStrictEqual(
      undated(memory.subarray(200, 200 + archive.length)),
      undated(new Uint8Array(archive))
    )
    assert.isTrue(memory.equals(before))
  })
})
