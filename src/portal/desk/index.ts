/**
 * The Secretariat's desk, for people who are signed in: what needs a person (`/desk`), sources, organisers'
 * registrations and corrections, cycles and meetings, the digest, runs of jobs. Readers see all of it; editors
 * act; admins may run every job.
 *
 * Long work (an import, a freeze, a comparison) is done by a process of its own (`errands.ts`, `work.ts`),
 * which stands in the history of jobs and is watched there.
 */
import { Layer } from "effect"
import { desk as ownDesk } from "./desk.ts"
import { corrections } from "./corrections.ts"
import { digest } from "./digest.ts"
import { Errands } from "./errands.ts"
import { jobs } from "./jobs.ts"
import { meetings } from "./meetings.ts"
import { registrations } from "./registrations.ts"
import { sources } from "./sources.ts"

export const desk = Layer.mergeAll(ownDesk, registrations, corrections, sources, meetings, digest, jobs).pipe(
  Layer.provide(Errands.layer)
)
