/**
 * A process that keeps the program loaded and runs one command after another, each as a process of its own would:
 * with arguments, variables, folder and input of its own, and with what it printed and its exit status as the
 * answer. Started by `command.ts`; ends with the process that started it.
 */
import { PassThrough } from "node:stream"
import { ConfigProvider, Effect, Runtime, Schema } from "effect"
import { program } from "../../src/cli/main.ts"

const Order = Schema.Struct({
  args: Schema.Array(Schema.String),
  cwd: Schema.String,
  env: Schema.Record(Schema.String, Schema.String),
  input: Schema.String
})
const decodeOrder = Schema.decodeUnknownSync(Order)

/** Everything that is written to the stream, until it is given back. */
const kept = (stream: NodeJS.WriteStream) => {
  const write = stream.write.bind(stream)
  let text = ""
  stream.write = (chunk: Uint8Array | string, ...more: ReadonlyArray<unknown>) => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8")
    const done = more.at(-1)
    if (typeof done === "function") queueMicrotask(() => done())
    return true
  }
  return () => {
    stream.write = write
    return text
  }
}

const run = async ({ args, cwd, env, input }: typeof Order.Type) => {
  process.chdir(cwd)
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
  process.argv.splice(2, Infinity, ...args)
  const stdin = new PassThrough()
  stdin.end(input)
  Object.defineProperty(process, "stdin", { configurable: true, value: stdin })
  const [stdout, stderr] = [kept(process.stdout), kept(process.stderr)]
  const exit = await Effect.runPromiseExit(
    Effect.provide(program, ConfigProvider.layer(ConfigProvider.fromEnv({ env })))
  )
  let status = 0
  Runtime.defaultTeardown(exit, (code) => (status = code))
  return { status, stdout: stdout(), stderr: stderr() }
}

process.on("message", (order) => {
  void run(decodeOrder(order)).then((ran) => process.send?.(ran))
})
process.on("disconnect", () => process.exit(0))
