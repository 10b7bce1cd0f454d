/** What ends work on an archive as a whole; a single damaged record is named in the report instead. */
import { Predicate, Schema } from "effect"

/** The archive file cannot be read or written; `message` names it and the remedy. */
export class ArchiveError extends Schema.TaggedError<ArchiveError>()("ArchiveError", {
  message: Schema.String
}) {}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EACCES", "this user may not open it"],
  ["EPERM", "this user may not open it"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of its path is a file"]
])

/** The error for a failed operation of the system on a file. */
export const fileError = (file: string, what: "read" | "written", cause: unknown): ArchiveError => {
  const code = Predicate.hasProperty(cause, "code") ? cause.code : undefined
  return new ArchiveError({
    message: `The archive ${file} could not be ${what}: ${reasons.get(code) ?? String(cause)}; mend that, or name another file.`
  })
}
