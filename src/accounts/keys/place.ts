/**
 * Where the key is: in TRIBUTARY_SECRET_KEY, in the file that TRIBUTARY_SECRET_KEY_FILE names (a secret of
 * systemd or of containers), else in `secret.key` of the data folder, which is made when it is first needed.
 *
 * It never lies in the store, so that a copy of the store or a backup tells nothing without it.
 */
import { randomUUID } from "node:crypto"
import { link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { Config, Effect, Option, Predicate, Redacted, Schema } from "effect"
import { keyText, newKey, parseKeys, type SealingKey } from "./seal.ts"

/** Name of the key's file in the data folder. */
export const keyFileName = "secret.key"

/** The key is not there, or cannot be used; the message says what to do. */
export class KeyUnavailable extends Schema.TaggedError<KeyUnavailable>()("KeyUnavailable", {
  message: Schema.String
}) {}

export type KeyPlace =
  | { readonly _tag: "Variable"; readonly keys: ReadonlyArray<SealingKey> }
  | {
      readonly _tag: "File"
      readonly file: string
      /** Whether the program may write it. */ readonly isOwn: boolean
    }

const environment = Config.all({
  text: Config.option(Config.Redacted("TRIBUTARY_SECRET_KEY")),
  file: Config.option(Config.String("TRIBUTARY_SECRET_KEY_FILE"))
})

const how = "write 32 random bytes in Base64, as openssl rand -base64 32 gives them"

/** Reads where the key is; the key itself is never part of a message. */
export const keyPlace = Effect.fnUntraced(function* (directory: string) {
  const { file, text } = yield* environment.pipe(
    Effect.mapError(() => new KeyUnavailable({ message: `TRIBUTARY_SECRET_KEY cannot be used: ${how}.` }))
  )
  const given = Option.map(text, (own) => Redacted.value(own).trim())
  if (Option.isSome(given) && given.value !== "") {
    const keys = parseKeys(given.value)
    if (keys === null || keys.length === 0) {
      return yield* new KeyUnavailable({ message: `TRIBUTARY_SECRET_KEY cannot be used: ${how}.` })
    }
    return { _tag: "Variable", keys } satisfies KeyPlace
  }
  const named = Option.filter(file, (path) => path.trim() !== "")
  return Option.isSome(named)
    ? ({ _tag: "File", file: resolve(named.value), isOwn: false } satisfies KeyPlace)
    : ({ _tag: "File", file: join(directory, keyFileName), isOwn: true } satisfies KeyPlace)
})

/** What the file system refused, by its code. */
class FileRefused extends Schema.TaggedError<FileRefused>()("FileRefused", { code: Schema.String }) {}

const fileRefused = (cause: unknown) =>
  new FileRefused({ code: Predicate.hasProperty(cause, "code") ? String(cause.code) : "" })

/** The keys of a place, the one in use first; none where there is no file yet. */
export const readKeys = Effect.fnUntraced(function* (place: KeyPlace) {
  if (place._tag === "Variable") return place.keys
  const { file } = place
  const text = yield* Effect.tryPromise({ try: () => readFile(file, "utf8"), catch: fileRefused }).pipe(
    Effect.catchTag("FileRefused", ({ code }) =>
      code === "ENOENT"
        ? Effect.succeed("")
        : new KeyUnavailable({
            message: `The key of second factors in ${file} cannot be read: make it readable for the user of Tributary.`
          })
    )
  )
  const keys = parseKeys(text)
  return keys ?? (yield* new KeyUnavailable({ message: `${file} holds something that is no key: ${how}.` }))
})

const explanation = `# The key of Tributary's second factors (docs/operations.md). Keep a copy of it, apart from the backups.
# The first line counts; those below open what was sealed before.
`

/** Writes a file that only its owner can read and waits until the disk has it. */
const writeSecret = async (file: string, text: string) => {
  const handle = await open(file, "wx", 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a key and puts it before those that are there. A first key never takes the place of one that another
 * process made at the same moment: that one is given then.
 */
export const addKey = Effect.fnUntraced(function* (place: KeyPlace, former: ReadonlyArray<SealingKey>) {
  if (place._tag === "Variable" || !place.isOwn) {
    return yield* new KeyUnavailable({
      message:
        place._tag === "Variable"
          ? "The key stands in TRIBUTARY_SECRET_KEY: put a new one before it there, with a comma between them."
          : `There is no key in ${place.file}, which TRIBUTARY_SECRET_KEY_FILE names: ${how}.`
    })
  }
  const { file } = place
  const keys = [newKey(), ...former]
  const draft = `${file}.${randomUUID()}`
  yield* Effect.tryPromise({
    try: async () => {
      await mkdir(dirname(file), { recursive: true })
      await writeSecret(draft, `${explanation}${keys.map(keyText).join("\n")}\n`)
      // `link` fails where there is a file, `rename` takes its place.
      if (former.length === 0) await link(draft, file)
      else await rename(draft, file)
    },
    catch: fileRefused
  }).pipe(
    Effect.catchTag("FileRefused", ({ code }) =>
      code === "EEXIST"
        ? Effect.void
        : new KeyUnavailable({
            message: `A key of second factors cannot be written to ${file}: make the folder writable, or set TRIBUTARY_SECRET_KEY.`
          })
    ),
    Effect.ensuring(Effect.promise(() => rm(draft, { force: true })))
  )
  return yield* readKeys(place)
})

/** Whether others of the machine can read the key's file; false on systems without such rights. */
export const isOpenToOthers = (place: KeyPlace): Effect.Effect<boolean> =>
  place._tag === "Variable" || process.platform === "win32"
    ? Effect.succeed(false)
    : Effect.promise(() =>
        stat(place.file).then(
          ({ mode }) => (mode & 0o007) !== 0 || (place.isOwn && (mode & 0o077) !== 0),
          () => false
        )
      )

/** The place in words. */
export const placeWords = (place: KeyPlace): string =>
  place._tag === "Variable" ? "TRIBUTARY_SECRET_KEY" : place.file
