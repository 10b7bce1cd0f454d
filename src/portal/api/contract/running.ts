/** Operations about imports and jobs, for whoever runs Tributary. */
import { Schema } from "effect"
import { InitiativeId, JobName, JobRunId, JobState, RunId } from "../../../domain/index.ts"
import { Authorization } from "../access.ts"
import { pageOf, pageQuery } from "../paging.ts"
import { Conflict, NotFound } from "../problem.ts"
import { about, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./define.ts"
import { Begun, Job, JobRun, Run, Visit } from "./terms.ts"

export const runs = HttpApiGroup.make("runs")
  .add(
    HttpApiEndpoint.get("list", "/runs", { query: pageQuery, success: pageOf("Run", Run) }).annotateMerge(
      about({
        fromStore: true,
        summary: "List imports",
        description: "The newest first.",
        scope: "read",
        example: { path: "/runs" }
      })
    ),
    HttpApiEndpoint.get("get", "/runs/:run", {
      params: { run: RunId },
      success: Run,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get an import",
        scope: "read",
        example: { path: "/runs/run-20260205T060000Z-1f9c" }
      })
    ),
    HttpApiEndpoint.get("visits", "/visits", {
      query: {
        ...pageQuery,
        run: Schema.optionalKey(RunId),
        initiative: Schema.optionalKey(InitiativeId)
      },
      success: pageOf("Visit", Visit)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List visits",
        description: "Every request that was made, in the order in which they were recorded.",
        scope: "read",
        example: { path: "/visits?initiative=kenya-igf" }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(
    OpenApi.annotations({ title: "Runs", description: "Imports, and every request made in them." })
  )

export const jobs = HttpApiGroup.make("jobs")
  .add(
    HttpApiEndpoint.get("list", "/jobs", { success: Schema.Array(Job) }).annotateMerge(
      about({ summary: "List jobs", scope: "read", example: { path: "/jobs" } })
    ),
    HttpApiEndpoint.get("runs", "/job-runs", {
      query: { ...pageQuery, job: Schema.optionalKey(JobName), state: Schema.optionalKey(JobState) },
      success: pageOf("JobRun", JobRun)
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "List runs of jobs",
        description: "The newest first.",
        scope: "read",
        example: { path: "/job-runs?job=import" }
      })
    ),
    HttpApiEndpoint.get("run", "/job-runs/:run", {
      params: { run: JobRunId },
      success: JobRun,
      error: NotFound
    }).annotateMerge(
      about({
        fromStore: true,
        summary: "Get a run of a job",
        description: "Ask again to see how far it is.",
        scope: "read",
        example: { path: "/job-runs/import@2026-02-05T06:17:00Z" }
      })
    ),
    HttpApiEndpoint.post("start", "/jobs/:job/runs", {
      params: { job: JobName },
      success: Begun,
      error: [NotFound, Conflict]
    }).annotateMerge(
      about({
        summary: "Run a job now",
        description: "Jobs other than `import` and `freeze` need the scope `manage` too.",
        scope: "review",
        example: { path: "/jobs/import/runs" }
      })
    ),
    HttpApiEndpoint.post("cancel", "/job-runs/:run/cancel", {
      params: { run: JobRunId },
      success: JobRun.pipe(HttpApiSchema.status(202)),
      error: NotFound
    }).annotateMerge(
      about({
        summary: "Stop a run",
        description:
          "In whichever process it is; what was complete is kept. Jobs other than `import` and `freeze` need the scope `manage` too.",
        scope: "review",
        example: { path: "/job-runs/import@2026-02-05T06:17:00Z/cancel" }
      })
    )
  )
  .middleware(Authorization)
  .annotateMerge(
    OpenApi.annotations({ title: "Jobs", description: "What runs by itself, and what came of it." })
  )
