/**
 * Prepares a digest for the portal, in a process of its own: the server answers on while a large digest is
 * computed and cut, and gives back no memory afterwards because it never took any.
 *
 * Run as `node prepare.ts ORDER`, see order.ts. Ends with status 0, or prints why it could not.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { Console, Effect, Layer, Schema } from "effect"
import { zipSync } from "fflate"
import { CaptureId } from "../../domain/index.ts"
import { renderFeeds } from "../../export/index.ts"
import { contentHash } from "../../export/json.ts"
import { findMeeting, keptRelease, makeDigest, presentCycles, writeDigest } from "../../jobs/index.ts"
import { Normalizer } from "../../normalize/normalizer.ts"
import { ownStore } from "../own-store.ts"
import { cutDigest } from "./fragments.ts"
import { fragmentFile, Order, slugOf } from "./order.ts"

const order = Schema.decodeUnknownSync(Schema.fromJsonString(Order))(process.argv[2] ?? "")

/** The digest that is asked for. */
const digestOf = Effect.gen(function* () {
  if (order.release !== null) return (yield* keptRelease(order.release)).digest
  const cycles = yield* presentCycles(order.dataDirectory)
  const { cycle, meeting } = yield* findMeeting(cycles, order.meeting ?? "")
  return yield* makeDigest({ cycle, meeting, window: meeting.window })
})

const write = async (path: string, text: string | Uint8Array) => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** An address that nothing else holds: feeds are written for it, and led to the portal's own addresses. */
const nowhere = "https://digest.invalid/"

const pages = Effect.fnUntraced(function* (folder: string) {
  const digest = yield* digestOf
  const { lang } = order
  const slug = slugOf(order.release)
  const hash = contentHash(digest)
  const cut = cutDigest(digest, { lang, base: `/${lang}/digest/${slug}`, contentHash: CaptureId.make(hash) })
  const root = order.baseUrl.replace(/\/$/, "")
  const feeds = renderFeeds(digest, { lang, baseUrl: new URL(nowhere) })
  yield* Effect.promise(async () => {
    await write(join(folder, "outline.json"), JSON.stringify(cut.outline))
    for (const fragment of cut.fragments) {
      await write(join(folder, fragmentFile(fragment.path, fragment.page)), JSON.stringify(fragment))
    }
    for (const [path, text] of feeds) {
      const own = text()
        .replaceAll(`${nowhere}feeds/`, `${root}/feeds/${lang}/`)
        .replace(
          /https:\/\/digest\.invalid\/digest\.html(?:#([\w-]+))?/g,
          (_, id: string | undefined) =>
            root + (id === undefined ? `/${lang}/digest/${slug}` : cut.placeOf(id))
        )
      await write(join(folder, "feeds", path), own)
    }
  })
})

/** Files below a folder as a zip archive with fixed dates, so that the same files give the same bytes. */
const zipped = async (folder: string): Promise<Uint8Array> => {
  const names = (await readdir(folder)).sort()
  const files: Record<string, Uint8Array> = {}
  for (const name of names) files[name] = new Uint8Array(await readFile(join(folder, name)))
  return zipSync(files, { mtime: "1980-01-02T00:00:00Z" })
}

const download = Effect.fnUntraced(function* (folder: string) {
  if (order.what === "pages") return
  const digest = yield* digestOf
  yield* writeDigest(digest, {
    directory: folder,
    formats: [order.what],
    passages: false,
    lang: order.lang
  })
  if (order.what !== "csv") return
  yield* Effect.promise(async () => {
    await write(join(folder, "digest-csv.zip"), await zipped(join(folder, "data")))
    await rm(join(folder, "data"), { recursive: true })
  })
})

const program = Effect.gen(function* () {
  const part = `${order.folder}.${process.pid}.part`
  yield* Effect.promise(() => rm(part, { recursive: true, force: true }))
  yield* order.what === "pages" ? pages(part) : download(part)
  yield* Effect.promise(async () => {
    await rm(order.folder, { recursive: true, force: true })
    await rename(part, order.folder)
  })
}).pipe(
  Effect.provide(Layer.merge(Normalizer.layer, ownStore(order.dataDirectory))),
  Effect.catch((error) =>
    Effect.andThen(
      Console.error(error.message),
      Effect.sync(() => {
        process.exitCode = 1
      })
    )
  )
)

NodeRuntime.runMain(program, { disableErrorReporting: true })
