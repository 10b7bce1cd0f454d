/**
 * Registering: what organisers send (registrations, requests for a correction, files) and the private links by
 * which they come back. Secrets are here as hashes only. Outputs, statements and captures are named without a
 * foreign key: they may be derived anew or removed, and what an organiser sent stays.
 */
import { define } from "./dialect.ts"

export default define([
  `CREATE TABLE registration_previews (
    hash TEXT NOT NULL PRIMARY KEY,
    form TEXT NOT NULL,
    diagnosis TEXT NOT NULL,
    made_at TEXT NOT NULL
  )`,
  `CREATE INDEX registration_previews_made ON registration_previews (made_at)`,
  `CREATE TABLE registrations (
    id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    initiative_id TEXT,
    new_initiative TEXT NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL,
    diagnosis TEXT NOT NULL,
    email TEXT NOT NULL,
    remark TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at TEXT NOT NULL,
    confirm_by TEXT NOT NULL,
    confirmed_at TEXT,
    proof_word TEXT NOT NULL,
    proof TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT,
    reason TEXT,
    source_id TEXT,
    confirm_hash TEXT UNIQUE,
    status_hash TEXT UNIQUE
  )`,
  `CREATE INDEX registrations_by_state ON registrations (state, created_at)`,
  `CREATE INDEX registrations_by_email ON registrations (email, created_at)`,
  `CREATE TABLE organiser_links (
    id TEXT NOT NULL PRIMARY KEY,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    made_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT,
    hash TEXT NOT NULL UNIQUE
  )`,
  `CREATE INDEX organiser_links_by_initiative ON organiser_links (initiative_id, made_at)`,
  `CREATE TABLE corrections (
    id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    output_id TEXT,
    statement_id TEXT,
    quotation TEXT,
    topic TEXT NOT NULL,
    words TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    link_id TEXT,
    asked_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT,
    answer TEXT
  )`,
  `CREATE INDEX corrections_by_state ON corrections (state, asked_at)`,
  `CREATE INDEX corrections_by_initiative ON corrections (initiative_id, asked_at)`,
  `CREATE TABLE uploads (
    id TEXT NOT NULL PRIMARY KEY,
    initiative_id TEXT NOT NULL REFERENCES initiatives (id),
    link_id TEXT,
    email TEXT NOT NULL,
    file_name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    capture_id TEXT,
    output_id TEXT,
    problem TEXT,
    "at" TEXT NOT NULL
  )`,
  `CREATE INDEX uploads_by_initiative ON uploads (initiative_id, "at")`,
  `CREATE INDEX uploads_by_output ON uploads (output_id)`
])
