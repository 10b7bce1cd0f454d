/**
 * Telling people: messages that wait to go out, alarms from begin to end, and a row by which the health check
 * shows that the store can be written.
 */
import { define } from "./dialect.ts"

const statements = [
  `CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    dedupe TEXT UNIQUE,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    queued_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    give_up_at TEXT NOT NULL,
    finished_at TEXT,
    problem TEXT,
    claim TEXT,
    claimed_until TEXT
  )`,
  `CREATE INDEX outbox_waiting ON outbox (channel, next_attempt_at) WHERE state = 'waiting'`,
  `CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state <> 'waiting'`,
  `CREATE TABLE alarms (
    id TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    about TEXT NOT NULL,
    sentence TEXT NOT NULL,
    since TEXT NOT NULL,
    began_at TEXT NOT NULL,
    reminded_at TEXT,
    ended_at TEXT
  )`,
  `CREATE UNIQUE INDEX alarms_open ON alarms ("key") WHERE ended_at IS NULL`,
  `CREATE INDEX alarms_ended ON alarms (ended_at)`,
  `CREATE TABLE health_probes (
    name TEXT NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL
  )`
]

export default define(statements)
