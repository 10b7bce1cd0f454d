/** The mails of registering in Portuguese. */
import type { Letters } from "./index.ts"

export const portuguese: Letters = {
  confirmSubject: "Confirme a sua inscrição no Tributary",
  confirmText: `Alguém indicou este endereço de e-mail para inscrever uma página de {host} no Tributary, onde os documentos dos fóruns nacionais e regionais de governança da Internet são lidos em conjunto.

Se foi você, abra esta página e confirme. O link funciona uma única vez, durante {hours} horas:

{link}

Se não foi você, não faça nada: sem a sua confirmação nada acontece.
`,
  receivedSubject: "Recebemos a sua inscrição no Tributary",
  receivedText: `Obrigado: o seu endereço de e-mail está confirmado. O Secretariado examina agora a sua inscrição de

{url}

Nesta página você vê em que pé ela está e pode mostrar que o site é seu. O link é só para você:

{link}
`,
  approvedSubject: "A sua inscrição no Tributary foi aprovada",
  approvedText: `O Secretariado aprovou a sua inscrição de

{url}

para {initiative}. Ela será lida a partir de agora.

Na página da sua iniciativa você vê como ela é lida e citada, pode enviar relatórios e pedir uma correção. O link é só para você:

{link}
`,
  refusedSubject: "A sua inscrição no Tributary não foi aprovada",
  refusedText: `O Secretariado examinou a sua inscrição de

{url}

e não a aprovou. O motivo:

{reason}

Você pode inscrevê-la de novo quando isso estiver resolvido.
`
}
