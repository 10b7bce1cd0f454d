/**
 * A rapporteur's account: "the panel discussed", "les participants ont souligné". Such prose reports what
 * was said, so it is never boilerplate, however often it names the forum, its panels and its programme.
 */
const accounts: Readonly<Record<string, RegExp>> = {
  en: /\b(?:panels?|panell?ists?|participants?|speakers?|discussants?|attendees|delegates|discussions?|debate)\s+(?:also\s+|then\s+|further\s+)?(?:discussed|noted|agreed|disagreed|stressed|emphasi[sz]ed|highlighted|underlined|recalled|argued|warned|concluded|recommended|called|observed|explored|addressed|considered|raised)\b/u,
  fr: /(?:panel|panélistes|participants?|participantes|intervenants?|orateurs|débats?|discussions?)\s+(?:a|ont)\s+(?:aussi\s+|également\s+)?(?:discuté|noté|souligné|rappelé|relevé|insisté|convenu|évoqué|abordé|débattu|recommandé|conclu)/u,
  es: /(?:panel|panelistas|participantes|ponentes|expositores|asistentes|debate|discusión)\s+(?:también\s+)?(?:discuti|señal|subray|destac|recalc|acord|record|abord|debati|recomend|conclu|plante)/u,
  pt: /(?:painel|painelistas|participantes|oradores|palestrantes|debate|discussão)\s+(?:também\s+)?(?:discuti|salient|sublinh|destac|acord|record|lembr|abord|debat|recomend|conclu|apont)/u
}

/** Whether a text in lower case gives an account of what was said. */
export const isAccount = (lower: string, language: string): boolean =>
  accounts[language]?.test(lower) ?? false
