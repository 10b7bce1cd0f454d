import type { TableWords } from "./index.ts"

/** Columns of the tables in French. */
export const french: TableWords = {
  sheets: {
    statements: "Déclarations",
    matrix: "Matrice",
    coverage: "Couverture",
    sources: "Sources",
    dictionary: "Dictionnaire des données"
  },
  columns: {
    paragraph: [
      "Paragraphe",
      "Numéro du paragraphe où elle est citée en premier\u00a0; le même dans toutes les formes du recueil."
    ],
    statement: ["Identifiant de la déclaration", "Nom stable de la déclaration."],
    text: [
      "Texte",
      "Mot pour mot, dans sa langue. Une cellule contient au plus 32 767 caractères\u00a0; un texte plus long se termine par des points de suspension."
    ],
    characters: ["Caractères", "Longueur du texte entier."],
    language: ["Langue", "Langue de l’original (étiquette BCP 47)\u00a0; und si elle est inconnue."],
    kind: [
      "Nature",
      "Ce qu’est la déclaration\u00a0: message clef, recommandation, bonne pratique, difficulté, divergence de vues ou renseignement."
    ],
    case_name: ["Cas", "Nom du cas, lorsqu’elle en rapporte un."],
    issue: [
      "Identifiant de la question {n}",
      "Question numéro {n}, trois au plus\u00a0; les questions sont attribuées par Tributary et non par l’initiative."
    ],
    issue_label: ["Question {n}", "Nom de la question numéro {n}."],
    issue_score: ["Score de la question {n}", "Degré de certitude de l’attribution, de 0 à 1."],
    cluster: [
      "Groupe de déclarations",
      "Les déclarations de plusieurs initiatives qui disent la même chose ont le même groupe."
    ],
    is_new: [
      "Nouvelle",
      "Si elle est nouvelle depuis la version précédente\u00a0; vide s’il n’y a rien à comparer."
    ],
    initiative: ["Identifiant de l’initiative", "Nom stable de l’initiative."],
    initiative_name: ["Initiative", "Nom que l’initiative se donne."],
    initiative_type: ["Type", "Nationale, sous-régionale, régionale ou de jeunesse."],
    country: ["Pays", "Pays d’une initiative nationale (ISO 3166-1)."],
    un_groups: [
      "Groupes de l’ONU",
      "Groupes régionaux des Nations Unies auxquels elle appartient, séparés par des points-virgules."
    ],
    output: ["Identifiant du document", "Nom stable du document où elle figure."],
    output_title: ["Document", "Titre du document."],
    document_kind: [
      "Nature du document",
      "Messages, communiqué, déclaration, rapport, résumé de séance, projet de texte ou compte rendu de presse."
    ],
    in_doubt: ["À vérifier", "Si la nature du document doit encore être vérifiée."],
    published: ["Publié le", "Date de publication (ISO 8601)\u00a0; vide si aucune n’a été trouvée."],
    edition: ["Édition", "Année ou numéro de la rencontre à laquelle le document se rapporte."],
    heading: ["Intertitre", "Intertitre le plus proche au-dessus de la déclaration."],
    number: ["Numéro", "Numéro que la déclaration porte dans le document."],
    page: ["Page", "Page d’un document paginé."],
    passage_url: ["Lien vers le passage", "Adresse qui mène au passage même."],
    output_url: ["Adresse", "Adresse du document."],
    capture_sha256: ["SHA-256 de la copie", "SHA-256 des octets archivés dont elle a été lue."],
    retrieved: ["Relevé le", "Moment où ces octets ont été relevés (ISO 8601, UTC)."],
    other_places: [
      "Mot pour mot aussi dans",
      "Autres documents qui contiennent le même texte\u00a0: initiative et identifiant du document."
    ],
    one_issue: ["Identifiant de la question", "Nom stable de la question."],
    one_issue_label: ["Question", "Nom de la question."],
    area: ["Domaine", "Groupe de questions de la taxonomie."],
    main_concern: [
      "Préoccupation principale",
      "Indique si la question est une préoccupation principale de l’initiative\u00a0; vide lorsque celle-ci n’a pas été entendue."
    ],
    initiatives: ["Initiatives", "Nombre d’initiatives qui ont soulevé la question."],
    statements: [
      "Déclarations",
      "Nombre de déclarations de la période\u00a0: vide si l’initiative n’a pas été entendue, 0 si elle a publié sans soulever la question."
    ],
    status: ["État", "A publié, pas encore entendue, ou pas encore entendue faute d’avoir pu être jointe."],
    outputs: ["Documents", "Nombre de documents comptés dans la période."],
    last_heard: [
      "Entendue pour la dernière fois",
      "Date la plus récente d’un document compté jusqu’à la fin de la période."
    ],
    has_source: ["A une source", "Si un lieu où elle publie est enregistré."],
    website: ["Site", "Site de l’initiative."],
    failures: ["Non lus", "Lieux qui n’ont pu être lus à la dernière visite, et pourquoi."],
    counted: [
      "Compté",
      "Si le document compte\u00a0; projets de texte, comptes rendus de presse, documents sans date ou tardifs sont seulement énumérés."
    ],
    also_at: ["Aussi à", "Autres adresses qui portent le même texte."],
    table: ["Tableau", "Tableau où figure la colonne."],
    column: ["Colonne", "Nom de la colonne en CSV\u00a0; il reste le même dans toutes les versions."],
    column_heading: ["Intitulé de la colonne", "Son intitulé dans cette langue."],
    meaning: ["Signification", "Ce que contient la colonne."]
  }
}
