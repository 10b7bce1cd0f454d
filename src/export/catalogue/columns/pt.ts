import type { TableWords } from "./index.ts"

/** Columns of the tables in Portuguese. */
export const portuguese: TableWords = {
  sheets: {
    statements: "Declarações",
    matrix: "Matriz",
    coverage: "Cobertura",
    sources: "Fontes",
    dictionary: "Dicionário de dados"
  },
  columns: {
    paragraph: [
      "Parágrafo",
      "Número do parágrafo em que é citada pela primeira vez; o mesmo em todas as formas do compêndio."
    ],
    statement: ["Identificador da declaração", "Nome estável da declaração."],
    text: [
      "Texto",
      "Palavra por palavra, em seu idioma. Uma célula comporta no máximo 32.767 caracteres; um texto mais longo termina em reticências."
    ],
    characters: ["Caracteres", "Comprimento do texto inteiro."],
    language: ["Idioma", "Idioma do original (etiqueta BCP 47); und quando não é conhecido."],
    kind: [
      "Espécie",
      "O que a declaração é: mensagem-chave, recomendação, boa prática, desafio, opinião divergente ou informação."
    ],
    case_name: ["Caso", "Nome do caso, quando relata um."],
    issue: [
      "Identificador da questão {n}",
      "Questão número {n}, até três; as questões são atribuídas pelo Tributary e não pela iniciativa."
    ],
    issue_label: ["Questão {n}", "Nome da questão número {n}."],
    issue_score: ["Pontuação da questão {n}", "Grau de certeza da atribuição, de 0 a 1."],
    cluster: [
      "Grupo de declarações",
      "Declarações de várias iniciativas que dizem o mesmo têm o mesmo grupo."
    ],
    is_new: ["Nova", "Se é nova desde a versão anterior; vazio quando não há com que comparar."],
    initiative: ["Identificador da iniciativa", "Nome estável da iniciativa."],
    initiative_name: ["Iniciativa", "Nome que a própria iniciativa usa."],
    initiative_type: ["Tipo", "Nacional, sub-regional, regional ou de juventude."],
    country: ["País", "País de uma iniciativa nacional (ISO 3166-1)."],
    un_groups: [
      "Grupos da ONU",
      "Grupos regionais das Nações Unidas a que pertence, separados por ponto e vírgula."
    ],
    output: ["Identificador do documento", "Nome estável do documento em que se encontra."],
    output_title: ["Documento", "Título do documento."],
    document_kind: [
      "Espécie de documento",
      "Mensagens, comunicado, declaração, relatório, resumo de sessão, minuta ou relato da imprensa."
    ],
    in_doubt: ["A revisar", "Se a espécie do documento ainda deve ser revista."],
    published: ["Publicado", "Data de publicação (ISO 8601); vazio quando não foi encontrada."],
    edition: ["Edição", "Ano ou número do encontro a que o documento pertence."],
    heading: ["Título da seção", "Título mais próximo acima da declaração."],
    number: ["Número", "Número que a declaração tem no documento."],
    page: ["Página", "Página de um documento paginado."],
    passage_url: ["Link para a passagem", "Endereço que leva à própria passagem."],
    output_url: ["Endereço", "Endereço do documento."],
    capture_sha256: ["SHA-256 da cópia", "SHA-256 dos bytes arquivados dos quais foi lida."],
    retrieved: ["Obtido", "Quando esses bytes foram obtidos (ISO 8601, UTC)."],
    other_places: [
      "Palavra por palavra também em",
      "Outros documentos com o mesmo texto: iniciativa e identificador do documento."
    ],
    one_issue: ["Identificador da questão", "Nome estável da questão."],
    one_issue_label: ["Questão", "Nome da questão."],
    area: ["Área", "Grupo de questões da taxonomia."],
    main_concern: [
      "Preocupação principal",
      "Se a questão é uma preocupação principal da iniciativa; vazio quando ela não foi ouvida."
    ],
    initiatives: ["Iniciativas", "Número de iniciativas que levantaram a questão."],
    statements: [
      "Declarações",
      "Número de declarações no período: vazio quando a iniciativa não foi ouvida, 0 quando publicou e não levantou a questão."
    ],
    status: ["Situação", "Publicou, ainda não ouvida, ou ainda não ouvida porque não pôde ser acessada."],
    outputs: ["Documentos", "Número de documentos contados no período."],
    last_heard: ["Ouvida pela última vez", "Data mais recente de um documento contado até o fim do período."],
    has_source: ["Tem fonte", "Se está registrado um local em que publica."],
    website: ["Site", "Site da iniciativa."],
    failures: ["Não lidos", "Locais que não puderam ser lidos na última visita, e por quê."],
    counted: [
      "Contado",
      "Se o documento conta; minutas, relatos da imprensa e documentos sem data ou tardios são apenas listados."
    ],
    also_at: ["Também em", "Outros endereços que trazem o mesmo texto."],
    table: ["Tabela", "Tabela em que está a coluna."],
    column: ["Coluna", "Nome da coluna em CSV; permanece o mesmo em todas as versões."],
    column_heading: ["Título da coluna", "Seu título neste idioma."],
    meaning: ["Significado", "O que a coluna contém."]
  }
}
