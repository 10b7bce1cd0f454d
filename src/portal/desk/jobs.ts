/** Jobs and their runs: what runs by itself, the history, how far a run is while it runs, and stopping it. */
import { Clock, Effect, Layer, Option, Schema, Stream } from "effect"
import { minuteOf } from "../../domain/instants.ts"
import { HttpServerResponse } from "effect/http"
import { JobName, type JobRun, JobRunId } from "../../domain/index.ts"
import { markup, type Value } from "../../export/html/html.ts"
import { giveUp } from "../../jobs/durable/start.ts"
import { loadJobsConfig } from "../../jobs/config.ts"
import { jobNamed } from "../../jobs/job/list.ts"
import { RunProgress, type RunProgressEvent } from "../../jobs/run-progress.ts"
import { timesOf } from "../../jobs/scheduler/times.ts"
import { Audit, JobRuns } from "../../store/index.ts"
import { badRequest, notFound, PageFailure } from "../failure.ts"
import { form, select, submit } from "../form.ts"
import { may } from "../person.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { action, type Fields, page, param } from "../route.ts"
import { PortalSettings } from "../settings.ts"
import { table } from "../table.ts"
import { Errands, NotBegun } from "./errands.ts"
import {
  actionsHead,
  actorOf,
  deskPage,
  editors,
  factList,
  notice,
  readers,
  reported,
  timeOf,
  wordsOf
} from "./frame.ts"
import { errandJobs } from "./order.ts"
import { progressOf, resultOf, stateOf, tookOf } from "./run-words.ts"
import { countText, jobText } from "./told/index.ts"

const shownRuns = 50

/** Whether a person may start and stop runs of a job: editors those that their work needs, admins all. */
const mayRun = (request: PortalRequest, job: JobName): boolean => {
  const ofEditors: ReadonlyArray<JobName> = Object.values(errandJobs)
  return may(request.person, ofEditors.includes(job) ? "editor" : "admin")
}

const forbidden = new PageFailure({ status: 403, message: "" })

const jobTable = Effect.fnUntraced(function* (request: PortalRequest) {
  const words = wordsOf(request)
  const { dataDirectory } = yield* PortalSettings
  const config = yield* loadJobsConfig(dataDirectory, null)
  const at = yield* Clock.currentTimeMillis
  const runs = yield* JobRuns
  const rows = yield* Effect.forEach(config.jobs, ({ expression, job }) =>
    Effect.gen(function* () {
      const [last] = yield* runs.list({ job: job.name, limit: 1 })
      const next = expression === null ? null : (yield* timesOf(expression, config.timeZone)).next(at)
      return [
        job.name,
        jobText(request, job),
        next === null ? words.text("off") : timeOf(request, next),
        last === undefined
          ? words.text("never")
          : markup`<a href="${request.href(`/desk/jobs/${last.id}`)}">${timeOf(request, last.startedAt)}</a> ${stateOf(request, last)}`,
        mayRun(request, job.name)
          ? form(
              request,
              { action: "/desk/jobs/start" },
              markup`<input type="hidden" name="job" value="${job.name}" /><button
                  class="quiet"
                  aria-label="${request.m.text("labelled", { label: words.text("start"), text: job.name })}"
                >${words.text("start")}</button>`
            )
          : ""
      ]
    })
  )
  return table(
    words.text("jobs"),
    [words.text("job"), words.text("does"), words.text("times"), words.text("lastRun"), actionsHead(request)],
    rows
  )
})

const isJobName = Schema.is(JobName)

const listPage = Effect.fnUntraced(function* (request: PortalRequest, problem: Value = "") {
  const words = wordsOf(request)
  const runs = yield* JobRuns
  const wish = request.query.get("job")
  const filter = isJobName(wish) ? { job: wish } : {}
  const all = yield* runs.list({ ...filter, limit: shownRuns })
  const names = [...new Set((yield* runs.list({ limit: 500 })).map(({ job }) => job))].toSorted()
  return deskPage(request, {
    part: "/desk/jobs",
    title: words.text("jobs"),
    status: problem === "" ? 200 : 422,
    crumbs: [],
    body: markup`${problem === "" ? "" : notice(problem, true)}
      <p class="lead">${words.text("jobsLead")}</p>
      ${yield* jobTable(request)}
      <h2>${words.text("history")}</h2>
      <form class="inline" method="get" action="${request.href("/desk/jobs")}">
        ${select(request, {
          name: "job",
          label: words.text("job"),
          value: wish ?? "",
          empty: words.text("all"),
          choices: names.map((name) => ({ value: name, label: name }))
        })}
        ${submit(words.text("narrow"), "quiet")}
      </form>
      ${
        all.length === 0
          ? markup`<p>${words.text("noRuns")}</p>`
          : table(
              words.text("history"),
              [
                words.text("run"),
                words.text("when"),
                words.text("why"),
                words.text("took"),
                words.text("state"),
                words.text("result")
              ],
              all.map((run) => [
                markup`<a href="${request.href(`/desk/jobs/${run.id}`)}">${run.job}</a>`,
                timeOf(request, run.startedAt),
                words.text(`trigger_${run.trigger}`),
                tookOf(request, run),
                stateOf(request, run),
                resultOf(request, run)
              ])
            )
      }`
  })
})

const list = page("/desk/jobs", (request) => listPage(request), readers)

const find = Effect.fnUntraced(function* (request: PortalRequest) {
  const id = yield* param(request, "run", JobRunId)
  const run = Option.getOrUndefined(yield* (yield* JobRuns).get(id))
  return run === undefined ? yield* notFound() : run
})

/** How far a run is: for scripts an address that tells it, for others a link that looks again. */
const live = (request: PortalRequest, run: JobRun): Value => {
  const words = wordsOf(request)
  const path = `/desk/jobs/${run.id}`
  const reloads = request.query.get("reload") !== null
  return markup`<div class="live" data-events="${request.href(`${path}/events`)}">
    <p><progress aria-label="${words.text("state")}"${run.total === 0 ? "" : markup` max="${run.total}" value="${run.done}"`}></progress></p>
    <p class="far" role="status">${progressOf(request, run)}</p>
    <p class="meta now"><bdi>${run.now}</bdi></p>
    <p class="without">
      <a href="${request.href(path)}">${words.text("lookAgain")}</a> ·
      <a href="${request.href(path, { reload: reloads ? null : "1" })}">${words.text(reloads ? "stopReload" : "reloadItself")}</a>
    </p>
  </div>`
}

/** Runs that are about the digest. */
const ofDigest: ReadonlySet<JobName> = new Set([errandJobs.compare, errandJobs.freeze, errandJobs.verify])

/** Where one goes on to when a run is over. */
const goOn = (request: PortalRequest, run: JobRun): Value => {
  const words = wordsOf(request)
  const isOfDigest = ofDigest.has(run.job)
  if (run.finishedAt === null) return ""
  const [path, label] = isOfDigest
    ? (["/desk/digest", "goOnDigest"] as const)
    : (["/desk/sources", "goOnSources"] as const)
  return isOfDigest || run.job === errandJobs.import
    ? markup`<p><a href="${request.href(path)}">${words.text(label)}</a></p>`
    : ""
}

const report = (request: PortalRequest, { summary }: JobRun): Value => {
  const words = wordsOf(request)
  if (summary === null) return ""
  const { counts, problems } = summary
  return markup`${
    problems.length === 0
      ? ""
      : markup`<h2>${words.text("toActOn", { count: problems.length })}</h2>
          <ul>
            ${problems.map((problem) => markup`<li>${reported(request, problem)}</li>`)}
          </ul>`
  }
  ${
    Object.keys(counts).length === 0
      ? ""
      : markup`<h2>${words.text("figures")}</h2>
          <dl class="facts">
            ${Object.entries(counts).map(
              ([name, count]) =>
                markup`<div><dt>${countText(request, name)}</dt><dd>${request.m.number(count)}</dd></div>`
            )}
          </dl>`
  }`
}

const own = page(
  "/desk/jobs/:run",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const words = wordsOf(request)
    const run = yield* find(request)
    const atWork = yield* (yield* JobRuns).isAtWork(run)
    const facts: ReadonlyArray<readonly [string, Value]> = [
      [words.text("state"), stateOf(request, run)],
      [words.text("when"), timeOf(request, run.startedAt)],
      [words.text("why"), words.text(`trigger_${run.trigger}`)],
      ...(run.finishedAt === null ? [] : [[words.text("took"), tookOf(request, run)] as const])
    ]
    const canStop = run.finishedAt === null && !run.cancelRequested && mayRun(request, run.job)
    return deskPage(request, {
      part: "/desk/jobs",
      title: run.job,
      crumbs: [{ href: request.href("/desk/jobs"), label: words.text("jobs") }],
      ...(atWork && request.query.get("reload") !== null ? { headers: { refresh: "5" } } : {}),
      body: markup`${
        run.finishedAt === null
          ? atWork
            ? live(request, run)
            : markup`<p>${progressOf(request, run)}</p>${run.state === "running" ? notice(words.text("lost", { at: minuteOf(run.heartbeatAt) }), true) : ""}`
          : markup`<p class="lead">${resultOf(request, run)}</p>`
      }
        ${run.cancelRequested && run.finishedAt === null ? notice(words.text("cancelAsked")) : ""}
        ${
          canStop
            ? form(
                request,
                { action: "/desk/jobs/cancel" },
                markup`<input type="hidden" name="run" value="${run.id}" />${submit(words.text("cancel"), "danger")}`
              )
            : ""
        }
        ${goOn(request, run)}
        ${factList(facts)}
        ${report(request, run)}`
    })
  }),
  readers
)

/** An event of the stream (HTML, server-sent events). */
const eventText = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

const progressEvent =
  (request: PortalRequest) =>
  ({ done, failures, now, of }: RunProgressEvent): string =>
    eventText("progress", { done, of, now, far: progressOf(request, { done, failures, total: of }) })

const events = page(
  "/desk/jobs/:run/events",
  Effect.fnUntraced(function* (request: PortalRequest) {
    const run = yield* find(request)
    const progress = yield* RunProgress
    const told = progress.watch(run.id).pipe(
      Stream.map(progressEvent(request)),
      Stream.concat(Stream.make(eventText("over", {}))),
      // A browser whose stream breaks off asks again by itself.
      Stream.catchCause(() => Stream.empty),
      Stream.encodeText
    )
    return HttpServerResponse.stream(told, {
      contentType: "text/event-stream; charset=utf-8",
      headers: { "cache-control": "no-store", "x-accel-buffering": "no" }
    })
  }),
  readers
)

const start = action(
  "/desk/jobs/start",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const words = wordsOf(request)
    const job = jobNamed(fields.get("job") ?? "")
    if (job === undefined) return yield* badRequest("")
    if (!mayRun(request, job.name)) return yield* forbidden
    const by = yield* actorOf(request)
    return yield* (yield* Errands).send({ what: "job", job: job.name }, by).pipe(
      Effect.tap((run) =>
        Effect.flatMap(Audit, (audit) =>
          audit.record({ by, action: "job.start", thing: `job:${job.name}`, after: { run } })
        )
      ),
      Effect.map((run) => redirect(request.href(`/desk/jobs/${run}`))),
      Effect.catchIf(
        (error): error is NotBegun => error instanceof NotBegun,
        ({ message }) => listPage(request, words.parts("notBegun", { reason: reported(request, message) }))
      )
    )
  }),
  editors
)

const isRunId = Schema.is(JobRunId)

const cancel = action(
  "/desk/jobs/cancel",
  Effect.fnUntraced(function* (request: PortalRequest, fields: Fields) {
    const id = fields.get("run")
    if (!isRunId(id)) return yield* badRequest("")
    const runs = yield* JobRuns
    const run = Option.getOrUndefined(yield* runs.get(id))
    if (run === undefined) return yield* notFound()
    if (!mayRun(request, run.job)) return yield* forbidden
    const by = yield* actorOf(request)
    if (run.finishedAt === null) {
      yield* runs.requestCancel(id)
      yield* (yield* Audit).record({ by, action: "job.cancel", thing: `run:${id}` })
      if (!(yield* runs.isAtWork(run))) yield* giveUp(run, "cancelled")
    }
    return redirect(request.href(`/desk/jobs/${id}`))
  }),
  editors
)

export const jobs = Layer.mergeAll(list, own, events, start, cancel).pipe(Layer.provide(RunProgress.layer))
