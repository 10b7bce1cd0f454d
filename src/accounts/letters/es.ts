/** Mails to people about their accounts in Spanish. */
import type { Letters } from "./index.ts"

export const spanish: Letters = {
  subject: "Su cuenta de Tributary ha cambiado",
  passwordChanged: "Se cambió su contraseña.",
  passwordReset: "Otra persona le ha asignado una contraseña provisional.",
  factorOn: "Se configuró un segundo factor para su cuenta.",
  factorOff: "Se retiró el segundo factor de su cuenta.",
  recoveryUsed: "Alguien entró con uno de sus códigos de recuperación. Ya no sirve.",
  codeRepeated: "Un código de su segundo factor se mostró por segunda vez y fue rechazado.",
  linked: "Su cuenta quedó vinculada a una persona del proveedor de identidad, que ahora puede entrar allí.",
  unlinked: "Su cuenta ya no está vinculada a la persona del proveedor de identidad.",
  tokenMade: "Se creó un token para programas en su nombre.",
  text: `{what}

Cuenta: {address}
Cuándo: {at} (UTC)
Por: {by}

Si está al corriente, no tiene que hacer nada. Si no, avise enseguida a un administrador de la Secretaría: puede impedir que otros usen su cuenta.
`,
  yourself: "quien había entrado con su nombre"
}
