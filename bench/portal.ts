/**
 * Answers of the portal under load: a store of many statements, 50 readers at once, server and readers on the
 * same machine.
 *
 * Prints one line of JSON for each kind of page: requests a second, milliseconds of the 50th and 99th
 * percentile, bytes of the largest answer; `kept` pages were asked for before, `new` ones were not. Then the
 * server's greatest memory, and the seconds that preparing the digest took in its own process.
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
import { InitiativeId, IsoDate, OutputId, StatementId } from "../src/domain/index.ts"
import { Initiatives, Outputs, Statements, Store, storeFileName } from "../src/store/index.ts"
import { sampleInput } from "../test/export/sample.ts"

const total = Number(process.argv[2] ?? 100_000)
const seconds = Number(process.argv[3] ?? 8)
const wanted = new RegExp(process.argv[4] ?? "")
const keptFolder = process.argv[5]
const initiativeCount = 400
const perOutput = 40
const readers = 50

const hex = (number: number): string => number.toString(16).padStart(16, "0")

const input = sampleInput()
const issues = [...new Set(input.statements.flatMap((own) => own.issues.map(({ id }) => id)))]
const words = [
  ...new Set(
    input.statements.flatMap(({ text }) => text.split(/[^\p{L}]+/u).filter((word) => word.length > 3))
  )
]
const initiatives = Array.from({ length: initiativeCount }, (_, index) => {
  const own = input.initiatives[index % input.initiatives.length]
  if (own === undefined) throw new Error("the sample has initiatives")
  return { ...own, id: InitiativeId.make(`${own.id}-${index}`), name: `${own.name} ${index}` }
})

/** The sample multiplied, spread over six years, half of it inside the window of the newest meeting. */
const fill = Effect.gen(function* () {
  yield* (yield* Initiatives).upsert(initiatives)
  const outputs = yield* Outputs
  const statements = yield* Statements
  const store = yield* Store
  const [model] = input.outputs
  if (model === undefined) throw new Error("the sample has outputs")
  for (let first = 0, number = 0; first < total; first += perOutput, number++) {
    const initiative = initiatives[number % initiatives.length]
    if (initiative === undefined) throw new Error("there are initiatives")
    const id = OutputId.make(`o-${hex(number)}`)
    const month = String((number % 12) + 1).padStart(2, "0")
    const date =
      number % 2 === 0
        ? `2025-${String(7 + (number % 6)).padStart(2, "0")}-15`
        : `${2019 + (number % 6)}-${month}-11`
    yield* store.transaction(
      Effect.gen(function* () {
        yield* outputs.upsert({
          ...model,
          id,
          initiativeId: initiative.id,
          sourceId: null,
          url: `https://igf.norvia.example/${number}`,
          title: `Messages ${number}`,
          kind: "messages",
          publishedAt: IsoDate.make(date),
          sameAs: null
        })
        yield* statements.replaceForOutput(
          id,
          Array.from({ length: Math.min(perOutput, total - first) }, (_, ordinal) => {
            const own = input.statements[(first + ordinal) % input.statements.length]
            if (own === undefined) throw new Error("the sample has statements")
            return {
              ...own,
              id: StatementId.make(`s-${hex(first + ordinal)}`),
              outputId: id,
              initiativeId: initiative.id,
              ordinal,
              text: `${own.text} (${first + ordinal})`,
              clusterId: null,
              duplicateOf: null
            }
          })
        )
      })
    )
  }
})

/**
 * Each request takes the next path. The tool would prepare a list of requests for every reader before the first
 * answer is read, and count those as timed out that came while it was at it.
 */
const load = (url: string, paths: ReadonlyArray<string>, duration: number) => {
  let next = 0
  return autocannon({
    url,
    connections: readers,
    duration,
    requests: [
      {
        method: "GET",
        setupRequest: (request) => ({ ...request, path: paths[next++ % paths.length] ?? "/" })
      }
    ],
    headers: { "accept-encoding": "gzip" }
  })
}

const memory = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024)

const directory = keptFolder ?? mkdtempSync(join(tmpdir(), "tributary-bench-"))
try {
  const filling = performance.now()
  if (!existsSync(join(directory, storeFileName))) {
    await Effect.runPromise(Effect.provide(fill, Store.layer({ directory })))
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
      [1, 2, 3].map((page) => `/en/initiatives/${id}?page=${page}`)
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
    if (kind.endsWith("kept")) await load(url, shuffled, 2)
    const result = await load(url, shuffled, seconds)
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
