/** The reporting form in Spanish. */
import type { FormWords } from "../words.ts"

export const spanish: FormWords = {
  title: "Informe de una iniciativa nacional, regional o juvenil del IGF",
  intro:
    "Para la preparación del Foro mundial de Gobernanza de Internet. Basta una tarde: rellene lo que tenga y deje vacío lo demás. Lo mejor son frases cortas, con sus propias palabras; se citan tal como usted las escribe, en su idioma. Los nombres de las cuestiones entre las que elegir figuran al final.",
  sections: {
    event: "La iniciativa y su reunión",
    participation: "Quiénes participaron",
    highlights: "Puntos principales",
    messages: "Mensajes por cuestión",
    cases: "Buenas prácticas y casos",
    views: "Opiniones divergentes",
    asks: "Qué pide al MAG o al IGF mundial",
    contact: "Contacto"
  },
  hints: {
    event: "Fechas en la forma año-mes-día, por ejemplo 2026-05-14.",
    participation:
      "Números, o porcentajes con el signo %. Se aceptan estimaciones. Deje vacío lo que no se haya contado; una misma persona puede figurar en varias líneas.",
    highlights: "De tres a cinco frases: ¿qué debería saber todo lector?",
    messages:
      "Un mensaje por fila. Tome la cuestión de la lista final o nómbrela con sus propias palabras. Añada las filas que necesite.",
    cases: "Lo que ha funcionado, con su nombre, para que otros puedan seguirlo.",
    views: "En qué no estuvieron de acuerdo los participantes: qué dijo cada parte.",
    asks: "¿Qué debería tratarse, cambiarse o continuarse?",
    contact: "Solo para preguntas sobre este informe; no se publica."
  },
  fields: {
    name: "Nombre de la iniciativa",
    edition: "Edición o año",
    firstDay: "Primer día",
    lastDay: "Último día",
    place: "Lugar",
    attendance: "Modalidad de la reunión (presencial, híbrida o en línea)",
    link: "Página web de la reunión",
    reportDate: "Fecha de este informe",
    total: "Participantes en total",
    remote: "Participantes a distancia",
    youth: "Jóvenes",
    women: "Mujeres",
    men: "Hombres",
    otherGender: "Otro género, o sin indicar",
    firstTime: "Participan por primera vez",
    disabilities: "Personas con discapacidad",
    government: "Gobierno",
    business: "Sector privado",
    civilSociety: "Sociedad civil",
    technical: "Comunidad técnica",
    academia: "Sector académico",
    intergovernmental: "Organizaciones intergubernamentales",
    otherGroups: "Medios de comunicación y otros",
    contactName: "Nombre de la persona de contacto",
    contactAddress: "Correo electrónico de contacto"
  },
  columns: {
    messages: { issue: "Cuestión", text: "Mensaje" },
    cases: { name: "Nombre", what: "Qué se hizo", result: "Resultado" },
    views: { issue: "Cuestión", text: "Opiniones" }
  },
  attendance: { "on-site": "presencial", hybrid: "híbrida", online: "en línea" },
  choose: "elegir o escribir",
  issueNames: "Nombres de las cuestiones",
  save: "Guardar el formulario rellenado",
  addRow: "Añadir una fila",
  row: "{column}, fila {number}",
  fileName: "formulario-de-informe",
  missing:
    "Gracias por su informe. Si puede, le rogamos que añada: {parts}. Nada de ello es obligatorio; lo que ha escrito ya se ha recogido.",
  complete: "Gracias por su informe. Se ha recogido íntegramente."
}
