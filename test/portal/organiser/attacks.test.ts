/** Attacks on the organisers' pages, each as somebody would try it, and what comes of it. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { deflateRawSync } from "node:zlib"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { largestUpload, safeFileName, uploadedFormat } from "../../../src/jobs/organisers/index.ts"
import { Corrections, Uploads } from "../../../src/store/index.ts"
import { type Organised, serveOrganised, type Sent, type Visitor } from "./organised.ts"

let served: Organised | undefined
let own: Visitor | undefined
let other: Visitor | undefined
const all = (): Organised => {
  if (served === undefined) throw new Error("the portal did not start")
  return served
}
const visitor = (given: Visitor | undefined): Visitor => {
  if (given === undefined) throw new Error("nobody came in")
  return given
}
const maria = () => visitor(own)
const li = () => visitor(other)
beforeAll(async () => {
  served = await serveOrganised()
  own = await served.enter(await served.linkOf("norvia-igf", "maria@norvia-igf.example"))
  other = await served.enter(await served.linkOf("igf-yunhai", "li@yunhai.example"))
})
afterAll(() => served?.stop())

const uploads = () => all().run(Effect.flatMap(Uploads, (store) => store.list()))

const files = join(import.meta.dirname, "../../ingest/extract/files")
const pdf = readFileSync(join(files, "columns.pdf"))
const docx = readFileSync(join(files, "communique.docx"))

/** A ZIP file of one packed entry (PKWARE APPNOTE 6.3); its directory says what it likes of the size. */
const zip = (entries: ReadonlyArray<readonly [name: string, content: Buffer]>): Buffer => {
  const parts: Array<Buffer> = []
  const directory: Array<Buffer> = []
  const known = new Map<Buffer, Buffer>()
  let at = 0
  for (const [name, content] of entries) {
    const packed = known.get(content) ?? deflateRawSync(content, { level: 1 })
    known.set(content, packed)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}

const words = "Governments should connect every school, and pay for it openly, before the year 2030.\n"

/** Eight times 20 MB of nothing, in some hundred kilobytes. */
const nothing = Buffer.alloc(20_000_000)
const bomb = zip(Array.from({ length: 8 }, (_, part) => [`word/document${part}.xml`, nothing] as const))

/** Files that are not taken: nothing is kept of them, and the page says why. */
const refused: ReadonlyArray<readonly [what: string, file: Sent, said: string, status: number]> = [
  ["an empty file", { name: "report.pdf", content: "" }, "The file is empty", 422],
  ["blank bytes", { name: "report.txt", content: " \n\0\0 " }, "The file is empty", 422],
  [
    "more than the limit",
    { name: "big.txt", content: Buffer.alloc(largestUpload + 1, 97) },
    "larger than 25 MB",
    413
  ],
  [
    "a program",
    {
      name: "report.pdf",
      content: Buffer.from("MZ\0\u0001\u0002\0\u0003\0\u0004\0\0\0\u0001\u0001\u0001\u0001", "latin1")
    },
    "not a document",
    422
  ],
  [
    "a web page named PDF",
    { name: "report.pdf", content: `<!doctype html><p>${words}` },
    "something else than its name",
    422
  ],
  ["a PDF named HTML", { name: "report.html", content: pdf }, "something else than its name", 422],
  [
    "a PDF that the browser calls an image",
    { name: "report.pdf", content: pdf, type: "image/png" },
    "something else than its name",
    422
  ],
  [
    "text with the name of a program",
    { name: "report.exe", content: words },
    "something else than its name",
    422
  ],
  [
    "a picture",
    { name: "a.svg", content: `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>` },
    "something else than its name",
    422
  ],
  [
    "a web page before a PDF",
    { name: "both.pdf", content: Buffer.concat([Buffer.from("<html><script>alert(1)</script>"), pdf]) },
    "two kinds of file",
    422
  ],
  [
    "a PDF's header in a web page",
    { name: "both.html", content: `<!doctype html><!-- %PDF-1.4 --><p>${words}` },
    "two kinds of file",
    422
  ],
  [
    "an archive behind a PDF",
    { name: "both.pdf", content: Buffer.concat([pdf, zip([["a.txt", Buffer.from("a")]])]) },
    "two kinds of file",
    422
  ],
  [
    "an archive behind a web page",
    {
      name: "both.html",
      content: Buffer.concat([Buffer.from(`<!doctype html><p>${words}`), zip([["a", Buffer.from("a")]])])
    },
    "two kinds of file",
    422
  ],
  ["an archive", { name: "all.zip", content: zip([["report.txt", Buffer.from(words)]]) }, "packed", 422],
  ["a packed file", { name: "report.txt.gz", content: Buffer.from([0x1f, 0x8b, 8, 0, 0]) }, "packed", 422],
  [
    "an old Word file",
    { name: "report.doc", content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) },
    "old Word format",
    422
  ],
  ["RTF", { name: "report.rtf", content: "{\\rtf1 hello}" }, "RTF", 422],
  [
    "a Word file with macros",
    {
      name: "report.docx",
      content: Buffer.concat([
        zip([
          ["word/document.xml", Buffer.from("<w/>")],
          ["word/vbaProject.bin", Buffer.from("x")]
        ])
      ])
    },
    "macros",
    422
  ]
]

/** Files that are kept and could not be read: the reason is said, and nothing else is harmed. */
const unread: ReadonlyArray<readonly [what: string, file: Sent, said: string]> = [
  ["a Word file that unpacks to 160 MB", { name: "bomb.docx", content: bomb }, "larger than 25 MB"],
  ["a Word file cut off", { name: "cut.docx", content: docx.subarray(0, docx.length - 400) }, "damaged"],
  ["a PDF cut off at once", { name: "cut.pdf", content: pdf.subarray(0, 300) }, "damaged"],
  [
    "a PDF that says it has 10,000 pages",
    {
      name: "pages.pdf",
      content:
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 10000/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    },
    ""
  ]
]

describe("An upload that is an attack", () => {
  for (const [what, file, said, status] of refused) {
    it(`is refused with a sentence: ${what}`, async () => {
      const before = (await uploads()).length
      const answer = await maria().send(file)
      assert.strictEqual(answer.status, status)
      assert.include(await answer.text(), said)
      assert.strictEqual((await uploads()).length, before)
    })
  }

  for (const [what, file, said] of unread) {
    it(`is kept, not read, and does no harm: ${what}`, async () => {
      const answer = await maria().send(file)
      assert.strictEqual(answer.status, 303)
      const page = await maria().text(answer.headers.get("location") ?? "")
      assert.include(page, "The file itself is kept.")
      assert.include(page, said)
      assert.strictEqual((await maria().get("/en/organisers")).status, 200)
    })
  }

  it("without a file, or of another kind of body, is refused", async () => {
    assert.strictEqual((await maria().send(null)).status, 422)
    assert.strictEqual((await maria().post("/en/organisers/upload", {})).status, 415)
  })

  it("with a path for a name walks out of no folder, and shows no markup", async () => {
    const name = "../../etc/<img src=x onerror=alert(1)>\u202Efdp.txt"
    const answer = await maria().send({ name, content: `${words}${name}` })
    const page = await maria().text(answer.headers.get("location") ?? "")
    assert.notInclude(page, "<img")
    const [newest] = await uploads()
    assert.notMatch(newest?.fileName ?? "/", /[/\\<>\u202e]|\.\./)
  })

  it("with script in a web page is shown without it", async () => {
    const content = `<!doctype html><title>Messages <script>alert(1)</script></title><h1>Messages of 2025</h1>
      <p onclick="alert(2)">Governments should connect every rural school.<script>alert(3)</script></p>
      <p><a href="javascript:alert(4)">Children must be protected online by design.</a></p>`
    const answer = await maria().send({ name: "messages.html", content, type: "text/html" })
    const location = answer.headers.get("location") ?? ""
    const page = await maria().text(location)
    assert.include(page, "rural school")
    assert.notMatch(page, /<script(?! src="\/assets)|onclick|javascript:/)
    const [newest] = await uploads()
    const view = await all().portal.get(`/captures/${newest?.captureId ?? ""}/view`)
    assert.match(view.headers.get("content-security-policy") ?? "", /^sandbox; default-src 'none'/)
    assert.notMatch(await view.text(), /<script|onclick|javascript:/)
    const raw = await all().portal.get(`/captures/${newest?.captureId ?? ""}/file`)
    assert.match(raw.headers.get("content-disposition") ?? "", /^attachment/)
    assert.strictEqual(raw.headers.get("content-type"), "application/octet-stream")
  })
})

describe("A file's name", () => {
  it("is one harmless part of a path, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (sent) => {
        const name = safeFileName(sent)
        assert.isAtLeast(name.length, 1)
        assert.isAtMost(name.length, 120)
        assert.notMatch(name, /[/\\\p{C}<>:"|?*%;]|^\.|\.$/u)
        assert.strictEqual(safeFileName(name), name)
      })
    )
  })

  it("and bytes of any kind give a kind or a refusal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, name) => {
        const found = uploadedFormat(bytes, safeFileName(name), null)
        assert.isTrue("format" in found || "refusal" in found)
      })
    )
  })
})

describe("Another initiative", () => {
  it("cannot be looked into, nor spoken for", async () => {
    await maria().send({ name: "ours.txt", content: `${words}It is ours alone.` })
    const [upload] = await uploads()
    for (const path of [`/uploads/${upload?.id ?? ""}`, `/outputs/${upload?.outputId ?? ""}`]) {
      assert.strictEqual((await maria().get(`/en/organisers${path}`)).status, 200, path)
      assert.strictEqual((await li().get(`/en/organisers${path}`)).status, 404, path)
    }
    const about = upload?.outputId ?? ""
    const request = { about, topic: "not-ours", words: "Take it away." }
    assert.strictEqual((await li().post("/en/organisers/corrections", request)).status, 403)
    assert.isEmpty(await all().run(Effect.flatMap(Corrections, (store) => store.list())))
    await li().send({ name: "theirs.txt", content: `${words}Another one.` }, { replaces: upload?.id ?? "" })
    const [newest] = await uploads()
    assert.strictEqual(newest?.initiativeId, "igf-yunhai")
    assert.notStrictEqual(newest?.outputId, upload?.outputId)
  })
})

describe("Without a session", () => {
  it("every page leads to the form for a link, and no form does anything", async () => {
    for (const path of ["", "/upload", "/corrections/new", "/uploads/up-0123456789abcdef"]) {
      const answer = await all().portal.get(`/en/organisers${path}`)
      assert.strictEqual(answer.headers.get("location"), "/en/organisers/link", path)
    }
    const late = await all().portal.post("/en/organisers/corrections", { csrf: "", words: "<i>lost</i>" })
    assert.strictEqual(late.status, 403)
    assert.include(await late.text(), "&lt;i&gt;lost&lt;/i&gt;")
  })

  it("guessed, cut and wrong links open nothing, and set nothing", async () => {
    const path = await all().linkOf("norvia-igf", "maria@norvia-igf.example")
    for (const wrong of [`${path}x`, path.slice(0, -1), `${path.slice(0, -43)}${"A".repeat(43)}`]) {
      const answer = await all().portal.get(wrong)
      assert.strictEqual(answer.status, 410, wrong)
      assert.isNull(answer.headers.get("set-cookie"))
    }
    const answer = await all().portal.post("/en/organisers/enter", { csrf: "", token: "A".repeat(43) })
    assert.strictEqual(answer.status, 410)
  })

  it("leads to no other site, whatever the link was asked for", async () => {
    const path = await all().linkOf("norvia-igf", "maria@norvia-igf.example")
    const token = path.slice(-43)
    for (const about of [
      "//evil.example",
      "https://evil.example/",
      "s-0123456789abcdef\r\nset-cookie: a=b"
    ]) {
      const answer = await all().portal.post("/en/organisers/enter", { csrf: "", token, about })
      assert.strictEqual(answer.headers.get("location"), "/en/organisers", about)
    }
  })

  it("asking for links again and again ends in a wait, and in few letters", async () => {
    const before = all().letters.length
    let status = 200
    for (let tries = 0; tries < 25 && status === 200; tries++) {
      status = (await all().portal.post("/en/organisers/link", { csrf: "", address: "li@yunhai.example" }))
        .status
    }
    assert.strictEqual(status, 429)
    for (let tries = 0; tries < 3; tries++) await all().deliver()
    assert.isAtMost(all().letters.length - before, 3)
  })

  it("an address with a line break or two recipients is none", async () => {
    for (const address of ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "x"]) {
      const answer = await all().portal.post("/en/organisers/link", { csrf: "", address })
      assert.include([422, 429], answer.status)
    }
  })
})

describe("A form sent from elsewhere", () => {
  it("does nothing, with or without the cookie, with a wrong token, or with that of another session", async () => {
    const send = (headers: Readonly<Record<string, string>>, seal: string) =>
      all().portal.post(
        "/en/organisers/corrections",
        { csrf: "", seal, about: "", topic: "other", words: "forged" },
        { cookie: maria().cookie, ...headers }
      )
    const seal = /name="seal" value="([^"]*)"/.exec(await li().text("/en/organisers"))?.[1] ?? ""
    assert.strictEqual(
      (await send({ "sec-fetch-site": "cross-site", origin: "https://evil.example" }, seal)).status,
      403
    )
    assert.strictEqual((await send({}, "")).status, 403)
    assert.strictEqual((await send({}, seal)).status, 403)
    const listed = await all().run(Effect.flatMap(Corrections, (store) => store.list()))
    assert.isFalse(listed.some(({ words: said }) => said === "forged"))
  })
})

describe("The session", () => {
  it("is in a cookie out of reach of scripts, and ends with the button", async () => {
    const path = await all().linkOf("norvia-igf", "maria@norvia-igf.example")
    const answer = await all().portal.post("/en/organisers/enter", { csrf: "", token: path.slice(-43) })
    assert.match(
      answer.headers.get("set-cookie") ?? "",
      /^tributary-organiser=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/
    )
    assert.notInclude(answer.headers.get("set-cookie") ?? "", path.slice(-43))
    const one = await all().enter(path)
    assert.strictEqual((await one.post("/en/organisers/leave", {})).status, 303)
    assert.strictEqual((await one.get("/en/organisers")).status, 303)
  })

  it("gives pages that nobody keeps and no other site frames", async () => {
    const answer = await maria().get("/en/organisers")
    assert.strictEqual(answer.headers.get("cache-control"), "no-store")
    assert.include(answer.headers.get("content-security-policy") ?? "", "frame-ancestors 'none'")
    assert.strictEqual(answer.headers.get("referrer-policy"), "same-origin")
    assert.isNull(answer.headers.get("etag"))
  })
})
