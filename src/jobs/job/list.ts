/** The jobs. A new one is a file beside this and a line here; its place in the list never changes. */
import type { Job } from "./job.ts"
import { archiveVerifyJob } from "./archive-verify.ts"
import { backupJob } from "./backup.ts"
import { freezeJob } from "./freeze.ts"
import { healthReportJob } from "./health-report.ts"
import { importJob } from "./import.ts"
import { renormalizeJob } from "./renormalize.ts"
import { retentionJob } from "./retention.ts"

export const jobs: ReadonlyArray<Job> = [
  importJob,
  renormalizeJob,
  freezeJob,
  healthReportJob,
  archiveVerifyJob,
  backupJob,
  retentionJob
]

export const jobNamed = (name: string): Job | undefined => jobs.find((job) => job.name === name)
