/**
 * Answers of the portal under load: a store of many statements, 50 readers at once, server and readers on the
 * same machine.
 *
 * Prints one line of JSON for each kind of page: requests a second, milliseconds of the 50th and 99th
 * percentile, bytes of the largest answer; `kept` pages were asked for before, `new` ones were not. Each kind is
 * measured after two seconds of the same load, of other pages where they are to be new. Then the server's greatest
 * memory, and the seconds that preparing the digest took in its own process.
 *
 * Usage: node bench/portal.ts [number of statements, 100000 if not given] [seconds for each, 8 if not given]
 *   [kinds of pages, a regular expression] [folder that keeps the store for the next time]
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import autocannon from "autocannon"
import { Effect } from "effect"
import { Store, storeFileName } from "../src/store/index.ts"
import { fillStore, hex, initiatives, issues, words } from "./filled-store.ts"

const total = Number(process.argv[2] ?? 100_000)
const seconds = Number(process.argv[3] ?? 8)
const wanted = new RegExp(process.argv[4] ?? "")
const keptFolder = process.argv[5]
const readers = 50

/** Gives one path after the other, and begins anew after the last. */
const inTurn = (paths: ReadonlyArray<string>) => {
  let next = 0
  return () => paths[next++ % paths.length] ?? "/"
}

/**
 * Each request takes the next path. The tool would prepare a list of requests for every reader before the first
 * answer is read, and count those as timed out that came while it was at it.
 */
const load = (url: string, nextPath: () => string, duration: number) =>
  autocannon({
    url,
    connections: readers,
    duration,
    requests: [
      {
        method: "GET",
        setupRequest: (request) => ({ ...request, path: nextPath() })
      }
    ],
    headers: { "accept-encoding": "gzip" }
  })

const memory = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024)

const directory = keptFolder ?? mkdtempSync(join(tmpdir(), "tributary-bench-"))
try {
  const filling = performance.now()
  if (!existsSync(join(directory, storeFileName))) {
    await Effect.runPromise(Effect.provide(fillStore(total), Store.layer({ directory })))
  }
  console.log(
    JSON.stringify({ statements: total, secondsToFill: Math.round((performance.now() - filling) / 1000) })
  )

  const program = fileURLToPath(new URL("../src/main.ts", import.meta.url))
  const server = spawn(
    process.execPath,
    [
      "--max-semi-space-size=8",
      "--heap-growing-percent=40",
      program,
      "serve",
      "--port",
      "0",
      "--data",
      directory
    ],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  const url = await new Promise<string>((resolve) => {
    server.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\S+/.exec(chunk.toString())?.[0]
      if (found !== undefined) resolve(found)
    })
  })

  const preparing = performance.now()
  for (;;) {
    const response = await fetch(new URL("en/digest/preview", url))
    await response.text()
    if (response.status === 200) break
  }
  console.log(
    JSON.stringify({ secondsToPrepareDigest: Math.round((performance.now() - preparing) / 100) / 10 })
  )

  const digestPaths = [
    "",
    "/issues",
    "/coverage",
    "/lenses",
    "/matrix",
    ...issues.map((id) => `/issues/${id}`)
  ]
  const kinds: Readonly<Record<string, ReadonlyArray<string>>> = {
    "issue, new": issues.flatMap((id) =>
      Array.from({ length: 200 }, (_, page) => `/en/issues/${id}?page=${page + 1}&new=${page}`)
    ),
    "issue, kept": issues.map((id) => `/en/issues/${id}`),
    "search, new": words.flatMap((word) =>
      ["", "&year=2025", "&group=GRULAC", "&type=youth&language=en", "&page=9"].flatMap((more) =>
        ["en", "fr", "ar", "zh"].map((lang) => `/${lang}/search?q=${encodeURIComponent(word)}${more}`)
      )
    ),
    "search, kept": words.slice(0, 50).map((word) => `/en/search?q=${encodeURIComponent(word)}`),
    "initiative, new": initiatives.flatMap(({ id }) =>
      Array.from({ length: 30 }, (_, page) => `/en/initiatives/${id}?page=${(page % 3) + 1}&new=${page}`)
    ),
    "statement, new": Array.from(
      { length: 20_000 },
      (_, index) => `/en/statements/s-${hex((index * 7919) % total)}`
    ),
    "digest, kept": digestPaths.map((path) => `/en/digest/preview${path}`)
  }
  for (const [kind, paths] of Object.entries(kinds)) {
    if (!wanted.test(kind)) continue
    const shuffled = paths.toSorted(() => Math.random() - 0.5)
    const nextPath = inTurn(shuffled)
    // Asks for what is to be kept, and lets the engine compile what makes pages; the readers measured come anew.
    await load(url, nextPath, 2)
    const result = await load(url, nextPath, seconds)
    let largest = 0
    for (const path of shuffled.slice(0, 60)) {
      const response = await fetch(new URL(path.slice(1), url))
      largest = Math.max(largest, (await response.arrayBuffer()).byteLength)
    }
    console.log(
      JSON.stringify({
        page: kind,
        requestsPerSecond: Math.round(result.requests.average),
        p50: result.latency.p50,
        p99: result.latency.p99,
        slowest: result.latency.max,
        cutConnections: result.errors - result.timeouts,
        timeouts: result.timeouts,
        otherStatuses: Object.fromEntries(
          Object.entries(result.statusCodeStats ?? {}).filter(([status]) => !status.startsWith("2"))
        ),
        largestBytes: largest,
        memoryMB: memory(server.pid ?? 0)
      })
    )
  }
  server.kill("SIGTERM")
} finally {
  if (keptFolder === undefined) rmSync(directory, { recursive: true, force: true })
}
