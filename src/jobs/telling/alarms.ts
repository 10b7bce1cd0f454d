/**
 * Alarms over time, as a pure function: an alarm is told when it begins, once more when nobody has mended it
 * for a week, and when it has ended. In between it is silent.
 */
import type { Alarm, Timestamp } from "../../domain/index.ts"
import { type Condition, isRequest } from "./conditions.ts"

/** After so many days an alarm that still lasts is told once more. */
export const daysUntilReminder = 7

const day = 24 * 3_600_000

/** What changed since the last look, and what the store is to remember. */
export interface AlarmChanges {
  readonly begun: ReadonlyArray<Alarm>
  /** Told a second and last time. */
  readonly reminded: ReadonlyArray<Alarm>
  readonly ended: ReadonlyArray<Alarm>
  /** Those that last and have nothing new. */
  readonly lasting: ReadonlyArray<Alarm>
}

/**
 * Sets the alarming conditions of now beside the alarms that are open.
 *
 * @param isBlind when nothing was reached from this machine, alarms of sources neither begin nor end: nothing
 *   is known of them
 */
export const changesOf = (
  open: ReadonlyArray<Alarm>,
  conditions: ReadonlyArray<Condition>,
  at: Timestamp,
  isBlind: boolean
): AlarmChanges => {
  const isHidden = (key: string) => isBlind && key.startsWith("source:")
  const now = new Map(conditions.map((one) => [one.key, one]))
  const known = new Set(open.map(({ key }) => key))
  const changes: Record<keyof AlarmChanges, Array<Alarm>> = {
    begun: [],
    reminded: [],
    ended: [],
    lasting: []
  }
  for (const condition of conditions) {
    if (known.has(condition.key) || isHidden(condition.key)) continue
    const { about, key, sentence, since } = condition
    changes.begun.push({
      id: `${at} ${key}`,
      key,
      about,
      sentence,
      since,
      beganAt: at,
      remindedAt: null,
      endedAt: null
    })
  }
  for (const alarm of open) {
    const condition = now.get(alarm.key)
    if (condition === undefined && !isHidden(alarm.key)) {
      changes.ended.push({ ...alarm, endedAt: at })
      continue
    }
    const fresh = condition === undefined ? alarm : { ...alarm, sentence: condition.sentence }
    const isOld = Date.parse(at) - Date.parse(alarm.beganAt) >= daysUntilReminder * day
    if (isOld && alarm.remindedAt === null) changes.reminded.push({ ...fresh, remindedAt: at })
    else changes.lasting.push(fresh)
  }
  return changes
}

/** True when somebody is to be told. That a request was answered is known to those who answered it. */
export const isNews = ({ begun, ended, reminded }: AlarmChanges): boolean =>
  begun.length + reminded.length + ended.filter((alarm) => !isRequest(alarm)).length > 0
