/** The folder of the taxonomy that a command works on. */
import { pathToFileURL } from "node:url"
import { resolve } from "node:path"
import { Effect, Option } from "effect"
import { Flag } from "effect/cli"

export const folderFlag = Flag.String("folder").pipe(
  Flag.withMetavar("DIR"),
  Flag.withDescription("Another folder of this form, such as a copy being edited (default: the one in use)"),
  Flag.optional
)

/** The folder named by the flag, else the one that the program works with; as a URL that ends in a slash. */
export const folderOf = (named: Option.Option<string>) =>
  Effect.map(
    Effect.promise(() => import("../../normalize/taxonomy/load.ts")),
    ({ taxonomyFolder }) =>
      Option.match(named, {
        onNone: () => taxonomyFolder,
        onSome: (folder) => pathToFileURL(`${resolve(folder)}/`)
      })
  )
