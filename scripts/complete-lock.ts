/**
 * Completes package-lock.json after a change of dependencies.
 *
 * npm leaves an optional platform package out of the lock file when the registry in use does not hold
 * it, and `npm ci` then refuses the lock file ("Missing: X from lock file"). This script adds the
 * missing entries, so that a clean install works on every platform and registry.
 *
 * Usage: `npm run lock` after `npm install`; `--check` only reports and exits 1 when something is missing.
 */
import { readFileSync, writeFileSync } from "node:fs"

interface LockEntry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: Array<string>
  cpu?: Array<string>
  libc?: Array<string>
  optionalDependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, LockEntry>
}

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"]
const processors = ["arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "x64"]

/** The platform that a package's name speaks of, e.g. `@oxlint/binding-linux-arm64-musl`. */
const platformOf = (name: string): Pick<LockEntry, "os" | "cpu" | "libc"> => {
  const words = name.split(/[-/]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : os.includes("linux") && words.some((word) => word.startsWith("gnu"))
      ? ["glibc"]
      : []
  return { cpu, os, ...(libc.length === 0 ? {} : { libc }) }
}

const file = new URL("../package-lock.json", import.meta.url)
const lock: Lock = JSON.parse(readFileSync(file, "utf8"))
const added: Array<string> = []

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`node_modules/${name}`, `${path}/node_modules/${name}`]
    if (places.some((place) => place in lock.packages)) continue
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true
    }
    added.push(`${name}@${version}`)
  }
}

if (added.length === 0) {
  console.log("package-lock.json is complete.")
} else if (process.argv.includes("--check")) {
  console.error(`package-lock.json lacks ${added.join(", ")}. Run: npm run lock`)
  process.exitCode = 1
} else {
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  )
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`Added ${added.length} entries: ${added.join(", ")}`)
}
