/** Sending a report: the form, what is said of a file that is not taken, and how a file was read. */
import { Effect, Fiber, Layer, Option, Schema, type Scope } from "effect"
import { acknowledgement } from "../../form/index.ts"
import { digestLanguages, IsoDate, LanguageTag, type Upload, UploadId } from "../../domain/index.ts"
import { locales } from "../../domain/languages.ts"
import { langDir, markup } from "../../export/html/html.ts"
import type { Html } from "../../export/html/html.ts"
import {
  largestUpload,
  readUpload,
  receiveUpload,
  receiving,
  senderOf,
  takenEndings,
  type UploadRefusal
} from "../../jobs/organisers/index.ts"
import { now, Outputs, Statements, Uploads } from "../../store/index.ts"
import { notFound, PageFailure } from "../failure.ts"
import { field, problemList, type Problems, select, submit } from "../form.ts"
import type { Page } from "../page.ts"
import type { PortalRequest } from "../request.ts"
import { redirect } from "../respond.ts"
import { checkToken, param, upload as uploadRoute } from "../route.ts"
import { readForm, type UnreadableForm } from "./multipart.ts"
import { readFacts, readStatements } from "./readings.ts"
import {
  checkSeal,
  organiserCrumbs,
  type Organiser,
  organiserOf,
  organiserPage,
  privatePage,
  sealedForm
} from "./session.ts"
import { organiserWords } from "./words/index.ts"

/** Uploads that are shown. */
const shown = 50

/** Statements of a file that are shown at once; all stand on the page of the document. */
const firstStatements = 20

const megabytes = largestUpload / 1024 / 1024

const refusalWords = {
  empty: "refusedEmpty",
  "too-large": "refusedLarge",
  archive: "refusedArchive",
  "old-word": "refusedOldWord",
  rtf: "refusedRtf",
  macros: "refusedMacros",
  "two-in-one": "refusedTwo",
  "other-kind": "refusedOther",
  "not-a-document": "refusedKind"
} as const satisfies Readonly<Record<UploadRefusal, string>>

/** The sentence for a file that is not taken. */
export const refusalSentence = (request: Pick<PortalRequest, "lang">, refusal: UploadRefusal): string => {
  const words = organiserWords.in(request.lang)
  const key = refusalWords[refusal]
  return key === "refusedLarge" ? words.text(key, { size: megabytes }) : words.text(key)
}

/** The sentence for a file that was kept and could not be read; `problem` begins with the reason. */
export const problemSentence = (request: Pick<PortalRequest, "lang">, problem: string): string => {
  const words = organiserWords.in(request.lang)
  switch (problem.split(":", 1)[0]) {
    case "broken":
      return words.text("refusedBroken")
    case "password":
      return words.text("refusedPassword")
    case "needs-ocr":
      return words.text("refusedScan")
    case "too-slow":
      return words.text("refusedSlow")
    case "empty":
      return words.text("refusedNoText")
    case "too-large":
      return words.text("refusedLarge", { size: megabytes })
    default:
      return words.text("refusedKind")
  }
}

/** The names of the form's own languages, and what else documents are often written in. */
const languageChoices = (request: PortalRequest) =>
  [
    ...digestLanguages,
    "bn",
    "de",
    "fa",
    "hi",
    "id",
    "it",
    "ja",
    "sr",
    "sw",
    "th",
    "tr",
    "uk",
    "ur",
    "vi"
  ].map((tag) => ({ value: tag, label: request.m.language(LanguageTag.make(tag)) }))

/** The reporting form in all languages and formats, as a list of links. */
export const templateLinks = (): Html =>
  markup`<ul>
    ${digestLanguages.map(
      (lang) =>
        markup`<li>
          <span lang="${locales[lang].tag}" dir="${locales[lang].direction}">${locales[lang].own}</span>:
          <a href="/report-form/${lang}/docx" download>DOCX</a> ·
          <a href="/report-form/${lang}/html" download>HTML</a> ·
          <a href="/report-form/${lang}/md" download>Markdown</a>
        </li>`
    )}
  </ul>`

const formPage = Effect.fnUntraced(function* (
  request: PortalRequest,
  organiser: Organiser,
  problems: Problems = {},
  given: URLSearchParams = new URLSearchParams(),
  status = 422
) {
  const words = organiserWords.in(request.lang)
  const earlier = (yield* (yield* Uploads).list({
    initiativeId: organiser.initiative.id,
    limit: shown
  })).filter(({ outputId }) => outputId !== null)
  const wrong = problems["file"]
  return {
    ...privatePage,
    title: words.text("uploadTitle"),
    section: "/take-part",
    crumbs: organiserCrumbs(request),
    status: Object.keys(problems).length === 0 ? 200 : status,
    body: markup`<p class="lead">${words.text("uploadLead")}</p>
      ${problemList(request, problems)}
      ${sealedForm(
        request,
        organiser,
        { action: "/organisers/upload", files: true, id: "upload" },
        markup`<div class="${wrong === undefined ? "field" : "field wrong"}">
            <label for="file">${words.text("file")}</label>
            <p class="help" id="file-help">${words.text("fileHelp", { size: megabytes })}</p>
            ${wrong === undefined ? "" : markup`<p class="problem" id="file-problem">${wrong}</p>`}
            <input
              type="file"
              id="file"
              name="file"
              required
              accept="${takenEndings.join(",")}"
              aria-describedby="${wrong === undefined ? "file-help" : "file-help file-problem"}"
              data-most="${largestUpload}"
              data-too-large="${words.text("refusedLarge", { size: megabytes })}"
              data-empty="${words.text("refusedEmpty")}"
            />
          </div>
          ${field(request, {
            name: "date",
            label: words.text("date"),
            help: words.text("optionalHelp"),
            type: "date",
            value: given.get("date") ?? "",
            problems
          })}
          <details>
            <summary>${words.text("fileTitle")}${request.m.text("comma")}${words.text("language")}</summary>
            ${field(request, {
              name: "title",
              label: words.text("fileTitle"),
              help: words.text("optionalHelp"),
              value: given.get("title") ?? "",
              maxLength: 300,
              dir: "auto",
              problems
            })}
            ${select(request, {
              name: "language",
              label: words.text("language"),
              value: given.get("language") ?? "",
              empty: "–",
              choices: languageChoices(request)
            })}
          </details>
            ${
              earlier.length === 0
                ? ""
                : select(request, {
                    name: "replaces",
                    label: words.text("replaces"),
                    help: words.text("replacesHelp"),
                    value: given.get("replaces") ?? "",
                    empty: words.text("replacesNone"),
                    choices: earlier.map(({ at, fileName, id }) => ({
                      value: id,
                      label: `${fileName} (${request.m.date(at)})`
                    }))
                  })
            }
          <p>${submit(words.text("send"))}</p>
          <p class="sending" hidden>
            <progress max="100" value="0" aria-label="${words.text("uploadTitle")}"></progress>
            <span role="status" data-sending="${words.text("sending", { percent: "{percent}" })}" data-reading="${words.text("reading")}"></span>
          </p>`
      )}
      <h2 id="templates">${words.text("templates")}</h2>
      <p>${words.text("templatesLead")}</p>
      ${templateLinks()}`
  } satisfies Page
})

const isDate = Schema.is(IsoDate)
const isUploadId = Schema.is(UploadId)
const isLanguage = Schema.is(LanguageTag)

/** The fields beside the file, and what is wrong with them. */
const readFields = (request: PortalRequest, fields: URLSearchParams, today: string) => {
  const words = organiserWords.in(request.lang)
  const date = (fields.get("date") ?? "").trim()
  const problems: Record<string, string> = {}
  const isReal = isDate(date) && new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date
  if (date !== "" && !isReal) problems["date"] = words.text("dateWrong")
  else if (date > today) problems["date"] = words.text("dateFuture")
  const title = (fields.get("title") ?? "")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 300)
  const language = fields.get("language")
  const replaces = fields.get("replaces")
  return {
    problems,
    title: title === "" ? null : title,
    publishedAt: isReal && isDate(date) ? date : null,
    language: isLanguage(language) ? language : null,
    replaces: isUploadId(replaces) ? replaces : null
  }
}

/** Takes a file; `settled` is told when a document was derived. */
const take = Effect.fnUntraced(function* <R>(
  request: PortalRequest,
  organiser: Organiser,
  scope: Scope.Scope,
  settled: Effect.Effect<void, never, R>
) {
  const words = organiserWords.in(request.lang)
  const { fields, file } = yield* readForm(request, largestUpload)
  yield* checkToken(request, fields.get("csrf") ?? "")
  yield* checkSeal(organiser, fields.get("seal"))
  const { problems, ...told } = readFields(request, fields, (yield* now).slice(0, 10))
  const all = file === null ? { file: words.text("fileMissing"), ...problems } : problems
  if (file === null || Object.keys(all).length > 0) return yield* formPage(request, organiser, all, fields)
  const received = yield* receiveUpload(senderOf(organiser.link), { ...file, ...told })
  switch (received._tag) {
    case "Refused":
      return yield* formPage(
        request,
        organiser,
        { file: refusalSentence(request, received.refusal) },
        fields,
        received.refusal === "too-large" ? 413 : 422
      )
    case "TooMany":
      return yield* new PageFailure({
        status: 429,
        message: words.text("tooManyUploads"),
        retryAfter: 3600
      })
    case "Known":
      return redirect(request.href(`/organisers/uploads/${received.upload.id}`, { same: 1 }))
    case "Taken": {
      // It is read to its end even if the reader goes away.
      const reading = yield* readUpload(received.upload, received.reading, file.bytes).pipe(
        Effect.tap(() => settled),
        Effect.tapCause((cause) => Effect.logError("An uploaded file could not be read", cause)),
        Effect.forkIn(scope)
      )
      yield* Fiber.join(reading)
      return redirect(request.href(`/organisers/uploads/${received.upload.id}`))
    }
  }
})

const unreadable = (request: PortalRequest, organiser: Organiser, { reason }: UnreadableForm) =>
  Effect.gen(function* () {
    if (reason === "other-type") return yield* new PageFailure({ status: 415, message: "" })
    if (reason === "broken") return yield* new PageFailure({ status: 400, message: "" })
    const sentence = refusalSentence(request, "too-large")
    return yield* formPage(request, organiser, { file: sentence }, new URLSearchParams(), 413)
  })

const resultPage = organiserPage(
  "/organisers/uploads/:upload",
  Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
    const { m } = request
    const words = organiserWords.in(request.lang)
    const id = yield* param(request, "upload", UploadId)
    const upload = Option.getOrUndefined(yield* (yield* Uploads).get(id))
    if (upload === undefined || upload.initiativeId !== organiser.initiative.id) return yield* notFound()
    const frame = {
      ...privatePage,
      title: words.text("resultTitle"),
      section: "/take-part",
      crumbs: organiserCrumbs(request)
    }
    const head = markup`${
      request.query.get("same") === null
        ? ""
        : markup`<p class="notice" role="status">${words.text("sameFile", { date: m.date(upload.at) })}</p>`
    }
      <p class="lead"><bdi>${upload.fileName}</bdi></p>`
    const more = markup`<p><a href="${request.href("/organisers/upload")}">${words.text("nextUpload")}</a></p>`
    if (upload.problem !== null) {
      return {
        ...frame,
        body: markup`${head}
          <p class="notice">${problemSentence(request, upload.problem)} ${words.text("kept")}</p>
          ${more}`
      } satisfies Page
    }
    const outputs = yield* Outputs
    const output =
      upload.outputId === null ? undefined : Option.getOrUndefined(yield* outputs.get(upload.outputId))
    if (output === undefined) {
      return {
        ...frame,
        headers: { ...privatePage.headers, refresh: "3" },
        body: markup`${head}
          <p class="notice" role="status">${words.text("resultWaiting")}</p>`
      } satisfies Page
    }
    const version = Option.getOrUndefined(yield* outputs.latestVersion(output.id))
    const form = version?.document.form
    const all = yield* (yield* Statements).list({ outputId: output.id })
    const quoted = all.filter(({ kind }) => kind !== "boilerplate")
    return {
      ...frame,
      body: markup`${head}
        <h2 dir="auto"><bdi${langDir(output.language)}>${output.title}</bdi></h2>
        ${yield* readFacts(request, output)}
        ${output.publishedAt === null ? markup`<p class="notice">${words.text("undatedHelp")}</p>` : ""}
        ${form === undefined ? "" : markup`<p class="notice">${acknowledgement(request.lang, form.missing)}</p>`}
        ${(form === undefined ? (version?.document.warnings ?? []) : []).map((warning) => markup`<p class="note" lang="en" dir="ltr">${warning}</p>`)}
        <h3>${words.text("statementCount", { count: quoted.length })}</h3>
        ${all.length === quoted.length ? "" : markup`<p class="note">${words.text("leftOutStatements", { count: all.length - quoted.length })}</p>`}
        ${quoted.length === 0 ? markup`<p>${words.text("noStatements")}</p>` : yield* readStatements(request, quoted.slice(0, firstStatements))}
        ${
          quoted.length > firstStatements
            ? markup`<p>
                <a href="${request.href(`/organisers/outputs/${output.id}`)}"
                  >${m.text("more", { count: quoted.length - firstStatements })}</a
                >
              </p>`
            : ""
        }
        <p>
          <a href="${request.href("/organisers/corrections/new", { about: output.id })}">${words.text("wrong")}</a>
        </p>
        ${more}`
    } satisfies Page
  })
)

const stateOf = (upload: Upload) =>
  upload.problem !== null ? "uploadUnread" : upload.outputId === null ? "uploadWaiting" : "uploadRead"

/** The part of the initiative's page about files. */
export const uploadsPart = Effect.fnUntraced(function* (request: PortalRequest, organiser: Organiser) {
  const { m } = request
  const words = organiserWords.in(request.lang)
  const all = yield* (yield* Uploads).list({ initiativeId: organiser.initiative.id, limit: shown })
  return markup`<h2 id="uploads">${words.text("uploadsTitle")}</h2>
    ${
      all.length === 0
        ? markup`<p>${words.text("noUploads")}</p>`
        : markup`<ul class="outputs">
            ${all.map(
              (upload) =>
                markup`<li>
                  <a href="${request.href(`/organisers/uploads/${upload.id}`)}"><bdi>${upload.fileName}</bdi></a>
                  <span class="meta">${m.date(upload.at)}${m.text("comma")}${words.text(stateOf(upload))}</span>
                </li>`
            )}
          </ul>`
    }`
})

/** The pages about files; `scope` outlives the requests, `settled` is run after each document that was derived. */
export const uploads = <R>(scope: Scope.Scope, settled: Effect.Effect<void, never, R>) =>
  Layer.mergeAll(
    organiserPage("/organisers/upload", (request, organiser) => formPage(request, organiser)),
    uploadRoute(
      "/organisers/upload",
      Effect.fnUntraced(function* (request: PortalRequest) {
        // Before the body is read, so that only organisers can make the portal hold one.
        const organiser = yield* organiserOf(request)
        if (Option.isNone(organiser)) return redirect(request.href("/organisers/link"))
        const taken = yield* take(request, organiser.value, scope, settled).pipe(
          Effect.catchTag("UnreadableForm", (error) => unreadable(request, organiser.value, error)),
          receiving.withPermitsIfAvailable(1)
        )
        if (Option.isSome(taken)) return taken.value
        const message = organiserWords.in(request.lang).text("busy")
        return yield* new PageFailure({ status: 503, message, retryAfter: 60 })
      }),
      { slow: true }
    ),
    resultPage
  )
