/**
 * Groups of countries that the United Nations keeps as lists, as ISO 3166-1 alpha-2 codes.
 *
 * The lists change: each carries the month of its state, which the digest prints. Territories and
 * associated members are left out. The lists are kept by the Committee for Development Policy (least
 * developed countries) and UN-OHRLLS (the other two); compare with theirs before a release, since these
 * were written down from general knowledge.
 */

/** A list of countries with the month of its state. */
export interface CountryList {
  readonly list: string
  /** `YYYY-MM`. */
  readonly asOf: string
  readonly countries: ReadonlyArray<string>
}

const codes = (text: string): ReadonlyArray<string> => text.trim().split(/\s+/)

/** Least developed countries, landlocked developing countries, small island developing states. */
export const unitedNationsLists: ReadonlyArray<CountryList> = [
  {
    list: "LDC",
    asOf: "2024-12",
    countries: codes(`
      AF AO BD BF BI BJ CD CF DJ ER ET GM GN GW HT KH KI KM LA LR LS MG ML MM MR MW MZ NE NP RW SB SD SL
      SN SO SS TD TG TL TV TZ UG YE ZM`)
  },
  {
    list: "LLDC",
    asOf: "2024-12",
    countries: codes(`
      AF AM AZ BF BI BO BT BW CF ET KG KZ LA LS MD MK ML MN MW NE NP PY RW SS SZ TD TJ TM UG UZ ZM ZW`)
  },
  {
    list: "SIDS",
    asOf: "2024-12",
    countries: codes(`
      AG BB BS BZ CU CV DM DO FJ FM GD GW GY HT JM KI KM KN LC MH MU MV NR PG PW SB SC SG SR ST TL TO TT
      TV VC VU WS`)
  }
]
