/** The mails of registering in French. */
import type { Letters } from "./index.ts"

export const french: Letters = {
  confirmSubject: "Confirmez votre inscription à Tributary",
  confirmText: `Quelqu’un a donné cette adresse pour inscrire une page de {host} à Tributary, où les documents des forums nationaux et régionaux sur la gouvernance de l’Internet sont lus ensemble.

Si c’était vous, ouvrez cette page et confirmez. Le lien fonctionne une seule fois, pendant {hours} heures :

{link}

Si ce n’était pas vous, ne faites rien : sans votre confirmation, il ne se passe rien.
`,
  receivedSubject: "Votre inscription à Tributary a bien été reçue",
  receivedText: `Merci : votre adresse est confirmée. Le Secrétariat examine maintenant votre inscription de

{url}

Sur cette page, vous voyez où elle en est et pouvez montrer que le site est le vôtre. Le lien n’est destiné qu’à vous :

{link}
`,
  approvedSubject: "Votre inscription à Tributary a été acceptée",
  approvedText: `Le Secrétariat a accepté votre inscription de

{url}

pour {initiative}. Elle sera lue désormais.

Sur la page de votre initiative, vous voyez comment elle est lue et citée ; vous pouvez envoyer des rapports et demander une correction. Le lien n’est destiné qu’à vous :

{link}
`,
  refusedSubject: "Votre inscription à Tributary n’a pas été acceptée",
  refusedText: `Le Secrétariat a examiné votre inscription de

{url}

et ne l’a pas acceptée. La raison :

{reason}

Vous pouvez vous inscrire de nouveau quand ce point sera réglé.
`
}
