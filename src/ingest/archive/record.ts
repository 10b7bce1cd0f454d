/**
 * Records of a WARC file (ISO 28500:2017) made from what the store holds.
 *
 * Their ids are digests of what they name, so that the same store always gives the same records. The store
 * keeps status, media type, charset and validators of a response, not its other headers nor the redirects on
 * the way: HTTP headers are synthesised from these, and each such record says so.
 */
import { createHash } from "node:crypto"
import { STATUS_CODES } from "node:http"
import { WARCRecord } from "warcio"
import type { Capture, CaptureId, Visit } from "../../domain/index.ts"
import { encodeMetadata, type Metadata, metadataType } from "./metadata.ts"

const profiles = {
  identical: "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
  notModified: "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
} as const

/** Field of our own in records whose HTTP headers are not those of the server. */
export const synthesisedField = "Tributary-HTTP-Headers"
const synthesised =
  "synthesised from the recorded status, media type, charset and validators; the body is content-decoded"

/** A record id that is the same for the same name: a UUID of version 8 (RFC 9562, section 5.8) from SHA-256. */
export const recordId = (name: string): string => {
  const hex = createHash("sha256").update(name).digest("hex")
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}>`
}

/** Id of the record that holds a visit's response. */
export const visitRecordId = (visit: Visit): string =>
  recordId(JSON.stringify(["visit", visit.runId, visit.sourceId, visit.purpose, visit.url, visit.startedAt]))

/** SHA-256 of the payload in hexadecimal, as the captures are named. */
export const payloadDigest = (id: CaptureId): string => `sha256:${id}`

/** An address as a WARC file takes it; the name of an upload may hold what a URI must not. */
export const targetUri = (url: string): string =>
  url.startsWith("upload:") ? `upload:${encodeURIComponent(url.slice("upload:".length))}` : url

/** Header values are one line. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ").trim()

const contentType = (about: Pick<Visit, "mediaType" | "charset">): string | null =>
  about.mediaType === null
    ? null
    : oneLine(about.charset === null ? about.mediaType : `${about.mediaType}; charset=${about.charset}`)

const httpHeaders = (visit: Visit, length: number | null): Record<string, string> => {
  const type = contentType(visit)
  return {
    ...(type === null ? {} : { "Content-Type": type }),
    ...(visit.etag === null ? {} : { ETag: oneLine(visit.etag) }),
    ...(visit.lastModified === null ? {} : { "Last-Modified": oneLine(visit.lastModified) }),
    ...(length === null ? {} : { "Content-Length": String(length) })
  }
}

const statusLine = (status: number): string => `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd()

const target = (visit: Visit): string => visit.finalUrl ?? visit.url

/** The first record of a file: who wrote it, when, and by which selection. */
export const warcinfoRecord = (filename: string, date: string, version: string, selection: string) =>
  WARCRecord.createWARCInfo(
    {
      warcVersion: "WARC/1.1",
      date,
      filename,
      warcHeaders: { "WARC-Record-ID": recordId(`warcinfo ${filename} ${date}`) }
    },
    {
      software: `Tributary/${version}`,
      format: "WARC File Format 1.1",
      conformsTo: "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      description: oneLine(selection)
    }
  )

/** The response of a visit with its body. */
export const responseRecord = (visit: Visit, capture: CaptureId, body: Uint8Array) =>
  WARCRecord.create(
    {
      type: "response",
      warcVersion: "WARC/1.1",
      url: target(visit),
      date: visit.startedAt,
      statusline: statusLine(visit.status ?? 200),
      httpHeaders: httpHeaders(visit, body.length),
      warcHeaders: {
        "WARC-Record-ID": visitRecordId(visit),
        "WARC-Payload-Digest": payloadDigest(capture),
        [synthesisedField]: synthesised
      }
    },
    [body]
  )

/** Where the body stands that a revisit saw again: a visit in this file, or one that the selection left out. */
export interface EarlierResponse {
  readonly recordId: string
  readonly url: string
  readonly date: string
  readonly captureId: CaptureId
}

/** A visit that brought bytes known already, or "not modified" (ISO 28500:2017, section 6.7). */
export const revisitRecord = (visit: Visit, earlier: EarlierResponse) => {
  const record = WARCRecord.create({
    type: "revisit",
    warcVersion: "WARC/1.1",
    url: target(visit),
    date: visit.startedAt,
    statusline: statusLine(visit.status ?? (visit.outcome === "not-modified" ? 304 : 200)),
    httpHeaders: httpHeaders(visit, visit.outcome === "not-modified" ? null : visit.bytes),
    refersToUrl: earlier.url,
    refersToDate: earlier.date,
    warcHeaders: {
      "WARC-Record-ID": visitRecordId(visit),
      "WARC-Refers-To": earlier.recordId,
      "WARC-Payload-Digest": payloadDigest(earlier.captureId),
      [synthesisedField]: synthesised
    }
  })
  const profile = visit.outcome === "not-modified" ? profiles.notModified : profiles.identical
  record.warcHeaders.headers.set("WARC-Profile", profile)
  return record
}

/** Bytes that came without a visit: an upload, or a capture of a foreign archive. */
export const resourceRecord = (capture: Capture, body: Uint8Array) =>
  WARCRecord.create(
    {
      type: "resource",
      warcVersion: "WARC/1.1",
      url: targetUri(capture.url),
      date: capture.retrievedAt,
      warcHeaders: {
        "WARC-Record-ID": recordId(`capture ${capture.id}`),
        "WARC-Payload-Digest": payloadDigest(capture.id),
        "Content-Type": contentType(capture) ?? "application/octet-stream"
      }
    },
    [body]
  )

/**
 * What the archive knows besides bytes.
 *
 * @param name names what is described, for the record's id
 * @param about id and address of the record that it belongs to
 */
export const metadataRecord = (
  metadata: Metadata,
  date: string,
  name: string,
  about?: { readonly recordId: string; readonly url: string }
) =>
  WARCRecord.create(
    {
      type: "metadata",
      warcVersion: "WARC/1.1",
      date,
      ...(about === undefined ? {} : { url: targetUri(about.url) }),
      warcHeaders: {
        "WARC-Record-ID": recordId(`metadata ${name}`),
        "Content-Type": metadataType,
        ...(about === undefined ? {} : { "WARC-Refers-To": about.recordId })
      }
    },
    [encodeMetadata(metadata)]
  )
