/** The reporting form in French. */
import type { FormWords } from "../words.ts"

export const french: FormWords = {
  title: "Rapport d’une initiative nationale, régionale ou de jeunesse du FGI",
  intro:
    "Pour la préparation du Forum mondial sur la gouvernance de l’Internet. Une soirée suffit\u00a0: remplissez ce dont vous disposez et laissez le reste vide. Préférez des phrases courtes, dans vos propres mots\u00a0; elles sont citées telles que vous les écrivez, dans votre langue. Les noms des questions parmi lesquelles choisir figurent à la fin.",
  sections: {
    event: "L’initiative et sa réunion",
    participation: "Qui a participé",
    highlights: "Points principaux",
    messages: "Messages par question",
    cases: "Bonnes pratiques et cas concrets",
    views: "Points de vue divergents",
    asks: "Ce que vous demandez au MAG ou au FGI mondial",
    contact: "Contact"
  },
  hints: {
    event: "Dates sous la forme année-mois-jour, par exemple 2026-05-14.",
    participation:
      "Des nombres, ou des parts suivies du signe %. Les estimations sont bienvenues. Laissez vide ce qui n’a pas été compté\u00a0; une même personne peut figurer à plusieurs lignes.",
    highlights: "Trois à cinq phrases\u00a0: que doit savoir tout lecteur\u00a0?",
    messages:
      "Un message par ligne. Prenez la question dans la liste finale ou nommez-la dans vos propres mots. Ajoutez autant de lignes qu’il vous en faut.",
    cases: "Ce qui a fonctionné, avec son nom, pour que d’autres puissent s’en inspirer.",
    views: "Là où les participants n’étaient pas d’accord\u00a0: ce qui a été dit de part et d’autre.",
    asks: "Que faudrait-il aborder, changer ou poursuivre\u00a0?",
    contact: "Uniquement pour des questions sur ce rapport\u00a0; ceci n’est pas publié."
  },
  fields: {
    name: "Nom de l’initiative",
    edition: "Édition ou année",
    firstDay: "Premier jour",
    lastDay: "Dernier jour",
    place: "Lieu",
    attendance: "Forme de la réunion (sur place, hybride ou en ligne)",
    link: "Page web de la réunion",
    reportDate: "Date de ce rapport",
    total: "Participants en tout",
    remote: "Participants à distance",
    youth: "Jeunes",
    women: "Femmes",
    men: "Hommes",
    otherGender: "Autre genre, ou non précisé",
    firstTime: "Participant pour la première fois",
    disabilities: "Personnes handicapées",
    government: "Pouvoirs publics",
    business: "Secteur privé",
    civilSociety: "Société civile",
    technical: "Communauté technique",
    academia: "Monde universitaire",
    intergovernmental: "Organisations intergouvernementales",
    otherGroups: "Médias et autres",
    contactName: "Nom de la personne à contacter",
    contactAddress: "Courriel de la personne à contacter"
  },
  columns: {
    messages: { issue: "Question", text: "Message" },
    cases: { name: "Nom", what: "Ce qui a été fait", result: "Résultat" },
    views: { issue: "Question", text: "Points de vue" }
  },
  attendance: { "on-site": "sur place", hybrid: "hybride", online: "en ligne" },
  choose: "choisir ou écrire",
  issueNames: "Noms des questions",
  save: "Enregistrer le formulaire rempli",
  addRow: "Ajouter une ligne",
  row: "{column}, ligne {number}",
  fileName: "formulaire-de-rapport",
  missing:
    "Merci de votre rapport. Si vous le pouvez, veuillez ajouter\u00a0: {parts}. Rien de cela n’est obligatoire\u00a0; ce que vous avez écrit a été repris.",
  complete: "Merci de votre rapport. Il a été repris en entier."
}
