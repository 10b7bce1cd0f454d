/** The words of the organisers' pages in French. */
import type { Translation } from "../../words/define.ts"
import type { english } from "./en.ts"

export const french: Translation<typeof english, "fr"> = {
  linkTitle: "Votre lien privé",
  linkLead:
    "La page de votre initiative s’ouvre par un lien privé que nous envoyons par courriel. Ni compte, ni mot de passe.",
  address: "Votre adresse électronique",
  addressHelp: "Celle que vous avez donnée lors de l’inscription.",
  addressWrong: "Ce n’est pas une adresse électronique. Elle ressemble à nom@exemple.org.",
  sendLink: "Envoyez-moi le lien",
  linkSent: "Consultez votre boîte aux lettres",
  linkSentText:
    "Si cette adresse est celle d’un organisateur que nous connaissons, un message avec le lien est en route. Cela peut prendre quelques minutes\u00a0; regardez aussi parmi les indésirables.",
  linkUnknown:
    "Pas de message\u00a0? Inscrivez d’abord votre initiative, ou demandez au Secrétariat quelle adresse il connaît.",
  waitLinks:
    "Beaucoup de liens ont été demandés depuis votre réseau. Attendez un peu, puis essayez de nouveau.",
  enterTitle: "Ouvrir votre page",
  enterLead: "Ce lien est privé\u00a0: il ouvre la page de {initiative}. Ne le transmettez pas.",
  open: "Ouvrir ma page",
  linkOver: "Ce lien n’est plus valable\u00a0: il a expiré, a été retiré ou n’est pas complet.",
  newLink: "Demander un nouveau lien",
  sessionOver:
    "Votre page a été fermée, faute d’usage pendant une demi-heure. Ouvrez de nouveau votre lien pour continuer.",
  keepWords: "Voici ce que vous aviez écrit, pour que vous puissiez le copier\u00a0:",
  leave: "Fermer ma page",
  left: "Votre page est fermée sur cet appareil. Votre lien la rouvre.",
  insecure: "On ne peut pas entrer ici\u00a0: l’adresse de ce portail doit commencer par https.",
  homeTitle: "Votre page",
  homeLead:
    "Comment votre initiative est suivie, lue et citée. Seuls vous et le Secrétariat voyez cette page.",
  publicPage: "La page publique",
  healthTitle: "Vos sources",
  healthGood: "Tout va bien. Il n’y a rien à corriger.",
  healthNone:
    "Aucune de vos sources n’est encore inscrite. Vous pouvez envoyer des rapports ici, ou inscrire un flux ou une page.",
  register: "Inscrire un flux ou une page",
  mend: "Que faire",
  lastRead: "dernière lecture le {date}",
  neverRead: "pas encore lue",
  nextRead: "prochaine visite le {date}",
  mendSilent: "Vous avez publié depuis\u00a0? C’est alors à une autre adresse\u00a0: inscrivez-la aussi.",
  mendLayout:
    "La page a été refaite. Inscrivez de nouveau son adresse, pour qu’elle soit lue sous sa nouvelle forme.",
  mendMoved:
    "Elle mène maintenant à {url}. Si c’est juste, dites-le-nous ci-dessous en demandant une correction.",
  mendGone: "L’adresse n’existe plus. Inscrivez la nouvelle.",
  mendEmpty: "L’adresse n’énumère rien. Publiez-y, ou inscrivez-en une autre.",
  mendRobots:
    "Le fichier robots.txt de votre site exclut notre lecteur. Autorisez l’agent Tributary, ou envoyez les rapports ici.",
  mendNotFound: "La page est introuvable (404). Remettez-la, ou inscrivez sa nouvelle adresse.",
  mendServer:
    "Le serveur n’a pas répondu correctement. Nous réessayons de nous-mêmes\u00a0; si cela dure, prévenez qui gère votre site.",
  mendName: "Le nom du site est inconnu sur l’Internet. Vérifiez si votre domaine a expiré.",
  mendCertificate: "Le certificat du site n’est pas valable. Qui gère votre site doit le renouveler.",
  mendAccess:
    "Le site repousse notre lecteur. Laissez passer l’agent Tributary dans le pare-feu ou le filtre, ou envoyez les rapports ici.",
  mendLarge: "La réponse est trop volumineuse. Inscrivez plutôt un flux ou une page plus courte.",
  mendRedirect: "L’adresse tourne en rond ou ne mène à rien. Inscrivez celle où elle devrait aboutir.",
  mendKind: "Ce qui s’y trouve ne contient pas de texte lisible. Inscrivez plutôt la page ou le document.",
  mendOther: "Inscrivez une adresse qui s’ouvre dans tout navigateur sans mot de passe.",
  visitsTitle: "Dernières visites",
  when: "Quand",
  what: "Quoi",
  outcome: "Résultat",
  visitOk: "lu",
  visitSame: "rien de nouveau",
  visitFailed: "pas lu",
  readTitle: "Comment vos documents ont été lus",
  readLead:
    "Ouvrez un document pour voir ses déclarations, les questions sous lesquelles elles sont classées, et pourquoi.",
  noDocuments: "Aucun de vos documents n’a encore été lu. Cela ne veut pas dire que rien n’a été dit.",
  kind: "Type",
  counted: "Lus pour le recueil",
  leftOut: "Laissés de côté, et pourquoi",
  leftOutLead: "Ces documents sont conservés, mais ne sont pas cités dans un recueil.",
  noneLeftOut: "Aucun document n’a été laissé de côté.",
  whyKind:
    "lu comme\u00a0: {kind}\u00a0; seuls comptent les messages, communiqués, déclarations, rapports et résumés de séance",
  whySame: "le même texte se trouve à une autre adresse",
  whySuperseded: "un projet que le texte final a remplacé",
  whyUndated: "aucune date trouvée\u00a0: mentionné à part, non compté",
  whyDoubt: "le type est incertain\u00a0; le Secrétariat l’examinera",
  reasons: "Pourquoi il a été lu ainsi",
  byInitiative: "Envoyé par l’initiative elle-même le {date}.",
  byYou: "Vous l’avez envoyé ici le {date}.",
  coverage: "Publications par année",
  releasesTitle: "Cité dans ces recueils",
  noReleases: "Aucun recueil ne vous a encore cités.",
  releaseOf: "Recueil {number}",
  statementCount: {
    one: "{count} déclaration",
    many: "{count} de déclarations",
    other: "{count} déclarations"
  },
  embed: "Montrer vos déclarations sur votre propre site",
  embedText: "La page publique de votre initiative contient une ligne à placer dans votre site.",
  statementsTitle: "Les déclarations et leurs questions",
  leftOutStatements: {
    one: "{count} passage a été tenu pour une formule (remerciements, programme, accès) et n’est pas cité.",
    many: "{count} de passages ont été tenus pour des formules (remerciements, programme, accès) et ne sont pas cités.",
    other:
      "{count} passages ont été tenus pour des formules (remerciements, programme, accès) et ne sont pas cités."
  },
  noStatements: "Aucune déclaration n’a été trouvée dans ce document.",
  why: "à cause de {words}",
  stated: "vous l’avez nommée\u00a0: {words}",
  noIssue: "sous aucune question",
  uploadTitle: "Envoyer un rapport",
  uploadLead:
    "Un rapport, des messages, un communiqué, ou notre formulaire rempli. Il est lu aussitôt, et vous voyez comment.",
  file: "Fichier",
  fileHelp: "PDF, Word (DOCX), page web (HTML) ou texte simple, {size} Mo au plus.",
  fileMissing: "Choisissez d’abord un fichier.",
  fileTitle: "Titre",
  optionalHelp: "Seulement si le document ne le dit pas lui-même",
  date: "Date de publication",
  dateWrong: "Ce n’est pas une date. Écrivez-la comme 2026-11-23.",
  dateFuture: "Cette date est dans le futur.",
  language: "Langue du document",
  replaces: "Il remplace",
  replacesNone: "aucun document\u00a0: il est nouveau",
  replacesHelp: "Choisissez le fichier antérieur si celui-ci en est une copie corrigée.",
  send: "Envoyer",
  sending: "Envoi\u00a0: {percent}\u00a0%",
  reading: "Envoyé. Lecture en cours…",
  templates: "Le formulaire de rapport",
  templatesLead:
    "Remplissez-le et envoyez-le ici\u00a0: nous n’avons alors pas à deviner ce qui est un message. Dans toute langue.",
  uploadsTitle: "Ce que vous avez envoyé",
  noUploads: "Vous n’avez encore rien envoyé ici.",
  uploadRead: "lu",
  uploadWaiting: "en cours de lecture",
  uploadUnread: "pas lu",
  tooManyUploads:
    "Vous avez envoyé beaucoup de fichiers en une heure. Ce qui est arrivé est en sûreté\u00a0; continuez plus tard.",
  busy: "Plusieurs fichiers arrivent en ce moment. Renvoyez le vôtre dans une minute.",
  refusedEmpty: "Le fichier est vide. Ouvrez-le sur votre appareil, enregistrez-le de nouveau et envoyez-le.",
  refusedLarge:
    "Le fichier dépasse {size} Mo. Enregistrez-le avec des images plus petites, ou envoyez le texte seul.",
  refusedArchive:
    "Le fichier est compressé (ZIP ou semblable). Décompressez-le et envoyez les documents un par un.",
  refusedOldWord:
    "Le fichier est dans un ancien format Word (DOC). Enregistrez-le en DOCX ou PDF et envoyez celui-ci.",
  refusedRtf: "Le fichier est en RTF. Enregistrez-le en DOCX ou PDF et envoyez celui-ci.",
  refusedMacros:
    "Le fichier Word contient des macros. Enregistrez-le en DOCX simple, sans macros, et envoyez celui-ci.",
  refusedTwo:
    "Le fichier est de deux types à la fois, ce qu’aucun programme n’écrit de lui-même. Enregistrez-le de nouveau en PDF ou DOCX et envoyez celui-ci.",
  refusedOther:
    "Le fichier contient autre chose que ce que dit son nom. Enregistrez-le de nouveau en PDF ou DOCX et envoyez celui-ci.",
  refusedKind:
    "Le fichier n’est pas un document lisible. Envoyez un PDF, un Word (DOCX), un HTML ou un texte simple.",
  refusedBroken:
    "Le fichier est endommagé ou tronqué et n’a pas pu être lu. Enregistrez-le de nouveau et renvoyez-le.",
  refusedPassword: "Le fichier est protégé par un mot de passe. Envoyez une copie ouverte.",
  refusedScan:
    "Le fichier contient des images de pages, pas de texte. Si vous avez le texte (Word, page web), envoyez-le\u00a0; le Secrétariat voit aussi ce fichier.",
  refusedSlow: "La lecture du fichier a duré trop longtemps et a été arrêtée. Envoyez une copie plus simple.",
  refusedNoText: "Le fichier ne contient pas de texte. Vérifiez si vous avez choisi le bon.",
  kept: "Le fichier lui-même est conservé.",
  resultTitle: "Comment votre fichier a été lu",
  resultWaiting: "Votre fichier est arrivé et est en cours de lecture. Cette page s’actualise d’elle-même.",
  sameFile:
    "Vous avez envoyé exactement le même fichier le {date}. Rien n’a été fait deux fois\u00a0; voici ce qu’il en est.",
  published: "Publié",
  undated: "sans date",
  undatedHelp:
    "Sans date, le document n’est pas compté dans un recueil. Renvoyez le même fichier avec sa date.",
  nextUpload: "Envoyer un autre fichier",
  wrong: "Quelque chose est mal lu\u00a0?",
  correctionTitle: "Demander une correction",
  correctionLead: "Le Secrétariat l’examine et vous répond par courriel. La modification reste visible.",
  about: "À propos de",
  aboutInitiative: "votre initiative dans son ensemble",
  topic: "Qu’est-ce qui est faux\u00a0?",
  topicIssue: "la question",
  topicDate: "la date",
  topicKind: "le type de document ou de déclaration",
  topicNotOurs: "ce n’est pas de nous",
  topicText: "une erreur dans le texte",
  topicOther: "autre chose",
  topicMissing: "Choisissez ce qui est faux.",
  words: "Comment cela devrait-il être\u00a0?",
  wordsHelp: "Dans toute langue.",
  wordsMissing: "Dites en une phrase comment cela devrait être.",
  ask: "Envoyer au Secrétariat",
  asked: "Votre demande est au Secrétariat. Vous recevrez une réponse par courriel.",
  tooManyCorrections:
    "Vous avez demandé beaucoup de corrections aujourd’hui. Toutes sont conservées\u00a0; continuez demain.",
  sameCorrection: "Vous l’avez déjà demandé\u00a0; la demande attend le Secrétariat.",
  otherInitiative:
    "Ceci appartient à une autre initiative. Vous pouvez demander des corrections de ce qui est à vous.",
  correctionsTitle: "Les corrections que vous avez demandées",
  noCorrections: "Vous n’en avez demandé aucune.",
  stateOpen: "attend le Secrétariat",
  stateAccepted: "corrigé",
  stateAnswered: "répondu, sans changement",
  answer: "Réponse",
  askedOn: "demandé le {date}"
}
