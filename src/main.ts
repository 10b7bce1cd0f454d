#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=40
/**
 * Entry point of the command line.
 *
 * Only what `--help` needs is loaded here; each command loads its own work when it runs. The compile
 * cache of Node keeps the start under half a second of processor time.
 *
 * The two flags keep the engine from letting garbage grow to twice what is in use: a large import needs a
 * third less memory, for some per cent of processor time.
 */
import { enableCompileCache } from "node:module"

enableCompileCache()

// npm runs scripts in the package's folder; a person means the folder they stand in.
if (process.env["npm_lifecycle_event"] !== undefined && process.env["INIT_CWD"] !== undefined) {
  process.chdir(process.env["INIT_CWD"])
}

const { main } = await import("./cli/main.ts")
main()
