import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import packageJson from "../package.json" with { type: "json" }

const root = join(import.meta.dirname, "..")
const read = (name: string) => readFileSync(join(root, name), "utf8")

describe("README.md", () => {
  const readme = read("README.md")

  it("gives version and reason of every dependency", () => {
    const rows = new Map(
      readme
        .split("\n")
        .map((line) => line.split("|").map((cell) => cell.trim()))
        .filter((cells) => cells.length === 5)
        .map(([, name = "", version = "", why = ""]) => [name, { version, why }] as const)
    )
    for (const [name, version] of Object.entries({
      ...packageJson.dependencies,
      ...packageJson.devDependencies
    })) {
      assert.strictEqual(rows.get(name)?.version, version, name)
      assert.isAbove(rows.get(name)?.why.length ?? 0, 3, name)
    }
    for (const [name, version] of Object.entries(packageJson.optionalDependencies)) {
      assert.include(readme, `${name} ${version}`)
    }
  })

  it("names only npm scripts that exist", () => {
    const scripts = new Set(Object.keys(packageJson.scripts))
    for (const [, name = ""] of readme.matchAll(/npm run (?:--silent )?([a-z:]+)/g)) {
      assert.isTrue(scripts.has(name), name)
    }
  })
})

describe("The documentation", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync(join(root, "docs"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`)
  ]

  it("links only to files that are there", () => {
    for (const page of pages) {
      for (const [, target = ""] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
        assert.isTrue(existsSync(join(root, page, "..", target)), `${page}: ${target}`)
      }
    }
  })

  it("names, for the security of the portal, only tests that exist", () => {
    const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `test/${name}`)
    const tests = files.map(read).join("\n")
    const security = read("docs/security.md")
    const rows = security.split("\n").filter((line) => line.startsWith("|"))
    const named = rows.flatMap((row) => [...(row.split("|")[3] ?? "").matchAll(/"([^"]+)"/g)])
    assert.isAbove(named.length, 40)
    for (const [, name = ""] of named) assert.include(tests, name)
    for (const [, path = ""] of security.matchAll(/`(test\/[^`]+\.ts)`/g)) assert.include(files, path)
  })
})
