/** The digest's fixed texts in French, in the usage of the United Nations. */
import type { Catalogue } from "./message.ts"

export const french: Catalogue<"fr"> = {
  messages: {
    comma: ", ",
    semicolon: "\u00a0; ",
    gap: " ",
    labelled: "{label}\u00a0: {text}",
    labelledSentence: "{label}\u00a0: {text}.",
    sentence: "{text}.",
    bracketed: "({text})",
    quoted: "«\u00a0{text}\u00a0»",
    percent: "{number}\u00a0%",
    share: "{part} sur {whole}",
    span: "{first}-{last}",
    paragraph: "par.\u00a0{par}",
    paragraphSpan: "par.\u00a0{first} à {last}",
    paragraphNumber: "Paragraphe {par}",
    itemsAndMore: "{items} et {more}",
    more: { one: "{count} autre", many: "{count} d’autres", other: "{count} autres" },
    none: "néant",
    nothing: "Néant.",

    title: "Recueil Tributary {number}",
    titleOfWindow: "Recueil Tributary, {window}",
    briefTitle: "{title}\u00a0: note de synthèse",
    forMeeting: "établi pour la réunion suivante\u00a0: {meeting}, {dates}",
    forMeetingAt: "établi pour la réunion suivante\u00a0: {meeting}, {dates}, {place}",
    forNoMeeting: "Ce qu’ont publié les initiatives nationales et régionales du FGI",
    imprint:
      "Documents des initiatives nationales, régionales et sous-régionales et des initiatives de jeunesse du FGI, publiés pendant la période {window}.",
    frozen: "Arrêté au {date}, contenu {hash}.",
    stateOf: "État au {date}, contenu {hash}.",
    runningFrozen: "{title} · arrêté au {date}",
    runningState: "{title} · état au {date}",
    madeBy:
      "Établi par Tributary à l’aide de la taxonomie {version}, à partir de copies archivées des documents cités.",
    contentHash: "Contenu SHA-256 {hash}.",
    belongTo: "Les déclarations appartiennent aux initiatives nommées en regard.",
    description:
      "Ce qu’ont publié les initiatives nationales, régionales, sous-régionales et de jeunesse du FGI, {window}, par question.",
    keyword: "Gouvernance d’Internet",
    skip: "Aller au recueil",
    contents: "Table des matières",
    byParagraph: "(par paragraphe)",
    releaseBefore: "l’édition précédente",

    atAGlance: "En bref",
    issues: "Questions",
    whoRaisedWhat: "Qui a soulevé quoi",
    lenses: "Les grilles de lecture du MAG",
    change: "Évolution",
    changeAgainst: "Évolution par rapport à {release}",
    coverage: "Couverture",
    whoSpeaks: "Qui s’exprime",
    method: "Méthode et limites",

    number: "Numéro",
    issue: "Question",
    initiative: "Initiative",
    initiatives: "Initiatives",
    outputs: "Documents",
    statements: "Déclarations",
    paragraphs: "Paragraphes",
    unGroup: "Groupe de l’ONU",
    unGroups: "Groupes de l’ONU",
    type: "Type",
    area: "Domaine",
    language: "Langue",
    languageUnknown: "langue non précisée",
    published: "Ont publié",
    registered: "Enregistrées",
    all: "Toutes",

    initiativeCount: {
      one: "{count} initiative",
      many: "{count} d’initiatives",
      other: "{count} initiatives"
    },
    groupCount: {
      one: "{count} groupe de l’ONU",
      many: "{count} de groupes de l’ONU",
      other: "{count} groupes de l’ONU"
    },
    outputCount: { one: "{count} document", many: "{count} de documents", other: "{count} documents" },
    statementCount: {
      one: "{count} déclaration",
      many: "{count} de déclarations",
      other: "{count} déclarations"
    },
    inStatements: {
      one: "dans {count} déclaration",
      many: "dans {count} de déclarations",
      other: "dans {count} déclarations"
    },
    inLanguages: { one: "en {count} langue", many: "en {count} de langues", other: "en {count} langues" },
    ofInitiatives: {
      one: "{part} initiative sur {count}",
      many: "{part} initiatives sur {count}",
      other: "{part} des {count} initiatives"
    },
    ofRegistered: {
      one: "{part} initiative enregistrée sur {count}",
      many: "{part} initiatives enregistrées sur {count}",
      other: "{part} des {count} initiatives enregistrées"
    },

    reach: "Ont publié pendant la période\u00a0: {reach}, soit {outputs} et {statements} {languages}.",
    reachByType:
      "Ont publié pendant la période\u00a0: {reach} ({types}), soit {outputs} et {statements} {languages}.",
    notHeardCount: {
      one: "{count} n’a pas encore été entendue",
      many: "{count} n’ont pas encore été entendues",
      other: "{count} n’ont pas encore été entendues"
    },
    unreachableCount: {
      one: "dont {count} n’a pu être jointe",
      many: "dont {count} n’ont pu être jointes",
      other: "dont {count} n’ont pu être jointes"
    },
    silence: "{notHeard}, {unreachable}",
    mainConcerns: "Préoccupations principales",
    raisedCaption: "Questions selon le nombre d’initiatives dont elles sont une préoccupation principale",
    mainConcernOf: "Préoccupation principale de",
    mainNote:
      "Une préoccupation principale d’une initiative est une question qu’un nombre suffisant de ses déclarations met en premier ({where}). Les groupes de l’ONU et l’évolution s’y rapportent ; « soulevée par » compte toute mention.",
    mainNoteFirst:
      "Une préoccupation principale d’une initiative est une question qu’un nombre suffisant de ses déclarations met en premier ({where}). Les groupes de l’ONU s’y rapportent ; « soulevée par » compte toute mention.",
    mainConcern: "préoccupation principale",
    raisedByColumn: "Soulevée par",
    against: "Par rapport à {release}",
    againstBefore: "Par rapport à l’édition précédente",
    since: "Depuis {release}",
    new: "NOUVEAU",
    noStatement: "Aucune déclaration pendant la période.",
    whereTheyDiffer: "Points de divergence",
    noDifference: "Aucune initiative ne fait état de vues divergentes pendant la période.",
    recordedBy: {
      one: "consigné par {count} initiative",
      many: "consigné par {count} d’initiatives",
      other: "consigné par {count} initiatives"
    },
    difference: "{issue}\u00a0: {recorded} ({where}).",
    differenceQuoted: "{issue}\u00a0: {recorded} ({where})\u00a0: {excerpt}",
    alsoOn: "De même sur\u00a0: {issues}.",
    whatWorked: "Ce qui a fonctionné",
    noCase: "Aucune initiative ne signale de cas pendant la période.",
    caseCount: { one: "{count} cas", many: "{count} de cas", other: "{count} cas" },
    casesNamed: "{cases}, dont {names}.",
    newIssues: "NOUVELLES QUESTIONS",
    goneQuiet: "NE SONT PLUS SOULEVÉES",
    inNoSubTheme: "Soulevées, mais dans aucun sous-thème",
    subThemesUnknown:
      "Les sous-thèmes du cycle {year} n’étaient pas connus lorsque le présent recueil a été établi.",
    noIssue: "Aucune question n’a été soulevée pendant la période.",
    allCovered: "Toutes les questions soulevées relèvent d’un sous-thème.",
    notHeardYet: "Pas encore entendues",
    allPublished: "Toutes les initiatives enregistrées ont publié pendant la période.",
    notReached: "n’a pu être jointe",
    namesByGroup: "noms par groupe",
    unheard: "{names}\u00a0: {link}. L’absence de document signifie seulement qu’aucun n’a été trouvé.",
    summaryNote:
      "Documents publiés uniquement\u00a0; non représentatif\u00a0; les étiquettes sont les nôtres ({method}). Citer d’après le numéro en marge\u00a0: il est le même dans toutes les formes et toutes les langues du présent recueil.",

    issuesNote:
      "Dans l’ordre du nombre d’initiatives dont elles sont une préoccupation principale. Les citations sont dans la langue originale\u00a0; le type d’initiative figure en regard de chacune.",
    noStatementRead:
      "Aucune déclaration n’a été publiée pendant la période par une initiative qui ait pu être lue.",
    issueLead: "{share} ayant publié l’ont soulevée ({who}), {statements}.",
    issueLeadBefore:
      "{share} ayant publié l’ont soulevée ({who}), {statements}\u00a0; dans {release}, {before} sur {published}.",
    sharesCaption: "Parmi les initiatives de chaque groupe de l’ONU qui ont publié, combien l’ont soulevée",
    sharesOf: "Parts par groupe de l’ONU\u00a0: {issue}",
    unheardCell: "pas encore entendues",
    sharedBySeveral: "Partagé par plusieurs",
    challenges: "Difficultés",
    messages: "Messages",
    singleVoices: "Voix isolées",
    furtherStatements: "Autres déclarations",
    allFurther: "Toutes les autres déclarations sur cette question ({number})",
    furtherElectronic: {
      one: "{count} autre déclaration sur cette question dans la version électronique.",
      many: "{count} d’autres déclarations sur cette question dans la version électronique.",
      other: "{count} autres déclarations sur cette question dans la version électronique."
    },
    furtherNotPrinted: {
      one: "{count} autre déclaration ({where}) figure dans les versions électroniques du présent recueil, sous le même numéro.",
      many: "{count} d’autres déclarations ({where}) figurent dans les versions électroniques du présent recueil, sous les mêmes numéros.",
      other:
        "{count} autres déclarations ({where}) figurent dans les versions électroniques du présent recueil, sous les mêmes numéros."
    },
    alsoNotPrinted: {
      one: "Et {count} autre qui dit de même, dans les versions électroniques du présent recueil.",
      many: "Et {count} d’autres qui disent de même, dans les versions électroniques du présent recueil.",
      other: "Et {count} autres qui disent de même, dans les versions électroniques du présent recueil."
    },
    asOthersWrote: "tel que les autres l’ont écrit ({number})",
    spread: "{initiatives}, {groups}",
    elsewhere: "Également sur cette question, cités sous une autre\u00a0: par. {paragraphs}.",
    knownAs: "Désignations dans d’autres cadres",
    wsis: "SMSI {codes}",
    gdc: "Pacte numérique mondial {codes}",
    sdg: "ODD {codes}",
    digitalWatch: "Digital Watch\u00a0: {names}",
    igfCategory: "Catégorie des contributions au FGI\u00a0: {names}",
    subThemeOf: "Sous-thème\u00a0: {names}",
    raisedByNobodyTitle: "Questions que personne n’a soulevées pendant la période",
    notRaised:
      "{issues}. On ne saurait rien en conclure au sujet des initiatives qui n’ont pas été entendues.",
    underNoIssue: "Déclarations ne relevant d’aucune question",
    notPlaced: {
      one: "{count} déclaration que la taxonomie ne classe pas",
      many: "{count} de déclarations que la taxonomie ne classe pas",
      other: "{count} déclarations que la taxonomie ne classe pas"
    },

    wholeText: {
      one: "texte intégral ({count} caractère)",
      many: "texte intégral ({count} de caractères)",
      other: "texte intégral ({count} caractères)"
    },
    openingOfText: {
      one: "Début d’un texte de {count} caractère",
      many: "Début d’un texte de {count} de caractères",
      other: "Début d’un texte de {count} caractères"
    },
    placeNumber: "n°\u00a0{number}",
    placePage: "p.\u00a0{page}",
    sentAsFile: "transmis sous forme de fichier",
    original: "original",
    archivedCopy: "copie archivée",
    ofInitiative: "de {initiative}, {kind}",
    why: "pourquoi sous cette question",
    decidedByWords:
      "mots déterminants\u00a0: {words}\u00a0; de tels classements sont justes dans environ {percent} cas sur 100",
    decidedByOthers:
      "classée d’après les déclarations voisines\u00a0; de tels classements sont justes dans environ {percent} cas sur 100",
    wordForWord: "mot pour mot également dans\u00a0: {places}",

    raisedIt: "l’a soulevée",
    raisedMain: "l’une de ses préoccupations principales",
    didNotRaiseIt: "a publié, ne l’a pas soulevée",
    initiativesAndIssues: "Initiatives et questions",
    groupsAndIssues: "Groupes de l’ONU et questions",
    heatMap: "Carte d’intensité",
    tableOf: "Tableau {number} sur {total}",
    matrixConcerns: "En gras\u00a0: une préoccupation principale de l’initiative.",
    matrixNote:
      "Nombre de déclarations sur une question\u00a0; une déclaration peut en toucher jusqu’à trois. Qu’une initiative écrive davantage ne dit rien de l’importance qu’elle attache à une question.",
    matrixGroups: "Une initiative appartenant à plusieurs groupes de l’ONU figure sous le premier.",
    matrixList:
      "Déclarations par question et par initiative\u00a0; les initiatives qui ont publié et ne sont pas nommées n’ont pas soulevé la question.",
    heatCaption:
      "Part des initiatives de chaque groupe de l’ONU ayant publié pendant la période dont la question est une préoccupation principale, en pourcentage, et nombre sur le total",
    alsoGroup: "également {group}",
    filter: "Filtre de la matrice",
    everything: "tous",
    onlyPublished: "seulement les initiatives qui ont publié",
    noColumn: "Aucune colonne ne correspond.",
    columnCount: { one: "{count} colonne", many: "{count} de colonnes", other: "{count} colonnes" },
    nothingRaised: "Rien n’a été soulevé pendant la période.",
    noShares: "Aucune part ne peut être donnée.",

    lensesNote:
      "Une initiative compte une seule fois par ligne, quel que soit le nombre de ses questions qui en relèvent. Le rattachement des questions aux lignes est le fait de Tributary.",
    subThemes: "Sous-thèmes du cycle {year}",
    subThemesOfTheme: "Sous-thèmes du cycle {year}, «\u00a0{theme}\u00a0»",
    wsisLines: "Grandes orientations du SMSI",
    gdcObjectives: "Objectifs du Pacte numérique mondial",
    sdgGoals: "Objectifs de développement durable",
    subTheme: "Sous-thème",
    actionLine: "Grande orientation",
    objective: "Objectif du Pacte",
    goal: "Objectif de développement",
    issuesUnder: "Questions soulevées qui en relèvent, et nombre d’initiatives",
    raisedByNobody: "soulevé par personne",

    covered: {
      one: "{release} portait sur la période {before} et sur {count} initiative\u00a0; le présent recueil porte sur la période {now} et sur {published}.",
      many: "{release} portait sur la période {before} et sur {count} d’initiatives\u00a0; le présent recueil porte sur la période {now} et sur {published}.",
      other:
        "{release} portait sur la période {before} et sur {count} initiatives\u00a0; le présent recueil porte sur la période {now} et sur {published}."
    },
    compareShares:
      "Une hausse ou une baisse peut simplement signifier que d’autres ont publié\u00a0: comparer les parts et voir qui s’est ajouté.",
    newStatements: {
      one: "{count} déclaration est nouvelle.",
      many: "{count} de déclarations sont nouvelles.",
      other: "{count} déclarations sont nouvelles."
    },
    taxonomyChanged:
      "La taxonomie a changé entre-temps, de sorte qu’une question peut être délimitée autrement.",
    heardNow: "Entendues cette fois et non la précédente",
    heardThen: "Entendues la fois précédente et non cette fois",
    changeByIssue: "Évolution par question",
    changeCaption: "Initiatives par question, et leur part parmi celles qui ont publié",
    now: "Cette fois",
    shareHead: "Part",
    sharesThenNow: "Parts\u00a0: précédente en haut, actuelle en bas",
    newShare: "Déclarations nouvelles\u00a0: {share}.",
    arrivedCount: {
      one: "{count} document daté de sa période a été reçu après l’arrêté ({release})",
      many: "{count} de documents datés de sa période ont été reçus après l’arrêté ({release})",
      other: "{count} documents datés de sa période ont été reçus après l’arrêté ({release})"
    },
    arrivedTitle: "Reçus après l’arrêté ({release}) et datés de sa période",
    countedHere: "compté ici",
    notInWindow: "hors de la période du présent recueil",
    earlierTitle: "Éditions et années antérieures",
    earlierNote:
      "Initiatives ayant soulevé une question, parmi celles qui ont publié. Une édition est comptée telle qu’elle a été arrêtée, avec sa propre période\u00a0; une année désigne les mêmes jours de cette année-là, comptés d’après ce que l’on sait aujourd’hui. Une baisse peut simplement signifier que moins d’initiatives ont été entendues.",
    earlierCaption: "Initiatives par question, dans les éditions et années antérieures",
    periodHead: "{name} (sur {published})",
    periodTitle: {
      one: "{window}\u00a0: {count} initiative a publié",
      many: "{window}\u00a0: {count} d’initiatives ont publié",
      other: "{window}\u00a0: {count} initiatives ont publié"
    },
    lineShares: "Part des initiatives ayant publié",
    linePoint: "{name} ({share})",
    lineNobody: "{name} (aucune initiative entendue)",
    lineNow: "maintenant",
    lineSpan: "de {first} à {last}",
    position: "{asking}\u00a0; {differing}",
    recommendedBy: {
      one: "{count} initiative le recommande",
      many: "{count} d’initiatives le recommandent",
      other: "{count} initiatives le recommandent"
    },
    differedOn: {
      one: "{count} initiative indique que les vues divergeaient à ce sujet",
      many: "{count} d’initiatives indiquent que les vues divergeaient à ce sujet",
      other: "{count} initiatives indiquent que les vues divergeaient à ce sujet"
    },
    narrowed:
      "Une partie seulement, et non le recueil entier\u00a0: {parts}. Tous les chiffres portent sur cette partie.",
    narrowedIssues: "questions suivantes ({names})",
    narrowedArea: "tout le domaine «\u00a0{area}\u00a0»",
    narrowedGroups: "initiatives des groupes de l’ONU ({names})",
    narrowedTypes: "initiatives des types suivants ({names})",
    narrowedLanguages: "déclarations dans les langues suivantes ({names})",

    coverageLead:
      "Ont publié pendant la période\u00a0: {reach}\u00a0; {silence}. Les initiatives ne doivent de rapport à personne\u00a0; «\u00a0pas encore entendue\u00a0» dit ce qui a été trouvé, et rien de ce qui a été débattu.",
    byType: "Par type",
    byLanguage: "Par langue de l’original",
    groupReach: "{group}\u00a0: {published} sur {registered}",
    outputsOfWindow: "Documents de la période",
    publishedOfRegistered: "Ont publié, parmi les initiatives enregistrées",
    sitesNotRead: "Pas encore entendues, leurs sites n’ayant pu être lus",
    noEarlierOutput: "aucun document antérieur connu",
    lastHeard: "entendue pour la dernière fois le {date}",
    noPlace: "aucun lieu de publication encore enregistré",
    alsoAt: "également à l’adresse {number}",
    toBeReviewed: "nature à vérifier",
    notRead: "non lu",
    lastRead: "Lu pour la dernière fois le {date}.",
    supersededBy: "remplacé par {final}",
    noDate: "sans date",
    listedNotCounted: "Mentionnés et non comptés",
    drafts: "Projets de texte",
    pressAccounts: "Comptes rendus de presse (de seconde main)",
    undated: "Sans date, donc dans aucune période",
    afterFreeze: "Reçus après l’arrêté du recueil",
    afterDate: "Reçus après la date du présent recueil",
    placesNotRead:
      "Lieux qui n’ont pu être lus lors de la dernière visite, d’initiatives entendues ou disposant d’un autre lieu",
    otherKinds: "Ni comptés ni mentionnés\u00a0: {kinds}.",

    speakersLead: "Ont publié pendant la période\u00a0: {youth} et {others}.",
    youthCount: {
      one: "{count} initiative de jeunesse",
      many: "{count} d’initiatives de jeunesse",
      other: "{count} initiatives de jeunesse"
    },
    othersCount: {
      one: "{count} autre initiative",
      many: "{count} d’autres initiatives",
      other: "{count} autres initiatives"
    },
    youthCaption: "Préoccupations principales des initiatives de jeunesse",
    youthOf: "Jeunesse, sur {total}",
    othersOf: "Autres, sur {total}",
    listReach: "{list} (liste de {month})\u00a0: ont publié {reach}",
    participation:
      "Ce que les documents indiquent sur les participants (jeunes, genre, participation à distance, personnes handicapées) figure sous\u00a0: {issues}.",
    figuresCaption: "Qui a participé, d’après les initiatives",
    figure: "Donnée",
    statedBy: "Indiquée par, sur {total}",
    persons: "Personnes",
    shareOfPersons: "Part",
    figuresNote:
      "Les chiffres sont ceux des initiatives, comptés par chacune à sa manière. Une part couvre celles qui indiquent à la fois la donnée et le nombre total de participants.",
    statedByEach: "Selon chaque initiative",
    namedByInitiative: "nommée par l’initiative elle-même\u00a0: {words}",
    setPhrases: {
      one: "Pendant la période\u00a0: {count} déclaration.",
      many: "Pendant la période\u00a0: {count} de déclarations.",
      other: "Pendant la période\u00a0: {count} déclarations."
    },

    briefSaid: "Ce qui a été dit sur les préoccupations principales",
    singleVoice: "une voix isolée",
    sharedBy: {
      one: "partagé par {count} initiative",
      many: "partagé par {count} d’initiatives",
      other: "partagé par {count} initiatives"
    },
    unheardNumber: "Pas encore entendues\u00a0: {number}",
    moreInDigest: {
      one: "et {count} autre, nommée dans le recueil",
      many: "et {count} d’autres, nommées dans le recueil",
      other: "et {count} autres, nommées dans le recueil"
    },

    archivedTitle: "{title} (copie archivée)",
    archivedNote: "Copie archivée\u00a0: le texte qui a été lu, sans la mise en page de l’original.",
    originalHead: "Document original",
    kind: "Nature",
    fetched: "Relevé",
    fetchedFrom: "{time}, à l’adresse {address}",
    bytes: "Octets",
    noDateFound: "aucune date trouvée",
    noText: "Aucun texte n’a pu être lu dans ce document.",
    block: "Bloc {number}",
    pageNumber: "page\u00a0{page}",

    // Word and feeds
    footnoteCapture: "Octets archivés, SHA-256 {hash}, relevés le {date}.",
    footnoteBytes: "Octets archivés, SHA-256 {hash}.",
    alsoWordForWord: "Mot pour mot également\u00a0:",
    feedTitle: "{title}\u00a0: nouvelles déclarations",
    feedTitleOf: "{title}\u00a0: nouvelles déclarations, {subject}",
    feedDescription:
      "Ce que les initiatives nationales, régionales, sous-régionales et de jeunesse du FGI ont dit de nouveau dans ce recueil, chacune dans ses propres termes."
  },
  names: {
    group: {
      "African Group": "États d’Afrique",
      "Asia-Pacific Group": "États d’Asie et du Pacifique",
      "Eastern European Group": "États d’Europe orientale",
      GRULAC: "États d’Amérique latine et des Caraïbes",
      WEOG: "États d’Europe occidentale et autres États"
    },
    groupTitle: {
      "African Group": "Groupe des États d’Afrique",
      "Asia-Pacific Group": "Groupe des États d’Asie et du Pacifique",
      "Eastern European Group": "Groupe des États d’Europe orientale",
      GRULAC: "Groupe des États d’Amérique latine et des Caraïbes",
      WEOG: "Groupe des États d’Europe occidentale et autres États"
    },
    groupColumn: {
      "African Group": "Afrique",
      "Asia-Pacific Group": "Asie-Pacifique",
      "Eastern European Group": "Europe orient.",
      GRULAC: "Am. latine et Car.",
      WEOG: "Europe occ. et autres"
    },
    type: {
      national: "nationale",
      "sub-regional": "sous-régionale",
      regional: "régionale",
      youth: "jeunesse"
    },
    kind: {
      messages: "messages clefs",
      communique: "communiqué final",
      declaration: "déclaration",
      report: "rapport",
      "session-summary": "résumé de séance",
      draft: "projet de texte",
      transcript: "transcription",
      announcement: "annonce",
      news: "actualités",
      "press-account": "compte rendu de presse, de seconde main",
      "not-an-output": "considéré comme hors sujet"
    },
    statement: {
      "key-message": "message clef",
      recommendation: "recommandation",
      "best-practice": "bonne pratique",
      challenge: "difficulté",
      divergence: "divergence de vues",
      information: "renseignement",
      boilerplate: "formule convenue"
    },
    status: {
      published: "a publié",
      silent: "pas encore entendue",
      unreachable: "pas encore entendue, n’a pu être jointe"
    },
    outcome: {
      ok: "lu",
      "not-modified": "inchangé",
      "bad-url": "l’adresse n’est pas une adresse Web",
      "blocked-address": "l’adresse mène à un réseau privé",
      "blocked-port": "l’adresse indique un port qui n’est pas visité",
      "blocked-by-robots": "le site demande aux programmes de ne pas le lire",
      "dns-error": "le nom du site n’est pas connu",
      "network-error": "le site n’a pas répondu",
      "tls-error": "le certificat du site n’est pas valide",
      "too-slow": "le site a répondu trop lentement",
      "too-large": "le document dépasse la taille lue",
      "redirect-loop": "le site fait tourner les visiteurs en rond",
      "bad-redirect": "le site renvoie à une adresse non valide",
      "bad-encoding": "la réponse est endommagée",
      "not-found": "la page n’existe plus",
      gone: "la page a été définitivement retirée",
      refused: "le site refuse la visite",
      "rate-limited": "le site demande à être visité moins souvent",
      challenge: "le site demande aux visiteurs de prouver qu’ils sont des personnes",
      "server-error": "le site connaît une erreur interne",
      "unexpected-status": "la réponse du site n’est pas comprise",
      "unsupported-media": "le document est d’une nature qui ne peut être lue"
    },
    change: {
      new: "nouvelle",
      more: "en hausse",
      same: "inchangée",
      fewer: "en baisse",
      quiet: "n’est plus soulevée"
    },
    method: {
      "published-only":
        "Le présent recueil porte sur ce que les initiatives ont publié et sur ce qui a pu être lu à la date indiquée en première page. Il ne s’agit pas d’une enquête et il n’est pas représentatif\u00a0: une initiative qui n’a rien publié pendant la période peut en avoir débattu toutes les questions.",
      "not-a-position":
        "Les initiatives nationales et régionales sont indépendantes les unes des autres et se trouvent sur un pied d’égalité. Rien ici ne constitue une position commune\u00a0; chaque déclaration appartient à l’initiative nommée en regard et n’engage que ceux qui y ont pris part.",
      "count-initiatives":
        "Ce sont les initiatives qui sont comptées, jamais les mots ni les pages\u00a0: une initiative qui consacre vingt phrases à une question compte pour une. Un message national n’est pas additionné à un message régional, et les initiatives ne sont pas classées.",
      groups:
        "Les parts par groupe de l’ONU se rapportent aux initiatives du groupe qui ont publié pendant la période. Une initiative qui relève de plusieurs groupes compte dans chacun d’eux, de sorte que la somme des groupes peut dépasser le total.",
      labels:
        "Les questions sont celles de la taxonomie de Tributary. Les étiquettes sont les nôtres et non celles des initiatives\u00a0: un programme en attribue jusqu’à trois à chaque déclaration d’après les mots qui y figurent, et montre ces mots sous «\u00a0pourquoi sous cette question\u00a0». Ces étiquettes peuvent être erronées\u00a0; une initiative qui s’estime mal lue peut demander une correction.",
      "main-concerns":
        "Une question est une préoccupation principale d’une initiative lorsqu’elle vient en premier dans au moins une déclaration sur vingt de cette initiative durant la période, et dans au moins deux (une seule, s’il y en a moins de dix). Les questions se suivent dans l’ordre du nombre d’initiatives dont elles sont une préoccupation principale, puis du nombre de celles qui les ont soulevées\u00a0; un long rapport ne rend pas une préoccupation plus grande.",
      order:
        "Les citations se suivent dans cet ordre\u00a0: d’abord l’initiative la moins citée jusque-là dans la page, puis les groupes de l’ONU et les types les moins cités\u00a0; à égalité, la déclaration que davantage d’initiatives partagent, puis la plus récente. Ni la longueur ni le score ne jouent de rôle. Ce qui excède la place d’une section figure sous «\u00a0toutes les autres déclarations\u00a0» de l’une de ses questions.",
      shared:
        "Un message est dit partagé lorsque les déclarations d’au moins deux initiatives ont été jugées dire la même chose, d’une langue à l’autre lorsque cela a pu être établi\u00a0; chacune est citée telle que son initiative l’a écrite. Les initiatives nommées sous «\u00a0points de divergence\u00a0» indiquent elles-mêmes que les vues divergeaient.",
      duplicates:
        "Un texte qui figure en plusieurs endroits est cité une seule fois, avec tous ces endroits. Un même document présent sur plusieurs sites compte une seule fois, pour l’initiative et à la date du document que les autres reproduisent.",
      kinds:
        "Sont comptés les messages, communiqués, déclarations, rapports et résumés de séance. Les projets de texte et les comptes rendus de presse sont mentionnés dans la couverture et ne sont jamais comptés\u00a0; les transcriptions, annonces et actualités ne le sont pas davantage.",
      boilerplate:
        "Les formules convenues (présentation du FGI, remerciements, mentions d’un site) sont omises. Elles demeurent dans les copies archivées.",
      dates:
        "Un document relève de la période d’après la date de publication qu’il indique lui-même ou que donne son site. Les documents sans date sont mentionnés à part et ne relèvent d’aucune période.",
      verbatim:
        "Les citations sont littérales et dans la langue originale. Les caractères de contrôle invisibles sont omis dans la présente forme et conservés dans les données.",
      reproducible:
        "Le recueil peut être recalculé à partir des copies archivées, de la taxonomie et des corrections consignées\u00a0; les mêmes éléments donnent les mêmes octets."
    },
    area: {
      infrastructure: "Infrastructures",
      security: "Sécurité",
      "human-rights": "Droits humains",
      legal: "Questions juridiques",
      economic: "Questions économiques",
      development: "Développement",
      sociocultural: "Questions socioculturelles",
      process: "Processus"
    },
    list: {
      LDC: "Pays les moins avancés",
      LLDC: "Pays en développement sans littoral",
      SIDS: "Petits États insulaires en développement"
    },
    wsis: {
      C1: "Rôle des instances publiques et de toutes les parties prenantes",
      C2: "Infrastructure de l’information et de la communication",
      C3: "Accès à l’information et au savoir",
      C4: "Renforcement des capacités",
      C5: "Confiance et sécurité",
      C6: "Environnement propice",
      C7: "Applications des TIC",
      C8: "Diversité culturelle et linguistique, contenus locaux",
      C9: "Médias",
      C10: "Dimensions éthiques",
      C11: "Coopération internationale et régionale"
    },
    gdc: {
      "1": "Réduire les fractures numériques, accélérer la réalisation des ODD",
      "2": "Inclusion dans l’économie numérique",
      "3": "Espace numérique inclusif, ouvert, sûr et respectueux des droits",
      "4": "Gouvernance des données",
      "5": "Gouvernance de l’intelligence artificielle"
    },
    sdg: {
      "1": "Pas de pauvreté",
      "2": "Faim «\u00a0zéro\u00a0»",
      "3": "Bonne santé et bien-être",
      "4": "Éducation de qualité",
      "5": "Égalité entre les sexes",
      "6": "Eau propre et assainissement",
      "7": "Énergie propre et d’un coût abordable",
      "8": "Travail décent et croissance économique",
      "9": "Industrie, innovation et infrastructure",
      "10": "Inégalités réduites",
      "11": "Villes et communautés durables",
      "12": "Consommation et production responsables",
      "13": "Mesures relatives à la lutte contre les changements climatiques",
      "14": "Vie aquatique",
      "15": "Vie terrestre",
      "16": "Paix, justice et institutions efficaces",
      "17": "Partenariats pour la réalisation des objectifs"
    }
  },
  counted: {
    national: { one: "{count} nationale", many: "{count} de nationales", other: "{count} nationales" },
    "sub-regional": {
      one: "{count} sous-régionale",
      many: "{count} de sous-régionales",
      other: "{count} sous-régionales"
    },
    regional: { one: "{count} régionale", many: "{count} de régionales", other: "{count} régionales" },
    youth: { one: "{count} de jeunesse", many: "{count} de jeunesse", other: "{count} de jeunesse" }
  },
  dates: {
    months: [
      "janvier",
      "février",
      "mars",
      "avril",
      "mai",
      "juin",
      "juillet",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre"
    ],
    firstDay: "1er",
    day: "{day} {month} {year}",
    daysOfMonth: "du {from} au {to} {month} {year}",
    daysOfYear: "du {from} {fromMonth} au {to} {toMonth} {year}",
    days: "du {from} au {to}",
    monthOfYear: "{month} {year}"
  }
}
