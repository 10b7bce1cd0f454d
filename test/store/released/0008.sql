CREATE TABLE "migrations" (
  migration_id integer PRIMARY KEY NOT NULL,
  created_at datetime NOT NULL DEFAULT current_timestamp,
  name VARCHAR(255) NOT NULL
);

CREATE TABLE initiatives (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    un_groups TEXT NOT NULL,
    languages TEXT NOT NULL,
    website TEXT,
    evidence_url TEXT
  );

CREATE TABLE sources (
    id TEXT NOT NULL PRIMARY KEY,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    status TEXT NOT NULL,
    verified INTEGER NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    options TEXT NOT NULL
  );

CREATE INDEX sources_by_initiative ON sources (initiative_id);

CREATE TABLE source_states (
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
  );

CREATE TABLE runs (
    id TEXT NOT NULL PRIMARY KEY,
    "trigger" TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    process TEXT NOT NULL
  );

CREATE INDEX runs_by_start ON runs (started_at);

CREATE TABLE captures (
    id TEXT NOT NULL PRIMARY KEY,
    bytes INTEGER NOT NULL,
    media_type TEXT,
    charset TEXT,
    url TEXT NOT NULL,
    retrieved_at TEXT NOT NULL,
    encoding TEXT NOT NULL,
    body BLOB NOT NULL
  );

CREATE TABLE visits (
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
  );

CREATE INDEX visits_by_run ON visits (run_id);

CREATE INDEX visits_by_url ON visits (url, id);

CREATE INDEX visits_by_source ON visits (source_id, purpose);

CREATE TABLE outputs (
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
  );

CREATE INDEX outputs_by_date ON outputs (published_at);

CREATE TABLE output_aliases (
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    url TEXT NOT NULL,
    output_id TEXT NOT NULL REFERENCES outputs (id),
    PRIMARY KEY (initiative_id, url)
  );

CREATE INDEX output_aliases_by_output ON output_aliases (output_id);

CREATE TABLE versions (
    output_id TEXT NOT NULL REFERENCES outputs (id),
    sequence INTEGER NOT NULL,
    capture_id TEXT NOT NULL REFERENCES captures (id),
    retrieved_at TEXT NOT NULL,
    reading TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (output_id, sequence)
  );

CREATE TABLE items (
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
  );

CREATE INDEX items_by_url ON items (initiative_id, url);

CREATE TABLE statements (
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
  );

CREATE INDEX statements_by_initiative ON statements (initiative_id);

CREATE INDEX statements_by_cluster ON statements (cluster_id);

CREATE TABLE statement_issues (
    statement_id TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    issue_id TEXT NOT NULL,
    PRIMARY KEY (statement_id, issue_id)
  );

CREATE INDEX statement_issues_by_issue ON statement_issues (issue_id);

CREATE TABLE clusters (
    id TEXT NOT NULL PRIMARY KEY,
    representative TEXT NOT NULL,
    members TEXT NOT NULL
  );

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    reason TEXT NOT NULL,
    decision TEXT NOT NULL
  );

CREATE TABLE releases (
    number TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL,
    frozen_at TEXT NOT NULL,
    "window" TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    taxonomy_version TEXT NOT NULL
  );

CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews
   BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews
   BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;

CREATE TRIGGER releases_no_update BEFORE UPDATE ON releases
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;

CREATE TRIGGER releases_no_delete BEFORE DELETE ON releases
   BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;

CREATE TRIGGER captures_no_update BEFORE UPDATE ON captures
   BEGIN SELECT RAISE(ABORT, 'a capture never changes'); END;

CREATE TABLE release_contents (
    number TEXT NOT NULL PRIMARY KEY REFERENCES releases (number),
    frozen_by TEXT,
    inputs_bytes INTEGER NOT NULL,
    inputs BLOB NOT NULL,
    digest_bytes INTEGER NOT NULL,
    digest BLOB NOT NULL
  );

CREATE TRIGGER release_contents_no_update BEFORE UPDATE ON release_contents
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;

CREATE TRIGGER release_contents_no_delete BEFORE DELETE ON release_contents
   BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;

CREATE TRIGGER release_contents_no_replace BEFORE INSERT ON release_contents
   WHEN EXISTS (SELECT 1 FROM release_contents WHERE number = NEW.number)
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;

CREATE TRIGGER releases_no_replace BEFORE INSERT ON releases
   WHEN EXISTS (SELECT 1 FROM releases WHERE number = NEW.number)
   BEGIN SELECT RAISE(ABORT, 'a release never changes'); END;

CREATE INDEX visits_with_body ON visits (url, id) WHERE outcome = 'ok' AND capture_id IS NOT NULL;

CREATE INDEX items_waiting ON items (source_id) WHERE visited_at IS NULL;

CREATE INDEX statements_by_kind ON statements (kind);

CREATE TABLE output_issues (
    output_id TEXT NOT NULL,
    issue_id TEXT NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (output_id, issue_id)
  );

CREATE INDEX output_issues_by_issue ON output_issues (issue_id);

CREATE INDEX outputs_by_initiative ON outputs (initiative_id, published_at);

CREATE INDEX versions_by_capture ON versions (capture_id);

CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    statement_id TEXT NOT NULL UNIQUE,
    output_id TEXT NOT NULL
  );

CREATE INDEX search_entries_by_output ON search_entries (output_id);

CREATE VIRTUAL TABLE search_index USING fts5(words, facets, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co' tokenchars ':-'");

CREATE TABLE 'search_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'search_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE job_runs (
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
  );

CREATE UNIQUE INDEX job_runs_unfinished ON job_runs (job) WHERE state IN ('running', 'suspended');

CREATE INDEX job_runs_by_start ON job_runs (started_at);

CREATE TABLE job_steps (
    run_id TEXT NOT NULL REFERENCES job_runs (id),
    step TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (run_id, step)
  );

CREATE TABLE job_memory (
    job TEXT NOT NULL,
    topic TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (job, topic)
  );

CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    process TEXT NOT NULL,
    since TEXT NOT NULL,
    heartbeat_at TEXT NOT NULL
  );

CREATE TABLE outbox (
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
  );

CREATE INDEX outbox_waiting ON outbox (channel, next_attempt_at) WHERE state = 'waiting';

CREATE INDEX outbox_finished ON outbox (finished_at) WHERE state <> 'waiting';

CREATE TABLE alarms (
    id TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    about TEXT NOT NULL,
    sentence TEXT NOT NULL,
    since TEXT NOT NULL,
    began_at TEXT NOT NULL,
    reminded_at TEXT,
    ended_at TEXT
  );

CREATE UNIQUE INDEX alarms_open ON alarms ("key") WHERE ended_at IS NULL;

CREATE INDEX alarms_ended ON alarms (ended_at);

CREATE TABLE health_probes (
    name TEXT NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL
  );

CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password TEXT,
    password_is_temporary INTEGER NOT NULL,
    totp_secret TEXT,
    totp_step INTEGER,
    subject TEXT UNIQUE,
    created_at TEXT NOT NULL,
    signed_in_at TEXT,
    disabled_at TEXT
  );

CREATE TABLE recovery_codes (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    PRIMARY KEY (person_id, hash)
  );

CREATE TABLE account_sessions (
    id TEXT NOT NULL PRIMARY KEY,
    stage TEXT NOT NULL,
    person_id TEXT REFERENCES people (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    data TEXT
  );

CREATE INDEX account_sessions_by_person ON account_sessions (person_id);

CREATE INDEX account_sessions_ending ON account_sessions (ends_at);

CREATE TABLE api_tokens (
    prefix TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT
  );

CREATE INDEX api_tokens_by_person ON api_tokens (person_id);

CREATE TABLE failed_attempts (
    "key" TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    blocked_until TEXT NOT NULL
  );

CREATE INDEX failed_attempts_last ON failed_attempts (last_at);

CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    person_id TEXT,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    thing TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT
  );

CREATE INDEX audit_log_by_thing ON audit_log (thing, id);

CREATE INDEX audit_log_by_person ON audit_log (person_id, id);

CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
   BEGIN SELECT RAISE(ABORT, 'entries of the audit log are never changed'); END;

CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
   BEGIN SELECT RAISE(ABORT, 'entries of the audit log are never removed'); END;

CREATE TRIGGER audit_log_no_replace BEFORE INSERT ON audit_log
   WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id)
   BEGIN SELECT RAISE(ABORT, 'entries of the audit log are never replaced'); END;

CREATE TABLE removals (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      "at" TEXT NOT NULL,
      rule TEXT NOT NULL,
      thing TEXT NOT NULL,
      detail TEXT NOT NULL
    );

CREATE TRIGGER removals_no_update BEFORE UPDATE ON removals
   BEGIN SELECT RAISE(ABORT, 'what was removed stays recorded'); END;

CREATE TRIGGER removals_no_delete BEFORE DELETE ON removals
   BEGIN SELECT RAISE(ABORT, 'what was removed stays recorded'); END;

