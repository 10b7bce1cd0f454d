/** The reporting form in Portuguese. */
import type { FormWords } from "../words.ts"

export const portuguese: FormWords = {
  title: "Relatório de uma iniciativa nacional, regional ou de juventude do IGF",
  intro:
    "Para a preparação do Fórum mundial de Governança da Internet. Uma noite é suficiente: preencha o que tiver e deixe o resto vazio. O melhor são frases curtas, com as suas próprias palavras; elas são citadas exatamente como escritas, no seu idioma. Os nomes das questões para escolher estão no final.",
  sections: {
    event: "A iniciativa e o seu evento",
    participation: "Quem participou",
    highlights: "Pontos principais",
    messages: "Mensagens por questão",
    cases: "Boas práticas e casos",
    views: "Opiniões divergentes",
    asks: "O que pede ao MAG ou ao IGF mundial",
    contact: "Contato"
  },
  hints: {
    event: "Datas na forma ano-mês-dia, por exemplo 2026-05-14.",
    participation:
      "Números, ou percentuais com o sinal %. Estimativas são bem-vindas. Deixe vazio o que não foi contado; a mesma pessoa pode constar de várias linhas.",
    highlights: "De três a cinco frases: o que todo leitor deveria saber?",
    messages:
      "Uma mensagem por linha. Escolha a questão na lista final ou dê-lhe um nome com as suas próprias palavras. Acrescente as linhas de que precisar.",
    cases: "O que deu certo, com o seu nome, para que outros possam seguir.",
    views: "Em que os participantes não concordaram: o que disse cada lado.",
    asks: "O que deveria ser tratado, mudado ou continuado?",
    contact: "Somente para perguntas sobre este relatório; não é publicado."
  },
  fields: {
    name: "Nome da iniciativa",
    edition: "Edição ou ano",
    firstDay: "Primeiro dia",
    lastDay: "Último dia",
    place: "Local",
    attendance: "Formato do evento (presencial, híbrido ou on-line)",
    link: "Página do evento na web",
    reportDate: "Data deste relatório",
    total: "Participantes no total",
    remote: "Participantes remotos",
    youth: "Jovens",
    women: "Mulheres",
    men: "Homens",
    otherGender: "Outro gênero, ou não informado",
    firstTime: "Participam pela primeira vez",
    disabilities: "Pessoas com deficiência",
    government: "Governo",
    business: "Setor privado",
    civilSociety: "Sociedade civil",
    technical: "Comunidade técnica",
    academia: "Academia",
    intergovernmental: "Organizações intergovernamentais",
    otherGroups: "Mídia e outros",
    contactName: "Nome da pessoa de contato",
    contactAddress: "E-mail da pessoa de contato"
  },
  columns: {
    messages: { issue: "Questão", text: "Mensagem" },
    cases: { name: "Nome", what: "O que foi feito", result: "Resultado" },
    views: { issue: "Questão", text: "Opiniões" }
  },
  attendance: { "on-site": "presencial", hybrid: "híbrido", online: "on-line" },
  choose: "escolher ou escrever",
  issueNames: "Nomes das questões",
  save: "Salvar o formulário preenchido",
  addRow: "Acrescentar uma linha",
  row: "{column}, linha {number}",
  fileName: "formulario-de-relatorio",
  missing:
    "Obrigado pelo seu relatório. Se puder, acrescente: {parts}. Nada disso é obrigatório; o que escreveu já foi recebido.",
  complete: "Obrigado pelo seu relatório. Ele foi recebido por inteiro."
}
