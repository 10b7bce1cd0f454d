/** Columns of the tables in English: the source of all other languages. Each has its heading and its meaning. */
export const english = {
  sheets: {
    statements: "Statements",
    matrix: "Matrix",
    coverage: "Coverage",
    sources: "Sources",
    dictionary: "Data dictionary"
  },
  columns: {
    paragraph: [
      "Paragraph",
      "Number of the paragraph where it is quoted first; the same in every form of the digest."
    ],
    statement: ["Statement id", "Stable name of the statement."],
    text: [
      "Text",
      "Verbatim, in its own language. A cell holds at most 32,767 characters; a longer text ends with an ellipsis."
    ],
    characters: ["Characters", "Length of the whole text."],
    language: ["Language", "Language of the original (BCP 47 tag); und where it is not known."],
    kind: [
      "Kind",
      "What the statement is: key message, recommendation, best practice, challenge, differing view or information."
    ],
    case_name: ["Case", "Name of the case, where it reports one."],
    issue: [
      "Issue {n} id",
      "Issue number {n} of up to three; the issues are Tributary's labels and not the initiative's."
    ],
    issue_label: ["Issue {n}", "Name of issue number {n}."],
    issue_score: ["Score of issue {n}", "How sure the label is, from 0 to 1."],
    cluster: ["Cluster", "Statements of several initiatives that say the same have the same cluster."],
    is_new: [
      "New",
      "Whether it is new since the previous release; empty where there is none to compare with."
    ],
    initiative: ["Initiative id", "Stable name of the initiative."],
    initiative_name: ["Initiative", "The initiative's own name."],
    initiative_type: ["Type", "National, sub-regional, regional or youth."],
    country: ["Country", "Country of a national initiative (ISO 3166-1)."],
    un_groups: [
      "UN groups",
      "Regional groups of the United Nations to which it belongs, with semicolons between them."
    ],
    output: ["Output id", "Stable name of the document in which it stands."],
    output_title: ["Output", "Title of the document."],
    document_kind: [
      "Kind of document",
      "Messages, communiqué, declaration, report, session summary, draft or press account."
    ],
    in_doubt: ["In doubt", "Whether a reviewer should still look at the kind of the document."],
    published: ["Published", "Date of publication (ISO 8601); empty where none was found."],
    edition: ["Edition", "Year or number of the initiative's event to which the document belongs."],
    heading: ["Heading", "Nearest heading above the statement."],
    number: ["Number", "The statement's own number in the document."],
    page: ["Page", "Page of a paginated document."],
    passage_url: ["Link to the passage", "Address that leads to the passage itself."],
    output_url: ["Address", "Address of the document."],
    capture_sha256: ["Capture SHA-256", "SHA-256 of the archived bytes from which it was read."],
    retrieved: ["Fetched", "When these bytes were fetched (ISO 8601, UTC)."],
    other_places: [
      "Word for word also in",
      "Further documents that hold the same text: initiative and output id."
    ],
    one_issue: ["Issue id", "Stable name of the issue."],
    one_issue_label: ["Issue", "Name of the issue."],
    area: ["Area", "Group of issues in the taxonomy."],
    main_concern: [
      "Main concern",
      "Whether the issue is a main concern of the initiative; empty where it was not heard."
    ],
    initiatives: ["Initiatives", "Number of initiatives that raised the issue."],
    statements: [
      "Statements",
      "Number of statements in the window: empty where the initiative was not heard, 0 where it published and did not raise the issue."
    ],
    status: ["Status", "Published, not heard yet, or not heard yet because it could not be reached."],
    outputs: ["Outputs", "Number of counted documents in the window."],
    last_heard: ["Last heard", "Newest date of a counted document up to the end of the window."],
    has_source: ["Has a source", "Whether a place where it publishes is registered."],
    website: ["Website", "The initiative's site."],
    failures: ["Not read", "Places that could not be read at the last visit, and why."],
    counted: [
      "Counted",
      "Whether the document counts; drafts, press accounts, documents without a date and late ones are only listed."
    ],
    also_at: ["Also at", "Further addresses that carry the same text."],
    table: ["Table", "Table in which the column stands."],
    column: ["Column", "Name of the column in CSV; it stays the same in all releases."],
    column_heading: ["Heading of the column", "Its heading in this language."],
    meaning: ["Meaning", "What the column holds."]
  }
} as const
