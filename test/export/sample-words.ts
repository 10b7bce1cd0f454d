/**
 * Invented outputs of invented initiatives, written for these tests in the manner of real ones.
 *
 * A statement is `kind | text | issue: evidence, evidence; issue: evidence | options`, where the options
 * are `cluster=NAME`, `case=NAME` and `copy=N` (a copy of the statement with that cluster of another output).
 */
export interface SampleOutput {
  readonly key: string
  readonly initiative: string
  readonly language: string
  readonly title: string
  readonly kind: string
  readonly date: string | null
  readonly url: string
  readonly headings: ReadonlyArray<string>
  readonly statements: ReadonlyArray<string>
}

export const sampleOutputs: ReadonlyArray<SampleOutput> = [
  {
    key: "norvia-messages",
    initiative: "norvia-igf",
    language: "en",
    title: "Messages from Norvia IGF 2025",
    kind: "messages",
    date: "2025-11-18",
    url: "https://igf.norvia.example/2025/messages",
    headings: ["Messages", "Plenary 2: Growing up online"],
    statements: [
      "key-message | Age checks must not make everybody identify themselves: proof of age can be given without proof of identity. | child-online-safety: Age checks, proof of age; privacy-and-data-protection: proof of identity | cluster=age",
      "recommendation | Schools, parents and platforms should agree on one plain set of rules for children online, written together with pupils. | child-online-safety: children online; youth-participation: pupils",
      "divergence | No agreement was reached on whether platforms should be obliged by law to verify age; some asked for a duty with fines, others warned that it would end anonymous use of the Internet. | child-online-safety: verify age; platform-regulation: obliged by law, platforms",
      "key-message | Public bodies that decide with the help of artificial intelligence should say so, and a person must be able to overturn the decision. | artificial-intelligence: artificial intelligence; digital-government: Public bodies | cluster=ai-human",
      "challenge | Small municipalities cannot hire security staff, and attackers know it: three of our twelve regional hospitals lost data last year. | cybersecurity: security staff, attackers",
      "best-practice | The Clean Inbox exchange, run by four operators and the national CERT, takes down fraudulent domain names within six hours on average. | cybercrime: fraudulent domain names; cybersecurity: CERT | case=Clean Inbox exchange",
      "recommendation | The energy use of data centres should be reported in one public register, by site and by year. | environmental-sustainability: energy use; cloud-and-data-centres: data centres | cluster=energy",
      "key-message | Fibre has reached the towns; the villages of the eastern valleys still depend on a single mobile mast. | access-and-digital-divide: villages, mobile mast; telecommunications-infrastructure: Fibre | cluster=rural",
      "recommendation | The IGF should publish the inputs of national initiatives by topic before the programme is decided, not after. | igf-process: IGF, programme; nri-process: national initiatives | cluster=early",
      "information | 212 people took part, 61 of them remotely; 38 per cent were women and 22 per cent were under thirty. | participation-and-diversity: women, took part; remote-participation: remotely; youth-participation: under thirty",
      "key-message | Media literacy belongs in teacher training, not in a project week. | information-integrity: Media literacy; capacity-development: teacher training | cluster=literacy",
      "divergence | Views differed on network fees: operators called them fair, content providers and users called them a toll on the open Internet. | network-neutrality: network fees, open Internet"
    ]
  },
  {
    key: "kestria-resume",
    initiative: "fgi-kestria",
    language: "fr",
    title: "Communiqué final du Forum sur la gouvernance de l’Internet de Kestria, sixième édition",
    kind: "communique",
    date: "2025-09-30",
    url: "https://fgi.kestria.example/communique-2025",
    headings: ["Recommandations"],
    statements: [
      "recommendation | Le Forum demande que le fonds de service universel finance en priorité les réseaux communautaires des zones rurales, avec des comptes publiés chaque année. | access-and-digital-divide: fonds de service universel, réseaux communautaires, zones rurales | cluster=rural",
      "key-message | L’accès ne suffit pas : sans appareils abordables ni contenus dans nos langues, la moitié du pays reste devant une porte ouverte. | access-and-digital-divide: L’accès, appareils abordables; multilingualism-and-local-content: contenus dans nos langues | cluster=devices",
      "recommendation | Aucune coupure d’Internet ne devrait être ordonnée sans décision publique et motivée d’un juge. | internet-shutdowns: coupure d’Internet | cluster=shutdown",
      "challenge | Les jeunes femmes quittent les espaces en ligne après des campagnes de harcèlement, et les plaintes restent sans suite. | gender-rights-online: jeunes femmes, harcèlement; content-governance: harcèlement",
      "best-practice | La caravane « Clic sûr » a formé 4 300 élèves et 190 enseignants dans vingt et une communes à la protection en ligne. | child-online-safety: protection en ligne; capacity-development: formé, enseignants | case=Clic sûr",
      "recommendation | Les services publics numériques doivent rester accessibles au guichet pour celles et ceux qui n’ont pas d’identité numérique. | digital-government: services publics numériques; digital-public-infrastructure: identité numérique",
      "key-message | L’intelligence artificielle apprise sans nos langues ne parle pas pour nous. | artificial-intelligence: intelligence artificielle; multilingualism-and-local-content: nos langues | cluster=ai-language",
      "recommendation | Les États de la sous-région devraient reconnaître mutuellement leurs équipes de réponse aux incidents et s’entraîner ensemble chaque année. | cybersecurity: équipes de réponse aux incidents | cluster=certs",
      "divergence | Les participants ne se sont pas accordés sur une taxe des données mobiles : les uns y voient une ressource pour les écoles, les autres un obstacle à l’accès. | taxation: taxe; access-and-digital-divide: l’accès",
      "key-message | La contribution des forums nationaux au programme mondial doit être visible : ce qui a été dit ici doit pouvoir être retrouvé là-bas. | nri-process: forums nationaux; igf-process: programme mondial | cluster=early",
      "challenge | Le point d’échange national est installé, mais trois opérateurs sur cinq n’y sont pas raccordés. | telecommunications-infrastructure: point d’échange; critical-internet-resources: opérateurs",
      "boilerplate | Le Forum sur la gouvernance de l’Internet est un espace de dialogue ouvert à toutes les parties prenantes. | |"
    ]
  },
  {
    key: "tessaly-relatoria",
    initiative: "tessaly-igf",
    language: "es",
    title: "Relatoría del IGF Tessaly 2025",
    kind: "report",
    date: "2025-10-22",
    url: "https://igf.tessaly.example/archivo/relatoria-2025.pdf",
    headings: ["Conclusiones por mesa", "Mesa 3. Conectividad"],
    statements: [
      "best-practice | Las redes comunitarias de la Sierra Alta conectan a 37 aldeas con tarifas que fija la asamblea; el mantenimiento lo hacen técnicas formadas en la propia zona. | access-and-digital-divide: redes comunitarias; gender-rights-online: técnicas | case=redes comunitarias de la Sierra Alta",
      "recommendation | El regulador debe reservar espectro para redes comunitarias sin fines de lucro y simplificar sus licencias. | telecommunications-infrastructure: espectro; access-and-digital-divide: redes comunitarias | cluster=rural",
      "key-message | Verificar la edad no puede convertirse en un registro de toda la población adulta. | child-online-safety: Verificar la edad; privacy-and-data-protection: registro | cluster=age",
      "recommendation | Pedimos una ley que obligue a las plataformas a comprobar la edad antes de abrir una cuenta, con sanciones proporcionales a sus ingresos. | child-online-safety: edad; platform-regulation: plataformas, sanciones",
      "key-message | Toda decisión automatizada que afecte derechos debe poder ser revisada por una persona. | artificial-intelligence: decisión automatizada; human-rights-online: derechos | cluster=ai-human",
      "challenge | Los periódicos locales han perdido a la mitad de su redacción; sin ellos nadie contrasta lo que circula en los grupos de mensajería. | media-and-journalism: periódicos locales; information-integrity: contrasta",
      "divergence | Hubo posiciones encontradas sobre el impuesto a los servicios digitales: la mesa no llegó a una recomendación común. | taxation: impuesto a los servicios digitales",
      "recommendation | Las consultas públicas en línea deben aceptar aportes en lenguas indígenas y responderlos en la misma lengua. | multilingualism-and-local-content: lenguas indígenas; digital-government: consultas públicas en línea | cluster=languages",
      "key-message | La alfabetización mediática debe empezar en la escuela primaria y alcanzar también a las personas mayores. | information-integrity: alfabetización mediática; capacity-development: escuela | cluster=literacy",
      "key-message | El trabajo en plataformas necesita protección social; nadie debería perder su cuenta sin explicación ni recurso. | future-of-work: trabajo en plataformas, protección social | cluster=work",
      "information | Participaron 148 personas, el 46 por ciento mujeres; el 30 por ciento lo hizo a distancia. | participation-and-diversity: mujeres; remote-participation: a distancia",
      "challenge | La cobertura que muestran los mapas oficiales no coincide con la que miden las comunidades. | access-and-digital-divide: cobertura; data-governance: mapas oficiales"
    ]
  },
  {
    key: "old-port-youth",
    initiative: "old-port-youth-igf",
    language: "en",
    title: "Declaration of the Old Port Youth IGF",
    kind: "declaration",
    date: "2025-08-12",
    url: "https://youth.oldport.example/declaration#text",
    headings: ["We call for"],
    statements: [
      "key-message | Nothing about young people online without young people: one seat in every advisory board on child safety should go to somebody under twenty-five. | youth-participation: young people, under twenty-five; child-online-safety: child safety | cluster=youth-seat",
      "recommendation | Age assurance should be done on the device, and nothing should leave it. | child-online-safety: Age assurance; privacy-and-data-protection: leave it | cluster=age",
      "best-practice | The Harbour Line, a help line run by pupils with two trained nurses, took 1,140 calls about blackmail with pictures in its first year. | child-online-safety: help line, blackmail with pictures | case=Harbour Line",
      "key-message | Data bundles that cost a day's wage are not access. | access-and-digital-divide: Data bundles, access | cluster=devices",
      "challenge | Most of us learn what artificial intelligence is from advertisements of those who sell it. | artificial-intelligence: artificial intelligence; capacity-development: learn",
      "recommendation | Shutting down the Internet during examinations punishes everybody for the few; it should end. | internet-shutdowns: Shutting down the Internet | cluster=shutdown",
      "recommendation | Travel support for youth delegates should be announced before visa deadlines, not after them. | funding-and-resources: Travel support; youth-participation: youth delegates",
      "divergence | We did not agree on a minimum age for social media: some of us want sixteen, others want none and better design. | child-online-safety: minimum age; platform-regulation: social media",
      "key-message | Climate belongs on the agenda: discarded phones from elsewhere are burned in our district. | environmental-sustainability: Climate, discarded phones",
      "key-message | Screen readers still fail on the application forms of our own universities. | rights-of-persons-with-disabilities: Screen readers; online-education: universities"
    ]
  },
  {
    key: "sahra-bayan",
    initiative: "sahra-igf",
    language: "ar",
    title: "البيان الختامي لمنتدى حوكمة الإنترنت في الصحراء الشرقية",
    kind: "communique",
    date: "2025-12-03",
    url: "https://igf.sahra.example/ar/bayan-2025",
    headings: ["التوصيات"],
    statements: [
      "recommendation | يوصي المنتدى بتوسيع شبكات النطاق العريض في القرى والمناطق النائية، وبأن تُنشر خطط التغطية للجمهور كل سنة. | access-and-digital-divide: القرى, النطاق العريض; telecommunications-infrastructure: شبكات النطاق العريض | cluster=rural",
      "key-message | لا يكفي أن تفهم أنظمة الذكاء الاصطناعي لغتنا الفصحى، بل ينبغي أن تُدرَّب على لهجاتنا بمشاركة أهلها. | artificial-intelligence: الذكاء الاصطناعي; multilingualism-and-local-content: لغتنا, لهجاتنا | cluster=ai-language",
      "recommendation | ينبغي أن تعمل عناوين البريد الإلكتروني العربية وأسماء النطاقات العربية في جميع الخدمات الحكومية قبل نهاية عام 2027. | universal-acceptance: أسماء النطاقات العربية, عناوين البريد الإلكتروني; digital-government: الخدمات الحكومية | cluster=idn",
      "challenge | تفتقر فرق الاستجابة للطوارئ السيبرانية إلى الكفاءات، وتهاجر الخبرات بعد سنتين من التدريب. | cybersecurity: للطوارئ السيبرانية; capacity-development: التدريب",
      "best-practice | درّبت مبادرة «نساء الشبكة» 620 امرأة على صيانة الشبكات، وتعمل اليوم 140 منهن لدى مشغلي الاتصالات. | gender-rights-online: امرأة; capacity-development: درّبت | case=نساء الشبكة",
      "key-message | حماية الأطفال على الإنترنت مسؤولية مشتركة بين الأسرة والمدرسة والمنصات. | child-online-safety: حماية الأطفال",
      "divergence | اختلف المشاركون حول إلزام الشركات بحفظ البيانات داخل البلاد. | jurisdiction-and-digital-sovereignty: داخل البلاد; data-governance: حفظ البيانات",
      "recommendation | ندعو إلى تعاون إقليمي بين فرق الاستجابة للحوادث وإلى تمرين سنوي مشترك. | cybersecurity: فرق الاستجابة للحوادث | cluster=certs",
      "information | شارك في المنتدى 176 شخصا، منهم 71 عن بعد. | remote-participation: عن بعد; participation-and-diversity: شارك"
    ]
  },
  {
    key: "meridian-synthesis",
    initiative: "meridian-igf",
    language: "en",
    title: "Meridian Regional IGF 2025: synthesis document, final",
    kind: "messages",
    date: "2025-12-15",
    url: "https://meridian-igf.example/2025/synthesis-final",
    headings: ["Thematic track 1: Inclusion"],
    statements: [
      "key-message | Affordable devices matter as much as coverage: in five of nine economies a basic smartphone costs more than a month's minimum income. | access-and-digital-divide: Affordable devices, coverage | cluster=devices",
      "recommendation | Regulators should publish coverage measured by users beside coverage claimed by operators. | access-and-digital-divide: coverage; data-governance: publish",
      "key-message | Human review of automated decisions should be a right, not a favour. | artificial-intelligence: automated decisions; human-rights-online: right | cluster=ai-human",
      "recommendation | Registries should support addresses in every script used in the region, and public procurement should require it. | universal-acceptance: every script; digital-government: public procurement | cluster=idn",
      "divergence | Participants disagreed on whether general-purpose AI models need a licence before release; the track records both views. | artificial-intelligence: AI models, licence",
      "key-message | Undersea cables are a shared lifeline: two island economies were cut off for eleven days in 2025. | telecommunications-infrastructure: Undersea cables; cybersecurity: cut off",
      "best-practice | The Lagoon repair pact lets any cable ship of the four signatories start a repair before the paperwork is done; the last outage ended nine days earlier than the one before. | telecommunications-infrastructure: cable ship, repair | case=Lagoon repair pact",
      "recommendation | Data-centre projects should state water and energy use before permission is given. | environmental-sustainability: water and energy use; cloud-and-data-centres: Data-centre | cluster=energy",
      "challenge | Remote participants could listen, but in half of the sessions nobody read their questions. | remote-participation: Remote participants",
      "key-message | WSIS+20 made the forum permanent; the next question is how its messages reach those who decide. | wsis-and-gdc: WSIS+20; outputs-and-impact: messages reach | cluster=impact",
      "recommendation | Workers on platforms should be able to carry their ratings from one platform to another. | future-of-work: Workers on platforms; competition-and-market-power: from one platform to another | cluster=work"
    ]
  },
  {
    key: "southern-isles-youth",
    initiative: "southern-isles-youth-igf",
    language: "zh",
    title: "南岛青年互联网治理论坛2025年倡议书",
    kind: "declaration",
    date: "2025-10-05",
    url: "https://youth.southernisles.example/zh/2025",
    headings: ["我们的倡议"],
    statements: [
      "key-message | 年龄验证不应要求所有人实名登记，青少年也有匿名表达的权利。 | child-online-safety: 年龄验证, 青少年; privacy-and-data-protection: 实名登记; freedom-of-expression: 匿名表达 | cluster=age",
      "recommendation | 平台应当用青少年看得懂的语言说明推荐算法如何运作，并允许一键关闭。 | platform-regulation: 平台; artificial-intelligence: 推荐算法",
      "key-message | 台风过后，断网的村庄最需要的是可以自己修复的社区网络。 | access-and-digital-divide: 村庄, 社区网络; environmental-sustainability: 台风 | cluster=rural",
      "best-practice | “灯塔课堂”由大学生为渔村学校远程授课，两年内覆盖二十三所学校。 | online-education: 远程授课; access-and-digital-divide: 渔村 | case=灯塔课堂",
      "challenge | 深度伪造视频在选举期间传播速度远快于辟谣。 | information-integrity: 深度伪造, 选举",
      "recommendation | 国际会议应为青年代表保留发言时间，而不仅仅是旁听席。 | youth-participation: 青年代表; participation-and-diversity: 发言时间 | cluster=youth-seat",
      "divergence | 关于是否禁止十六岁以下用户使用社交媒体，与会青年意见不一。 | child-online-safety: 十六岁以下; platform-regulation: 社交媒体"
    ]
  },
  {
    key: "belogor-rezolyutsiya",
    initiative: "belogor-igf",
    language: "ru",
    title: "Послания форума по управлению интернетом Белогории 2025 года",
    kind: "messages",
    date: "2025-11-27",
    url: "https://igf.belogor.example/2025/poslaniya",
    headings: ["Секция 1. Доверие и безопасность"],
    statements: [
      "key-message | Защита детей в сети не должна вести к обязательной идентификации всех пользователей. | child-online-safety: Защита детей в сети; privacy-and-data-protection: обязательной идентификации | cluster=age",
      "recommendation | Государственным органам следует публиковать перечень систем искусственного интеллекта, которые они применяют, и порядок обжалования их решений. | artificial-intelligence: искусственного интеллекта; digital-government: Государственным органам | cluster=ai-human",
      "challenge | Телефонное мошенничество остаётся главной угрозой для пожилых людей; за год число обращений выросло на треть. | cybercrime: мошенничество; consumer-protection: пожилых людей",
      "recommendation | Необходимо обеспечить работу кириллических доменных имён и адресов электронной почты во всех государственных сервисах. | universal-acceptance: кириллических доменных имён, адресов электронной почты | cluster=idn",
      "best-practice | Проект «Цифровая библиотека» открыл в 64 сёлах точки бесплатного доступа, где библиотекари помогают заполнять заявления. | access-and-digital-divide: бесплатного доступа; digital-government: заявления | case=Цифровая библиотека",
      "divergence | Участники разошлись во мнениях о том, где должны храниться данные граждан. | data-governance: данные граждан; jurisdiction-and-digital-sovereignty: храниться",
      "key-message | Горные посёлки получают связь последними, а теряют её первыми. | access-and-digital-divide: Горные посёлки, связь | cluster=rural",
      "key-message | Учить распознавать ложь важнее, чем обещать её удалить. | information-integrity: распознавать ложь; capacity-development: Учить | cluster=literacy"
    ]
  },
  {
    key: "lusitan-mensagens",
    initiative: "costa-verde-igf",
    language: "pt",
    title: "Mensagens da Costa Verde: quarto fórum da governação da Internet",
    kind: "messages",
    date: "2025-10-14",
    url: "https://igf.costaverde.example/mensagens-2025",
    headings: ["Mensagens", "Sessão 4. Inteligência artificial"],
    statements: [
      "key-message | A inteligência artificial usada na administração pública deve ser explicável a quem é afetado por ela. | artificial-intelligence: inteligência artificial; digital-government: administração pública | cluster=ai-human",
      "recommendation | Os municípios do interior precisam de financiamento estável para manter as redes que já foram construídas. | access-and-digital-divide: municípios do interior, redes | cluster=rural",
      "challenge | As burlas por telefone e por mensagem atingem sobretudo pessoas que nunca tiveram formação digital. | cybercrime: burlas; capacity-development: formação digital",
      "best-practice | O programa Avós Ligados juntou 900 voluntários e 6 000 pessoas mais velhas em bibliotecas de bairro. | capacity-development: Avós Ligados, voluntários | case=Avós Ligados",
      "key-message | A literacia mediática é uma tarefa de toda a vida. | information-integrity: literacia mediática | cluster=literacy",
      "recommendation | O consumo de água e de energia dos centros de dados deve ser público. | environmental-sustainability: consumo de água e de energia; cloud-and-data-centres: centros de dados | cluster=energy",
      "key-message | As mensagens dos fóruns nacionais devem chegar ao grupo consultivo antes da primeira reunião do ano. | nri-process: fóruns nacionais; igf-process: grupo consultivo | cluster=early",
      "divergence | Não houve consenso sobre o dever de as plataformas pagarem pelas notícias que mostram. | media-and-journalism: notícias; platform-regulation: plataformas",
      "information | A mediateca do fórum passa a ter legendas em três línguas. | multilingualism-and-local-content: três línguas"
    ]
  },
  {
    key: "beispielstadt-botschaften",
    initiative: "beispielstadt-igf",
    language: "en",
    title: "Messages from Beispielstadt 2025",
    kind: "session-summary",
    date: "2025-11-04",
    url: "https://igf.beispielstadt.example/en/messages/2025",
    headings: ["Session 3: Trust"],
    statements: [
      "key-message | Age verification must not become a duty to show papers at every door of the Internet. | child-online-safety: Age verification; privacy-and-data-protection: show papers | cluster=age",
      "recommendation | End-to-end encryption protects children too; scanning private messages on the device would protect nobody. | encryption: End-to-end encryption; child-online-safety: children",
      "divergence | The session remained divided on scanning for known images of abuse before encryption. | encryption: before encryption; child-online-safety: images of abuse",
      "key-message | Who trains models on public works should say which ones. | artificial-intelligence: trains models; intellectual-property: public works",
      "key-message | Spare parts and updates for seven years would save more carbon than any efficiency label. | environmental-sustainability: carbon, Spare parts",
      "best-practice | Repair cafés in eighteen libraries mended 2,700 devices, which went to families on a waiting list for school laptops. | environmental-sustainability: Repair cafés; access-and-digital-divide: devices | case=Repair cafés",
      "recommendation | Messages of national forums should be answered: by the start of the next cycle the MAG should say what it did with them. | igf-process: MAG; outputs-and-impact: answered; nri-process: national forums | cluster=impact",
      "challenge | Interpretation costs more than the venue, and no budget line pays for it. | funding-and-resources: budget line; multilingualism-and-local-content: Interpretation",
      "key-message | Gatekeepers should open their messaging services to small rivals without weakening security. | competition-and-market-power: Gatekeepers, rivals",
      "key-message | Algorithms that rank job applicants need independent audits. | artificial-intelligence: Algorithms, audits; future-of-work: job applicants"
    ]
  },
  {
    key: "ocean-coast-declaration",
    initiative: "ocean-coast-igf",
    language: "en",
    title: "Ocean Coast sub-regional IGF: outcome statement",
    kind: "communique",
    date: "2025-09-12",
    url: "https://oceancoast-igf.example/outcomes/2025",
    headings: ["Outcome"],
    statements: [
      "recommendation | Member states should set up one trusted exchange of information between incident response teams and exercise it every year. | cybersecurity: incident response teams | cluster=certs",
      "recommendation | Universal service funds that lie unspent should be opened to community networks and to schools. | access-and-digital-divide: Universal service funds, community networks; online-education: schools | cluster=rural",
      "key-message | No government should order an Internet shutdown; where one happens, its legal basis, reach and cost should be published. | internet-shutdowns: Internet shutdown; human-rights-online: legal basis | cluster=shutdown",
      "key-message | Mobile money works across the street and fails across the border. | digital-finance: Mobile money; e-commerce-and-trade: border",
      "challenge | Four of our seven country-code registries run on equipment that is older than ten years. | critical-internet-resources: country-code registries",
      "best-practice | The coastal peering fund paid the first-year port of 46 small providers; local traffic rose from 12 to 41 per cent. | critical-internet-resources: peering; telecommunications-infrastructure: local traffic | case=coastal peering fund",
      "divergence | Delegations and civil society disagreed on a common levy on foreign platforms. | taxation: levy; platform-regulation: foreign platforms",
      "key-message | Voice interfaces in local languages would bring in those who cannot read. | multilingualism-and-local-content: local languages; artificial-intelligence: Voice interfaces | cluster=ai-language",
      "recommendation | Youth chapters should vote in the programme committee. | youth-participation: Youth chapters | cluster=youth-seat",
      "recommendation | The IGF should return to the region with a meeting that people can reach without a visa. | igf-process: IGF; participation-and-diversity: visa"
    ]
  }
]
