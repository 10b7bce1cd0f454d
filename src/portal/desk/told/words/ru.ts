/** Runs and visits in Russian. */
import type { Translation } from "../../../words/define.ts"
import type { english } from "./en.ts"

export const russian: Translation<typeof english, "ru"> = {
  job_import: "посещает источники, которым пришло время, и принимает новое",
  job_renormalize: "заново выводит все высказывания после изменения таксономии",
  job_freeze: "закрывает сборник встречи до её первого дня",
  "job_health-report": "сообщает, кого нельзя прочесть, кто умолк и что ждёт человека",
  "job_archive-verify": "пересчитывает хеш каждой архивной копии и называет повреждённые",
  job_backup: "копирует хранилище в папку backups с проверкой; остаются 14 последних копий",
  job_retention: "удаляет то, что позволяют правила jobs.yaml, но не то, на что ссылается выпуск",
  count_sources: "источники",
  count_failed: "не прочитаны",
  count_newOutputs: "новые документы",
  count_changed: "изменились",
  count_statements: "высказывания",
  count_clusters: "группы",
  count_checked: "проверены",
  count_damaged: "повреждены",
  count_approved: "одобренные источники",
  count_failing: "источники с неполадками",
  count_silent: "молчащие источники",
  count_heard: "услышанные инициативы",
  count_notHeard: "ещё не услышанные",
  count_inDoubt: "документы под сомнением",
  count_frozen: "закрытые сборники",
  count_outputs: "документы",
  count_bytes: "байты",
  count_captures: "архивные копии",
  count_removed: "удалены",
  count_initiatives: "инициативы",
  count_visits: "посещения без содержимого",
  count_listings: "содержимое списков",
  count_messages: "письма",
  count_alarms: "предупреждения",
  count_jobRuns: "запуски заданий",
  count_importRuns: "запуски импорта",
  count_sessions: "сеансы",
  count_attempts: "неудачные входы",
  count_registrations: "брошенные регистрации",
  count_links: "ссылки организаторов",
  count_leftovers: "остатки запусков",
  gave: "{size} КиБ, {type}",
  status: "код HTTP {status}",
  pace_asked: "О такой паузе просит его сервер.",
  pace_unknown: "Его ритм ещё не известен: раз в день.",
  pace_silent: "Ничего нового с {date}: раз в 7 дней.",
  pace_quiet: "Затишье с {date}: раз в 3 дня.",
  pace_event: "Близко мероприятие {date}: каждые 6 часов.",
  pace_slow: {
    one: "Новое раз в {count} день: посещается раз в 3 дня.",
    few: "Новое раз в {count} дня: посещается раз в 3 дня.",
    many: "Новое раз в {count} дней: посещается раз в 3 дня.",
    other: "Новое раз в {count} дня: посещается раз в 3 дня."
  },
  pace_usual: {
    one: "Новое раз в {count} день: {visits} посещения за это время.",
    few: "Новое раз в {count} дня: {visits} посещения за это время.",
    many: "Новое раз в {count} дней: {visits} посещения за это время.",
    other: "Новое раз в {count} дня: {visits} посещения за это время."
  },
  pace_failed: {
    one: "{count} неудача: посещается всё реже, но не реже раза в неделю.",
    few: "{count} неудачи подряд: посещается всё реже, но не реже раза в неделю.",
    many: "{count} неудач подряд: посещается всё реже, но не реже раза в неделю.",
    other: "{count} неудачи подряд: посещается всё реже, но не реже раза в неделю."
  }
}
