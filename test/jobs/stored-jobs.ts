/** A store in a folder of its own with everything that jobs need, for one process or several. */
import { ConfigProvider, Effect, Layer, Schema } from "effect"
import type { Job, JobFailed } from "../../src/jobs/job/job.ts"
import { defaultJobsConfig, layerOf } from "../../src/jobs/scheduled.ts"
import { JobName, type JobSummary } from "../../src/domain/index.ts"
import { CurrentProcess, type ProcessName, Store, type StoreOptions } from "../../src/store/index.ts"

/** Jobs over a store, or that of the folder, as the named process (this one when none is given). */
export const jobServices = (place: string | StoreOptions, process?: ProcessName) => {
  const options = typeof place === "string" ? { directory: place } : place
  const services = layerOf("directory" in options ? options.directory : ".", defaultJobsConfig).pipe(
    Layer.provideMerge(Store.layer(options)),
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown({})))
  )
  return process === undefined
    ? services
    : services.pipe(Layer.provide(Layer.succeed(CurrentProcess, process)))
}

/** A job that does these steps one after the other. */
export const jobOf = (
  name: string,
  steps: Readonly<Record<string, Effect.Effect<void, JobFailed>>>
): Job => ({
  name: JobName.make(name),
  description: "is invented",
  expression: "17 * * * *",
  changesStore: false,
  run: ({ step }) =>
    Effect.forEach(Object.entries(steps), ([name, work]) => step(name, Schema.Void, work), {
      discard: true
    }).pipe(Effect.as<JobSummary>({ sentence: "Done.", counts: {}, problems: [] }))
})
