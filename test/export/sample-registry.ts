/**
 * The invented registry, taxonomy and cycle of the sample.
 */
import { Schema } from "effect"
import { AreaId, Cycle, Initiative, Issue, Source, SourceState } from "../../src/domain/index.ts"

const areaLabels = {
  infrastructure: "Infrastructure",
  security: "Security",
  "human-rights": "Human rights",
  legal: "Legal and regulatory",
  economic: "Economic",
  development: "Development",
  sociocultural: "Sociocultural",
  process: "Process"
}
export const areas = Object.entries(areaLabels).map(([id, label]) => ({ id: AreaId.make(id), label }))

/** `id | area | label | wsis | gdc | sdg` */
const issueLines = `
telecommunications-infrastructure | infrastructure | Telecommunications infrastructure | C2 | 1 | 9
critical-internet-resources | infrastructure | Critical Internet resources | C2 C5 | 3 | 9
universal-acceptance | infrastructure | Universal acceptance and IDNs | C8 | 1 | 10
network-neutrality | infrastructure | Network neutrality | C6 | 3 | 9
cloud-and-data-centres | infrastructure | Cloud and data centres | C2 | 2 | 9
artificial-intelligence | infrastructure | Artificial intelligence | C6 C10 | 5 | 9 16
digital-public-infrastructure | infrastructure | Digital public infrastructure and digital identity | C7 | 1 | 16
cybersecurity | security | Cybersecurity and resilience | C5 | 3 | 9 16
cybercrime | security | Cybercrime and online fraud | C5 | 3 | 16
encryption | security | Encryption | C5 | 3 | 16
child-online-safety | security | Child online safety | C5 C10 | 3 | 16
human-rights-online | human-rights | Human rights online | C10 | 3 | 16
freedom-of-expression | human-rights | Freedom of expression | C9 C10 | 3 | 16
privacy-and-data-protection | human-rights | Privacy and data protection | C5 C10 | 3 4 | 16
internet-shutdowns | human-rights | Internet shutdowns | C6 C10 | 3 | 16
gender-rights-online | human-rights | Gender equality online | C10 | 1 3 | 5 10
rights-of-persons-with-disabilities | human-rights | Rights of persons with disabilities | C3 C10 | 1 | 10
platform-regulation | legal | Platform regulation and intermediary liability | C6 | 3 | 16
intellectual-property | legal | Intellectual property | C6 | 2 | 9
jurisdiction-and-digital-sovereignty | legal | Jurisdiction and digital sovereignty | C6 | 4 | 16
data-governance | legal | Data governance | C6 | 4 | 9 16
e-commerce-and-trade | economic | E-commerce and digital trade | C7 | 2 | 8
digital-finance | economic | Digital finance and currencies | C7 | 2 | 1 8
competition-and-market-power | economic | Competition and market power | C6 | 2 | 8
taxation | economic | Taxation of the digital economy | C6 | 2 | 8 17
consumer-protection | economic | Consumer protection | C5 | 2 3 | 12
future-of-work | economic | Future of work | C7 | 2 | 8
access-and-digital-divide | development | Access and the digital divide | C2 C3 | 1 | 1 9 10
capacity-development | development | Capacity development and digital skills | C4 | 1 | 4
digital-government | development | Digital government | C7 | 1 | 16
environmental-sustainability | development | Environment and climate | C7 | 1 | 12 13
multilingualism-and-local-content | sociocultural | Multilingualism and local content | C8 | 1 | 10
information-integrity | sociocultural | Information integrity | C9 C10 | 3 | 16
content-governance | sociocultural | Content governance | C9 C10 | 3 | 16
media-and-journalism | sociocultural | Media and journalism | C9 | 3 | 16
online-education | sociocultural | Online education | C4 C7 | 1 | 4
multistakeholder-governance | process | Multistakeholder governance | C1 C11 | 3 | 17
igf-process | process | IGF process and mandate | C1 C11 | | 17
wsis-and-gdc | process | WSIS+20 and the Global Digital Compact | C11 | | 17
nri-process | process | National and regional IGF process | C1 C11 | | 17
participation-and-diversity | process | Participation and diversity | C1 | | 10 17
youth-participation | process | Youth participation | C1 | 1 | 10 17
remote-participation | process | Remote and hybrid participation | C3 | 1 | 10
funding-and-resources | process | Funding and resources | C1 | | 17
outputs-and-impact | process | Outputs and impact | C11 | | 17`

const words = (text: string | undefined) => (text ?? "").split(/\s+/).filter((word) => word !== "")
export const issues = issueLines
  .trim()
  .split("\n")
  .map((line) => {
    const [id, area, label, wsis, gdc, sdg] = line.split("|").map((cell) => cell.trim())
    return Schema.decodeUnknownSync(Issue)({
      id,
      area,
      label,
      scopeNote: `What is said about ${label?.toLowerCase()}.`,
      related: [],
      crosswalk: {
        wsis: words(wsis),
        gdc: words(gdc).map(Number),
        sdg: words(sdg).map(Number),
        digitalWatch: [],
        igfCategory: []
      }
    })
  })

/** `id | name | type | groups | language | country`; the last three published nothing in the window. */
const initiativeLines = `
norvia-igf | Norvia IGF | national | Eastern European Group | en | XA
fgi-kestria | Forum sur la gouvernance de l’Internet de Kestria (FGI Kestria) | national | African Group | fr | XB
tessaly-igf | IGF Tessaly | national | GRULAC | es | XC
old-port-youth-igf | Old Port Youth IGF | youth | African Group | en | XB
sahra-igf | منتدى حوكمة الإنترنت في الصحراء الشرقية | national | Asia-Pacific Group | ar | XD
meridian-igf | Meridian Regional IGF | regional | Asia-Pacific Group, GRULAC | en |
southern-isles-youth-igf | 南岛青年互联网治理论坛 (Southern Isles Youth IGF) | youth | Asia-Pacific Group | zh | XE
belogor-igf | Форум по управлению интернетом Белогории | national | Eastern European Group | ru | XF
costa-verde-igf | Fórum da Governação da Internet da Costa Verde | national | WEOG | pt | XG
beispielstadt-igf | Beispielstadt IGF | national | WEOG | en | XH
ocean-coast-igf | Ocean Coast sub-regional IGF | sub-regional | African Group | en |
isla-clara-igf | IGF Isla Clara | national | GRULAC | es | XI
north-fjord-youth-igf | North Fjord Youth IGF | youth | WEOG | en | XJ
lakeland-igf | Lakeland IGF | national | African Group | en | XK`

export const initiatives = initiativeLines
  .trim()
  .split("\n")
  .map((line) => {
    const [id, name, type, groups, tag, country] = line.split("|").map((cell) => cell.trim())
    return Schema.decodeUnknownSync(Initiative)({
      id,
      name,
      type,
      country: country === "" ? null : country,
      unGroups: groups?.split(", "),
      languages: [tag],
      website: `https://${id}.example/`,
      evidenceUrl: null
    })
  })

const source = (initiative: string, name: string) =>
  Schema.decodeSync(Source)({
    id: `${initiative}/${name}`,
    initiativeId: initiative,
    kind: "feed",
    url: `https://${initiative}.example/${name}`,
    status: "approved",
    verified: true,
    validFrom: null,
    validUntil: null,
    options: {}
  })
export const sources = initiatives
  .filter(({ id }) => id !== "isla-clara-igf")
  .map(({ id }) => source(id, "feed"))

const healthy = {
  etag: null,
  lastModified: null,
  finalUrl: null,
  lastVisitAt: "2026-01-21T06:00:00.000Z",
  lastSuccessAt: "2026-01-21T06:00:00.000Z",
  lastChangeAt: "2025-12-01T06:00:00.000Z",
  lastOutcome: "ok",
  lastMessage: null,
  alarm: null,
  failures: 0,
  itemsListed: 12,
  permanentUrl: null,
  permanentSeen: 0,
  goneSeen: 0,
  silentFrom: null,
  nextVisitAt: null,
  nextVisitReason: null
}
const broken: Record<string, object> = {
  "lakeland-igf/feed": {
    lastOutcome: "dns-error",
    lastMessage:
      "The name lakeland-igf.example is not known any more; ask the initiative where it publishes now.",
    failures: 9,
    lastSuccessAt: "2025-06-02T06:00:00.000Z"
  },
  "ocean-coast-igf/feed": {
    lastOutcome: "server-error",
    lastMessage: "The server answered 500 (internal error); the next visit is on 22 January.",
    failures: 2,
    lastSuccessAt: "2026-01-18T06:00:00.000Z"
  }
}
export const sourceStates = sources.map(({ id }) =>
  Schema.decodeUnknownSync(SourceState)({ sourceId: id, ...healthy, ...broken[id] })
)

export const cycle = Schema.decodeSync(Cycle)({
  year: 2026,
  theme: null,
  subThemes: [
    {
      title: "Digital Trust and Resilience",
      issues: [
        "cybersecurity",
        "cybercrime",
        "encryption",
        "child-online-safety",
        "information-integrity",
        "platform-regulation",
        "critical-internet-resources"
      ]
    },
    {
      title: "Sustainable and Responsible Innovation",
      issues: [
        "artificial-intelligence",
        "data-governance",
        "environmental-sustainability",
        "digital-government",
        "cloud-and-data-centres"
      ]
    },
    {
      title: "Universal Access and Digital Rights",
      issues: [
        "access-and-digital-divide",
        "internet-shutdowns",
        "privacy-and-data-protection",
        "gender-rights-online",
        "multilingualism-and-local-content",
        "capacity-development",
        "telecommunications-infrastructure",
        "universal-acceptance",
        "human-rights-online"
      ]
    },
    {
      title: "Digital Cooperation",
      issues: [
        "igf-process",
        "nri-process",
        "wsis-and-gdc",
        "participation-and-diversity",
        "youth-participation"
      ]
    }
  ],
  meetings: []
})
