/**
 * The shelf of prepared digests: every release, and a preview of the next meeting's. Pages are
 * prepared for a language when that is first asked for, forms to download when they are; each once, in a process
 * of its own, one at a time, and kept in the folder `portal` beside the store.
 */
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Clock, Context, Deferred, Effect, Layer, Schema, Semaphore, type Scope } from "effect"
import packageJson from "../../../package.json" with { type: "json" }
import { type Meeting, type Release, type ReviewId, Timestamp, UnGroup } from "../../domain/index.ts"
import type { DigestLanguage } from "../../domain/languages.ts"
import { CycleEdits, Readings, Releases, Reviews, type StoreError } from "../../store/index.ts"
import { allMeetings, nextMeeting } from "../reading/meetings.ts"
import { PortalSettings } from "../settings.ts"
import { type DownloadFormat, fragmentFile, type Order } from "./order.ts"

const program = fileURLToPath(new URL("prepare.ts", import.meta.url))

/** What imports bring in may be missing from a preview for as long as this; reviews are in it at once. */
const previewAgeMs = 10 * 60_000

/** Another text whenever what is prepared has another form. */
const shape = "2"

/** Milliseconds that preparing may take. */
const limitMs = 15 * 60_000

/** Texts that are held in memory: outlines of a few languages, and what is asked for at this moment. */
const textsKept = 12

/** A digest that can be read. */
export interface Shelved {
  /** Its name in addresses: `2026-1`, or `preview`. */
  readonly slug: string
  readonly release: Release | null
  readonly meeting: Meeting | null
}

/** The digest could not be prepared. */
export class NotPrepared extends Schema.TaggedError<NotPrepared>()("NotPrepared", {
  message: Schema.String
}) {}

const Outline = Schema.Struct({
  title: Schema.String,
  purpose: Schema.String,
  scope: Schema.String,
  number: Schema.NullOr(Schema.String),
  frozen: Schema.Boolean,
  asOf: Timestamp,
  contentHash: Schema.String,
  issues: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      label: Schema.String,
      area: Schema.String,
      par: Schema.Int,
      lastPar: Schema.Int,
      initiatives: Schema.Int,
      concerned: Schema.Int
    })
  ),
  groups: Schema.Array(UnGroup),
  hasChange: Schema.Boolean
})
export type ShelvedOutline = typeof Outline.Type

const Fragment = Schema.Struct({
  path: Schema.String,
  page: Schema.Int,
  pages: Schema.Int,
  title: Schema.String,
  html: Schema.String
})
export type ShelvedFragment = typeof Fragment.Type

const decodeOutline = Schema.decodeUnknownEffect(Schema.fromJsonString(Outline))
const decodeFragment = Schema.decodeUnknownEffect(Schema.fromJsonString(Fragment))

/** Names of the files of a form, and their media types. */
export const downloads: Readonly<Record<string, { readonly format: DownloadFormat; readonly type: string }>> =
  {
    "digest.html": { format: "html", type: "text/html; charset=utf-8" },
    "digest.pdf": { format: "pdf", type: "application/pdf" },
    "brief.pdf": { format: "pdf", type: "application/pdf" },
    "digest.docx": {
      format: "docx",
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    },
    "digest.xlsx": {
      format: "xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    },
    "digest-csv.zip": { format: "csv", type: "application/zip" },
    "digest.md": { format: "md", type: "text/markdown; charset=utf-8" },
    "digest.json": { format: "json", type: "application/json; charset=utf-8" }
  }

/** Runs the process that prepares; it ends with this effect. */
const run = (order: Order): Effect.Effect<void, NotPrepared> =>
  Effect.callback<void, NotPrepared>((resume) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)], {
      stdio: ["ignore", "ignore", "pipe"]
    })
    let said = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2000)
    })
    const timer = setTimeout(() => child.kill("SIGKILL"), limitMs)
    child.on("close", (status) => {
      clearTimeout(timer)
      resume(
        status === 0
          ? Effect.void
          : Effect.fail(new NotPrepared({ message: said === "" ? `it ended with ${status}` : said }))
      )
    })
    return Effect.sync(() => child.kill("SIGKILL"))
  })

export class DigestShelf extends Context.Service<
  DigestShelf,
  {
    /** All releases, the newest first; the preview alone while there is none. */
    readonly list: Effect.Effect<ReadonlyArray<Shelved>, StoreError>
    /** The next meeting's digest as it stands now; null where there is no meeting. Reviews are in it at once. */
    readonly preview: Effect.Effect<Shelved | null, StoreError>
    readonly outline: (
      digest: Shelved,
      lang: DigestLanguage
    ) => Effect.Effect<ShelvedOutline, NotPrepared | StoreError>
    /** The same without waiting: null where it is not prepared yet. A release is then being prepared. */
    readonly preparedOutline: (
      digest: Shelved,
      lang: DigestLanguage
    ) => Effect.Effect<ShelvedOutline | null, NotPrepared | StoreError>
    /** Null where the digest has no such page. */
    readonly fragment: (
      digest: Shelved,
      lang: DigestLanguage,
      path: string,
      page: number
    ) => Effect.Effect<ShelvedFragment | null, NotPrepared | StoreError>
    /** A feed; null where there is none. */
    readonly feed: (
      digest: Shelved,
      lang: DigestLanguage,
      path: string
    ) => Effect.Effect<string | null, NotPrepared | StoreError>
    /** Path of a file to download, by a name of `downloads`. */
    readonly download: (
      digest: Shelved,
      lang: DigestLanguage,
      name: string
    ) => Effect.Effect<string, NotPrepared | StoreError>
  }
>()("tributary/portal/DigestShelf") {
  static readonly layer = Layer.effect(
    DigestShelf,
    Effect.gen(function* () {
      const settings = yield* PortalSettings
      const releases = yield* Releases
      const readings = yield* Readings
      const reviews = yield* Reviews
      const scope: Scope.Scope = yield* Effect.scope
      const turn = yield* Semaphore.make(1)
      const under = new Map<string, Deferred.Deferred<void, NotPrepared>>()
      const root = join(settings.dataDirectory, "portal")
      const context = yield* Effect.context<PortalSettings | CycleEdits>()

      let shown:
        | { readonly name: string; readonly subject: string; readonly revision: string; readonly at: number }
        | undefined
      let lastReview: ReviewId | undefined

      const preview = yield* Effect.gen(function* () {
        const meeting = (yield* nextMeeting) ?? (yield* allMeetings).at(-1)
        return meeting === undefined ? null : ({ slug: "preview", release: null, meeting } satisfies Shelved)
      }).pipe(
        Effect.provideContext(context),
        // Cycles that cannot be read are told by the pages that show them.
        Effect.catchTag("CycleError", () => Effect.succeed(null)),
        Effect.cachedWithTTL("2 seconds")
      )

      // Asked for by every page of a digest; the cycles are read from a file.
      const list = yield* Effect.gen(function* () {
        const all = (yield* releases.list).toReversed()
        if (all.length > 0) {
          return all.map((release): Shelved => ({ slug: release.number, release, meeting: null }))
        }
        const one = yield* preview
        return one === null ? [] : [one]
      }).pipe(Effect.cachedWithTTL("2 seconds"))

      /** A name that is another one whenever what is prepared would be. */
      const keyOf = (what: string): string =>
        createHash("sha256")
          .update([what, settings.baseUrl.href, packageJson.version, shape].join(" "))
          .digest("hex")
          .slice(0, 16)

      const folderOf = Effect.fnUntraced(function* ({ meeting, release, slug }: Shelved) {
        if (release !== null) return join(root, `${slug}-${keyOf(release.contentHash)}`)
        const at = yield* Clock.currentTimeMillis
        const revision = yield* readings.revision
        lastReview = (yield* reviews.list(lastReview)).at(-1)?.id ?? lastReview
        const subject = `${meeting?.id} ${meeting?.window.from} ${meeting?.window.to} ${lastReview ?? 0}`
        const isOld =
          shown === undefined ||
          shown.subject !== subject ||
          (shown.revision !== revision && at - shown.at > previewAgeMs)
        if (shown === undefined || isOld) {
          shown = { name: `preview-${keyOf(`${subject} ${revision} ${at}`)}`, subject, revision, at }
        }
        return join(root, shown.name)
      })

      const make = Effect.fnUntraced(function* (digest: Shelved, lang: DigestLanguage, what: Order["what"]) {
        const parent = yield* folderOf(digest)
        const folder = join(parent, `${lang}-${what}`)
        if (existsSync(folder)) return folder
        const known = under.get(folder)
        if (known !== undefined) {
          yield* Deferred.await(known)
          return folder
        }
        const done = yield* Deferred.make<void, NotPrepared>()
        under.set(folder, done)
        mkdirSync(parent, { recursive: true })
        const order: Order = {
          dataDirectory: settings.dataDirectory,
          release: digest.release?.number ?? null,
          meeting: digest.meeting?.id ?? null,
          lang,
          baseUrl: settings.baseUrl.href,
          what,
          folder
        }
        // In the shelf's own scope: a reader who leaves does not end what others wait for.
        yield* turn
          .withPermits(1)(run(order))
          .pipe(
            Effect.tapError(({ message }) =>
              Effect.logError(`digest ${digest.slug} (${lang}, ${what}): ${message}`)
            ),
            Effect.onExit((exit) =>
              Effect.andThen(
                Effect.sync(() => under.delete(folder)),
                Deferred.done(done, exit)
              )
            ),
            Effect.forkIn(scope)
          )
        yield* Deferred.await(done)
        return folder
      })

      /** Texts of a folder, the ones used last: few, since pages made of them are kept by those who ask. */
      const texts = new Map<string, string>()
      const read = Effect.fnUntraced(function* (path: string) {
        const known = texts.get(path)
        if (known !== undefined) return known
        const text = yield* Effect.promise(() => readFile(path, "utf8").catch(() => null))
        if (text === null) return null
        texts.set(path, text)
        for (const oldest of texts.keys()) {
          if (texts.size <= textsKept) break
          texts.delete(oldest)
        }
        return text
      })

      const damaged = () => new NotPrepared({ message: "what was prepared cannot be read" })

      const outline = Effect.fn("DigestShelf.outline")(function* (digest: Shelved, lang: DigestLanguage) {
        const text = yield* read(join(yield* make(digest, lang, "pages"), "outline.json"))
        return yield* Effect.mapError(decodeOutline(text ?? ""), damaged)
      })

      const preparedOutline = Effect.fn("DigestShelf.preparedOutline")(function* (
        digest: Shelved,
        lang: DigestLanguage
      ) {
        if (existsSync(join(yield* folderOf(digest), `${lang}-pages`))) return yield* outline(digest, lang)
        // A preview is another one every few minutes: only who opens it has it prepared.
        if (digest.release !== null) {
          yield* make(digest, lang, "pages").pipe(Effect.ignore, Effect.forkIn(scope))
        }
        return null
      })

      const fragment = Effect.fn("DigestShelf.fragment")(function* (
        digest: Shelved,
        lang: DigestLanguage,
        path: string,
        page: number
      ) {
        const folder = yield* make(digest, lang, "pages")
        if (!/^(?:[a-z0-9-]+(?:\/[a-z0-9-]+)?)?$/.test(path)) return null
        const text = yield* read(join(folder, fragmentFile(path, page)))
        return text === null ? null : yield* Effect.mapError(decodeFragment(text), damaged)
      })

      const feed = Effect.fn("DigestShelf.feed")(function* (
        digest: Shelved,
        lang: DigestLanguage,
        path: string
      ) {
        if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)?\.(?:atom|rss|opml)$/.test(path)) return null
        return yield* read(join(yield* make(digest, lang, "pages"), "feeds", path))
      })

      const download = Effect.fn("DigestShelf.download")(function* (
        digest: Shelved,
        lang: DigestLanguage,
        name: string
      ) {
        const own = downloads[name]
        if (own === undefined) return yield* damaged()
        return join(yield* make(digest, lang, own.format), name)
      })

      // Previews of earlier processes are of no use to anybody.
      if (existsSync(root)) {
        for (const name of readdirSync(root)) {
          if (name.startsWith("preview-")) rmSync(join(root, name), { recursive: true, force: true })
        }
      }

      return DigestShelf.of({ list, preview, outline, preparedOutline, fragment, feed, download })
    })
  )
}
