/** The mails of registering in Spanish. */
import type { Letters } from "./index.ts"

export const spanish: Letters = {
  confirmSubject: "Confirme su inscripción en Tributary",
  confirmText: `Alguien dio esta dirección de correo para inscribir una página de {host} en Tributary, donde se leen juntos los documentos de los foros nacionales y regionales de gobernanza de Internet.

Si fue usted, abra esta página y confirme. El enlace funciona una sola vez, durante {hours} horas:

{link}

Si no fue usted, no haga nada: sin su confirmación no ocurre nada.
`,
  receivedSubject: "Hemos recibido su inscripción en Tributary",
  receivedText: `Gracias: su dirección de correo está confirmada. La Secretaría examina ahora su inscripción de

{url}

En esta página puede ver en qué estado está y mostrar que el sitio es suyo. El enlace es solo para usted:

{link}
`,
  approvedSubject: "Su inscripción en Tributary fue aprobada",
  approvedText: `La Secretaría ha aprobado su inscripción de

{url}

para {initiative}. A partir de ahora se leerá.

En la página de su iniciativa puede ver cómo se lee y se cita, enviar informes y pedir una corrección. El enlace es solo para usted:

{link}
`,
  refusedSubject: "Su inscripción en Tributary no fue aprobada",
  refusedText: `La Secretaría ha examinado su inscripción de

{url}

y no la ha aprobado. El motivo:

{reason}

Puede inscribirla de nuevo cuando esté resuelto.
`
}
