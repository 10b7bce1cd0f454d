/**
 * One PostgreSQL server for a whole run of the tests, started when a test first asks and stopped at the end.
 *
 * Tests run in processes of their own, so they ask over loopback, at the port that is provided to them.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:http"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** Port on loopback that answers with the server's URL and the name of the template, as JSON. */
    readonly postgresPort: number
  }
}

/** Starts the supervisor and waits for its line. */
const start = (): { readonly process: ChildProcess; readonly line: Promise<string> } => {
  const child = spawn(process.execPath, [new URL("supervisor.ts", import.meta.url).pathname], {
    stdio: ["pipe", "pipe", "inherit"]
  })
  const line = new Promise<string>((resolve, reject) => {
    let text = ""
    child.stdout.on("data", (chunk) => {
      text += String(chunk)
      if (text.includes("\n")) resolve(text)
    })
    child.once("exit", () => reject(new Error("PostgreSQL could not be started: see above.")))
  })
  return { process: child, line }
}

export default async function setup(project: TestProject) {
  let server: ReturnType<typeof start> | undefined
  const starter = createServer((_, response) => {
    server ??= start()
    server.line.then(
      (line) => response.end(line),
      (error: unknown) => response.writeHead(500).end(String(error))
    )
  })
  await new Promise<void>((resolve) => starter.listen(0, "127.0.0.1", resolve))
  const address = starter.address()
  project.provide("postgresPort", typeof address === "object" && address !== null ? address.port : 0)
  return async () => {
    starter.closeAllConnections()
    starter.close()
    const child = server?.process
    if (child === undefined || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once("exit", resolve))
    child.stdin?.end()
    await ended
  }
}
