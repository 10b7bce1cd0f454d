/**
 * Jobs: the history of their runs, the finished steps of runs under way, what each job remembers, and who
 * holds a duty that only one process may have at a time.
 *
 * At most one run of a job is unfinished, and a trigger has one run: the database sees to both.
 */
import { define } from "./dialect.ts"

const statements = [
  `CREATE TABLE job_runs (
    id TEXT NOT NULL PRIMARY KEY,
    job TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    scheduled_at TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL,
    summary TEXT NOT NULL,
    failure TEXT,
    attempts INTEGER NOT NULL,
    durable INTEGER NOT NULL,
    process TEXT NOT NULL,
    heartbeat_at TEXT NOT NULL,
    cancel_requested INTEGER NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    "now" TEXT NOT NULL
  )`,
  `CREATE UNIQUE INDEX job_runs_unfinished ON job_runs (job) WHERE state IN ('running', 'suspended')`,
  `CREATE INDEX job_runs_by_start ON job_runs (started_at)`,
  `CREATE TABLE job_steps (
    run_id TEXT NOT NULL REFERENCES job_runs (id),
    step TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (run_id, step)
  )`,
  `CREATE TABLE job_memory (
    job TEXT NOT NULL,
    topic TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (job, topic)
  )`,
  `CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    process TEXT NOT NULL,
    since TEXT NOT NULL,
    heartbeat_at TEXT NOT NULL
  )`
]

export default define(statements)
