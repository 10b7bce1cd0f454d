/** Runs and visits in French. */
import type { Translation } from "../../../words/define.ts"
import type { english } from "./en.ts"

export const french: Translation<typeof english, "fr"> = {
  job_import: "visite les sources dont c’est le moment et reprend ce qui est nouveau",
  job_renormalize: "établit à nouveau toutes les déclarations après un changement de la taxonomie",
  job_freeze: "arrête le recueil d’une réunion avant son premier jour",
  "job_health-report": "dit qui ne peut être lu, qui se tait et ce qui attend une personne",
  "job_archive-verify": "recalcule l’empreinte de chaque copie archivée et nomme celles qui sont endommagées",
  job_backup: "copie la base dans le dossier backups et vérifie la copie\u00a0; les 14 plus récentes restent",
  job_retention: "retire ce que les règles de jobs.yaml laissent partir, jamais ce qu’une édition cite",
  count_sources: "sources",
  count_failed: "échecs",
  count_newOutputs: "nouveaux documents",
  count_changed: "modifiés",
  count_statements: "déclarations",
  count_clusters: "groupes",
  count_checked: "vérifiées",
  count_damaged: "endommagées",
  count_approved: "sources approuvées",
  count_failing: "sources en échec",
  count_silent: "sources silencieuses",
  count_heard: "initiatives entendues",
  count_notHeard: "pas encore entendues",
  count_inDoubt: "documents incertains",
  count_frozen: "recueils arrêtés",
  count_outputs: "documents",
  count_bytes: "octets",
  count_captures: "copies archivées",
  count_removed: "supprimées",
  count_initiatives: "initiatives",
  count_visits: "visites sans contenu",
  count_listings: "contenus de listes",
  count_messages: "messages",
  count_alarms: "alertes",
  count_jobRuns: "exécutions de tâches",
  count_importRuns: "exécutions d’importation",
  count_sessions: "sessions",
  count_attempts: "connexions échouées",
  count_registrations: "inscriptions abandonnées",
  count_links: "liens d’organisateurs",
  count_leftovers: "restes d’exécutions",
  gave: "{size}\u00a0Kio, {type}",
  status: "code HTTP {status}",
  pace_asked: "Son serveur demande cette pause.",
  pace_unknown: "Son rythme n’est pas encore connu\u00a0: une fois par jour.",
  pace_silent: "Rien de nouveau depuis le {date}\u00a0: une fois tous les 7 jours.",
  pace_quiet: "Calme depuis le {date}\u00a0: une fois tous les 3 jours.",
  pace_event: "L’événement du {date} est proche\u00a0: toutes les 6 heures.",
  pace_slow: {
    one: "Du nouveau chaque jour\u00a0: une fois tous les 3 jours.",
    many: "Du nouveau tous les {count} de jours\u00a0: une fois tous les 3 jours.",
    other: "Du nouveau tous les {count} jours\u00a0: une fois tous les 3 jours."
  },
  pace_usual: {
    one: "Du nouveau chaque jour\u00a0: {visits} visites dans ce délai.",
    many: "Du nouveau tous les {count} de jours\u00a0: {visits} visites dans ce délai.",
    other: "Du nouveau tous les {count} jours\u00a0: {visits} visites dans ce délai."
  },
  pace_failed: {
    one: "{count} échec\u00a0: visitée de plus en plus rarement, au moins une fois par semaine.",
    many: "{count} d’échecs de suite\u00a0: visitée de plus en plus rarement, au moins une fois par semaine.",
    other: "{count} échecs de suite\u00a0: visitée de plus en plus rarement, au moins une fois par semaine."
  }
}
