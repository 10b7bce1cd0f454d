/**
 * What the path and file name of an address say of a document's kind.
 */
import { listed } from "../phrases/phrases.ts"
import type { PhraseRule } from "./cue.ts"

export const addressRules: ReadonlyArray<PhraseRule> = [
  {
    name: "url-output",
    zone: "url",
    weights: { messages: 0.9, communique: 0.5, report: 0.5, declaration: 0.5 },
    reason: 'The address speaks of outcomes ("%").',
    phrases: listed(`
      messages; outcomes; outcome; mensajes; mensagens; resultados; recommendations; recommandations
      recomendaciones; recomendacoes; tawsiyat; soobshcheniya; rekomendacii; takeaways`)
  },
  {
    name: "url-report",
    zone: "url",
    weights: { report: 1.6 },
    reason: 'The address speaks of a report ("%").',
    phrases: listed(`
      report; reports; rapport; rapports; informe; relatorio; otchet; final report; annual report
      proceedings; taqrir`)
  },
  {
    name: "url-session",
    zone: "url",
    weights: { "session-summary": 1.4 },
    reason: 'The address speaks of a session ("%").',
    phrases: listed(`
      session; sessions; workshop; workshops; atelier; ateliers; sesion; sesiones; sessoes; sessao; panel
      panels; sessiya; relato; sektsiya; taller`)
  },
  {
    name: "url-declaration",
    zone: "url",
    weights: { declaration: 1.6 },
    reason: 'The address speaks of a declaration ("%").',
    phrases: listed(`
      declaration; declaracion; declaracao; deklaraciya; ialan; charter`)
  },
  {
    name: "url-communique",
    zone: "url",
    weights: { communique: 1.6 },
    reason: 'The address speaks of a communique or statement ("%").',
    phrases: listed(`
      communique; comunicado; statement; bayan; kommyunike`)
  },
  {
    name: "url-call",
    zone: "url",
    weights: { announcement: 1.8 },
    reason: 'The address speaks of a call or registration ("%").',
    phrases: listed(`
      register; registration; call; call for; cfp; inscription; inscripcion; inscricoes; inscricao
      convocatoria; appel; chamada; notice; zayavki; registraciya; tasjil; apply; fellowship; event
      events`)
  },
  {
    name: "url-not-output",
    zone: "url",
    weights: { "not-an-output": 2 },
    reason: 'The address is that of a page beside the outcomes ("%").',
    phrases: listed(`
      agenda; programme; program; programa; schedule; about; about us; blog; gallery; video; videos
      contact; faq; committee; sponsors; speakers; ordre du jour; a propos; acerca; quienes somos; sobre
      privacy; barnamaj; programma; photos; tag; opinion; mag`)
  },
  {
    name: "url-news",
    zone: "url",
    weights: { news: 1.2 },
    reason: 'The address is among the news ("%").',
    phrases: listed(`
      news; actualites; actualite; noticias; novosti; novost; akhbar; press release; newsletter`)
  },
  {
    name: "url-press",
    zone: "url",
    weights: { "press-account": 3 },
    reason: 'The address is among press accounts or that of a newspaper ("%").',
    phrases: listed(`
      press; prensa; presse; imprensa; media coverage; smi; in the media; daily; times; herald; diario
      gazette; tribune; jornal; gazeta; post; newspaper`)
  },
  {
    name: "url-transcript",
    zone: "url",
    weights: { transcript: 4 },
    reason: 'The address speaks of a transcript ("%").',
    phrases: listed(`
      transcript; transcripts; transcripcion; transcricao; transcription; captions; stenogramma; verbatim`)
  },
  {
    name: "url-draft",
    zone: "url",
    weights: { draft: 4 },
    reason: 'The address speaks of a draft ("%").',
    phrases: listed(`
      draft; drafts; zero draft; borrador; projet; rascunho; proekt; comment; draft 0; draft 1`)
  }
]
