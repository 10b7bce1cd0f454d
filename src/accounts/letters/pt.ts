/** Mails to people about their accounts in Portuguese. */
import type { Letters } from "./index.ts"

export const portuguese: Letters = {
  subject: "A sua conta no Tributary foi alterada",
  passwordChanged: "A sua senha foi alterada.",
  passwordReset: "Outra pessoa definiu uma senha provisória para você.",
  factorOn: "Um segundo fator foi configurado para a sua conta.",
  factorOff: "O segundo fator da sua conta foi retirado.",
  recoveryUsed: "Alguém entrou com um dos seus códigos de recuperação. Ele já não vale.",
  codeRepeated: "Um código do seu segundo fator foi apresentado pela segunda vez e foi recusado.",
  linked: "A sua conta foi ligada a uma pessoa no provedor de identidade, que agora pode entrar por lá.",
  unlinked: "A sua conta já não está ligada à pessoa no provedor de identidade.",
  tokenMade: "Um token para programas foi criado em seu nome.",
  text: `{what}

Conta: {address}
Quando: {at} (UTC)
Por: {by}

Se você sabe disso, não precisa fazer nada. Se não, avise logo um administrador do Secretariado: ele pode impedir que outros usem a sua conta.
`,
  yourself: "quem tinha entrado em seu nome"
}
