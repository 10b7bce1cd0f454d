/**
 * The regional groups of United Nations member states by country: what an initiative is asked when its country
 * does not tell. Türkiye is counted with WEOG here, as is Israel; the United States, which is an observer, too.
 */
import { UnGroup } from "./initiative.ts"

const codes: Readonly<Record<UnGroup, string>> = {
  "African Group":
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW",
  "Asia-Pacific Group":
    "AE AF BD BH BN BT CN CY FJ FM ID IN IQ IR JO JP KG KH KI KP KR KW KZ LA LB LK MH MM MN MV MY NP NR OM PG PH PK PW QA SA SB SG SY TH TJ TL TM TO TV UZ VN VU WS YE",
  "Eastern European Group": "AL AM AZ BA BG BY CZ EE GE HR HU LT LV MD ME MK PL RO RS RU SI SK UA",
  GRULAC:
    "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE",
  WEOG: "AD AT AU BE CA CH DE DK ES FI FR GB GR IE IL IS IT LI LU MC MT NL NO NZ PT SE SM TR US"
}

const groups: ReadonlyMap<string, UnGroup> = new Map(
  UnGroup.literals.flatMap((group) => codes[group].split(" ").map((code) => [code, group] as const))
)

/** Territories that can have an initiative and are in no group themselves: the group has to be named. */
const territories =
  "AI AS AW BM CK CW FO GF GG GI GL GP GU HK IM JE KY MO MQ MS NC NU PF PR PS RE SX TC TW VA VG VI XK YT"

/** Group of a country by its ISO 3166-1 alpha-2 code; null where it is in none. */
export const unGroupOf = (country: string): UnGroup | null => groups.get(country) ?? null

/** Codes of all countries and territories, in alphabetical order. */
export const countryCodes: ReadonlyArray<string> = [...groups.keys(), ...territories.split(" ")].sort()
