import { readdirSync, readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { parse } from "yaml"
import { tributary } from "../../src/cli/main.ts"

const folder = new URL("../../docs/examples/", import.meta.url)
const textOf = (name: string) => readFileSync(new URL(name, folder), "utf8")
const sources = readdirSync(new URL("../../src/", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8"))
  .join("\n")

const commands = new Set(
  tributary.subcommands.flatMap(({ commands }) => commands.map((command) => command.name))
)

/** The command that `main.ts`, or an image of it, is given. */
const isCommand = (words: ReadonlyArray<string>) => assert.include([...commands], words[0])

const Service = Schema.Struct({
  command: Schema.optional(Schema.Array(Schema.String)),
  entrypoint: Schema.optional(Schema.Array(Schema.String)),
  environment: Schema.Record(Schema.String, Schema.String),
  depends_on: Schema.optional(Schema.Record(Schema.String, Schema.Unknown)),
  volumes: Schema.Array(Schema.String)
})
const Compose = Schema.Struct({
  services: Schema.Record(Schema.String, Service),
  volumes: Schema.Record(Schema.String, Schema.Unknown)
})

describe("Examples for operators", () => {
  it("compose.yaml names commands, services, volumes and variables that there are", () => {
    const compose = Schema.decodeUnknownSync(Compose)(parse(textOf("compose.yaml"), { merge: true }))
    for (const [name, service] of Object.entries(compose.services)) {
      for (const other of Object.keys(service.depends_on ?? {})) assert.property(compose.services, other)
      for (const volume of service.volumes) assert.property(compose.volumes, volume.split(":")[0] ?? "")
      if (name === "database") continue
      const shell = service.entrypoint?.at(-1)
      isCommand(
        shell === undefined ? (service.command ?? []) : (shell.split("src/main.ts ")[1] ?? "").split(" ")
      )
      for (const variable of Object.keys(service.environment)) assert.include(sources, `"${variable}"`)
    }
  })

  it("units of systemd start commands and set variables that there are", () => {
    const units = readdirSync(folder).filter((name) => name.endsWith(".service"))
    assert.includeMembers(units, [
      "tributary.service",
      "tributary-portal.service",
      "tributary-worker@.service"
    ])
    for (const unit of units) {
      const text = textOf(unit)
      isCommand((/^ExecStart=.* src\/main\.ts (.*)$/m.exec(text)?.[1] ?? "").split(" "))
      const named = [...text.matchAll(/\bTRIBUTARY_[A-Z_]+/g)].map(([variable]) => variable)
      for (const variable of named) assert.include(sources, `"${variable}"`, unit)
    }
  })
})
