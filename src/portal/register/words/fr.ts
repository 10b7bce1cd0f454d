/** The words of registering in French. */
import type { Translation } from "../../words/define.ts"
import type { english } from "./en.ts"

export const french: Translation<typeof english, "fr"> = {
  title: "Inscrire l’endroit où vous publiez",
  lead: "Donnez l’adresse de votre flux, de la page qui liste vos documents ou de votre site. Vous voyez en quelques secondes comment elle serait lue et ce qui pourrait être mieux. Rien n’est suivi avant que vous n’ayez confirmé par courriel et que le Secrétariat n’ait donné son accord.",
  yourInitiative: "Votre initiative",
  initiative: "Initiative",
  initiativeHelp:
    "Écrivez une partie de son nom et choisissez-la. Si elle est nouvelle ici, écrivez son nom complet.",
  newTitle: "Elle n’est pas encore dans la liste",
  newHelp: "À remplir pour une initiative que la liste n’a pas.",
  type: "Type",
  country: "Pays ou territoire",
  countryHelp: "Laissez ce champ vide pour une initiative de plusieurs pays.",
  severalCountries: "Plusieurs pays",
  languages: "Langues",
  languagesHelp:
    "Celles dans lesquelles elle publie, la plus habituelle d’abord, séparées par des virgules : français, swahili.",
  groups: "Groupes régionaux de l’ONU",
  groupsHelp:
    "Seulement pour une initiative de plusieurs pays, ou d’un territoire qui n’est dans aucun groupe.",
  whereYouPublish: "Où vous publiez",
  url: "Adresse web",
  urlHelp:
    "Le mieux est un flux (RSS ou Atom) ; sinon la page qui liste vos messages et rapports ; sinon votre page d’accueil.",
  email: "Votre adresse électronique",
  emailHelp: "Le lien de confirmation y est envoyé. L’adresse n’est pas publiée.",
  remark: "Remarque pour le Secrétariat",
  look: "Regarder",
  lookNote: "Cela prend quinze secondes au plus.",
  trap: "Laissez ce champ vide",
  mailOff: "Ce portail ne peut pas envoyer de courriel en ce moment. Votre lien viendra dès que possible.",
  initiativeMissing: "Nommez l’initiative.",
  initiativeUnknown:
    "La liste n’a pas d’initiative de ce nom. Choisissez l’une de celles-ci ou décrivez-en une nouvelle.",
  initiativeNew: "La liste n’a pas d’initiative de ce nom. Décrivez-la ci-dessous.",
  didYouMean: "Est-ce l’une de celles-ci ?",
  asNew: "Non, elle est nouvelle",
  typeMissing: "Choisissez le type de la nouvelle initiative.",
  countryMissing: "Une initiative nationale a un pays : choisissez-le.",
  groupMissing: "Choisissez au moins un groupe régional de l’ONU.",
  languageUnknown: "« {name} » n’est pas une langue connue. Écrivez son nom, ou son code comme fr.",
  urlWrong: "Donnez une adresse web qui commence par https:// ou http://, sans mot de passe.",
  emailWrong: "Donnez une adresse électronique comme nom@exemple.org.",
  wait: {
    one: "Beaucoup d’adresses ont été regardées depuis votre réseau, ou sur ce site. Réessayez dans {count} minute.",
    many: "Beaucoup d’adresses ont été regardées depuis votre réseau, ou sur ce site. Réessayez dans {count} de minutes.",
    other:
      "Beaucoup d’adresses ont été regardées depuis votre réseau, ou sur ce site. Réessayez dans {count} minutes."
  },
  busy: "D’autres adresses sont regardées en ce moment. Renvoyez le formulaire dans une minute.",
  tooSlow: "Le site n’a pas répondu à temps. Réessayez, ou donnez l’adresse de la liste elle-même.",
  previewTitle: "Comment elle serait lue",
  notPublic: "Cette adresse ne peut pas être atteinte sur le web public. Vérifiez qu’elle est bien écrite.",
  nothingFound: "Rien qui puisse être suivi n’a été trouvé à cette adresse.",
  readAs: {
    one: "{kind}, avec {count} entrée",
    many: "{kind}, avec {count} d’entrées",
    other: "{kind}, avec {count} entrées"
  },
  alreadyFollowed:
    "Cette adresse est déjà suivie, pour {initiative}. Il n’est pas nécessaire de l’inscrire de nouveau.",
  feed: "Flux",
  wordpress: "Site WordPress",
  mediawiki: "Wiki (MediaWiki)",
  drupal: "Site Drupal",
  listing: "Page avec une liste",
  sitemap: "Plan de site",
  shelf: "Page avec des documents",
  youtube: "Chaîne vidéo",
  document: "Un seul document",
  upload: "Envoi",
  pass: "Tout est comme il faut.",
  warn: "Elle peut être lue. Certaines choses pourraient être mieux.",
  fail: "Il faut corriger quelque chose pour qu’elle soit bien lue.",
  toMend: "Ce qu’il faut corriger",
  inDetail: "En détail",
  asItShouldBe: "Comme il faut : {checks}",
  entries: "Les dernières entrées",
  entriesLead: "Quelques-unes ont été ouvertes, pour montrer comment elles seraient lues.",
  noEntries: "Aucune entrée n’a été trouvée.",
  noDate: "sans date",
  notOpened: "non ouverte",
  notRead: "Elle n’a pas pu être lue.",
  inDoubt: "en doute : une personne regarderait d’abord",
  statementCount: {
    one: "{count} déclaration",
    many: "{count} de déclarations",
    other: "{count} déclarations"
  },
  quotedSo: "Ce serait cité ainsi",
  isItRight: "Est-ce juste ?",
  mendFirst:
    "Vous pouvez corriger quelque chose sur votre site et regarder de nouveau. Vous pouvez aussi l’inscrire telle quelle : le Secrétariat voit la même chose.",
  register: "Inscrire cette adresse",
  again: "Regarder de nouveau",
  change: "Modifier le formulaire",
  mailGoes: "Un courriel avec un lien est ensuite envoyé à {email}.",
  previewOver: "Cet aperçu n’existe plus. Remplissez de nouveau le formulaire.",
  sentTitle: "Regardez votre courrier",
  sentText: {
    one: "Un courriel avec un lien est en route. Ouvrez le lien dans un délai de {count} heure et confirmez.",
    many: "Un courriel avec un lien est en route. Ouvrez le lien dans un délai de {count} d’heures et confirmez.",
    other:
      "Un courriel avec un lien est en route. Ouvrez le lien dans un délai de {count} heures et confirmez."
  },
  sentHelp:
    "Si rien n’arrive, regardez parmi les courriers indésirables. Si l’adresse était fausse, recommencez avec la bonne.",
  confirmTitle: "Confirmer votre inscription",
  confirmText: "Vous demandez que cette adresse soit suivie :",
  confirmButton: "Confirmer",
  confirmOver:
    "Ce lien a déjà servi, est trop ancien ou n’est pas complet. Si vous avez confirmé, votre second courriel mène à votre inscription ; sinon, recommencez.",
  statusTitle: "Votre inscription",
  waiting: "Vous l’avez confirmée. Le Secrétariat l’examine maintenant ; vous recevrez un courriel.",
  approved:
    "Le Secrétariat l’a acceptée. Votre courriel contient un lien privé vers la page de votre initiative.",
  refused: "Le Secrétariat ne l’a pas acceptée.",
  reason: "Raison",
  address: "Adresse",
  receivedOn: "Reçue",
  proofTitle: "Montrer que le site est le vôtre",
  proofLead:
    "Ce n’est pas obligatoire, mais cela aide le Secrétariat à décider vite. Mettez ce mot à l’un des trois endroits, puis faites-le chercher.",
  word: "Votre mot",
  proofMeta: "Dans l’en-tête de la page, ou de votre page d’accueil",
  proofFile: "Ou dans un fichier à cette adresse, le mot seul sur une ligne",
  proofDns: "Ou dans le système des noms de domaine, comme enregistrement TXT de ce nom",
  lookForIt: "Le chercher maintenant",
  proofFound: "Trouvé le {date} : {place}",
  proofNotFound:
    "Le mot n’a été trouvé à aucun des trois endroits. Un changement dans le système des noms de domaine peut mettre quelques heures à être visible.",
  proofWait: {
    one: "Il a été cherché souvent. Réessayez dans {count} minute.",
    many: "Il a été cherché souvent. Réessayez dans {count} de minutes.",
    other: "Il a été cherché souvent. Réessayez dans {count} minutes."
  },
  takePartLink: "Inscrire votre flux ou votre page",
  check_reachable: "Accessible",
  mend_reachable: "Corrigez l’adresse, ou faites réparer le site par qui s’en occupe.",
  check_certificate: "Connexion chiffrée",
  mend_certificate:
    "Offrez le site en https avec un certificat valable ; Let’s Encrypt en donne gratuitement.",
  check_robots: "Ouvert aux programmes (robots.txt)",
  mend_robots:
    "Autorisez notre programme dans robots.txt : « User-agent: Tributary » et « Allow: / » sur deux lignes.",
  check_encoding: "Caractères",
  mend_encoding: "Enregistrez les pages en UTF-8 et dites-le dans l’en-tête HTTP.",
  check_size: "Taille",
  mend_size: "Offrez les longues listes en plusieurs pages et les documents en fichiers plus petits.",
  "check_feed-well-formed": "Flux bien formé",
  "mend_feed-well-formed": "Corrigez le flux : validator.w3.org/feed montre où il est cassé.",
  "check_listing-structure": "Une liste d’entrées",
  "mend_listing-structure":
    "Donnez l’adresse d’un flux ou de la page qui liste vos documents, et que chaque lien dise où il mène.",
  check_dates: "Dates",
  mend_dates:
    "Indiquez le jour de publication de chaque entrée (pubDate dans un flux, élément time dans une page). Ce qui n’a pas de date n’est pas compté dans un recueil.",
  "check_item-addresses-stable": "Adresses durables",
  "mend_item-addresses-stable":
    "Mettez des liens vers l’adresse durable de chaque page, sans paramètres de session.",
  check_duplicates: "Pas de répétitions",
  mend_duplicates: "Listez chaque document une seule fois.",
  "check_update-rhythm": "À jour",
  "mend_update-rhythm": "Rien de nouveau depuis plus d’un an. Publiez-vous ailleurs maintenant ?",
  check_truncation: "Textes entiers dans le flux",
  mend_truncation:
    "Le flux ne donne que le début des textes. Réglez-le sur les textes complets (dans WordPress : Réglages, Lecture).",
  "check_full-text": "Texte lisible",
  "mend_full-text":
    "Mettez le texte sur la page elle-même, ou offrez un PDF avec du texte ou un DOCX. Les images de texte et ce que des scripts chargent après coup ne peuvent pas être lus.",
  "check_language-known": "Langue",
  "mend_language-known": "Indiquez la langue dans chaque page (l’attribut lang de html).",
  "check_outputs-among-items": "Des documents de fond parmi les entrées",
  "mend_outputs-among-items":
    "Les entrées ressemblent à des annonces. Donnez l’adresse où se trouvent vos messages, rapports et comptes rendus de sessions."
}
