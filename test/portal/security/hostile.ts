/** A filled store in which every field that a stranger, an organiser or a page can write holds markup. */
import { join } from "node:path"
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { Predicate } from "effect"
import type { KnownRoute } from "../../../src/portal/known-paths.ts"
import { storeFileName } from "../../../src/store/index.ts"

/** Ends an attribute, an element and a comment, and would ask for something if it were markup. */
export const hostile = `"'--></title></script><img src=x onerror=alert(1)><script>alert(2)</script>`

/** Columns that hold words of others, by table; those of `json` only in fields that are words. */
const words: Readonly<Record<string, ReadonlyArray<string>>> = {
  initiatives: ["name"],
  source_states: ["last_message", "alarm", "next_visit_reason"],
  visits: ["message"],
  outputs: ["title"],
  items: ["title", "summary"],
  statements: ["text", "case_name", "lead_in"],
  reviews: ["by", "reason"],
  people: ["name"],
  api_tokens: ["name"],
  account_sessions: ["agent", "address"],
  audit_log: ["by", "action", "thing"],
  outbox: ["subject", "recipient", "problem"],
  alarms: ["about", "sentence"],
  job_runs: ["failure", "now"],
  cycle_edits: ["by", "what"],
  corrections: ["quotation", "words", "email", "decided_by", "answer"],
  registrations: ["email", "remark", "decided_by", "reason", "proof_word"],
  uploads: ["file_name", "email", "problem"],
  organiser_links: ["email"],
  import_groups: ["failure"],
  removals: ["rule", "thing", "detail"]
}
const json: Readonly<Record<string, ReadonlyArray<string>>> = {
  versions: ["document", "reading"],
  statements: ["attribution"],
  outputs: ["kind_reasons"],
  excluded_statements: ["statement"],
  job_runs: ["summary"],
  cycle_edits: ["cycle"],
  registrations: ["new_initiative", "diagnosis"],
  registration_previews: ["form", "diagnosis"],
  audit_log: ["before", "after"]
}

/** Columns that the program alone writes, or that are checked against a list or a pattern on their way in. */
const own =
  /^(?:id|key|hash|number|prefix|process|state|status|kind|type|trigger|country|un_groups|languages|language|options|purpose|outcome|last_outcome|job_run|address|stage|role|scopes|channel|dedupe|payload|claim|claimed_until|name|job|step|result|topic|value|queue|data|subject|password|totp_secret|window|issues|place|members|representative|decision|signature|edition|encoding|media_type|charset|etag|last_modified|source|proof|inputs|digest|config|.*_(?:id|at|by|from|until|hash|url|secret|start|end|of|as|reason|version)|at|url|website|since|group_key|host|turn|sources|report|owner)$/

/** Fields of JSON that hold words. */
const wordKeys =
  /^(?:text|title|name|message|sentence|summary|remark|theme|place|label|reason|words|what|fileName|detail)$/

const filledIn = (value: unknown, key = ""): unknown => {
  if (typeof value === "string") return wordKeys.test(key) ? `${value} ${hostile}` : value
  if (Array.isArray(value))
    return value.map((one: unknown) => filledIn(one, key === "warnings" ? "text" : key))
  if (!Predicate.isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledIn(one, name)]))
}

/** Text columns of the program's tables that are in none of the lists: nobody has thought of them. */
export const forgotten = (directory: string): ReadonlyArray<string> => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true })
  const rows = database
    .prepare(
      `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t JOIN pragma_table_info(t.name) c
       WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'search_%' AND t.name NOT LIKE 'workflow_%'
         AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'effect_%'`
    )
    .all()
  database.close()
  return rows.flatMap(({ column, table }) => {
    const [named, of] = [String(column), String(table)]
    const isNamed = words[of]?.includes(named) === true || json[of]?.includes(named) === true
    return isNamed || own.test(named) ? [] : [`${of}.${named}`]
  })
}

const insert = (database: DatabaseSync, table: string, row: Readonly<Record<string, SQLInputValue>>) => {
  const names = Object.keys(row)
  const marks = names.map(() => "?").join(", ")
  database
    .prepare(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${marks})`)
    .run(...Object.values(row))
}

const at = "2026-02-01T09:00:00.000Z"

/** One row of each table that a fresh import leaves empty. */
const addRows = (database: DatabaseSync) => {
  const output = database.prepare("SELECT id, initiative_id FROM outputs ORDER BY id").get()
  const statement = database.prepare("SELECT id FROM statements ORDER BY id").get()
  const [outputId, initiativeId] = [String(output?.["id"]), String(output?.["initiative_id"])]
  insert(database, "reviews", {
    at,
    by: "Ada",
    reason: "A reason.",
    decision: JSON.stringify({ _tag: "exclude", statementId: statement?.["id"] })
  })
  const registration = {
    state: "awaiting-approval",
    initiative_id: null,
    new_initiative: JSON.stringify({
      name: "Igfiana",
      type: "national",
      country: "IE",
      unGroups: ["WEOG"],
      languages: ["en"]
    }),
    url: "https://igf.example/news",
    source: JSON.stringify({ kind: "feed", url: "https://igf.example/feed", options: {} }),
    diagnosis: JSON.stringify({ verdict: "warn" }),
    email: "nri@igf.example",
    remark: "A remark.",
    language: "en",
    created_at: at,
    confirm_by: at,
    confirmed_at: at,
    proof_word: "word",
    proof: "null"
  }
  insert(database, "registrations", { ...registration, id: "reg-00000000000000a1" })
  insert(database, "registrations", {
    ...registration,
    id: "reg-00000000000000a2",
    state: "refused",
    decided_at: at,
    decided_by: "Ada",
    reason: "A reason."
  })
  insert(database, "corrections", {
    id: "cor-00000000000000b1",
    state: "open",
    initiative_id: initiativeId,
    output_id: outputId,
    statement_id: String(statement?.["id"]),
    quotation: "What stands there.",
    topic: "text",
    words: "It says something else.",
    email: "nri@igf.example",
    language: "en",
    asked_at: at
  })
  insert(database, "uploads", {
    id: "up-00000000000000d1",
    initiative_id: initiativeId,
    email: "nri@igf.example",
    file_name: "report.pdf",
    bytes: 10,
    output_id: outputId,
    at
  })
  insert(database, "cycle_edits", {
    at,
    by: "Ada",
    year: 2091,
    what: "entered",
    cycle: JSON.stringify({
      year: 2091,
      theme: "A theme",
      subThemes: [{ title: "A sub-theme", issues: [] }],
      meetings: [
        {
          id: "2091-first",
          name: "A meeting",
          place: "A place",
          start: "2091-02-01",
          end: "2091-02-02",
          window: { from: "2090-07-01", to: "2091-01-10" }
        }
      ]
    })
  })
  insert(database, "alarms", {
    id: `${at} x`,
    key: "x",
    about: "A source",
    sentence: "It fails.",
    since: at,
    began_at: at
  })
  insert(database, "job_runs", {
    id: "import@2026-02-01T09:00:00Z",
    job: "import",
    trigger: "manual",
    scheduled_at: at,
    started_at: at,
    finished_at: at,
    state: "failed",
    summary: JSON.stringify({ sentence: "Read.", counts: {}, problems: [] }),
    failure: "It failed.",
    attempts: 1,
    durable: 1,
    process: "",
    heartbeat_at: at,
    cancel_requested: 0,
    done: 0,
    total: 1,
    failures: 1,
    now: "a source"
  })
}

/** Fills every field of words in the store of a folder. */
export const fillWithMarkup = (directory: string): void => {
  const database = new DatabaseSync(join(directory, storeFileName))
  for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()) {
    database.exec(`DROP TRIGGER "${String(name)}"`)
  }
  addRows(database)
  for (const [table, columns] of Object.entries(words)) {
    for (const column of columns) {
      database.prepare(`UPDATE ${table} SET "${column}" = COALESCE("${column}", '') || ?`).run(` ${hostile}`)
    }
  }
  for (const [table, columns] of Object.entries(json)) {
    for (const column of columns) {
      const rows = database.prepare(`SELECT rowid AS row, "${column}" AS text FROM ${table}`).all()
      const update = database.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`)
      for (const { row, text } of rows) {
        if (typeof text !== "string" || typeof row !== "number") continue
        const named =
          column === "kind_reasons" ? filledIn(JSON.parse(text), "text") : filledIn(JSON.parse(text))
        update.run(JSON.stringify(named), row)
      }
    }
  }
  database.close()
}

/** What stands in an address in place of each part, from the store. */
export const partsOf = (directory: string): Readonly<Record<string, string>> => {
  const database = new DatabaseSync(join(directory, storeFileName), { readOnly: true })
  const first = (sql: string) => String(Object.values(database.prepare(sql).get() ?? {})[0] ?? "none")
  const parts = {
    output: first("SELECT id FROM outputs ORDER BY id"),
    statement: first("SELECT id FROM statements ORDER BY id"),
    initiative: first("SELECT initiative_id FROM outputs ORDER BY id"),
    issue: first("SELECT issue_id FROM output_issues ORDER BY issue_id"),
    capture: first("SELECT capture_id FROM versions ORDER BY output_id"),
    cluster: first("SELECT id FROM clusters ORDER BY id"),
    source: first("SELECT id FROM sources ORDER BY id"),
    digest: "2026-1",
    number: "2026-1",
    registration: "reg-00000000000000a1",
    correction: "cor-00000000000000b1",
    upload: "up-00000000000000d1",
    run: first("SELECT id FROM job_runs"),
    job: "import",
    person: first("SELECT id FROM people"),
    group: "weog",
    year: "2091",
    kind: "groups",
    batch: "1",
    lang: "en",
    format: "html",
    name: "digest.html",
    meeting: "2091-first",
    secret: "x".repeat(43),
    token: "x".repeat(43)
  }
  database.close()
  return parts
}

/** The addresses of a portal that can be read, with parts that lead to something. */
export const addressesOf = (
  routes: ReadonlyArray<KnownRoute>,
  parts: Readonly<Record<string, string>>
): ReadonlyArray<string> =>
  routes.flatMap(({ method, path }) => {
    // Forms to download are made by a process of their own, from a frozen release.
    if (method !== "GET" || path.includes("*") || path.includes("/files/")) return []
    const isPlain = path.startsWith("/api/v1") || /\.\w+$/.test(path)
    const filled = path.replace(/:(\w+)/g, (_, part: string) => {
      const value = parts[part]
      if (value === undefined) throw new Error(`${path}: nothing is known to stand for ${part}`)
      return encodeURIComponent(value)
    })
    return [isPlain ? filled : `/en${filled}`]
  })
