import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Command } from "effect/cli"
import { tributary } from "../../src/cli/main.ts"

const documentation = readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8")

interface Described {
  readonly path: string
  readonly flags: ReadonlyArray<string>
}

/** All commands below one, with the flags that their help names. */
const commandsBelow = (command: Command.Command.Any, path: ReadonlyArray<string>): ReadonlyArray<Described> =>
  command.subcommands.flatMap(({ commands }) =>
    commands.flatMap((sub) => {
      const here = [...path, sub.name]
      const help = Command.isCommand(sub) ? sub.name : ""
      return [{ path: here.join(" "), flags: [help] }, ...commandsBelow(sub, here)]
    })
  )

describe("docs/commands.md", () => {
  it("names every command", () => {
    const commands = commandsBelow(tributary, [])
    assert.isAbove(commands.length, 12)
    for (const { path } of commands) assert.include(documentation, `\`${path}`, path)
  })
})
