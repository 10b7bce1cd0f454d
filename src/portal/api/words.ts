/** Words around the reference; the reference itself is in English, as its names are. */
import { defineWords } from "../words/define.ts"

export const apiWords = defineWords(
  "api",
  {
    title: "Interface for programs",
    lead: "What readers see on these pages can also be read by programs; with a token they can decide, run imports and publish, as far as its person may. The reference is in English.",
    document: "The same for machines (OpenAPI 3.1)",
    objects: "Objects of the interface for programs"
  },
  {
    fr: {
      title: "Interface pour les programmes",
      lead: "Ce que les lecteurs voient sur ces pages peut aussi être lu par des programmes ; avec un jeton, ils peuvent décider, lancer des collectes et publier, dans la mesure permise à son titulaire. La référence est en anglais.",
      document: "La même pour les machines (OpenAPI 3.1)",
      objects: "Objets de l’interface pour les programmes"
    },
    es: {
      title: "Interfaz para programas",
      lead: "Lo que los lectores ven en estas páginas también pueden leerlo los programas; con un token pueden decidir, iniciar recopilaciones y publicar, en la medida permitida a su titular. La referencia está en inglés.",
      document: "La misma para máquinas (OpenAPI 3.1)",
      objects: "Objetos de la interfaz para programas"
    },
    pt: {
      title: "Interface para programas",
      lead: "O que os leitores veem nestas páginas também pode ser lido por programas; com um token, podem decidir, iniciar recolhas e publicar, na medida permitida ao seu titular. A referência está em inglês.",
      document: "A mesma para máquinas (OpenAPI 3.1)",
      objects: "Objetos da interface para programas"
    },
    ru: {
      title: "Интерфейс для программ",
      lead: "То, что читатели видят на этих страницах, могут читать и программы; с токеном они могут принимать решения, запускать сбор и публиковать — в пределах прав его владельца. Справочник написан на английском языке.",
      document: "То же для машин (OpenAPI 3.1)",
      objects: "Объекты интерфейса для программ"
    },
    ar: {
      title: "واجهة للبرامج",
      lead: "ما يراه القراء في هذه الصفحات يمكن للبرامج أن تقرأه أيضًا، ويمكنها برمز دخول أن تتخذ القرارات وتشغّل الجمع وتنشر، في حدود ما يُسمح به لصاحبه. المرجع مكتوب بالإنجليزية.",
      document: "المرجع نفسه للآلات (OpenAPI 3.1)",
      objects: "كائنات واجهة البرامج"
    },
    zh: {
      title: "程序接口",
      lead: "读者在这些页面上看到的内容也可由程序读取；持有令牌的程序可以在令牌所有者的权限内作出决定、启动采集并发布。参考文档为英文。",
      document: "供机器读取的同一文档（OpenAPI 3.1）",
      objects: "程序接口的对象"
    }
  }
)
