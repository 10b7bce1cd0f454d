/** Words around the reference; the reference itself is in English, as its names are. */
import { defineWords } from "../words/define.ts"

export const apiWords = defineWords(
  "api",
  {
    title: "Interface for programs",
    lead: "Everything on these pages can also be read by programs, and with a token everything can be done that its person may do. The reference is in English.",
    document: "The same for machines (OpenAPI 3.1)"
  },
  {
    fr: {
      title: "Interface pour les programmes",
      lead: "Tout ce qui se trouve sur ces pages peut aussi être lu par des programmes ; avec un jeton, ils peuvent faire tout ce que peut faire la personne à qui il appartient. La référence est en anglais.",
      document: "La même pour les machines (OpenAPI 3.1)"
    },
    es: {
      title: "Interfaz para programas",
      lead: "Todo lo que hay en estas páginas también pueden leerlo los programas; con un token pueden hacer todo lo que puede hacer la persona a quien pertenece. La referencia está en inglés.",
      document: "La misma para máquinas (OpenAPI 3.1)"
    },
    pt: {
      title: "Interface para programas",
      lead: "Tudo o que está nestas páginas também pode ser lido por programas; com um token, podem fazer tudo o que a pessoa a quem ele pertence pode fazer. A referência está em inglês.",
      document: "A mesma para máquinas (OpenAPI 3.1)"
    },
    ru: {
      title: "Интерфейс для программ",
      lead: "Всё, что есть на этих страницах, могут читать и программы, а с токеном они могут делать всё, что может его владелец. Справочник написан на английском языке.",
      document: "То же для машин (OpenAPI 3.1)"
    },
    ar: {
      title: "واجهة للبرامج",
      lead: "كل ما في هذه الصفحات يمكن للبرامج أن تقرأه أيضًا، ويمكنها برمز دخول أن تفعل كل ما يُسمح به لصاحبه. المرجع مكتوب بالإنجليزية.",
      document: "المرجع نفسه للآلات (OpenAPI 3.1)"
    },
    zh: {
      title: "程序接口",
      lead: "这些页面上的一切也可由程序读取；持有令牌的程序可以完成令牌所有者有权完成的一切操作。参考文档为英文。",
      document: "供机器读取的同一文档（OpenAPI 3.1）"
    }
  }
)
