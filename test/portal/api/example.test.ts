/** The example of docs/api.md does what it says. */
import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { serveFilled, type Served } from "../served.ts"

const script = fileURLToPath(new URL("../../../docs/examples/statements.mjs", import.meta.url))

const Line = Schema.fromJsonString(
  Schema.Struct({ id: Schema.String, issues: Schema.Array(Schema.String), permalink: Schema.String })
)

let portal: Served | undefined
const served = (): Served => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveFilled()
})
afterAll(() => portal?.stop())

const run = (...parameters: ReadonlyArray<string>) =>
  new Promise<{ readonly status: number | null; readonly out: string; readonly error: string }>((resolve) => {
    const child = spawn(process.execPath, [script, served().url, ...parameters])
    let out = ""
    let error = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text))
    child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text))
    child.on("close", (status) => resolve({ status, out, error }))
  })

describe("The example client", () => {
  it("writes every statement that the search finds, each with its source, over several pages", async () => {
    const { error, out, status } = await run("limit=3", "issue=access-and-digital-divide")
    assert.strictEqual(status, 0, error)
    const lines = out
      .trim()
      .split("\n")
      .map((line) => Schema.decodeUnknownSync(Line)(line))
    assert.isAbove(lines.length, 3)
    assert.strictEqual(new Set(lines.map(({ id }) => id)).size, lines.length)
    for (const { id, issues, permalink } of lines) {
      assert.include(issues, "access-and-digital-divide")
      assert.strictEqual(permalink, `${served().url}statements/${id}`)
    }
  })

  it("says what the portal says when something is wrong", async () => {
    const { error, status } = await run("year=soon")
    assert.strictEqual(status, 1)
    assert.match(error, /^400 Bad Request: year/)
  })

  it("needs no dependency", () => {
    const imports = [...readFileSync(script, "utf8").matchAll(/from "([^"]+)"/g)].map(([, name]) => name)
    assert.isTrue(imports.every((name) => name?.startsWith("node:")))
  })
})
