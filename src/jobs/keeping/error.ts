/** What keeps a backup from being made or put back, in one sentence with its remedy. */
import { Predicate, Schema } from "effect"

export class BackupError extends Schema.TaggedError<BackupError>()("BackupError", {
  message: Schema.String,
  cause: Schema.optionalKey(Schema.Defect())
}) {}

const reasons: Record<string, string> = {
  ENOSPC: "the disk is full: make room, or name another disk",
  EACCES: "this user may not write there: give it the right, or name another place",
  EPERM: "this user may not write there: give it the right, or name another place",
  EROFS: "that disk cannot be written: name another place",
  ENOENT: "there is no such folder or file: check the name",
  EEXIST: "there is a file of that name already, which stays as it is: name another one",
  ZSTD_error_checksum_wrong: "the file is damaged: take another backup",
  ZSTD_error_corruption_detected: "the file is damaged: take another backup",
  ZSTD_error_prefix_unknown: "the file is no backup of Tributary: check the name",
  Z_BUF_ERROR: "the file is cut off: take another backup"
}

/** The error of the system or of the codec as a sentence that begins with `what`. */
export const backupError =
  (what: string) =>
  (cause: unknown): BackupError => {
    if (cause instanceof BackupError) return cause
    const code = Predicate.hasProperty(cause, "code") ? String(cause.code) : ""
    const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause))
    return new BackupError({ message: `${what}: ${reason}.`, cause })
  }
