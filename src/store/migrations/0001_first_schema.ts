/**
 * The first schema: one table a term.
 *
 * Instants and dates are text that sorts, nested values are JSON text, booleans 0 and 1. Statements
 * and clusters are derived and may be replaced; reviews and releases are never changed, which
 * triggers see to.
 */
import { Effect } from "effect"
import { define, forbid } from "./dialect.ts"

const tables = [
  `CREATE TABLE initiatives (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    un_groups TEXT NOT NULL,
    languages TEXT NOT NULL,
    website TEXT,
    evidence_url TEXT
  )`,
  `CREATE TABLE sources (
    id TEXT NOT NULL PRIMARY KEY,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    status TEXT NOT NULL,
    verified INTEGER NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    options TEXT NOT NULL
  )`,
  `CREATE INDEX sources_by_initiative ON sources (initiative_id)`,
  `CREATE TABLE source_states (
    source_id TEXT NOT NULL PRIMARY KEY REFERENCES sources (id),
    etag TEXT,
    last_modified TEXT,
    final_url TEXT,
    last_visit_at TEXT,
    last_success_at TEXT,
    last_change_at TEXT,
    last_outcome TEXT,
    last_message TEXT,
    alarm TEXT,
    failures INTEGER NOT NULL,
    items_listed INTEGER,
    permanent_url TEXT,
    permanent_seen INTEGER NOT NULL,
    gone_seen INTEGER NOT NULL,
    silent_from TEXT,
    next_visit_at TEXT,
    next_visit_reason TEXT
  )`,
  `CREATE TABLE runs (
    id TEXT NOT NULL PRIMARY KEY,
    "trigger" TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    process TEXT NOT NULL
  )`,
  `CREATE INDEX runs_by_start ON runs (started_at)`,
  `CREATE TABLE captures (
    id TEXT NOT NULL PRIMARY KEY,
    bytes INTEGER NOT NULL,
    media_type TEXT,
    charset TEXT,
    url TEXT NOT NULL,
    retrieved_at TEXT NOT NULL,
    encoding TEXT NOT NULL,
    body BLOB NOT NULL
  )`,
  `CREATE TABLE visits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL REFERENCES runs (id),
    source_id TEXT REFERENCES sources (id),
    purpose TEXT NOT NULL,
    url TEXT NOT NULL,
    final_url TEXT,
    outcome TEXT NOT NULL,
    status INTEGER,
    media_type TEXT,
    charset TEXT,
    bytes INTEGER NOT NULL,
    capture_id TEXT REFERENCES captures (id),
    etag TEXT,
    last_modified TEXT,
    started_at TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    message TEXT NOT NULL
  )`,
  `CREATE INDEX visits_by_run ON visits (run_id)`,
  `CREATE INDEX visits_by_url ON visits (url, id)`,
  `CREATE INDEX visits_by_source ON visits (source_id, purpose)`,
  `CREATE TABLE outputs (
    id TEXT NOT NULL PRIMARY KEY,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    source_id TEXT REFERENCES sources (id),
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    kind_reasons TEXT NOT NULL,
    in_doubt INTEGER NOT NULL,
    language TEXT NOT NULL,
    published_at TEXT,
    published_from TEXT,
    edition TEXT,
    event_start TEXT,
    event_end TEXT,
    same_as TEXT,
    superseded_by TEXT,
    first_seen_at TEXT NOT NULL,
    UNIQUE (initiative_id, url)
  )`,
  `CREATE INDEX outputs_by_date ON outputs (published_at)`,
  `CREATE TABLE output_aliases (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    url TEXT NOT NULL,
    output_id TEXT NOT NULL REFERENCES outputs (id),
    PRIMARY KEY (initiative_id, url)
  )`,
  `CREATE INDEX output_aliases_by_output ON output_aliases (output_id)`,
  `CREATE TABLE versions (
    output_id TEXT NOT NULL REFERENCES outputs (id),
    sequence INTEGER NOT NULL,
    capture_id TEXT NOT NULL REFERENCES captures (id),
    retrieved_at TEXT NOT NULL,
    reading TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (output_id, sequence)
  )`,
  `CREATE TABLE items (
    source_id TEXT NOT NULL REFERENCES sources (id),
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    url TEXT NOT NULL,
    fetch_url TEXT,
    title TEXT,
    published_at TEXT,
    published_from TEXT,
    summary TEXT,
    signature TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    visited_at TEXT,
    output_id TEXT REFERENCES outputs (id),
    PRIMARY KEY (source_id, url)
  )`,
  `CREATE INDEX items_by_url ON items (initiative_id, url)`,
  `CREATE TABLE statements (
    id TEXT NOT NULL PRIMARY KEY,
    output_id TEXT NOT NULL REFERENCES outputs (id),
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    issues TEXT NOT NULL,
    case_name TEXT,
    attribution TEXT,
    lead_in TEXT,
    duplicate_of TEXT,
    cluster_id TEXT,
    UNIQUE (output_id, ordinal)
  )`,
  `CREATE INDEX statements_by_initiative ON statements (initiative_id)`,
  `CREATE INDEX statements_by_cluster ON statements (cluster_id)`,
  `CREATE TABLE statement_issues (
    statement_id TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    issue_id TEXT NOT NULL,
    PRIMARY KEY (statement_id, issue_id)
  )`,
  `CREATE INDEX statement_issues_by_issue ON statement_issues (issue_id)`,
  `CREATE TABLE clusters (
    id TEXT NOT NULL PRIMARY KEY,
    representative TEXT NOT NULL,
    members TEXT NOT NULL
  )`,
  `CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    reason TEXT NOT NULL,
    decision TEXT NOT NULL
  )`,
  `CREATE TABLE releases (
    number TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL,
    frozen_at TEXT NOT NULL,
    "window" TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    taxonomy_version TEXT NOT NULL
  )`
]

const guards = [
  forbid("reviews", "UPDATE", "reviews are append-only"),
  forbid("reviews", "DELETE", "reviews are append-only"),
  forbid("releases", "UPDATE", "a release never changes"),
  forbid("releases", "DELETE", "a release is never removed"),
  forbid("captures", "UPDATE", "a capture never changes")
]

export default Effect.andThen(define(tables), Effect.all(guards, { discard: true }))
