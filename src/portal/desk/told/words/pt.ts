/** Runs and visits in Portuguese. */
import type { Translation } from "../../../words/define.ts"
import type { english } from "./en.ts"

export const portuguese: Translation<typeof english, "pt"> = {
  job_import: "visita as fontes cuja vez chegou e recolhe o que há de novo",
  job_renormalize: "deriva de novo todas as declarações depois que a taxonomia mudou",
  job_freeze: "fecha o compêndio de uma reunião antes do primeiro dia dela",
  "job_health-report": "diz quem não pode ser lido, quem silenciou e o que espera por uma pessoa",
  "job_archive-verify": "recalcula o hash de cada cópia arquivada e indica as danificadas",
  job_backup: "copia a base para a pasta backups e verifica a cópia; ficam as 14 mais recentes",
  job_retention: "retira o que as regras de jobs.yaml deixam ir, nunca o que uma edição cita",
  count_sources: "fontes",
  count_failed: "falhas",
  count_newOutputs: "documentos novos",
  count_changed: "alterados",
  count_statements: "declarações",
  count_clusters: "grupos",
  count_checked: "verificadas",
  count_damaged: "danificadas",
  count_approved: "fontes aprovadas",
  count_failing: "fontes com falha",
  count_silent: "fontes em silêncio",
  count_heard: "iniciativas ouvidas",
  count_notHeard: "ainda não ouvidas",
  count_inDoubt: "documentos duvidosos",
  count_frozen: "compêndios fechados",
  count_outputs: "documentos",
  count_bytes: "bytes",
  count_captures: "cópias arquivadas",
  count_removed: "removidas",
  count_initiatives: "iniciativas",
  count_visits: "visitas sem conteúdo",
  count_listings: "conteúdos de listas",
  count_messages: "mensagens",
  count_alarms: "alarmes",
  count_jobRuns: "execuções de tarefas",
  count_importRuns: "execuções de importação",
  count_sessions: "sessões",
  count_attempts: "tentativas de entrada falhas",
  count_registrations: "registros abandonados",
  count_links: "links de organizadores",
  count_leftovers: "restos de execuções",
  gave: "{size} KiB, {type}",
  status: "código HTTP {status}",
  pace_asked: "O servidor dela pede esta pausa.",
  pace_unknown: "O ritmo dela ainda não é conhecido: uma vez por dia.",
  pace_silent: "Nada de novo desde {date}: uma vez a cada 7 dias.",
  pace_quiet: "Quieta desde {date}: uma vez a cada 3 dias.",
  pace_event: "O evento de {date} está próximo: a cada 6 horas.",
  pace_slow: {
    one: "Algo novo todo dia: uma vez a cada 3 dias.",
    many: "Algo novo a cada {count} de dias: uma vez a cada 3 dias.",
    other: "Algo novo a cada {count} dias: uma vez a cada 3 dias."
  },
  pace_usual: {
    one: "Algo novo todo dia: {visits} visitas nesse tempo.",
    many: "Algo novo a cada {count} de dias: {visits} visitas nesse tempo.",
    other: "Algo novo a cada {count} dias: {visits} visitas nesse tempo."
  },
  pace_failed: {
    one: "{count} falha: visitada cada vez menos, ao menos uma vez por semana.",
    many: "{count} de falhas seguidas: visitada cada vez menos, ao menos uma vez por semana.",
    other: "{count} falhas seguidas: visitada cada vez menos, ao menos uma vez por semana."
  }
}
