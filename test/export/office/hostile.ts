/** A digest whose every text was written to do harm, and LibreOffice to read what was made of it. */
import { execFile } from "node:child_process"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Effect } from "effect"
import { ReleaseNumber } from "../../../src/domain/index.ts"
import type { Digest, Statement } from "../../../src/domain/index.ts"
import { buildDigest } from "../../../src/export/index.ts"
import { sampleInput } from "../sample.ts"

/** Texts that formulas, markup, cells, field codes and parsers trip over. */
export const evilTexts = [
  '=HYPERLINK("https://evil.example","click")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "＝1＋1",
  "</w:t></w:r><w:instrText>DDEAUTO c:\\\\windows</w:instrText>",
  "<script>alert(1)</script> & ]]> <!-- <![CDATA[",
  "constructor",
  "__proto__",
  "_x0041_ stands for itself",
  "bell \u0007 null \u0000 turned \u202e round, alone \ud800",
  "x".repeat(10_000),
  'a "quoted" text, with commas; and\nlines\r\nof all kinds',
  "long text ".repeat(4_000)
]

/** What titles and names hold beside the texts: what harms the form that is tested. */
export interface HostileWords {
  readonly caseName: string
  readonly title: string
  readonly name: (id: string) => string
}

const officeWords: HostileWords = {
  caseName: "=cmd|' /C calc'!A0",
  title: '=HYPERLINK("https://evil.example") <w:p/>',
  name: (id) => `@${id} <b>"&`
}

/** Statements with these texts in turn; titles, names and addresses of the same sort. */
export const hostile = (
  texts: ReadonlyArray<string> = evilTexts,
  words: HostileWords = officeWords
): Digest => {
  const input = sampleInput()
  return buildDigest({
    ...input,
    statements: input.statements.map((own, index): Statement =>
      Object.assign({}, own, {
        text: texts[index % texts.length],
        caseName: own.caseName === null ? null : words.caseName
      })
    ),
    outputs: input.outputs.map((own, index) =>
      Object.assign({}, own, {
        title: words.title,
        url: index % 2 === 0 ? 'javascript:alert("url")' : own.url
      })
    ),
    initiatives: input.initiatives.map((own) => Object.assign({}, own, { name: words.name(own.id) }))
  })
}

/** The sample, with a release before it in which half of it stood. */
export const withRelease = (): Digest => {
  const input = sampleInput()
  const before = input.statements.filter((_, index) => index % 2 === 0)
  const number = ReleaseNumber.make("2025-2")
  const previous = buildDigest({ ...input, number, statements: before, clusters: [] })
  return buildDigest({ ...input, previous })
}

const run = promisify(execFile)

/**
 * What LibreOffice makes of a file: the text of what it writes, by name. Null, with a loud line, where it is
 * not installed. It works with a profile of its own, beside one that may be open.
 */
export const libreOffice = (name: string, bytes: Uint8Array, filter: string) =>
  Effect.promise(async (): Promise<ReadonlyMap<string, string> | null> => {
    const folder = await mkdtemp(join(tmpdir(), "office-"))
    try {
      await writeFile(join(folder, name), bytes)
      await run(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          filter,
          "--outdir",
          join(folder, "out"),
          join(folder, name)
        ],
        { timeout: 150_000 }
      )
      const names = await readdir(join(folder, "out"))
      return new Map(
        await Promise.all(
          names.map(async (own) => [own, await readFile(join(folder, "out", own), "utf8")] as const)
        )
      )
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
        console.warn(
          `NOT CHECKED: LibreOffice is not installed, so nobody has opened ${name}. Install libreoffice-writer and libreoffice-calc to check it.`
        )
        return null
      }
      throw cause
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
