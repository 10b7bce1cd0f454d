/** The digest's fixed texts in Spanish, in the usage of the United Nations. */
import type { Catalogue } from "./message.ts"

export const spanish: Catalogue<"es"> = {
  messages: {
    comma: ", ",
    semicolon: "; ",
    gap: " ",
    labelled: "{label}: {text}",
    labelledSentence: "{label}: {text}.",
    sentence: "{text}.",
    bracketed: "({text})",
    quoted: "“{text}”",
    percent: "{number}\u00a0%",
    share: "{part} de {whole}",
    span: "{first} a {last}",
    paragraph: "párr.\u00a0{par}",
    paragraphSpan: "párrs.\u00a0{first} a {last}",
    paragraphNumber: "Párrafo {par}",
    itemsAndMore: "{items} y {more}",
    more: { one: "{count} más", many: "{count} más", other: "{count} más" },
    none: "ninguna",
    nothing: "Ninguno.",

    title: "Compendio Tributary {number}",
    titleOfWindow: "Compendio Tributary, {window}",
    briefTitle: "{title}: síntesis",
    forMeeting: "preparado para la reunión siguiente: {meeting}, {dates}",
    forMeetingAt: "preparado para la reunión siguiente: {meeting}, {dates}, {place}",
    forNoMeeting: "Lo que publicaron las iniciativas nacionales y regionales del IGF",
    imprint:
      "Documentos de las iniciativas nacionales, regionales y subregionales y de las iniciativas juveniles del IGF, publicados en el período {window}.",
    frozen: "Cerrado el {date}, contenido {hash}.",
    stateOf: "Situación al {date}, contenido {hash}.",
    runningFrozen: "{title} · cerrado el {date}",
    runningState: "{title} · situación al {date}",
    madeBy:
      "Elaborado por Tributary con la taxonomía {version} a partir de copias archivadas de los documentos mencionados.",
    contentHash: "Contenido SHA-256 {hash}.",
    belongTo: "Las declaraciones pertenecen a las iniciativas que se nombran junto a ellas.",
    description:
      "Lo que publicaron las iniciativas nacionales, regionales, subregionales y juveniles del IGF, {window}, por cuestión.",
    keyword: "Gobernanza de Internet",
    skip: "Ir al compendio",
    contents: "Índice",
    byParagraph: "(por párrafo)",
    releaseBefore: "la edición anterior",

    atAGlance: "De un vistazo",
    issues: "Cuestiones",
    whoRaisedWhat: "Quién planteó qué",
    lenses: "Las perspectivas del MAG",
    change: "Evolución",
    changeAgainst: "Evolución con respecto a {release}",
    coverage: "Cobertura",
    whoSpeaks: "Quiénes se expresan",
    method: "Método y límites",

    number: "Número",
    issue: "Cuestión",
    initiative: "Iniciativa",
    initiatives: "Iniciativas",
    outputs: "Documentos",
    statements: "Declaraciones",
    paragraphs: "Párrafos",
    unGroup: "Grupo de las Naciones Unidas",
    unGroups: "Grupos de las Naciones Unidas",
    type: "Tipo",
    area: "Ámbito",
    language: "Idioma",
    languageUnknown: "idioma no indicado",
    published: "Publicaron",
    registered: "Registradas",
    all: "Todas",

    initiativeCount: {
      one: "{count} iniciativa",
      many: "{count} de iniciativas",
      other: "{count} iniciativas"
    },
    groupCount: {
      one: "{count} grupo de las Naciones Unidas",
      many: "{count} de grupos de las Naciones Unidas",
      other: "{count} grupos de las Naciones Unidas"
    },
    outputCount: { one: "{count} documento", many: "{count} de documentos", other: "{count} documentos" },
    statementCount: {
      one: "{count} declaración",
      many: "{count} de declaraciones",
      other: "{count} declaraciones"
    },
    inStatements: {
      one: "en {count} declaración",
      many: "en {count} de declaraciones",
      other: "en {count} declaraciones"
    },
    inLanguages: { one: "en {count} idioma", many: "en {count} de idiomas", other: "en {count} idiomas" },
    ofInitiatives: {
      one: "{part} de {count} iniciativa",
      many: "{part} de {count} de iniciativas",
      other: "{part} de {count} iniciativas"
    },
    ofRegistered: {
      one: "{part} de {count} iniciativa registrada",
      many: "{part} de {count} de iniciativas registradas",
      other: "{part} de {count} iniciativas registradas"
    },

    reach: "Publicaron en el período {reach}: {outputs} y {statements} {languages}.",
    reachByType: "Publicaron en el período {reach} ({types}): {outputs} y {statements} {languages}.",
    notHeardCount: {
      one: "De {count} no se tiene noticia todavía",
      many: "De {count} no se tiene noticia todavía",
      other: "De {count} no se tiene noticia todavía"
    },
    unreachableCount: {
      one: "y con {count} de ellas no se pudo establecer contacto",
      many: "y con {count} de ellas no se pudo establecer contacto",
      other: "y con {count} de ellas no se pudo establecer contacto"
    },
    silence: "{notHeard}, {unreachable}",
    mainConcerns: "Principales preocupaciones",
    raisedCaption: "Cuestiones según el número de iniciativas de las que son una preocupación principal",
    mainConcernOf: "Preocupación principal de",
    mainNote:
      "Una preocupación principal de una iniciativa es una cuestión que un número suficiente de sus declaraciones pone en primer lugar ({where}). Los grupos de las Naciones Unidas y la variación se refieren a ella; «planteada por» cuenta cualquier mención.",
    mainNoteFirst:
      "Una preocupación principal de una iniciativa es una cuestión que un número suficiente de sus declaraciones pone en primer lugar ({where}). Los grupos de las Naciones Unidas se refieren a ella; «planteada por» cuenta cualquier mención.",
    mainConcern: "preocupación principal",
    raisedByColumn: "Planteada por",
    against: "Con respecto a {release}",
    againstBefore: "Con respecto a la edición anterior",
    since: "Desde {release}",
    new: "NUEVA",
    noStatement: "No hay ninguna declaración en este período.",
    whereTheyDiffer: "En qué difieren",
    noDifference: "Ninguna iniciativa deja constancia de opiniones divergentes en este período.",
    recordedBy: {
      one: "consta en {count} iniciativa",
      many: "consta en {count} de iniciativas",
      other: "consta en {count} iniciativas"
    },
    difference: "{issue}: {recorded} ({where}).",
    differenceQuoted: "{issue}: {recorded} ({where}): {excerpt}",
    alsoOn: "También sobre: {issues}.",
    whatWorked: "Lo que funcionó",
    noCase: "Ninguna iniciativa informa de un caso en este período.",
    caseCount: { one: "{count} caso", many: "{count} de casos", other: "{count} casos" },
    casesNamed: "{cases}, entre ellos {names}.",
    newIssues: "NUEVAS",
    goneQuiet: "YA NO SE PLANTEAN",
    inNoSubTheme: "Planteadas, pero en ningún subtema",
    subThemesUnknown: "Los subtemas del ciclo de {year} no se conocían cuando se elaboró este compendio.",
    noIssue: "No se planteó ninguna cuestión en este período.",
    allCovered: "Todas las cuestiones planteadas corresponden a algún subtema.",
    notHeardYet: "Todavía sin noticia",
    allPublished: "Todas las iniciativas registradas publicaron en este período.",
    notReached: "sin contacto",
    namesByGroup: "nombres por grupo",
    unheard: "{names}: {link}. La falta de documentos significa solamente que no se encontró ninguno.",
    summaryNote:
      "Solo documentos publicados; no es representativo; las etiquetas son nuestras ({method}). Cítese por el número del margen: es el mismo en todas las formas y todos los idiomas de este compendio.",

    issuesNote:
      "Por orden del número de iniciativas de las que son una preocupación principal. Las citas figuran en el idioma original; junto a cada una consta el tipo de iniciativa.",
    noStatementRead: "En este período no publicó ninguna declaración una iniciativa que se haya podido leer.",
    issueLead: "La plantearon {share} que publicaron ({who}), {statements}.",
    issueLeadBefore:
      "La plantearon {share} que publicaron ({who}), {statements}; en {release}, {before} de {published}.",
    sharesCaption:
      "De las iniciativas de cada grupo de las Naciones Unidas que publicaron, cuántas la plantearon",
    sharesOf: "Proporción por grupo de las Naciones Unidas: {issue}",
    unheardCell: "todavía sin noticia",
    sharedBySeveral: "Compartido por varias",
    challenges: "Dificultades",
    messages: "Mensajes",
    singleVoices: "Voces aisladas",
    furtherStatements: "Otras declaraciones",
    allFurther: "Todas las demás declaraciones sobre esta cuestión ({number})",
    furtherElectronic: {
      one: "{count} declaración más sobre esta cuestión en la versión electrónica.",
      many: "{count} de declaraciones más sobre esta cuestión en la versión electrónica.",
      other: "{count} declaraciones más sobre esta cuestión en la versión electrónica."
    },
    furtherNotPrinted: {
      one: "{count} declaración más ({where}) figura en las versiones electrónicas de este compendio, con el mismo número.",
      many: "{count} de declaraciones más ({where}) figuran en las versiones electrónicas de este compendio, con los mismos números.",
      other:
        "{count} declaraciones más ({where}) figuran en las versiones electrónicas de este compendio, con los mismos números."
    },
    alsoNotPrinted: {
      one: "Y {count} más que dice lo mismo, en las versiones electrónicas de este compendio.",
      many: "Y {count} más que dicen lo mismo, en las versiones electrónicas de este compendio.",
      other: "Y {count} más que dicen lo mismo, en las versiones electrónicas de este compendio."
    },
    asOthersWrote: "tal como lo escribieron las demás ({number})",
    spread: "{initiatives}, {groups}",
    elsewhere: "También sobre esta cuestión, citadas en otra: párrs. {paragraphs}.",
    knownAs: "Denominación en otros marcos",
    wsis: "CMSI {codes}",
    gdc: "Pacto Digital Global {codes}",
    sdg: "ODS {codes}",
    digitalWatch: "Digital Watch: {names}",
    igfCategory: "Categoría de las aportaciones al IGF: {names}",
    subThemeOf: "Subtema: {names}",
    raisedByNobodyTitle: "Cuestiones que nadie planteó en este período",
    notRaised:
      "{issues}. De ello no se infiere nada respecto de las iniciativas de las que no se tiene noticia.",
    underNoIssue: "Declaraciones sin cuestión asignada",
    notPlaced: {
      one: "{count} declaración que la taxonomía no clasifica",
      many: "{count} de declaraciones que la taxonomía no clasifica",
      other: "{count} declaraciones que la taxonomía no clasifica"
    },

    wholeText: {
      one: "texto completo ({count} carácter)",
      many: "texto completo ({count} de caracteres)",
      other: "texto completo ({count} caracteres)"
    },
    openingOfText: {
      one: "Comienzo de un texto de {count} carácter",
      many: "Comienzo de un texto de {count} de caracteres",
      other: "Comienzo de un texto de {count} caracteres"
    },
    placeNumber: "núm.\u00a0{number}",
    placePage: "pág.\u00a0{page}",
    sentAsFile: "enviado como archivo",
    original: "texto original",
    archivedCopy: "copia archivada",
    ofInitiative: "de {initiative}, {kind}",
    why: "por qué en esta cuestión",
    decidedByWords:
      "palabras determinantes: {words}; tales asignaciones son acertadas en unos {percent} de cada 100 casos",
    decidedByOthers:
      "determinada por las declaraciones contiguas; tales asignaciones son acertadas en unos {percent} de cada 100 casos",
    wordForWord: "también, palabra por palabra, en: {places}",

    raisedIt: "la planteó",
    raisedMain: "una de sus preocupaciones principales",
    didNotRaiseIt: "publicó, no la planteó",
    initiativesAndIssues: "Iniciativas y cuestiones",
    groupsAndIssues: "Grupos de las Naciones Unidas y cuestiones",
    heatMap: "Mapa de intensidad",
    tableOf: "Cuadro {number} de {total}",
    matrixConcerns: "En negrita: una preocupación principal de la iniciativa.",
    matrixNote:
      "Número de declaraciones sobre una cuestión; una declaración puede referirse a tres como máximo. Que una iniciativa escriba más no dice nada de la importancia que le atribuye.",
    matrixGroups: "Una iniciativa de varios grupos de las Naciones Unidas figura en el primero.",
    matrixList:
      "Declaraciones por cuestión e iniciativa; las iniciativas que publicaron y no se nombran no plantearon la cuestión.",
    heatCaption:
      "Proporción de las iniciativas de cada grupo de las Naciones Unidas que publicaron en el período de las que la cuestión es una preocupación principal, en porcentaje, y cuántas de cuántas",
    alsoGroup: "también {group}",
    filter: "Filtro de la matriz",
    everything: "todos",
    onlyPublished: "solo iniciativas que publicaron",
    noColumn: "No corresponde ninguna columna.",
    columnCount: { one: "{count} columna", many: "{count} de columnas", other: "{count} columnas" },
    nothingRaised: "No se planteó nada en este período.",
    noShares: "No se pueden indicar proporciones.",

    lensesNote:
      "Una iniciativa cuenta una sola vez por línea, sean cuantas sean sus cuestiones que correspondan a ella. La adscripción de las cuestiones a las líneas es una lectura de Tributary.",
    subThemes: "Subtemas del ciclo de {year}",
    subThemesOfTheme: "Subtemas del ciclo de {year}, “{theme}”",
    wsisLines: "Líneas de acción de la CMSI",
    gdcObjectives: "Objetivos del Pacto Digital Global",
    sdgGoals: "Objetivos de Desarrollo Sostenible",
    subTheme: "Subtema",
    actionLine: "Línea de acción",
    objective: "Objetivo del Pacto",
    goal: "Objetivo de Desarrollo",
    issuesUnder: "Cuestiones planteadas que le corresponden, con el número de iniciativas",
    raisedByNobody: "nadie la planteó",

    covered: {
      one: "{release} abarcaba el período {before} con {count} iniciativa; este compendio abarca el período {now} con {published}.",
      many: "{release} abarcaba el período {before} con {count} de iniciativas; este compendio abarca el período {now} con {published}.",
      other:
        "{release} abarcaba el período {before} con {count} iniciativas; este compendio abarca el período {now} con {published}."
    },
    compareShares:
      "Un aumento o una disminución pueden significar solamente que publicaron otras: compárense las proporciones y véase quiénes se sumaron.",
    newStatements: {
      one: "{count} declaración es nueva.",
      many: "{count} de declaraciones son nuevas.",
      other: "{count} declaraciones son nuevas."
    },
    taxonomyChanged:
      "La taxonomía ha cambiado entretanto, por lo que una cuestión puede estar delimitada de otro modo.",
    heardNow: "Con noticia ahora y no entonces",
    heardThen: "Con noticia entonces y no ahora",
    changeByIssue: "Evolución por cuestión",
    changeCaption: "Iniciativas por cuestión y su proporción entre las que publicaron",
    now: "Ahora",
    shareHead: "Proporción",
    sharesThenNow: "Proporciones: antes arriba, ahora abajo",
    newShare: "Declaraciones nuevas: {share}.",
    arrivedCount: {
      one: "{count} documento de su período se recibió después del cierre ({release})",
      many: "{count} de documentos de su período se recibieron después del cierre ({release})",
      other: "{count} documentos de su período se recibieron después del cierre ({release})"
    },
    arrivedTitle: "Recibidos después del cierre ({release}), con fecha de su período",
    countedHere: "contado aquí",
    notInWindow: "fuera del período de este compendio",
    earlierTitle: "Ediciones y años anteriores",
    earlierNote:
      "Iniciativas que plantearon una cuestión, de las que publicaron. Una edición se cuenta tal como se cerró, con su propio período; un año son los mismos días de ese año, contados según lo que se sabe ahora. Una disminución puede significar solamente que se tuvo noticia de menos iniciativas.",
    earlierCaption: "Iniciativas por cuestión en ediciones y años anteriores",
    periodHead: "{name} (de {published})",
    periodTitle: {
      one: "{window}: publicó {count} iniciativa",
      many: "{window}: publicaron {count} de iniciativas",
      other: "{window}: publicaron {count} iniciativas"
    },
    lineShares: "Proporción de las iniciativas que publicaron",
    linePoint: "{name} ({share})",
    lineNobody: "{name} (sin noticia de ninguna)",
    lineNow: "ahora",
    lineSpan: "de {first} hasta {last}",
    position: "{asking}; {differing}",
    recommendedBy: {
      one: "{count} iniciativa lo recomienda",
      many: "{count} de iniciativas lo recomiendan",
      other: "{count} iniciativas lo recomiendan"
    },
    differedOn: {
      one: "{count} iniciativa deja constancia de que las opiniones al respecto diferían",
      many: "{count} de iniciativas dejan constancia de que las opiniones al respecto diferían",
      other: "{count} iniciativas dejan constancia de que las opiniones al respecto diferían"
    },
    narrowed: "Solo una parte, no el compendio completo: {parts}. Todas las cifras se refieren a esta parte.",
    narrowedIssues: "las cuestiones siguientes ({names})",
    narrowedArea: "todo el ámbito «{area}»",
    narrowedGroups: "iniciativas de los grupos de las Naciones Unidas ({names})",
    narrowedTypes: "iniciativas de los tipos siguientes ({names})",
    narrowedLanguages: "declaraciones en los idiomas siguientes ({names})",

    coverageLead:
      "Publicaron en el período {reach}. {silence}. Las iniciativas no deben informes a nadie; “todavía sin noticia” dice lo que se encontró, y nada sobre lo que se debatió.",
    byType: "Por tipo",
    byLanguage: "Por idioma del original",
    groupReach: "{group}: {published} de {registered}",
    outputsOfWindow: "Documentos del período",
    publishedOfRegistered: "Publicaron, de las registradas",
    sitesNotRead: "Todavía sin noticia, porque no se pudieron leer sus sitios",
    noEarlierOutput: "no se conoce ningún documento anterior",
    lastHeard: "última noticia: {date}",
    noPlace: "todavía sin lugar de publicación registrado",
    alsoAt: "también en la dirección {number}",
    toBeReviewed: "clase por revisar",
    notRead: "no leído",
    lastRead: "Última lectura: {date}.",
    supersededBy: "sustituido por {final}",
    noDate: "sin fecha",
    listedNotCounted: "Mencionados y no contados",
    drafts: "Borradores",
    pressAccounts: "Informaciones de prensa (de segunda mano)",
    undated: "Sin fecha, y por tanto en ningún período",
    afterFreeze: "Recibidos después del cierre",
    afterDate: "Recibidos después de la fecha de este compendio",
    placesNotRead:
      "Lugares que no se pudieron leer en la última visita, de iniciativas de las que se tiene noticia o que disponen de otro lugar",
    otherKinds: "Ni contados ni mencionados: {kinds}.",

    speakersLead: "Publicaron en el período {youth} y {others}.",
    youthCount: {
      one: "{count} iniciativa juvenil",
      many: "{count} de iniciativas juveniles",
      other: "{count} iniciativas juveniles"
    },
    othersCount: {
      one: "{count} iniciativa de otro tipo",
      many: "{count} de iniciativas de otros tipos",
      other: "{count} iniciativas de otros tipos"
    },
    youthCaption: "Preocupaciones principales de las iniciativas juveniles",
    youthOf: "Juveniles, de {total}",
    othersOf: "Otras, de {total}",
    listReach: "{list} (lista de {month}): publicaron {reach}",
    participation:
      "Lo que los documentos indican sobre quiénes participaron (jóvenes, género, participación a distancia, personas con discapacidad) figura en: {issues}.",
    figuresCaption: "Quiénes participaron, según las iniciativas",
    figure: "Dato",
    statedBy: "Indicado por, de {total}",
    persons: "Personas",
    shareOfPersons: "Proporción",
    figuresNote:
      "Las cifras son de las iniciativas, y cada una las cuenta a su manera. Una proporción abarca las que indican tanto el dato como el total de participantes.",
    statedByEach: "Según cada iniciativa",
    namedByInitiative: "nombrada por la propia iniciativa: {words}",
    setPhrases: {
      one: "En este período: {count} declaración.",
      many: "En este período: {count} de declaraciones.",
      other: "En este período: {count} declaraciones."
    },

    briefSaid: "Lo que se dijo sobre las preocupaciones principales",
    singleVoice: "una voz aislada",
    sharedBy: {
      one: "compartido por {count} iniciativa",
      many: "compartido por {count} de iniciativas",
      other: "compartido por {count} iniciativas"
    },
    unheardNumber: "Todavía sin noticia: {number}",
    moreInDigest: {
      one: "y {count} más, nombrada en el compendio",
      many: "y {count} más, nombradas en el compendio",
      other: "y {count} más, nombradas en el compendio"
    },

    archivedTitle: "{title} (copia archivada)",
    archivedNote: "Copia archivada: el texto que se leyó, sin la presentación del original.",
    originalHead: "Documento original",
    kind: "Clase",
    fetched: "Obtenido",
    fetchedFrom: "{time}, de {address}",
    bytes: "Octetos",
    noDateFound: "no se encontró ninguna fecha",
    noText: "No se pudo leer ningún texto de este documento.",
    block: "Bloque {number}",
    pageNumber: "pág.\u00a0{page}",

    // Word and feeds
    footnoteCapture: "Bytes archivados, SHA-256 {hash}, obtenidos el {date}.",
    footnoteBytes: "Bytes archivados, SHA-256 {hash}.",
    alsoWordForWord: "También, palabra por palabra:",
    feedTitle: "{title}: declaraciones nuevas",
    feedTitleOf: "{title}: declaraciones nuevas, {subject}",
    feedDescription:
      "Lo que las iniciativas nacionales, regionales, subregionales y juveniles del IGF han dicho de nuevo en este compendio, cada una con sus propias palabras."
  },
  names: {
    group: {
      "African Group": "África",
      "Asia-Pacific Group": "Asia y el Pacífico",
      "Eastern European Group": "Europa Oriental",
      GRULAC: "América Latina y el Caribe",
      WEOG: "Europa Occidental y otros Estados"
    },
    groupTitle: {
      "African Group": "Grupo de los Estados de África",
      "Asia-Pacific Group": "Grupo de los Estados de Asia y el Pacífico",
      "Eastern European Group": "Grupo de los Estados de Europa Oriental",
      GRULAC: "Grupo de los Estados de América Latina y el Caribe",
      WEOG: "Grupo de los Estados de Europa Occidental y otros Estados"
    },
    groupColumn: {
      "African Group": "África",
      "Asia-Pacific Group": "Asia y Pacífico",
      "Eastern European Group": "Europa Oriental",
      GRULAC: "Am. Latina y Car.",
      WEOG: "Europa Occ. y otros"
    },
    type: { national: "nacional", "sub-regional": "subregional", regional: "regional", youth: "juvenil" },
    kind: {
      messages: "mensajes clave",
      communique: "comunicado",
      declaration: "declaración",
      report: "informe",
      "session-summary": "resumen de sesión",
      draft: "borrador",
      transcript: "transcripción",
      announcement: "anuncio",
      news: "noticias",
      "press-account": "información de prensa, de segunda mano",
      "not-an-output": "considerado ajeno a los resultados"
    },
    statement: {
      "key-message": "mensaje clave",
      recommendation: "recomendación",
      "best-practice": "buena práctica",
      challenge: "dificultad",
      divergence: "opinión divergente",
      information: "información",
      boilerplate: "fórmula fija"
    },
    status: {
      published: "publicó",
      silent: "todavía sin noticia",
      unreachable: "todavía sin noticia, sin contacto"
    },
    outcome: {
      ok: "leído",
      "not-modified": "sin cambios",
      "bad-url": "la dirección no es una dirección web",
      "blocked-address": "la dirección conduce a una red privada",
      "blocked-port": "la dirección indica un puerto que no se visita",
      "blocked-by-robots": "el sitio pide a los programas que no lo lean",
      "dns-error": "el nombre del sitio no se conoce",
      "network-error": "el sitio no respondió",
      "tls-error": "el certificado del sitio no es válido",
      "too-slow": "el sitio respondió con demasiada lentitud",
      "too-large": "el documento supera el tamaño que se lee",
      "redirect-loop": "el sitio hace dar vueltas a los visitantes",
      "bad-redirect": "el sitio remite a una dirección no válida",
      "bad-encoding": "la respuesta está dañada",
      "not-found": "la página ya no existe",
      gone: "la página se retiró definitivamente",
      refused: "el sitio rechaza la visita",
      "rate-limited": "el sitio pide visitas menos frecuentes",
      challenge: "el sitio pide a los visitantes que demuestren ser personas",
      "server-error": "el sitio tiene un error interno",
      "unexpected-status": "el sitio dio una respuesta que no se entiende",
      "unsupported-media": "el documento es de una clase que no se puede leer"
    },
    change: {
      new: "nueva",
      more: "más",
      same: "sin cambios",
      fewer: "menos",
      quiet: "ya no se plantea"
    },
    method: {
      "published-only":
        "Este compendio abarca lo que las iniciativas han publicado y lo que se pudo leer hasta la fecha indicada en la primera página. No es una encuesta ni es representativo: una iniciativa que no publicó nada en el período puede haber debatido todas las cuestiones que figuran en él.",
      "not-a-position":
        "Las iniciativas nacionales y regionales son independientes entre sí y están en pie de igualdad. Nada de lo aquí recogido es una posición común; cada declaración pertenece a la iniciativa que se nombra junto a ella y habla por quienes participaron en ella.",
      "count-initiatives":
        "Se cuentan iniciativas, nunca palabras ni páginas: una iniciativa que dedica veinte frases a una cuestión cuenta como una. Un mensaje nacional no se suma a uno regional, y las iniciativas no se clasifican por orden.",
      groups:
        "Las proporciones por grupo de las Naciones Unidas se refieren a las iniciativas del grupo que publicaron en el período. Una iniciativa que abarca varios grupos cuenta en cada uno de ellos, por lo que la suma de los grupos puede superar el total.",
      labels:
        "Las cuestiones son las de la taxonomía de Tributary. Las etiquetas son nuestras y no de las iniciativas: un programa asigna hasta tres a cada declaración según las palabras que figuran en ella, y muestra esas palabras en “por qué en esta cuestión”. Tales etiquetas pueden ser erróneas; una iniciativa que considere que se la ha leído mal puede pedir una corrección.",
      "main-concerns":
        "Una cuestión es una preocupación principal de una iniciativa cuando aparece en primer lugar en al menos una de cada veinte de sus declaraciones del período, y en al menos dos (en una, si hay menos de diez). Las cuestiones siguen el orden del número de iniciativas de las que son una preocupación principal y, después, de las que llegaron a plantearlas; un informe extenso no hace mayor una preocupación.",
      order:
        "Las citas se suceden en este orden: primero la iniciativa menos citada hasta el momento en la página, luego los grupos de las Naciones Unidas y los tipos menos citados; en igualdad de condiciones, la declaración que comparten más iniciativas y, después, la más reciente. Ni la extensión ni la puntuación influyen. Lo que excede el espacio de una sección figura en “todas las demás declaraciones” de una de sus cuestiones.",
      shared:
        "Un mensaje se llama compartido cuando se determinó que declaraciones de al menos dos iniciativas dicen lo mismo, también en distintos idiomas cuando se pudo establecer; cada una se cita tal como la escribió su iniciativa. Quien se nombra en “en qué difieren” afirma por sí mismo que las opiniones divergían.",
      duplicates:
        "Un texto que figura en varios lugares se cita una vez, con todos sus lugares. El mismo documento en varios sitios cuenta una vez, para la iniciativa y en la fecha del que los demás reproducen.",
      kinds:
        "Se cuentan los mensajes, comunicados, declaraciones, informes y resúmenes de sesión. Los borradores y las informaciones de prensa se mencionan en la cobertura y nunca se cuentan; tampoco se cuentan las transcripciones, los anuncios ni las noticias.",
      boilerplate:
        "Se omiten las fórmulas fijas (qué es el IGF, agradecimientos, avisos de un sitio). Se conservan en las copias archivadas.",
      dates:
        "Un documento pertenece al período según la fecha de publicación que él mismo indica o que da su sitio. Los documentos sin fecha se mencionan aparte y no se incluyen en ningún período.",
      verbatim:
        "Las citas son literales y están en el idioma original. Los caracteres de control invisibles se omiten en esta forma y se conservan en los datos.",
      reproducible:
        "El compendio se puede calcular de nuevo a partir de las copias archivadas, la taxonomía y las correcciones registradas; los mismos datos dan los mismos octetos."
    },
    area: {
      infrastructure: "Infraestructura",
      security: "Seguridad",
      "human-rights": "Derechos humanos",
      legal: "Cuestiones jurídicas",
      economic: "Cuestiones económicas",
      development: "Desarrollo",
      sociocultural: "Cuestiones socioculturales",
      process: "Proceso"
    },
    list: {
      LDC: "Países menos adelantados",
      LLDC: "Países en desarrollo sin litoral",
      SIDS: "Pequeños Estados insulares en desarrollo"
    },
    wsis: {
      C1: "Papel de los gobiernos y de todas las partes interesadas",
      C2: "Infraestructura de la información y la comunicación",
      C3: "Acceso a la información y al conocimiento",
      C4: "Creación de capacidad",
      C5: "Confianza y seguridad",
      C6: "Entorno habilitador",
      C7: "Aplicaciones de las TIC",
      C8: "Diversidad cultural y lingüística, contenido local",
      C9: "Medios de comunicación",
      C10: "Dimensiones éticas",
      C11: "Cooperación internacional y regional"
    },
    gdc: {
      "1": "Cerrar las brechas digitales y acelerar los ODS",
      "2": "Inclusión en la economía digital",
      "3": "Espacio digital inclusivo, abierto, seguro y respetuoso de los derechos",
      "4": "Gobernanza de los datos",
      "5": "Gobernanza de la inteligencia artificial"
    },
    sdg: {
      "1": "Fin de la pobreza",
      "2": "Hambre cero",
      "3": "Salud y bienestar",
      "4": "Educación de calidad",
      "5": "Igualdad de género",
      "6": "Agua limpia y saneamiento",
      "7": "Energía asequible y no contaminante",
      "8": "Trabajo decente y crecimiento económico",
      "9": "Industria, innovación e infraestructura",
      "10": "Reducción de las desigualdades",
      "11": "Ciudades y comunidades sostenibles",
      "12": "Producción y consumo responsables",
      "13": "Acción por el clima",
      "14": "Vida submarina",
      "15": "Vida de ecosistemas terrestres",
      "16": "Paz, justicia e instituciones sólidas",
      "17": "Alianzas para lograr los objetivos"
    }
  },
  counted: {
    national: { one: "{count} nacional", many: "{count} de nacionales", other: "{count} nacionales" },
    "sub-regional": {
      one: "{count} subregional",
      many: "{count} de subregionales",
      other: "{count} subregionales"
    },
    regional: {
      one: "{count} regional",
      many: "{count} de regionales",
      other: "{count} regionales"
    },
    youth: { one: "{count} juvenil", many: "{count} de juveniles", other: "{count} juveniles" }
  },
  dates: {
    months: [
      "enero",
      "febrero",
      "marzo",
      "abril",
      "mayo",
      "junio",
      "julio",
      "agosto",
      "septiembre",
      "octubre",
      "noviembre",
      "diciembre"
    ],
    firstDay: "1",
    day: "{day} de {month} de {year}",
    daysOfMonth: "del {from} al {to} de {month} de {year}",
    daysOfYear: "del {from} de {fromMonth} al {to} de {toMonth} de {year}",
    days: "del {from} al {to}",
    monthOfYear: "{month} de {year}"
  }
}
