/** Runs and visits in Spanish. */
import type { Translation } from "../../../words/define.ts"
import type { english } from "./en.ts"

export const spanish: Translation<typeof english, "es"> = {
  job_import: "visita las fuentes a las que les toca y recoge lo nuevo",
  job_renormalize: "deriva de nuevo todas las declaraciones cuando ha cambiado la taxonomía",
  job_freeze: "cierra el compendio de una reunión antes de su primer día",
  "job_health-report": "dice a quién no se puede leer, quién calla y qué espera a una persona",
  "job_archive-verify": "recalcula la huella de cada copia archivada y nombra las dañadas",
  job_backup: "copia la base en la carpeta backups y comprueba la copia; quedan las 14 más recientes",
  job_retention: "retira lo que las reglas de jobs.yaml dejan ir, nunca lo que cita una edición",
  count_sources: "fuentes",
  count_failed: "fallos",
  count_newOutputs: "documentos nuevos",
  count_changed: "modificados",
  count_statements: "declaraciones",
  count_clusters: "grupos",
  count_checked: "comprobadas",
  count_damaged: "dañadas",
  count_approved: "fuentes aprobadas",
  count_failing: "fuentes que fallan",
  count_silent: "fuentes en silencio",
  count_heard: "iniciativas escuchadas",
  count_notHeard: "aún no escuchadas",
  count_inDoubt: "documentos dudosos",
  count_frozen: "compendios cerrados",
  count_outputs: "documentos",
  count_bytes: "bytes",
  count_captures: "copias archivadas",
  count_removed: "eliminadas",
  count_initiatives: "iniciativas",
  count_visits: "visitas sin contenido",
  count_listings: "contenidos de listas",
  count_messages: "mensajes",
  count_alarms: "alarmas",
  count_jobRuns: "ejecuciones de tareas",
  count_importRuns: "ejecuciones de importación",
  count_sessions: "sesiones",
  count_attempts: "inicios de sesión fallidos",
  count_registrations: "inscripciones abandonadas",
  count_links: "enlaces de organizadores",
  count_leftovers: "restos de ejecuciones",
  gave: "{size} KiB, {type}",
  status: "código HTTP {status}",
  pace_asked: "Su servidor pide esta pausa.",
  pace_unknown: "Aún no se conoce su ritmo: una vez al día.",
  pace_silent: "Nada nuevo desde el {date}: una vez cada 7 días.",
  pace_quiet: "En calma desde el {date}: una vez cada 3 días.",
  pace_event: "Se acerca el acto del {date}: cada 6 horas.",
  pace_slow: {
    one: "Algo nuevo cada día: una vez cada 3 días.",
    many: "Algo nuevo cada {count} de días: una vez cada 3 días.",
    other: "Algo nuevo cada {count} días: una vez cada 3 días."
  },
  pace_usual: {
    one: "Algo nuevo cada día: {visits} visitas en ese tiempo.",
    many: "Algo nuevo cada {count} de días: {visits} visitas en ese tiempo.",
    other: "Algo nuevo cada {count} días: {visits} visitas en ese tiempo."
  },
  pace_failed: {
    one: "{count} fallo: se visita cada vez menos, al menos una vez por semana.",
    many: "{count} de fallos seguidos: se visita cada vez menos, al menos una vez por semana.",
    other: "{count} fallos seguidos: se visita cada vez menos, al menos una vez por semana."
  }
}
