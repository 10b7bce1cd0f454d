/** Finds an address for a worker on this machine. */
import { createServer } from "node:net"
import { Effect, Schema } from "effect"

/** A worker cannot listen where it was told to. */
export class WorkerAddressError extends Schema.TaggedError<WorkerAddressError>()("WorkerAddressError", {
  message: Schema.String
}) {}

/** The port if it is free on the host, or any free one for 0. */
export const listenable = (host: string, port: number): Effect.Effect<number, WorkerAddressError> =>
  Effect.callback((resume) => {
    const server = createServer()
    server.once("error", (error) => {
      const why = "code" in error && error.code === "EADDRINUSE" ? "is taken" : "is none of this machine's"
      resume(
        Effect.fail(
          new WorkerAddressError({
            message: `A worker cannot listen on ${host}, port ${port}, which ${why}: name another with --host and --port (0 for any free port).`
          })
        )
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() =>
        resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : port))
      )
    })
  })
