import type { TableWords } from "./index.ts"

/** Columns of the tables in Spanish. */
export const spanish: TableWords = {
  sheets: {
    statements: "Declaraciones",
    matrix: "Matriz",
    coverage: "Cobertura",
    sources: "Fuentes",
    dictionary: "Diccionario de datos"
  },
  columns: {
    paragraph: [
      "Párrafo",
      "Número del párrafo donde se cita por primera vez; el mismo en todas las formas del compendio."
    ],
    statement: ["Identificador de la declaración", "Nombre estable de la declaración."],
    text: [
      "Texto",
      "Palabra por palabra, en su idioma. Una celda contiene como máximo 32 767 caracteres; un texto más largo termina en puntos suspensivos."
    ],
    characters: ["Caracteres", "Longitud del texto entero."],
    language: ["Idioma", "Idioma del original (etiqueta BCP 47); und si no se conoce."],
    kind: [
      "Clase",
      "Qué es la declaración: mensaje clave, recomendación, buena práctica, dificultad, opinión divergente o información."
    ],
    case_name: ["Caso", "Nombre del caso, si informa de uno."],
    issue: [
      "Identificador de la cuestión {n}",
      "Cuestión número {n}, hasta tres; las cuestiones las asigna Tributary y no la iniciativa."
    ],
    issue_label: ["Cuestión {n}", "Nombre de la cuestión número {n}."],
    issue_score: ["Puntuación de la cuestión {n}", "Grado de certeza de la asignación, de 0 a 1."],
    cluster: [
      "Grupo de declaraciones",
      "Las declaraciones de varias iniciativas que dicen lo mismo tienen el mismo grupo."
    ],
    is_new: ["Nueva", "Si es nueva desde la versión anterior; vacío si no hay con qué comparar."],
    initiative: ["Identificador de la iniciativa", "Nombre estable de la iniciativa."],
    initiative_name: ["Iniciativa", "Nombre que se da la propia iniciativa."],
    initiative_type: ["Tipo", "Nacional, subregional, regional o juvenil."],
    country: ["País", "País de una iniciativa nacional (ISO 3166-1)."],
    un_groups: [
      "Grupos de la ONU",
      "Grupos regionales de las Naciones Unidas a los que pertenece, separados por punto y coma."
    ],
    output: ["Identificador del documento", "Nombre estable del documento en que figura."],
    output_title: ["Documento", "Título del documento."],
    document_kind: [
      "Clase de documento",
      "Mensajes, comunicado, declaración, informe, resumen de sesión, borrador o información de prensa."
    ],
    in_doubt: ["Por revisar", "Si aún debe revisarse la clase del documento."],
    published: ["Publicado", "Fecha de publicación (ISO 8601); vacío si no se encontró."],
    edition: ["Edición", "Año o número del encuentro al que pertenece el documento."],
    heading: ["Encabezado", "Encabezado más próximo por encima de la declaración."],
    number: ["Número", "Número que la declaración lleva en el documento."],
    page: ["Página", "Página de un documento paginado."],
    passage_url: ["Enlace al pasaje", "Dirección que lleva al pasaje mismo."],
    output_url: ["Dirección", "Dirección del documento."],
    capture_sha256: ["SHA-256 de la copia", "SHA-256 de los bytes archivados de los que se leyó."],
    retrieved: ["Obtenido", "Momento en que se obtuvieron esos bytes (ISO 8601, UTC)."],
    other_places: [
      "Palabra por palabra también en",
      "Otros documentos con el mismo texto: iniciativa e identificador del documento."
    ],
    one_issue: ["Identificador de la cuestión", "Nombre estable de la cuestión."],
    one_issue_label: ["Cuestión", "Nombre de la cuestión."],
    area: ["Ámbito", "Grupo de cuestiones de la taxonomía."],
    main_concern: [
      "Preocupación principal",
      "Si la cuestión es una preocupación principal de la iniciativa; vacío cuando no se la oyó."
    ],
    initiatives: ["Iniciativas", "Número de iniciativas que plantearon la cuestión."],
    statements: [
      "Declaraciones",
      "Número de declaraciones del período: vacío si no se ha oído a la iniciativa, 0 si publicó y no planteó la cuestión."
    ],
    status: ["Estado", "Publicó, aún no se ha oído, o aún no se ha oído porque no se pudo acceder."],
    outputs: ["Documentos", "Número de documentos contados en el período."],
    last_heard: [
      "Oída por última vez",
      "Fecha más reciente de un documento contado hasta el final del período."
    ],
    has_source: ["Tiene fuente", "Si está registrado un lugar donde publica."],
    website: ["Sitio web", "Sitio de la iniciativa."],
    failures: ["No leídos", "Lugares que no pudieron leerse en la última visita, y por qué."],
    counted: [
      "Contado",
      "Si el documento cuenta; los borradores, las informaciones de prensa y los documentos sin fecha o tardíos solo se enumeran."
    ],
    also_at: ["También en", "Otras direcciones que llevan el mismo texto."],
    table: ["Tabla", "Tabla en que figura la columna."],
    column: ["Columna", "Nombre de la columna en CSV; es el mismo en todas las versiones."],
    column_heading: ["Título de la columna", "Su título en este idioma."],
    meaning: ["Significado", "Qué contiene la columna."]
  }
}
