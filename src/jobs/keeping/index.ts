/** Keeping a store: backups, their return, and what may go. */
export { type Backup, backupEnding, backupName, makeBackup, thinOut } from "./backup.ts"
export { BackupError } from "./error.ts"
export type { BackupManifest } from "./manifest.ts"
export { restoreBackup, restoreIntoDatabase } from "./restore.ts"
