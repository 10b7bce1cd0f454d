/**
 * The shelf of prepared digests: every release, and a preview of the next meeting's. Pages
 * are prepared for a language when that is first asked for, forms to download when they are; each once, in a
 * process of its own, one at a time, and kept in the folder `portal` beside the store.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import { Clock, Context, Deferred, Effect, Layer, Semaphore, type Scope } from "effect"
import packageJson from "../../../package.json" with { type: "json" }
import type { DigestLanguage } from "../../domain/languages.ts"
import { CycleEdits, Releases, type StoreError } from "../../store/index.ts"
import { allMeetings, nextMeeting } from "../reading/meetings.ts"
import { PortalSettings } from "../settings.ts"
import { fragmentFile, type Order } from "./order.ts"
import { previewName } from "./preview-name.ts"
import { NotPrepared, PrepareRunner } from "./runner.ts"
import {
  decodeFragment,
  decodeOutline,
  downloads,
  type Shelved,
  type ShelvedFragment,
  type ShelvedOutline
} from "./shelved.ts"
import { readTexts } from "./texts.ts"

export { NotPrepared } from "./runner.ts"
export { downloads, type Shelved, type ShelvedOutline } from "./shelved.ts"

/** Another text whenever what is prepared has another form. */
const shape = "2"

/** Time that a reader waits for a preview that is being made anew, before the former one is shown. */
const freshnessMs = 3000

/** A preview that takes longer to make is not begun again sooner than after as long a rest. */
const quickMs = 5000

/** What is prepared of a digest. */
export interface Opened {
  readonly folder: string
  /** The former state of a preview, while the present one is being made. */
  readonly isFormer: boolean
}

/** What is being prepared. */
interface Making {
  readonly folder: string
  readonly since: number
  readonly done: Deferred.Deferred<void, NotPrepared>
}

/** The preview in one language and form: what is there, and how long it took. */
interface Former {
  readonly folder: string
  readonly endedAt: number
  readonly tookMs: number
}

const damaged = () => new NotPrepared({ message: "what was prepared cannot be read" })

export class DigestShelf extends Context.Service<
  DigestShelf,
  {
    /** All releases, the newest first; the preview alone while there is none. */
    readonly list: Effect.Effect<ReadonlyArray<Shelved>, StoreError>
    /** The next meeting's digest as it stands now, beside releases too; null where there is no meeting. */
    readonly preview: Effect.Effect<Shelved | null, StoreError>
    /**
     * The pages of a digest. Those of a preview are the present ones where they can be made in a few seconds, else
     * the former ones; the first time, and for a release, it waits.
     */
    readonly open: (digest: Shelved, lang: DigestLanguage) => Effect.Effect<Opened, NotPrepared | StoreError>
    readonly outline: (pages: Opened) => Effect.Effect<ShelvedOutline, NotPrepared>
    /** The same without waiting, of a preview the former too: null where none is prepared yet, which is then begun. */
    readonly preparedOutline: (
      digest: Shelved,
      lang: DigestLanguage
    ) => Effect.Effect<ShelvedOutline | null, NotPrepared | StoreError>
    /** Null where the digest has no such page. */
    readonly fragment: (
      pages: Opened,
      path: string,
      page: number
    ) => Effect.Effect<ShelvedFragment | null, NotPrepared>
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
      const run = yield* PrepareRunner
      const nameOfPreview = yield* previewName
      const scope: Scope.Scope = yield* Effect.scope
      const turn = yield* Semaphore.make(1)
      /** By folder; those of the preview by language and form, so that each is made once at a time. */
      const under = new Map<string, Making>()
      const formers = new Map<string, Former>()
      const root = join(settings.dataDirectory, "portal")
      const context = yield* Effect.context<PortalSettings | CycleEdits>()

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
      }).pipe(Effect.provideContext(context), Effect.cachedWithTTL("2 seconds"))

      /** A name that is another one whenever what is prepared would be. */
      const keyOf = (what: string): string =>
        createHash("sha256")
          .update([what, settings.baseUrl.href, packageJson.version, shape].join(" "))
          .digest("hex")
          .slice(0, 16)

      const folderOf = Effect.fnUntraced(function* ({ meeting, release, slug }: Shelved) {
        if (release !== null) return join(root, `${slug}-${keyOf(release.contentHash)}`)
        return join(root, `preview-${keyOf(`${meeting?.id ?? ""} ${yield* nameOfPreview}`)}`)
      })

      /** Begins to prepare; in the shelf's own scope: a reader who leaves does not end what others wait for. */
      const begin = Effect.fnUntraced(function* (key: string, order: Order, ended: (at: number) => void) {
        const making: Making = {
          folder: order.folder,
          since: yield* Clock.currentTimeMillis,
          done: yield* Deferred.make<void, NotPrepared>()
        }
        under.set(key, making)
        mkdirSync(join(order.folder, ".."), { recursive: true })
        yield* turn
          .withPermits(1)(run(order))
          .pipe(
            Effect.tapError(({ message }) =>
              Effect.logError(
                `digest ${order.release ?? "preview"} (${order.lang}, ${order.what}): ${message}`
              )
            ),
            Effect.onExit((exit) =>
              Effect.gen(function* () {
                under.delete(key)
                ended(yield* Clock.currentTimeMillis)
                yield* Deferred.done(making.done, exit)
              })
            ),
            Effect.forkIn(scope)
          )
        return making
      })

      const orderOf = (
        digest: Shelved,
        lang: DigestLanguage,
        what: Order["what"],
        folder: string
      ): Order => ({
        dataDirectory: settings.dataDirectory,
        release: digest.release?.number ?? null,
        meeting: digest.meeting?.id ?? null,
        lang,
        baseUrl: settings.baseUrl.href,
        what,
        folder
      })

      /** Notes that a preview was made, or could not be, and removes the one before the former. */
      const noteEnd =
        (slot: string, { folder }: Order, since: number) =>
        (at: number) => {
          const before = formers.get(slot)
          const isMade = existsSync(folder)
          if (!isMade && before === undefined) return
          formers.set(slot, {
            folder: isMade ? folder : (before?.folder ?? folder),
            endedAt: at,
            tookMs: isMade ? at - since : Math.max(at - since, 10 * quickMs)
          })
          const [parent, name] = [join(folder, ".."), basename(folder)]
          if (!isMade || before === undefined) return
          for (const other of readdirSync(root)) {
            const path = join(root, other, name)
            if (!other.startsWith("preview-") || path === before.folder || join(root, other) === parent)
              continue
            rmSync(path, { recursive: true, force: true })
          }
        }

      const openPreview = Effect.fnUntraced(function* (
        digest: Shelved,
        lang: DigestLanguage,
        what: Order["what"]
      ): Effect.fn.Return<Opened, NotPrepared | StoreError> {
        const slot = `${lang}-${what}`
        const deadline = (yield* Clock.currentTimeMillis) + freshnessMs
        for (;;) {
          const folder = join(yield* folderOf(digest), slot)
          if (existsSync(folder)) return { folder, isFormer: false }
          const now = yield* Clock.currentTimeMillis
          const former = formers.get(slot)
          const known = under.get(slot)
          const rests =
            former !== undefined && former.tookMs > quickMs && now < former.endedAt + former.tookMs
          if (known === undefined && former !== undefined && rests) {
            return { folder: former.folder, isFormer: true }
          }
          const order = orderOf(digest, lang, what, folder)
          const making = known ?? (yield* begin(slot, order, noteEnd(slot, order, now)))
          if (former === undefined) {
            yield* Deferred.await(making.done)
            // Whatever came meanwhile is in the next one.
            if (existsSync(making.folder)) return { folder: making.folder, isFormer: false }
            continue
          }
          const left = Math.max(Math.min(making.since + freshnessMs, deadline) - now, 0)
          const isDone = yield* Deferred.await(making.done).pipe(
            Effect.as(true),
            Effect.catch(() => Effect.succeed(false)),
            Effect.timeoutOrElse({ duration: left, orElse: () => Effect.succeed(false) })
          )
          if (!isDone) return { folder: former.folder, isFormer: true }
        }
      })

      const make = Effect.fnUntraced(function* (
        digest: Shelved,
        lang: DigestLanguage,
        what: Order["what"]
      ): Effect.fn.Return<Opened, NotPrepared | StoreError> {
        if (digest.release === null) return yield* openPreview(digest, lang, what)
        const folder = join(yield* folderOf(digest), `${lang}-${what}`)
        if (!existsSync(folder)) {
          const making =
            under.get(folder) ?? (yield* begin(folder, orderOf(digest, lang, what, folder), () => {}))
          yield* Deferred.await(making.done)
        }
        return { folder, isFormer: false }
      })

      const read = readTexts()

      const open = Effect.fn("DigestShelf.open")((digest: Shelved, lang: DigestLanguage) =>
        make(digest, lang, "pages")
      )

      const outline = Effect.fn("DigestShelf.outline")(function* ({ folder }: Opened) {
        const text = yield* read(join(folder, "outline.json"))
        return yield* Effect.mapError(decodeOutline(text ?? ""), damaged)
      })

      const preparedOutline = Effect.fn("DigestShelf.preparedOutline")(function* (
        digest: Shelved,
        lang: DigestLanguage
      ) {
        const folder = join(yield* folderOf(digest), `${lang}-pages`)
        if (existsSync(folder)) return yield* outline({ folder, isFormer: false })
        // A preview is another one every few minutes: only who opens it has it prepared anew.
        const former = digest.release === null ? formers.get(`${lang}-pages`) : undefined
        if (former !== undefined) return yield* outline({ folder: former.folder, isFormer: true })
        yield* make(digest, lang, "pages").pipe(Effect.ignore, Effect.forkIn(scope))
        return null
      })

      const fragment = Effect.fn("DigestShelf.fragment")(function* (
        { folder }: Opened,
        path: string,
        page: number
      ) {
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
        return yield* read(join((yield* make(digest, lang, "pages")).folder, "feeds", path))
      })

      const download = Effect.fn("DigestShelf.download")(function* (
        digest: Shelved,
        lang: DigestLanguage,
        name: string
      ) {
        const own = downloads[name]
        if (own === undefined) return yield* damaged()
        return join((yield* make(digest, lang, own.format)).folder, name)
      })

      // Previews of earlier processes are of no use to anybody.
      if (existsSync(root)) {
        for (const name of readdirSync(root)) {
          if (name.startsWith("preview-")) rmSync(join(root, name), { recursive: true, force: true })
        }
      }

      return DigestShelf.of({ list, preview, open, outline, preparedOutline, fragment, feed, download })
    })
  )
}
