/** Telling people: reports of runs and weeks, alarms, by mail and webhook. */
export { announce } from "./announce.ts"
export { TellingConfig, TellingConfigError } from "./config.ts"
export { type Report, reportText } from "./report.ts"
export { delivering, deliverWebhook, preview, tell, type Telling } from "./tell.ts"
