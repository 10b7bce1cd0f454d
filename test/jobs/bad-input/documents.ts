/** Bad input in what a source leads to: documents and addresses. The source itself is well. */
import {
  body,
  drip,
  emptiness,
  entry,
  feed,
  hangsUp,
  html,
  leadsTo,
  packed,
  page,
  pdfs,
  utf16,
  word,
  wordParagraph
} from "./answers.ts"
import { gzippedEmptiness } from "./answers.ts"
import type { Answer } from "./answers.ts"
import type { Row } from "./row.ts"

type Expected = Partial<Omit<Row, "source" | "door" | "pages">>

/** A feed that now lists a second entry, at which this is found. */
const listing = (source: string, second: Answer, expected: Expected): Row => ({
  source: `that lists ${source}`,
  door: body(feed([entry("/first", "Good"), entry("/second", "Second")])),
  pages: { "/second": second },
  outcome: "ok",
  says: "2 item(s) listed",
  items: 2,
  ...expected
})

const pdf = (bytes: Uint8Array): Answer => body(bytes, "application/pdf")
const docx = (bytes: Uint8Array): Answer =>
  body(bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
const lines = [
  "The forum met on 9 June 2025 and agreed on messages about harbours.",
  "1. Ports should publish the cost of their cables so that islands can compare it."
]
const text = lines.map(wordParagraph).join("")
/** An output that stays, so that a person sees why it could not be read. */
const kept = (warns: string): Expected => ({ outputs: 2, warns })

const documents: ReadonlyArray<Row> = [
  listing("a PDF with a password", pdf(pdfs.locked), kept("protected by a password")),
  listing("a PDF with scripts", pdf(pdfs.scripted), {
    outputs: 2,
    reads: "water meters",
    never: "app.alert"
  }),
  listing("a PDF cut in half", pdf(pdfs.plain.subarray(0, 500)), kept("PDF")),
  listing("a PDF that unpacks to 60 MB", pdf(pdfs.bomb), { outputs: 2, reads: "water meters" }),
  listing("a PDF whose pages are their own children", pdf(pdfs.circular), kept("PDF")),
  listing("a PDF that is a page", pdf(Buffer.from(page("harbours"))), { outputs: 2, reads: "harbours" }),
  listing("a page that is a PDF", html(pdfs.plain), { outputs: 2, reads: "water meters" }),
  listing(
    "a Word file that is a bomb",
    docx(word(text, { "word/media/a.bin": new Uint8Array(170_000_000) })),
    kept("unpacks to more")
  ),
  listing("a Word file cut in half", docx(word(text).subarray(0, 500)), kept("damaged or cut off")),
  listing(
    "a Word file of 5,000 files",
    docx(
      word(
        text,
        Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`word/${index}`, new Uint8Array()]))
      )
    ),
    kept("unpacks to more")
  ),
  listing(
    "a Word file that reads a file of this machine",
    docx(
      word(
        `${text}${wordParagraph("&x;")}`,
        {},
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
      )
    ),
    { outputs: 2, never: "root:" }
  ),
  listing("an archive", body(word(text).subarray(30), "application/zip"), { outputs: 2, warns: "" }),
  listing("a program", body(Buffer.from("4d5a900003000000".repeat(400), "hex"), "text/html"), kept("")),
  listing(
    "bytes of no kind",
    body(Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919) & 255)), "text/html"),
    kept("")
  ),
  listing("nothing", html(""), kept("empty")),
  listing("a page nested 20,000 deep", html(`${"<div>".repeat(20_000)}${page("harbours")}`), {
    outputs: 2,
    warns: "nested"
  }),
  listing(
    "a page with scripts",
    html(
      page("harbours").replace(
        "<h1>",
        "<script>document.write('stolen')</script><img src=x onerror=stolen()><h1>"
      )
    ),
    { outputs: 2, reads: "harbours", never: "stolen" }
  ),
  listing(
    "a page that sends its readers inside",
    html(
      page("harbours").replace("<head>", '<head><meta http-equiv="refresh" content="0;url=http://10.0.0.7/">')
    ),
    { outputs: 2, reads: "harbours" }
  ),
  listing("a page in UTF-16", body(utf16(page("harbours"), "le", true), "text/html"), {
    outputs: 2,
    reads: "harbours"
  }),
  listing("a page with NUL bytes", html(page("harbours").replaceAll("harbours", "har\u{0}bours")), {
    outputs: 2,
    reads: "harbours",
    warns: "control character"
  }),
  listing(
    "a page with bytes that are no UTF-8",
    html(
      Buffer.concat([
        Buffer.from(page("harbours").replace("agreed", "agréed décidé")),
        Buffer.from([0xe9, 0x20])
      ])
    ),
    { outputs: 2, reads: "harbours" }
  ),
  listing(
    "a page that says it is another initiative's",
    html(
      page("harbours").replace("<head>", '<head><link rel="canonical" href="http://other.example/messages">')
    ),
    { outputs: 2, reads: "harbours" }
  ),
  listing(
    "a page that says it is the one before",
    html(page("harbours").replace("<head>", '<head><link rel="canonical" href="/first">')),
    { outputs: 2, reads: "harbours" }
  ),
  listing("a gzip bomb", packed("gzip", gzippedEmptiness), {
    failures: [["too-large", "unpacks to more than"]]
  }),
  listing("48 MB of spaces", html(emptiness), { failures: [["too-large", "TRIBUTARY_MAX_BYTES"]] }),
  listing("a page that comes a byte at a time", drip("text/html"), {
    failures: [["too-slow", "did not finish"]]
  }),
  listing("a page that is cut off by its server", hangsUp, {
    failures: [["network-error", "closed the connection"]]
  }),
  listing(
    "a page that redirects to itself",
    leadsTo((path) => path),
    { failures: [["redirect-loop", "circle"]] }
  ),
  listing(
    "a page that redirects inside",
    leadsTo(() => "http://192.168.1.1/admin"),
    { failures: [["blocked-address", "private"]] }
  ),
  listing("a film", body("x", "video/mp4"), { failures: [["unsupported-media", "holds no text"]] })
]

/** A feed that now lists this address as well. */
const address = (what: string, url: string, expected: Expected): Row => ({
  source: `that leads to ${what}`,
  door: body(feed([entry("/first", "Good"), entry(url, "Second")])),
  outcome: "ok",
  says: "2 item(s) listed",
  items: 2,
  ...expected
})
const isNone: Expected = { says: "1 item(s) listed", items: 1, warns: "no address of a page" }

const addresses: ReadonlyArray<Row> = [
  address("a file of this machine", "file:///etc/passwd", isNone),
  address("a script", "javascript:fetch('http://10.0.0.7/')", isNone),
  address("data", "data:text/html,<h1>Messages</h1>", isNone),
  address("FTP", "ftp://forum.example/messages.pdf", isNone),
  address("a private address", "http://10.0.0.7/messages", {
    failures: [["blocked-address", "TRIBUTARY_ALLOW_NETS"]]
  }),
  address("this machine as one hexadecimal number", "http://0x0a000007/", {
    failures: [["blocked-address", "10.0.0.7"]]
  }),
  address("this machine in IPv6", "http://[::1]/", { failures: [["blocked-address", "loopback"]] }),
  address("a private address behind NAT64", "http://[64:ff9b::a00:7]/", {
    failures: [["blocked-address", "private"]]
  }),
  address("a host whose name leads inside", "http://inside.example/messages", {
    failures: [["blocked-address", "192.168.0.9"]]
  }),
  address("a host of several addresses, one of them inside", "http://both.example/", {
    failures: [["blocked-address", "10.0.0.7"]]
  }),
  address("a host that does not exist", "http://nowhere.example/", {
    failures: [["dns-error", "check the spelling"]]
  }),
  address("the port of a mail server", "http://8.8.8.8:25/", { failures: [["blocked-port", "port 25"]] }),
  address("an address with a password", "http://admin:secret@forum.example/", {
    failures: [["bad-url", "password"]]
  }),
  address("an address of 9,000 characters", `http://forum.example/${"a".repeat(9_000)}`, {
    items: 1,
    warns: "8,192"
  }),
  address("a host that looks like another (Cyrillic i)", "http://\u0456gf.example/", {
    failures: [["dns-error", "xn--gf-goc.example"]]
  }),
  address("an address that hides its host behind an at sign", "http://igf.example@inside.example/", {
    failures: [["bad-url", "user name"]]
  })
]

export const leads: ReadonlyArray<Row> = [...documents, ...addresses]
