/** Mails to people about their accounts in French. */
import type { Letters } from "./index.ts"

export const french: Letters = {
  subject: "Votre compte Tributary a été modifié",
  passwordChanged: "Votre mot de passe a été changé.",
  passwordReset: "Quelqu’un d’autre vous a attribué un mot de passe provisoire.",
  factorOn: "Un second facteur a été mis en place pour votre compte.",
  factorOff: "Le second facteur de votre compte a été retiré.",
  recoveryUsed: "Quelqu’un s’est connecté avec l’un de vos codes de secours. Il ne peut plus servir.",
  codeRepeated: "Un code de votre second facteur a été présenté une deuxième fois et a été refusé.",
  linked:
    "Votre compte a été lié à une personne chez le fournisseur d’identité, qui peut désormais s’y connecter.",
  unlinked: "Votre compte n’est plus lié à la personne chez le fournisseur d’identité.",
  tokenMade: "Un jeton pour programmes a été créé à votre nom.",
  text: `{what}

Compte : {address}
Quand : {at} (UTC)
Par : {by}

Si vous êtes au courant, vous n’avez rien à faire. Sinon, prévenez aussitôt un administrateur du Secrétariat : il peut fermer votre compte à d’autres.
`,
  yourself: "la personne connectée sous votre nom"
}
