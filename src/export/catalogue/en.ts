/** The digest's fixed texts in English: the source of all other languages. */

export const english = {
  messages: {
    // Punctuation and figures
    comma: ", ",
    semicolon: "; ",
    gap: " ",
    labelled: "{label}: {text}",
    labelledSentence: "{label}: {text}.",
    sentence: "{text}.",
    bracketed: "({text})",
    quoted: "“{text}”",
    percent: "{number}\u00a0%",
    share: "{part} of {whole}",
    span: "{first}–{last}",
    paragraph: "par.\u00a0{par}",
    paragraphSpan: "par.\u00a0{first}–{last}",
    paragraphNumber: "Paragraph {par}",
    itemsAndMore: "{items} and {more}",
    more: { one: "{count} more", other: "{count} more" },
    none: "none",
    nothing: "None.",

    // The document
    title: "Tributary digest {number}",
    titleOfWindow: "Tributary digest, {window}",
    briefTitle: "{title}: brief",
    forMeeting: "for the {meeting}, {dates}",
    forMeetingAt: "for the {meeting}, {dates}, {place}",
    forNoMeeting: "What national and regional IGF initiatives published",
    imprint: "Outputs of national, regional, sub-regional and youth IGF initiatives, published {window}.",
    frozen: "Frozen {date}, content {hash}.",
    stateOf: "State of {date}, content {hash}.",
    runningFrozen: "{title} · frozen {date}",
    runningState: "{title} · state of {date}",
    madeBy: "Made by Tributary with taxonomy {version} from archived copies of the outputs named here.",
    contentHash: "Content SHA-256 {hash}.",
    belongTo: "Statements belong to the initiatives named beside them.",
    description:
      "What national, regional, sub-regional and youth IGF initiatives published, {window}, by issue.",
    keyword: "Internet governance",
    skip: "Skip to the digest",
    contents: "Contents",
    byParagraph: "(by paragraph)",
    releaseBefore: "the release before",

    // Parts
    atAGlance: "At a glance",
    issues: "Issues",
    whoRaisedWhat: "Who raised what",
    lenses: "Through the lenses of the MAG",
    change: "Change",
    changeAgainst: "Change against {release}",
    coverage: "Coverage",
    whoSpeaks: "Who speaks",
    method: "Method and limits",

    // Heads of columns and rows
    number: "Number",
    issue: "Issue",
    initiative: "Initiative",
    initiatives: "Initiatives",
    outputs: "Outputs",
    statements: "Statements",
    paragraphs: "Paragraphs",
    unGroup: "UN group",
    unGroups: "UN groups",
    type: "Type",
    area: "Area",
    language: "Language",
    languageUnknown: "language not told",
    published: "Published",
    registered: "Registered",
    all: "All",

    // Counted things
    initiativeCount: { one: "{count} initiative", other: "{count} initiatives" },
    groupCount: { one: "{count} UN group", other: "{count} UN groups" },
    outputCount: { one: "{count} output", other: "{count} outputs" },
    statementCount: { one: "{count} statement", other: "{count} statements" },
    inStatements: { one: "in {count} statement", other: "in {count} statements" },
    inLanguages: { one: "in {count} language", other: "in {count} languages" },
    ofInitiatives: { one: "{part} of {count} initiative", other: "{part} of {count} initiatives" },
    ofRegistered: {
      one: "{part} of {count} registered initiative",
      other: "{part} of {count} registered initiatives"
    },

    // Page one
    reach: "{reach} published in this window: {outputs}, {statements} {languages}.",
    reachByType: "{reach} published in this window ({types}): {outputs}, {statements} {languages}.",
    notHeardCount: { one: "{count} not heard yet", other: "{count} not heard yet" },
    unreachableCount: {
      one: "of which {count} could not be reached",
      other: "of which {count} could not be reached"
    },
    silence: "{notHeard}, {unreachable}",
    mainConcerns: "Main concerns",
    raisedCaption: "Issues by the number of initiatives whose main concern they are",
    mainConcernOf: "Main concern of",
    mainNote:
      "A main concern of an initiative is an issue that enough of its statements put first ({where}). UN groups and change count these; “raised by” counts any mention.",
    mainNoteFirst:
      "A main concern of an initiative is an issue that enough of its statements put first ({where}). UN groups count these; “raised by” counts any mention.",
    mainConcern: "main concern",
    raisedByColumn: "Raised by",
    against: "Against {release}",
    againstBefore: "Against the release before",
    since: "Since {release}",
    new: "NEW",
    noStatement: "No statement in this window.",
    whereTheyDiffer: "Where they differ",
    noDifference: "No initiative records differing views in this window.",
    recordedBy: { one: "recorded by {count} initiative", other: "recorded by {count} initiatives" },
    difference: "{issue}: {recorded} ({where}).",
    differenceQuoted: "{issue}: {recorded} ({where}): {excerpt}",
    alsoOn: "Also on {issues}.",
    whatWorked: "What worked",
    noCase: "No initiative reports a case in this window.",
    caseCount: { one: "{count} case", other: "{count} cases" },
    casesNamed: "{cases}, among them {names}.",
    newIssues: "NEW",
    goneQuiet: "GONE QUIET",
    inNoSubTheme: "Raised, but in no sub-theme",
    subThemesUnknown: "The sub-themes of the {year} cycle were not known when this digest was made.",
    noIssue: "No issue was raised in this window.",
    allCovered: "Every issue raised falls under a sub-theme.",
    notHeardYet: "Not heard yet",
    allPublished: "Every registered initiative published in this window.",
    notReached: "could not be reached",
    namesByGroup: "names by group",
    unheard: "{names}: {link}. No output means only that none was found.",
    summaryNote:
      "Published outputs only; not representative; the labels are ours ({method}). Cite by the number in the margin: it is the same in every form and every language of this digest.",

    // Issues
    issuesNote:
      "In the order of the number of initiatives whose main concern they are. Quotations are in the original language; the type of initiative stands beside each.",
    noStatementRead: "No statement was published in this window by an initiative that could be read.",
    issueLead: "{share} that published raised it ({who}), {statements}.",
    issueLeadBefore:
      "{share} that published raised it ({who}), {statements}; in {release} it was {before} of {published}.",
    sharesCaption: "Of the initiatives of each UN group that published, how many raised it",
    sharesOf: "Shares by UN group: {issue}",
    unheardCell: "not heard yet",
    sharedBySeveral: "Shared by several",
    challenges: "Challenges",
    messages: "Messages",
    singleVoices: "Single voices",
    furtherStatements: "Further statements",
    allFurther: "All further statements on this issue ({number})",
    furtherElectronic: {
      one: "{count} further statement on this issue in the electronic form.",
      other: "{count} further statements on this issue in the electronic form."
    },
    furtherNotPrinted: {
      one: "{count} further statement ({where}) stands in the electronic forms of this digest, under the same number.",
      other:
        "{count} further statements ({where}) stand in the electronic forms of this digest, under the same numbers."
    },
    alsoNotPrinted: {
      one: "And {count} more that says so, in the electronic forms of this digest.",
      other: "And {count} more that say so, in the electronic forms of this digest."
    },
    asOthersWrote: "as the others wrote it ({number})",
    spread: "{initiatives}, {groups}",
    elsewhere: "On this issue also, quoted under another: par. {paragraphs}.",
    knownAs: "Elsewhere known as",
    wsis: "WSIS {codes}",
    gdc: "GDC {codes}",
    sdg: "SDG {codes}",
    digitalWatch: "Digital Watch: {names}",
    igfCategory: "IGF input category: {names}",
    subThemeOf: "Sub-theme: {names}",
    raisedByNobodyTitle: "Raised by nobody in this window",
    notRaised: "{issues}. Nothing follows from this about initiatives that were not heard.",
    underNoIssue: "Statements under no issue",
    notPlaced: {
      one: "{count} statement that the taxonomy does not place",
      other: "{count} statements that the taxonomy does not place"
    },

    // Quotations
    wholeText: {
      one: "the whole text ({count} character)",
      other: "the whole text ({count} characters)"
    },
    openingOfText: {
      one: "The opening of a text of {count} character",
      other: "The opening of a text of {count} characters"
    },
    placeNumber: "no.\u00a0{number}",
    placePage: "page\u00a0{page}",
    sentAsFile: "sent as a file",
    original: "original",
    archivedCopy: "archived copy",
    ofInitiative: "of {initiative}, {kind}",
    why: "why under this issue",
    decidedByWords: "decided by {words}; such assignments are right in about {percent} of 100 cases",
    decidedByOthers:
      "decided by the statements beside it; such assignments are right in about {percent} of 100 cases",
    wordForWord: "word for word also in: {places}",

    // Matrix and heat map
    raisedIt: "raised it",
    raisedMain: "a main concern of it",
    didNotRaiseIt: "published, did not raise it",
    initiativesAndIssues: "Initiatives and issues",
    groupsAndIssues: "UN groups and issues",
    heatMap: "Heat map",
    tableOf: "Table {number} of {total}",
    matrixConcerns: "Bold: a main concern of the initiative.",
    matrixNote:
      "Number of statements on an issue; a statement may touch up to three. Which initiative writes more says nothing about how much an issue matters to it.",
    matrixGroups: "An initiative of several UN groups stands under the first.",
    matrixList: "Statements by issue and initiative; whoever published and is not named did not raise it.",
    heatCaption:
      "Of the initiatives of each UN group that published in the window, the share of which the issue is a main concern, per cent, and how many of how many",
    alsoGroup: "also {group}",
    filter: "Filter of the matrix",
    everything: "all",
    onlyPublished: "only initiatives that published",
    noColumn: "No column fits.",
    columnCount: { one: "{count} column", other: "{count} columns" },
    nothingRaised: "Nothing was raised in this window.",
    noShares: "No shares can be given.",

    // Lenses
    lensesNote:
      "An initiative counts once in a line, however many of its issues fall under it. Which issue falls under which line is Tributary's reading.",
    subThemes: "Sub-themes of the {year} cycle",
    subThemesOfTheme: "Sub-themes of the {year} cycle, “{theme}”",
    wsisLines: "WSIS action lines",
    gdcObjectives: "Objectives of the Global Digital Compact",
    sdgGoals: "Sustainable Development Goals",
    subTheme: "Sub-theme",
    actionLine: "Action line",
    objective: "Objective",
    goal: "Goal",
    issuesUnder: "Issues raised under it, with the number of initiatives",
    raisedByNobody: "raised by nobody",

    // Change
    covered: {
      one: "{release} covered {before} with {count} initiative; this digest covers {now} with {published}.",
      other: "{release} covered {before} with {count} initiatives; this digest covers {now} with {published}."
    },
    compareShares: "Fewer or more may mean only that others published: compare shares, and see who joined.",
    newStatements: { one: "{count} statement is new.", other: "{count} statements are new." },
    taxonomyChanged: "The taxonomy has changed in between, so that an issue may be cut differently.",
    heardNow: "Heard now and not then",
    heardThen: "Heard then and not now",
    changeByIssue: "Change by issue",
    changeCaption: "Initiatives by issue, and their share of those that published",
    now: "Now",
    shareHead: "Share",
    sharesThenNow: "Shares: then above, now below",

    // Releases and earlier years
    newShare: "New statements: {share}.",
    arrivedCount: {
      one: "{count} output of its window arrived after {release} was frozen",
      other: "{count} outputs of its window arrived after {release} was frozen"
    },
    arrivedTitle: "Arrived after {release} was frozen, dated in its window",
    countedHere: "counted here",
    notInWindow: "not in this digest’s window",
    earlierTitle: "Earlier releases and years",
    earlierNote:
      "Initiatives that raised an issue, of those that published. A release counts as it was frozen, with its own window; a year is the same days of that year, counted from what is known now. Fewer may mean only that fewer were heard.",
    earlierCaption: "Initiatives by issue, in earlier releases and years",
    periodHead: "{name} (of {published})",
    periodTitle: {
      one: "{window}: {count} initiative published",
      other: "{window}: {count} initiatives published"
    },
    lineShares: "Share of the initiatives that published",
    linePoint: "{name} {share}",
    lineNobody: "{name} nobody heard",
    lineNow: "now",
    lineSpan: "{first} to {last}",
    position: "{asking}; {differing}",
    recommendedBy: { one: "{count} initiative recommends it", other: "{count} initiatives recommend it" },
    differedOn: {
      one: "{count} initiative records that views on it differed",
      other: "{count} initiatives record that views on it differed"
    },

    // What a digest is narrowed to
    narrowed: "A part only, not the whole digest: {parts}. All figures are of this part.",
    narrowedIssues: "issues ({names})",
    narrowedArea: "all of {area}",
    narrowedGroups: "initiatives of the UN groups {names}",
    narrowedTypes: "initiatives of the types {names}",
    narrowedLanguages: "statements in {names}",

    // Coverage
    coverageLead:
      "{reach} published in the window, {silence}. Initiatives owe nobody a report; “not heard yet” says what was found, and nothing about what was discussed.",
    byType: "By type",
    byLanguage: "By language of the original",
    groupReach: "{group}: {published} of {registered}",
    outputsOfWindow: "Outputs of the window",
    publishedOfRegistered: "Published, of those registered",
    sitesNotRead: "Not heard yet, because their sites could not be read",
    noEarlierOutput: "no earlier output known",
    lastHeard: "last heard {date}",
    noPlace: "no place of publication registered yet",
    alsoAt: "also at {number}",
    toBeReviewed: "kind to be reviewed",
    notRead: "not read",
    lastRead: "Last read {date}.",
    supersededBy: "superseded by {final}",
    noDate: "no date",
    listedNotCounted: "Listed and not counted",
    drafts: "Drafts",
    pressAccounts: "Press accounts (second-hand)",
    undated: "Without a date, so in no window",
    afterFreeze: "Arrived after the freeze",
    afterDate: "Arrived after the date of this digest",
    placesNotRead:
      "Places that could not be read at the last visit, of initiatives that were heard or have another place",
    otherKinds: "Neither counted nor listed: {kinds}.",

    // Who speaks
    speakersLead: "{youth} and {others} published in the window.",
    youthCount: { one: "{count} youth initiative", other: "{count} youth initiatives" },
    othersCount: { one: "{count} other initiative", other: "{count} other initiatives" },
    youthCaption: "Main concerns of youth initiatives",
    youthOf: "Youth, of {total}",
    othersOf: "Others, of {total}",
    listReach: "{list} (list of {month}): {reach} published",
    participation:
      "What outputs state about who took part (youth, gender, remote participation, persons with disabilities) stands under {issues}.",
    figuresCaption: "Who took part, as the initiatives state it",
    figure: "Figure",
    statedBy: "Stated by, of {total}",
    persons: "Persons",
    shareOfPersons: "Share",
    figuresNote:
      "Figures are the initiatives' own, each counted in its own way. A share covers those that state both the figure and all participants.",
    statedByEach: "As each initiative states it",
    namedByInitiative: "named by the initiative itself: {words}",
    setPhrases: { one: "In this window: {count} statement.", other: "In this window: {count} statements." },

    // Brief
    briefSaid: "What was said on the main concerns",
    singleVoice: "a single voice",
    sharedBy: { one: "shared by {count} initiative", other: "shared by {count} initiatives" },
    unheardNumber: "Not heard yet: {number}",
    moreInDigest: {
      one: "and {count} more, by name in the digest",
      other: "and {count} more, by name in the digest"
    },

    // Archived copy
    archivedTitle: "{title} (archived copy)",
    archivedNote: "Archived copy: the text that was read, without the layout of the original.",
    originalHead: "Original",
    kind: "Kind",
    fetched: "Fetched",
    fetchedFrom: "{time} from {address}",
    bytes: "Bytes",
    noDateFound: "no date found",
    noText: "No text could be read from this document.",
    block: "Block {number}",
    pageNumber: "p.\u00a0{page}",

    // Word and feeds
    footnoteCapture: "Archived bytes, SHA-256 {hash}, fetched {date}.",
    footnoteBytes: "Archived bytes, SHA-256 {hash}.",
    alsoWordForWord: "Word for word also:",
    feedTitle: "{title}: new statements",
    feedTitleOf: "{title}: new statements, {subject}",
    feedDescription:
      "What national, regional, sub-regional and youth IGF initiatives said that is new in this digest, each in its own words."
  },
  names: {
    group: {
      "African Group": "African",
      "Asia-Pacific Group": "Asia-Pacific",
      "Eastern European Group": "Eastern European",
      GRULAC: "Latin American and Caribbean",
      WEOG: "Western European and Others"
    },
    groupTitle: {
      "African Group": "African Group",
      "Asia-Pacific Group": "Asia-Pacific Group",
      "Eastern European Group": "Eastern European Group",
      GRULAC: "Latin American and Caribbean Group",
      WEOG: "Western European and Others Group"
    },
    groupColumn: {
      "African Group": "African",
      "Asia-Pacific Group": "Asia-Pacific",
      "Eastern European Group": "E. European",
      GRULAC: "GRULAC",
      WEOG: "WEOG"
    },
    type: { national: "national", "sub-regional": "sub-regional", regional: "regional", youth: "youth" },
    kind: {
      messages: "messages",
      communique: "communiqué",
      declaration: "declaration",
      report: "report",
      "session-summary": "session summary",
      draft: "draft",
      transcript: "transcript",
      announcement: "announcement",
      news: "news",
      "press-account": "press account, second-hand",
      "not-an-output": "held to be no output"
    },
    statement: {
      "key-message": "key message",
      recommendation: "recommendation",
      "best-practice": "best practice",
      challenge: "challenge",
      divergence: "differing view",
      information: "information",
      boilerplate: "set phrase"
    },
    status: {
      published: "published",
      silent: "not heard yet",
      unreachable: "not heard yet, could not be reached"
    },
    outcome: {
      ok: "read",
      "not-modified": "unchanged",
      "bad-url": "the address is not a web address",
      "blocked-address": "the address leads into a private network",
      "blocked-port": "the address names a port that is not visited",
      "blocked-by-robots": "the site asks programs not to read it",
      "dns-error": "the name of the site is not known",
      "network-error": "the site did not answer",
      "tls-error": "the site's certificate is not valid",
      "too-slow": "the site answered too slowly",
      "too-large": "the document is larger than is read",
      "redirect-loop": "the site sends visitors round in a circle",
      "bad-redirect": "the site sends visitors to an address that is not valid",
      "bad-encoding": "the answer is damaged",
      "not-found": "the page is not there any more",
      gone: "the page was taken down for good",
      refused: "the site refuses the visit",
      "rate-limited": "the site asks to be visited less often",
      challenge: "the site asks visitors to prove that they are persons",
      "server-error": "the site has an internal error",
      "unexpected-status": "the site gave an answer that is not understood",
      "unsupported-media": "the document is of a kind that cannot be read"
    },
    change: { new: "new", more: "more", same: "unchanged", fewer: "fewer", quiet: "gone quiet" },
    method: {
      "published-only":
        "This digest covers what initiatives have published and what could be read by the date on page one. It is not a survey and is not representative: an initiative that published nothing in the window may have discussed every issue in it.",
      "not-a-position":
        "National and regional initiatives are independent of each other and stand on an equal footing. Nothing here is a common position of theirs; every statement belongs to the initiative named beside it, and speaks for those who took part there.",
      "count-initiatives":
        "Initiatives are counted, never words or pages: an initiative that writes twenty sentences on an issue counts as one. A national message is not added up into a regional one, and initiatives are not ranked.",
      groups:
        "Shares by UN group are shares of those initiatives of the group that published in the window. An initiative that spans several groups counts in each of them, so that groups can add up to more than the total.",
      labels:
        "The issues are those of Tributary's taxonomy. The labels are ours and not the initiatives': a program assigns up to three to each statement by the words that stand in it, and shows those words under “why under this issue”. Such labels can be wrong; an initiative that finds itself misread can ask for a correction.",
      "main-concerns":
        "An issue is a main concern of an initiative when it comes first in at least one in twenty of its statements in the window, and in at least two of them (in one, where there are fewer than ten). Issues stand in the order of the number of initiatives whose main concern they are, then of those that raised them at all; a long report makes a concern no bigger.",
      order:
        "Quotations stand in this order: first the initiative quoted least so far on the page, then UN groups and types quoted least; among equals the statement that more initiatives share, then the newer one. Length and score play no part. What exceeds the room of a section stands under “all further statements” of one of its issues.",
      shared:
        "A message is called shared when statements of at least two initiatives were found to say the same, across languages where that could be told; each is quoted as its initiative wrote it. Who is named under “where they differ” states itself that views differed.",
      duplicates:
        "A text that stands in several places is quoted once, with all its places. The same document on several sites counts once, for the initiative and the date of the one that the others repeat.",
      kinds:
        "Counted are messages, communiqués, declarations, reports and session summaries. Drafts and press accounts are listed in the coverage and never counted; transcripts, announcements and news are not counted either.",
      boilerplate:
        "Set phrases (what the IGF is, thanks, notices of a site) are left out. They stay in the archived copies.",
      dates:
        "An output belongs to the window by the date of publication that it states itself or that its site gives. Outputs without a date are listed apart and put into no window.",
      verbatim:
        "Quotations are verbatim and in the original language. Invisible control characters are left out of this form and kept in the data.",
      reproducible:
        "The digest can be computed again from the archived copies, the taxonomy and the recorded corrections; the same inputs give the same bytes."
    },
    area: {
      infrastructure: "Infrastructure",
      security: "Security",
      "human-rights": "Human rights",
      legal: "Legal",
      economic: "Economic",
      development: "Development",
      sociocultural: "Sociocultural",
      process: "Process"
    },
    list: {
      LDC: "Least developed countries",
      LLDC: "Landlocked developing countries",
      SIDS: "Small island developing States"
    },
    wsis: {
      C1: "Role of governments and all stakeholders",
      C2: "Information and communication infrastructure",
      C3: "Access to information and knowledge",
      C4: "Capacity building",
      C5: "Confidence and security",
      C6: "Enabling environment",
      C7: "ICT applications",
      C8: "Cultural and linguistic diversity, local content",
      C9: "Media",
      C10: "Ethical dimensions",
      C11: "International and regional co-operation"
    },
    gdc: {
      "1": "Close digital divides, accelerate the SDGs",
      "2": "Inclusion in the digital economy",
      "3": "Inclusive, open, safe, rights-respecting digital space",
      "4": "Data governance",
      "5": "Governance of artificial intelligence"
    },
    sdg: {
      "1": "No poverty",
      "2": "Zero hunger",
      "3": "Good health and well-being",
      "4": "Quality education",
      "5": "Gender equality",
      "6": "Clean water and sanitation",
      "7": "Affordable and clean energy",
      "8": "Decent work and economic growth",
      "9": "Industry, innovation and infrastructure",
      "10": "Reduced inequalities",
      "11": "Sustainable cities and communities",
      "12": "Responsible consumption and production",
      "13": "Climate action",
      "14": "Life below water",
      "15": "Life on land",
      "16": "Peace, justice and strong institutions",
      "17": "Partnerships for the goals"
    }
  },
  counted: {
    national: { one: "{count} national", other: "{count} national" },
    "sub-regional": { one: "{count} sub-regional", other: "{count} sub-regional" },
    regional: { one: "{count} regional", other: "{count} regional" },
    youth: { one: "{count} youth", other: "{count} youth" }
  },
  dates: {
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    ],
    firstDay: "1",
    day: "{day} {month} {year}",
    daysOfMonth: "{from}–{to} {month} {year}",
    daysOfYear: "{from} {fromMonth} – {to} {toMonth} {year}",
    days: "{from} – {to}",
    monthOfYear: "{month} {year}"
  }
} as const
