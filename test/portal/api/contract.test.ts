/** The interface keeps what its document promises: every operation is called and its answer checked. */
import { Validator } from "@seriousme/openapi-schema-validator"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { type CalledPortal, serveApi } from "./called.ts"

let portal: CalledPortal | undefined
const api = (): CalledPortal => {
  if (portal === undefined) throw new Error("the portal did not start")
  return portal
}
beforeAll(async () => {
  portal = await serveApi()
})
afterAll(() => portal?.stop())

const Page = Schema.Struct({ data: Schema.NonEmptyArray(Schema.Struct({ id: Schema.String })) })
const firstId = async (path: string, token?: string): Promise<string> => {
  const answer = await api().call("GET", path, token === undefined ? {} : { token })
  return Schema.decodeUnknownSync(Page)(answer.json).data[0].id
}

/** Names of things that are there, by the name of the parameter. */
const present = async (): Promise<Readonly<Record<string, string>>> => {
  const output = await firstId("/outputs?counts=true")
  const answer = await api().call("GET", `/outputs/${output}`)
  const { capture } = Schema.decodeUnknownSync(Schema.Struct({ capture: Schema.String }))(answer.json)
  const [initiative = "", name = ""] = (await firstId("/sources")).split("/")
  return {
    initiative,
    name,
    output,
    capture,
    statement: await firstId("/statements"),
    cluster: await firstId("/clusters"),
    issue: await firstId("/issues"),
    number: "2026-1",
    run: await firstId("/runs", api().tokens.reader)
  }
}

describe("The interface", () => {
  it("is described by a valid document of OpenAPI 3.1", async () => {
    const answer = await api().call("GET", "/openapi.json")
    const checked = await new Validator().validate(JSON.parse(answer.text))
    assert.deepStrictEqual(checked.valid ? [] : checked.errors, [])
  })

  it("answers every reading operation as its document says", async () => {
    const names = await present()
    const faults: Array<string> = []
    for (const [path, operations] of Object.entries(api().document.paths)) {
      const operation = operations["get"]
      if (operation === undefined || path === "/api/v1/job-runs/{run}") continue
      const own = path.replace("/api/v1", "")
      const asked = own.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? ""))
      const answer = await api().call("GET", asked, { token: api().tokens.admin })
      if (answer.status !== 200) faults.push(`${asked}: ${answer.status} ${answer.text.slice(0, 200)}`)
      const fault = api().fault("GET", own, answer)
      if (fault !== null) faults.push(fault)
    }
    assert.deepStrictEqual(faults, [])
  })
})
