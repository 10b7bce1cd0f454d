/** The digest's fixed texts in Portuguese. */
import type { Catalogue } from "./message.ts"

export const portuguese: Catalogue<"pt"> = {
  messages: {
    comma: ", ",
    semicolon: "; ",
    gap: " ",
    labelled: "{label}: {text}",
    labelledSentence: "{label}: {text}.",
    sentence: "{text}.",
    bracketed: "({text})",
    quoted: "“{text}”",
    percent: "{number}%",
    share: "{part} de {whole}",
    span: "{first} a {last}",
    paragraph: "par.\u00a0{par}",
    paragraphSpan: "par.\u00a0{first} a {last}",
    paragraphNumber: "Parágrafo {par}",
    itemsAndMore: "{items} e {more}",
    more: { one: "mais {count}", many: "mais {count}", other: "mais {count}" },
    none: "nenhuma",
    nothing: "Nenhum.",

    title: "Compêndio Tributary {number}",
    titleOfWindow: "Compêndio Tributary, {window}",
    briefTitle: "{title}: síntese",
    forMeeting: "preparado para a seguinte reunião: {meeting}, {dates}",
    forMeetingAt: "preparado para a seguinte reunião: {meeting}, {dates}, {place}",
    forNoMeeting: "O que publicaram as iniciativas nacionais e regionais do IGF",
    imprint:
      "Documentos das iniciativas nacionais, regionais, sub-regionais e de juventude do IGF, publicados no período {window}.",
    frozen: "Fechado em {date}, conteúdo {hash}.",
    stateOf: "Situação em {date}, conteúdo {hash}.",
    runningFrozen: "{title} · fechado em {date}",
    runningState: "{title} · situação em {date}",
    madeBy:
      "Elaborado pelo Tributary com a taxonomia {version} a partir de cópias arquivadas dos documentos aqui indicados.",
    contentHash: "Conteúdo SHA-256 {hash}.",
    belongTo: "As declarações pertencem às iniciativas indicadas ao lado delas.",
    description:
      "O que publicaram as iniciativas nacionais, regionais, sub-regionais e de juventude do IGF, {window}, por questão.",
    keyword: "Governança da Internet",
    skip: "Ir para o compêndio",
    contents: "Sumário",
    byParagraph: "(por parágrafo)",
    releaseBefore: "a edição anterior",

    atAGlance: "Em resumo",
    issues: "Questões",
    whoRaisedWhat: "Quem levantou o quê",
    lenses: "Pelas lentes do MAG",
    change: "Evolução",
    changeAgainst: "Evolução em relação a: {release}",
    coverage: "Cobertura",
    whoSpeaks: "Quem se manifesta",
    method: "Método e limites",

    number: "Número",
    issue: "Questão",
    initiative: "Iniciativa",
    initiatives: "Iniciativas",
    outputs: "Documentos",
    statements: "Declarações",
    paragraphs: "Parágrafos",
    unGroup: "Grupo da ONU",
    unGroups: "Grupos da ONU",
    type: "Tipo",
    area: "Área",
    language: "Idioma",
    languageUnknown: "idioma não informado",
    published: "Publicaram",
    registered: "Registradas",
    all: "Todas",

    initiativeCount: {
      one: "{count} iniciativa",
      many: "{count} de iniciativas",
      other: "{count} iniciativas"
    },
    groupCount: {
      one: "{count} grupo da ONU",
      many: "{count} de grupos da ONU",
      other: "{count} grupos da ONU"
    },
    outputCount: { one: "{count} documento", many: "{count} de documentos", other: "{count} documentos" },
    statementCount: {
      one: "{count} declaração",
      many: "{count} de declarações",
      other: "{count} declarações"
    },
    inStatements: {
      one: "em {count} declaração",
      many: "em {count} de declarações",
      other: "em {count} declarações"
    },
    inLanguages: { one: "em {count} idioma", many: "em {count} de idiomas", other: "em {count} idiomas" },
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

    reach: "Publicaram neste período {reach}: {outputs} e {statements} {languages}.",
    reachByType: "Publicaram neste período {reach} ({types}): {outputs} e {statements} {languages}.",
    notHeardCount: {
      one: "{count} ainda não foi ouvida",
      many: "{count} ainda não foram ouvidas",
      other: "{count} ainda não foram ouvidas"
    },
    unreachableCount: {
      one: "das quais {count} não pôde ser contatada",
      many: "das quais {count} não puderam ser contatadas",
      other: "das quais {count} não puderam ser contatadas"
    },
    silence: "{notHeard}, {unreachable}",
    mainConcerns: "Principais preocupações",
    raisedCaption: "Questões segundo o número de iniciativas das quais são uma preocupação principal",
    mainConcernOf: "Preocupação principal de",
    mainNote:
      "Uma preocupação principal de uma iniciativa é uma questão que um número suficiente de suas declarações põe em primeiro lugar ({where}). Os grupos da ONU e a variação referem-se a ela; “levantada por” conta qualquer menção.",
    mainNoteFirst:
      "Uma preocupação principal de uma iniciativa é uma questão que um número suficiente de suas declarações põe em primeiro lugar ({where}). Os grupos da ONU referem-se a ela; “levantada por” conta qualquer menção.",
    mainConcern: "preocupação principal",
    raisedByColumn: "Levantada por",
    against: "Em relação a {release}",
    againstBefore: "Em relação à edição anterior",
    since: "Desde {release}",
    new: "NOVA",
    noStatement: "Nenhuma declaração neste período.",
    whereTheyDiffer: "Onde divergem",
    noDifference: "Nenhuma iniciativa registra opiniões divergentes neste período.",
    recordedBy: {
      one: "registrado por {count} iniciativa",
      many: "registrado por {count} de iniciativas",
      other: "registrado por {count} iniciativas"
    },
    difference: "{issue}: {recorded} ({where}).",
    differenceQuoted: "{issue}: {recorded} ({where}): {excerpt}",
    alsoOn: "Também sobre: {issues}.",
    whatWorked: "O que funcionou",
    noCase: "Nenhuma iniciativa relata um caso neste período.",
    caseCount: { one: "{count} caso", many: "{count} de casos", other: "{count} casos" },
    casesNamed: "{cases}, entre eles {names}.",
    newIssues: "NOVAS",
    goneQuiet: "DEIXARAM DE SER LEVANTADAS",
    inNoSubTheme: "Levantadas, mas em nenhum subtema",
    subThemesUnknown:
      "Os subtemas do ciclo de {year} não eram conhecidos quando este compêndio foi elaborado.",
    noIssue: "Nenhuma questão foi levantada neste período.",
    allCovered: "Todas as questões levantadas se enquadram em um subtema.",
    notHeardYet: "Ainda não ouvidas",
    allPublished: "Todas as iniciativas registradas publicaram neste período.",
    notReached: "não pôde ser contatada",
    namesByGroup: "nomes por grupo",
    unheard: "{names}: {link}. A ausência de documentos significa apenas que nenhum foi encontrado.",
    summaryNote:
      "Somente documentos publicados; não representativo; os rótulos são nossos ({method}). Cite pelo número na margem: é o mesmo em todas as formas e todos os idiomas deste compêndio.",

    issuesNote:
      "Na ordem do número de iniciativas das quais são uma preocupação principal. As citações estão no idioma original; o tipo de iniciativa consta ao lado de cada uma.",
    noStatementRead:
      "Nenhuma declaração foi publicada neste período por uma iniciativa que pudesse ser lida.",
    issueLead: "Levantada por {share} que publicaram ({who}), {statements}.",
    issueLeadBefore:
      "Levantada por {share} que publicaram ({who}), {statements}; na comparação com {release}, eram {before} de {published}.",
    sharesCaption: "Das iniciativas de cada grupo da ONU que publicaram, quantas a levantaram",
    sharesOf: "Parcelas por grupo da ONU: {issue}",
    unheardCell: "ainda não ouvidas",
    sharedBySeveral: "Compartilhado por várias",
    challenges: "Desafios",
    messages: "Mensagens",
    singleVoices: "Vozes isoladas",
    furtherStatements: "Outras declarações",
    allFurther: "Todas as demais declarações sobre esta questão ({number})",
    furtherElectronic: {
      one: "Mais {count} declaração sobre esta questão na versão eletrônica.",
      many: "Mais {count} de declarações sobre esta questão na versão eletrônica.",
      other: "Mais {count} declarações sobre esta questão na versão eletrônica."
    },
    furtherNotPrinted: {
      one: "Mais {count} declaração ({where}) consta das versões eletrônicas deste compêndio, sob o mesmo número.",
      many: "Mais {count} de declarações ({where}) constam das versões eletrônicas deste compêndio, sob os mesmos números.",
      other:
        "Mais {count} declarações ({where}) constam das versões eletrônicas deste compêndio, sob os mesmos números."
    },
    alsoNotPrinted: {
      one: "E mais {count} que diz o mesmo, nas versões eletrônicas deste compêndio.",
      many: "E mais {count} que dizem o mesmo, nas versões eletrônicas deste compêndio.",
      other: "E mais {count} que dizem o mesmo, nas versões eletrônicas deste compêndio."
    },
    asOthersWrote: "como as demais escreveram ({number})",
    spread: "{initiatives}, {groups}",
    elsewhere: "Também sobre esta questão, citadas em outra: par. {paragraphs}.",
    knownAs: "Denominação em outros quadros",
    wsis: "CMSI {codes}",
    gdc: "Pacto Digital Global {codes}",
    sdg: "ODS {codes}",
    digitalWatch: "Digital Watch: {names}",
    igfCategory: "Categoria das contribuições ao IGF: {names}",
    subThemeOf: "Subtema: {names}",
    raisedByNobodyTitle: "Questões que ninguém levantou neste período",
    notRaised: "{issues}. Nada se conclui daí sobre as iniciativas que não foram ouvidas.",
    underNoIssue: "Declarações sem questão atribuída",
    notPlaced: {
      one: "{count} declaração que a taxonomia não classifica",
      many: "{count} de declarações que a taxonomia não classifica",
      other: "{count} declarações que a taxonomia não classifica"
    },

    wholeText: {
      one: "texto completo ({count} caractere)",
      many: "texto completo ({count} de caracteres)",
      other: "texto completo ({count} caracteres)"
    },
    openingOfText: {
      one: "Início de um texto de {count} caractere",
      many: "Início de um texto de {count} de caracteres",
      other: "Início de um texto de {count} caracteres"
    },
    placeNumber: "n.º\u00a0{number}",
    placePage: "p.\u00a0{page}",
    sentAsFile: "enviado como arquivo",
    original: "texto original",
    archivedCopy: "cópia arquivada",
    ofInitiative: "de {initiative}, {kind}",
    why: "por que nesta questão",
    decidedByWords:
      "palavras determinantes: {words}; tais atribuições estão corretas em cerca de {percent} de cada 100 casos",
    decidedByOthers:
      "determinada pelas declarações vizinhas; tais atribuições estão corretas em cerca de {percent} de cada 100 casos",
    wordForWord: "também, palavra por palavra, em: {places}",

    raisedIt: "levantou-a",
    raisedMain: "uma de suas preocupações principais",
    didNotRaiseIt: "publicou, não a levantou",
    initiativesAndIssues: "Iniciativas e questões",
    groupsAndIssues: "Grupos da ONU e questões",
    heatMap: "Mapa de calor",
    tableOf: "Quadro {number} de {total}",
    matrixConcerns: "Em negrito: uma preocupação principal da iniciativa.",
    matrixNote:
      "Número de declarações sobre uma questão; uma declaração pode tocar até três. Que uma iniciativa escreva mais nada diz sobre a importância que atribui a uma questão.",
    matrixGroups: "Uma iniciativa de vários grupos da ONU consta no primeiro.",
    matrixList:
      "Declarações por questão e iniciativa; quem publicou e não está nomeado não levantou a questão.",
    heatCaption:
      "Parcela das iniciativas de cada grupo da ONU que publicaram no período de que a questão é uma preocupação principal, em porcentagem, e quantas de quantas",
    alsoGroup: "também {group}",
    filter: "Filtro da matriz",
    everything: "todos",
    onlyPublished: "somente iniciativas que publicaram",
    noColumn: "Nenhuma coluna corresponde.",
    columnCount: { one: "{count} coluna", many: "{count} de colunas", other: "{count} colunas" },
    nothingRaised: "Nada foi levantado neste período.",
    noShares: "Não é possível indicar parcelas.",

    lensesNote:
      "Uma iniciativa conta uma única vez em cada linha, por mais questões suas que nela se enquadrem. O enquadramento das questões nas linhas é uma leitura do Tributary.",
    subThemes: "Subtemas do ciclo de {year}",
    subThemesOfTheme: "Subtemas do ciclo de {year}, “{theme}”",
    wsisLines: "Linhas de ação da CMSI",
    gdcObjectives: "Objetivos do Pacto Digital Global",
    sdgGoals: "Objetivos de Desenvolvimento Sustentável",
    subTheme: "Subtema",
    actionLine: "Linha de ação",
    objective: "Objetivo do Pacto",
    goal: "Objetivo de Desenvolvimento",
    issuesUnder: "Questões levantadas que nela se enquadram, com o número de iniciativas",
    raisedByNobody: "ninguém a levantou",

    covered: {
      one: "{release} abrangia o período {before} com {count} iniciativa; este compêndio abrange o período {now} com {published}.",
      many: "{release} abrangia o período {before} com {count} de iniciativas; este compêndio abrange o período {now} com {published}.",
      other:
        "{release} abrangia o período {before} com {count} iniciativas; este compêndio abrange o período {now} com {published}."
    },
    compareShares:
      "Mais ou menos pode significar apenas que outras publicaram: compare as parcelas e veja quem se juntou.",
    newStatements: {
      one: "{count} declaração é nova.",
      many: "{count} de declarações são novas.",
      other: "{count} declarações são novas."
    },
    taxonomyChanged:
      "A taxonomia mudou nesse intervalo, de modo que uma questão pode estar delimitada de outra forma.",
    heardNow: "Ouvidas agora e não antes",
    heardThen: "Ouvidas antes e não agora",
    changeByIssue: "Evolução por questão",
    changeCaption: "Iniciativas por questão e sua parcela entre as que publicaram",
    now: "Agora",
    shareHead: "Parcela",
    sharesThenNow: "Parcelas: antes acima, agora abaixo",
    newShare: "Declarações novas: {share}.",
    arrivedCount: {
      one: "{count} documento do seu período foi recebido depois do fechamento ({release})",
      many: "{count} de documentos do seu período foram recebidos depois do fechamento ({release})",
      other: "{count} documentos do seu período foram recebidos depois do fechamento ({release})"
    },
    arrivedTitle: "Recebidos depois do fechamento ({release}), com data do seu período",
    countedHere: "contado aqui",
    notInWindow: "fora do período deste compêndio",
    earlierTitle: "Edições e anos anteriores",
    earlierNote:
      "Iniciativas que levantaram uma questão, entre as que publicaram. Uma edição é contada tal como foi fechada, com o seu próprio período; um ano são os mesmos dias daquele ano, contados segundo o que se sabe agora. Menos pode significar apenas que menos iniciativas foram ouvidas.",
    earlierCaption: "Iniciativas por questão, em edições e anos anteriores",
    periodHead: "{name} (de {published})",
    periodTitle: {
      one: "{window}: {count} iniciativa publicou",
      many: "{window}: {count} de iniciativas publicaram",
      other: "{window}: {count} iniciativas publicaram"
    },
    lineShares: "Parcela das iniciativas que publicaram",
    linePoint: "{name} ({share})",
    lineNobody: "{name} (nenhuma ouvida)",
    lineNow: "agora",
    lineSpan: "de {first} até {last}",
    position: "{asking}; {differing}",
    recommendedBy: {
      one: "{count} iniciativa o recomenda",
      many: "{count} de iniciativas o recomendam",
      other: "{count} iniciativas o recomendam"
    },
    differedOn: {
      one: "{count} iniciativa registra que as opiniões a respeito divergiam",
      many: "{count} de iniciativas registram que as opiniões a respeito divergiam",
      other: "{count} iniciativas registram que as opiniões a respeito divergiam"
    },
    narrowed: "Apenas uma parte, não o compêndio inteiro: {parts}. Todos os números se referem a esta parte.",
    narrowedIssues: "as questões seguintes ({names})",
    narrowedArea: "toda a área “{area}”",
    narrowedGroups: "iniciativas dos grupos da ONU ({names})",
    narrowedTypes: "iniciativas dos tipos seguintes ({names})",
    narrowedLanguages: "declarações nos idiomas seguintes ({names})",

    coverageLead:
      "Publicaram no período {reach}; {silence}. As iniciativas não devem relatórios a ninguém; “ainda não ouvida” diz o que foi encontrado, e nada sobre o que foi debatido.",
    byType: "Por tipo",
    byLanguage: "Por idioma do original",
    groupReach: "{group}: {published} de {registered}",
    outputsOfWindow: "Documentos do período",
    publishedOfRegistered: "Publicaram, das registradas",
    sitesNotRead: "Ainda não ouvidas, porque seus sites não puderam ser lidos",
    noEarlierOutput: "nenhum documento anterior conhecido",
    lastHeard: "ouvida pela última vez em {date}",
    noPlace: "ainda sem local de publicação registrado",
    alsoAt: "também no endereço {number}",
    toBeReviewed: "espécie a conferir",
    notRead: "não lido",
    lastRead: "Lido pela última vez em {date}.",
    supersededBy: "substituído por {final}",
    noDate: "sem data",
    listedNotCounted: "Mencionados e não contados",
    drafts: "Minutas",
    pressAccounts: "Relatos da imprensa (de segunda mão)",
    undated: "Sem data, portanto em nenhum período",
    afterFreeze: "Recebidos depois do fechamento",
    afterDate: "Recebidos depois da data deste compêndio",
    placesNotRead:
      "Locais que não puderam ser lidos na última visita, de iniciativas que foram ouvidas ou têm outro local",
    otherKinds: "Nem contados nem mencionados: {kinds}.",

    speakersLead: "Publicaram no período {youth} e {others}.",
    youthCount: {
      one: "{count} iniciativa de juventude",
      many: "{count} de iniciativas de juventude",
      other: "{count} iniciativas de juventude"
    },
    othersCount: {
      one: "{count} outra iniciativa",
      many: "{count} de outras iniciativas",
      other: "{count} outras iniciativas"
    },
    youthCaption: "Preocupações principais das iniciativas de juventude",
    youthOf: "Juventude, de {total}",
    othersOf: "Outras, de {total}",
    listReach: "{list} (lista de {month}): publicaram {reach}",
    participation:
      "O que os documentos informam sobre quem participou (jovens, gênero, participação remota, pessoas com deficiência) consta em: {issues}.",
    figuresCaption: "Quem participou, segundo as iniciativas",
    figure: "Dado",
    statedBy: "Informado por, de {total}",
    persons: "Pessoas",
    shareOfPersons: "Proporção",
    figuresNote:
      "Os números são das iniciativas, e cada uma os conta à sua maneira. Uma proporção abrange as que informam tanto o dado quanto o total de participantes.",
    statedByEach: "Segundo cada iniciativa",
    namedByInitiative: "nomeada pela própria iniciativa: {words}",
    setPhrases: {
      one: "Neste período: {count} declaração.",
      many: "Neste período: {count} de declarações.",
      other: "Neste período: {count} declarações."
    },

    briefSaid: "O que se disse sobre as preocupações principais",
    singleVoice: "uma voz isolada",
    sharedBy: {
      one: "compartilhado por {count} iniciativa",
      many: "compartilhado por {count} de iniciativas",
      other: "compartilhado por {count} iniciativas"
    },
    unheardNumber: "Ainda não ouvidas: {number}",
    moreInDigest: {
      one: "e mais {count}, nomeada no compêndio",
      many: "e mais {count}, nomeadas no compêndio",
      other: "e mais {count}, nomeadas no compêndio"
    },

    archivedTitle: "{title} (cópia arquivada)",
    archivedNote: "Cópia arquivada: o texto que foi lido, sem a apresentação do original.",
    originalHead: "Documento original",
    kind: "Espécie",
    fetched: "Obtido",
    fetchedFrom: "{time}, de {address}",
    bytes: "Octetos",
    noDateFound: "nenhuma data encontrada",
    noText: "Nenhum texto pôde ser lido neste documento.",
    block: "Bloco {number}",
    pageNumber: "pág.\u00a0{page}",

    // Word and feeds
    footnoteCapture: "Bytes arquivados, SHA-256 {hash}, obtidos em {date}.",
    footnoteBytes: "Bytes arquivados, SHA-256 {hash}.",
    alsoWordForWord: "Também, palavra por palavra:",
    feedTitle: "{title}: novas declarações",
    feedTitleOf: "{title}: novas declarações, {subject}",
    feedDescription:
      "O que as iniciativas nacionais, regionais, sub-regionais e de juventude do IGF disseram de novo neste compêndio, cada uma em suas próprias palavras."
  },
  names: {
    group: {
      "African Group": "África",
      "Asia-Pacific Group": "Ásia e Pacífico",
      "Eastern European Group": "Europa Oriental",
      GRULAC: "América Latina e Caribe",
      WEOG: "Europa Ocidental e outros Estados"
    },
    groupTitle: {
      "African Group": "Grupo dos Estados da África",
      "Asia-Pacific Group": "Grupo dos Estados da Ásia e do Pacífico",
      "Eastern European Group": "Grupo dos Estados da Europa Oriental",
      GRULAC: "Grupo dos Estados da América Latina e do Caribe",
      WEOG: "Grupo dos Estados da Europa Ocidental e outros Estados"
    },
    groupColumn: {
      "African Group": "África",
      "Asia-Pacific Group": "Ásia e Pacífico",
      "Eastern European Group": "Europa Oriental",
      GRULAC: "Am. Latina e Car.",
      WEOG: "Europa Ocid. e outros"
    },
    type: { national: "nacional", "sub-regional": "sub-regional", regional: "regional", youth: "juventude" },
    kind: {
      messages: "mensagens-chave",
      communique: "comunicado",
      declaration: "declaração",
      report: "relatório",
      "session-summary": "resumo de sessão",
      draft: "minuta",
      transcript: "transcrição",
      announcement: "anúncio",
      news: "notícias",
      "press-account": "relato da imprensa, de segunda mão",
      "not-an-output": "considerado alheio aos resultados"
    },
    statement: {
      "key-message": "mensagem-chave",
      recommendation: "recomendação",
      "best-practice": "boa prática",
      challenge: "desafio",
      divergence: "opinião divergente",
      information: "informação",
      boilerplate: "fórmula fixa"
    },
    status: {
      published: "publicou",
      silent: "ainda não ouvida",
      unreachable: "ainda não ouvida, não pôde ser contatada"
    },
    outcome: {
      ok: "lido",
      "not-modified": "sem alteração",
      "bad-url": "o endereço não é um endereço web",
      "blocked-address": "o endereço leva a uma rede privada",
      "blocked-port": "o endereço indica uma porta que não é visitada",
      "blocked-by-robots": "o site pede aos programas que não o leiam",
      "dns-error": "o nome do site não é conhecido",
      "network-error": "o site não respondeu",
      "tls-error": "o certificado do site não é válido",
      "too-slow": "o site respondeu devagar demais",
      "too-large": "o documento é maior do que se lê",
      "redirect-loop": "o site faz os visitantes andarem em círculo",
      "bad-redirect": "o site remete a um endereço inválido",
      "bad-encoding": "a resposta está danificada",
      "not-found": "a página já não existe",
      gone: "a página foi retirada definitivamente",
      refused: "o site recusa a visita",
      "rate-limited": "o site pede visitas menos frequentes",
      challenge: "o site pede aos visitantes que provem ser pessoas",
      "server-error": "o site tem um erro interno",
      "unexpected-status": "o site deu uma resposta que não se entende",
      "unsupported-media": "o documento é de uma espécie que não pode ser lida"
    },
    change: {
      new: "nova",
      more: "mais",
      same: "sem alteração",
      fewer: "menos",
      quiet: "deixou de ser levantada"
    },
    method: {
      "published-only":
        "Este compêndio abrange o que as iniciativas publicaram e o que pôde ser lido até a data indicada na primeira página. Não é uma pesquisa nem é representativo: uma iniciativa que nada publicou no período pode ter debatido todas as questões que nele constam.",
      "not-a-position":
        "As iniciativas nacionais e regionais são independentes entre si e estão em pé de igualdade. Nada aqui é posição comum delas; cada declaração pertence à iniciativa indicada ao lado e fala por quem dela participou.",
      "count-initiatives":
        "Contam-se iniciativas, nunca palavras ou páginas: uma iniciativa que escreve vinte frases sobre uma questão conta como uma. Uma mensagem nacional não é somada a uma regional, e as iniciativas não são classificadas por ordem.",
      groups:
        "As parcelas por grupo da ONU referem-se às iniciativas do grupo que publicaram no período. Uma iniciativa que abrange vários grupos conta em cada um deles, de modo que a soma dos grupos pode exceder o total.",
      labels:
        "As questões são as da taxonomia do Tributary. Os rótulos são nossos e não das iniciativas: um programa atribui até três a cada declaração pelas palavras que nela constam e mostra essas palavras em “por que nesta questão”. Tais rótulos podem estar errados; uma iniciativa que se considere mal lida pode pedir uma correção.",
      "main-concerns":
        "Uma questão é uma preocupação principal de uma iniciativa quando vem em primeiro lugar em pelo menos uma de cada vinte de suas declarações do período, e em pelo menos duas (em uma, quando há menos de dez). As questões seguem a ordem do número de iniciativas das quais são uma preocupação principal e, depois, do número das que as levantaram; um relatório longo não torna uma preocupação maior.",
      order:
        "As citações seguem esta ordem: primeiro a iniciativa menos citada até então na página, depois os grupos da ONU e os tipos menos citados; em igualdade, a declaração que mais iniciativas compartilham e, em seguida, a mais recente. Extensão e pontuação não influem. O que excede o espaço de uma seção consta em “todas as demais declarações” de uma de suas questões.",
      shared:
        "Uma mensagem é chamada de compartilhada quando se verificou que declarações de pelo menos duas iniciativas dizem o mesmo, entre idiomas quando isso pôde ser apurado; cada uma é citada como sua iniciativa a escreveu. Quem é nomeado em “onde divergem” afirma por si que as opiniões divergiram.",
      duplicates:
        "Um texto que consta em vários lugares é citado uma vez, com todos os seus lugares. O mesmo documento em vários sites conta uma vez, para a iniciativa e na data daquele que os outros repetem.",
      kinds:
        "Contam-se mensagens, comunicados, declarações, relatórios e resumos de sessão. Minutas e relatos da imprensa são mencionados na cobertura e nunca contados; transcrições, anúncios e notícias também não são contados.",
      boilerplate:
        "Fórmulas fixas (o que é o IGF, agradecimentos, avisos de um site) são omitidas. Permanecem nas cópias arquivadas.",
      dates:
        "Um documento pertence ao período pela data de publicação que ele mesmo indica ou que seu site informa. Documentos sem data são mencionados à parte e não entram em nenhum período.",
      verbatim:
        "As citações são literais e no idioma original. Caracteres de controle invisíveis são omitidos nesta forma e mantidos nos dados.",
      reproducible:
        "O compêndio pode ser calculado de novo a partir das cópias arquivadas, da taxonomia e das correções registradas; os mesmos dados dão os mesmos octetos."
    },
    area: {
      infrastructure: "Infraestrutura",
      security: "Segurança",
      "human-rights": "Direitos humanos",
      legal: "Questões jurídicas",
      economic: "Questões econômicas",
      development: "Desenvolvimento",
      sociocultural: "Questões socioculturais",
      process: "Processo"
    },
    list: {
      LDC: "Países menos desenvolvidos",
      LLDC: "Países em desenvolvimento sem litoral",
      SIDS: "Pequenos Estados insulares em desenvolvimento"
    },
    wsis: {
      C1: "Papel dos governos e de todas as partes interessadas",
      C2: "Infraestrutura de informação e comunicação",
      C3: "Acesso à informação e ao conhecimento",
      C4: "Capacitação",
      C5: "Confiança e segurança",
      C6: "Ambiente favorável",
      C7: "Aplicações das TIC",
      C8: "Diversidade cultural e linguística, conteúdo local",
      C9: "Mídia",
      C10: "Dimensões éticas",
      C11: "Cooperação internacional e regional"
    },
    gdc: {
      "1": "Eliminar as divisões digitais e acelerar os ODS",
      "2": "Inclusão na economia digital",
      "3": "Espaço digital inclusivo, aberto, seguro e que respeite os direitos",
      "4": "Governança de dados",
      "5": "Governança da inteligência artificial"
    },
    sdg: {
      "1": "Erradicação da pobreza",
      "2": "Fome zero e agricultura sustentável",
      "3": "Saúde e bem-estar",
      "4": "Educação de qualidade",
      "5": "Igualdade de gênero",
      "6": "Água potável e saneamento",
      "7": "Energia acessível e limpa",
      "8": "Trabalho decente e crescimento econômico",
      "9": "Indústria, inovação e infraestrutura",
      "10": "Redução das desigualdades",
      "11": "Cidades e comunidades sustentáveis",
      "12": "Consumo e produção responsáveis",
      "13": "Ação contra a mudança global do clima",
      "14": "Vida na água",
      "15": "Vida terrestre",
      "16": "Paz, justiça e instituições eficazes",
      "17": "Parcerias e meios de implementação"
    }
  },
  counted: {
    national: { one: "{count} nacional", many: "{count} de nacionais", other: "{count} nacionais" },
    "sub-regional": {
      one: "{count} sub-regional",
      many: "{count} de sub-regionais",
      other: "{count} sub-regionais"
    },
    regional: { one: "{count} regional", many: "{count} de regionais", other: "{count} regionais" },
    youth: { one: "{count} de juventude", many: "{count} de juventude", other: "{count} de juventude" }
  },
  dates: {
    months: [
      "janeiro",
      "fevereiro",
      "março",
      "abril",
      "maio",
      "junho",
      "julho",
      "agosto",
      "setembro",
      "outubro",
      "novembro",
      "dezembro"
    ],
    firstDay: "1º",
    day: "{day} de {month} de {year}",
    daysOfMonth: "de {from} a {to} de {month} de {year}",
    daysOfYear: "de {from} de {fromMonth} a {to} de {toMonth} de {year}",
    days: "de {from} a {to}",
    monthOfYear: "{month} de {year}"
  }
}
