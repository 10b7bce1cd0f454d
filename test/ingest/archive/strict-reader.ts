/**
 * A small strict reader of WARC 1.1 files for the tests, which shares no code with the program: whatever
 * ISO 28500:2017 asks for is checked, and anything else is an error.
 */
import { createHash } from "node:crypto"
import { crc32, inflateRawSync } from "node:zlib"

export interface StrictRecord {
  readonly type: string
  /** Named fields, names in lower case. */
  readonly fields: ReadonlyMap<string, string>
  readonly block: Buffer
  /** The body of an HTTP message, else the block. */
  readonly payload: Buffer
}

const fail = (what: string): never => {
  throw new Error(what)
}

/** The members of a gzip file (RFC 1952), each checked by its CRC and length. */
const membersOf = (file: Buffer): ReadonlyArray<Buffer> => {
  const members: Array<Buffer> = []
  for (let at = 0; at < file.length;) {
    if (file.readUInt16BE(at) !== 0x1f8b || file[at + 2] !== 8) fail(`no gzip member at ${at}`)
    if (file[at + 3] !== 0) fail(`a gzip member with optional fields at ${at}`)
    const inflated: unknown = inflateRawSync(file.subarray(at + 10), { info: true })
    if (typeof inflated !== "object" || inflated === null) return fail("no result")
    if (!("buffer" in inflated) || !("engine" in inflated)) return fail("no result")
    const { buffer, engine } = inflated
    if (!Buffer.isBuffer(buffer) || typeof engine !== "object" || engine === null) return fail("no result")
    if (!("bytesWritten" in engine) || typeof engine.bytesWritten !== "number") return fail("no length")
    const end = at + 10 + engine.bytesWritten
    if (file.readUInt32LE(end) !== crc32(buffer)) fail(`a wrong CRC at ${at}`)
    if (file.readUInt32LE(end + 4) !== buffer.length) fail(`a wrong length at ${at}`)
    members.push(buffer)
    at = end + 8
  }
  return members
}

const mandatory = ["warc-type", "warc-record-id", "warc-date", "content-length"]
const withTarget = new Set(["response", "resource", "request", "revisit", "conversion", "continuation"])
const types = new Set([...withTarget, "warcinfo", "metadata"])

const sha256 = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`

const recordOf = (member: Buffer): StrictRecord => {
  const headerEnd = member.indexOf("\r\n\r\n")
  const [version, ...lines] = member.toString("utf8", 0, headerEnd).split("\r\n")
  if (version !== "WARC/1.1") fail(`the version line ${String(version)}`)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): (\S.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) return fail(`the header line ${line}`)
    const key = name.toLowerCase()
    if (fields.has(key)) fail(`${name} twice`)
    fields.set(key, value)
  }
  for (const name of mandatory) if (!fields.has(name)) fail(`no ${name}`)
  const field = (name: string) => fields.get(name) ?? ""
  const type = field("warc-type")
  if (!types.has(type)) fail(`the type ${type}`)
  if (
    !/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/.test(
      field("warc-record-id")
    )
  )
    fail(`the id ${field("warc-record-id")}`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(field("warc-date"))) fail("the date")
  if (withTarget.has(type) && !URL.canParse(field("warc-target-uri"))) fail(`a ${type} without a URI`)
  const block = member.subarray(headerEnd + 4, headerEnd + 4 + Number(field("content-length")))
  if (member.toString("latin1", headerEnd + 4 + block.length) !== "\r\n\r\n") fail("the end of a record")
  if (fields.has("warc-block-digest") && field("warc-block-digest") !== sha256(block)) fail("a block digest")

  let payload = block
  if (type === "response" || type === "revisit") {
    if (field("content-type") !== "application/http; msgtype=response") fail("the type of a response")
    const bodyAt = block.indexOf("\r\n\r\n")
    if (!/^HTTP\/1\.1 \d{3} [^\r\n]*\r\n/.test(block.toString("latin1", 0, 60)) || bodyAt < 0)
      fail("a response")
    payload = block.subarray(bodyAt + 4)
  }
  if (type === "revisit") {
    if (payload.length > 0) fail("a revisit with a body")
    const profile =
      /^http:\/\/netpreserve\.org\/warc\/1\.1\/revisit\/(identical-payload-digest|server-not-modified)$/
    if (!profile.test(field("warc-profile"))) fail(`the profile ${field("warc-profile")}`)
    for (const name of ["warc-refers-to", "warc-refers-to-target-uri", "warc-refers-to-date"])
      if (!fields.has(name)) fail(`a revisit without ${name}`)
  } else if (fields.has("warc-payload-digest") && field("warc-payload-digest") !== sha256(payload)) {
    fail("a payload digest")
  }
  return { type, fields, block, payload }
}

/** All records of a compressed file; throws at the first thing that is not as it should be. */
export const readStrictly = (file: Buffer): ReadonlyArray<StrictRecord> => {
  const records = membersOf(file).map(recordOf)
  if (records[0]?.type !== "warcinfo") fail("no warcinfo at the beginning")
  const ids = new Set(records.map(({ fields }) => fields.get("warc-record-id")))
  if (ids.size !== records.length) fail("a record id twice")
  return records
}
