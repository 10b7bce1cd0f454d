/**
 * Processes: who works on something in the store, and whether it may still live.
 *
 * A process leaves its name with what it works on, and a sign of life now and then. What a dead process was
 * at can be taken over; a process that finds its name replaced stops.
 */
import { hostname } from "node:os"
import { performance } from "node:perf_hooks"
import { Context } from "effect"
import type { Timestamp } from "../domain/index.ts"

/** Host, process id, and start in milliseconds since 1970, because process ids are used again. */
export interface ProcessName {
  readonly host: string
  readonly pid: number
  readonly start: number
}

/** This process. Another name may be provided where several are played by one. */
export const CurrentProcess = Context.Reference<ProcessName>("tributary/store/CurrentProcess", {
  defaultValue: () => ({ host: hostname(), pid: process.pid, start: Math.round(performance.timeOrigin) })
})

/** The name as the store keeps it. */
export const processText = ({ host, pid, start }: ProcessName): string => `${host} ${pid} ${start}`

/** The name in words: `process 4711 on atlas`. */
export const processWords = (text: string): string => {
  const [host, pid] = text.split(" ")
  return `process ${pid ?? "?"} on ${host ?? "?"}`
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** Whether a process may still live, as seen from `own`. Other hosts cannot be asked and count as alive. */
export const mayLive = (text: string, own: ProcessName): boolean => {
  if (text === processText(own)) return true
  const [host, pid] = text.split(" ")
  if (host !== own.host) return true
  return Number(pid) !== own.pid && exists(Number(pid))
}

/** Milliseconds between two signs of life. */
export const heartbeatMs = 1000

/** Without a sign of life for so long (milliseconds) a process on another host counts as dead. */
const silenceOfHostMs = 90_000

/** On this host too, for then its process id belongs to another program by now. */
export const silenceOfProcessMs = 120_000

/** And what this very process has begun is not under way any more: it could not write down how it ended. */
const ownSilenceMs = 60_000

/**
 * Whether work may still be under way whose process gave its last sign of life then. A sign from the future
 * comes of a clock that was set back; it is worth as little as one from as long ago.
 */
export const isAlive = (text: string, heartbeatAt: Timestamp, own: ProcessName, now: number): boolean => {
  const silence = Math.abs(now - Date.parse(heartbeatAt))
  if (text === processText(own)) return silence < ownSilenceMs
  const isHere = text.split(" ")[0] === own.host
  return mayLive(text, own) && silence < (isHere ? silenceOfProcessMs : silenceOfHostMs)
}
