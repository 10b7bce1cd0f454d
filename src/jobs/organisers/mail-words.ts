/**
 * The words of mails to organisers in the seven languages; `{names}` are filled in by `written`.
 */
import type { DigestLanguage } from "../../domain/index.ts"

interface MailWords {
  readonly linkSubject: string
  readonly linkText: string
  readonly answerSubject: string
  readonly answerText: string
  readonly accepted: string
  readonly answered: string
}

export const mailWords: Readonly<Record<DigestLanguage, MailWords>> = {
  en: {
    linkSubject: "Your private link to the page of your initiative",
    linkText: `The page of {initiative} opens with this link:

{link}

The link is private: do not pass it on. It is good for {days} days. There you see how your sources are read and how you are quoted, send reports, and ask for corrections.

If you did not ask for it you need not do anything.
`,
    answerSubject: "Answer to your request for a correction",
    answerText: `{outcome}

{answer}

You had written:
{words}

It was about:
{quotation}
`,
    accepted: "Thank you: what you asked for was corrected.",
    answered: "Thank you for your request. Nothing was changed, for this reason:"
  },
  fr: {
    linkSubject: "Votre lien privé vers la page de votre initiative",
    linkText: `La page de {initiative} s’ouvre avec ce lien :

{link}

Ce lien est privé : ne le transmettez pas. Il est valable {days} jours. Vous y voyez comment vos sources sont lues et comment vous êtes cités, vous y envoyez des rapports et y demandez des corrections.

Si vous ne l’avez pas demandé, vous n’avez rien à faire.
`,
    answerSubject: "Réponse à votre demande de correction",
    answerText: `{outcome}

{answer}

Vous aviez écrit :
{words}

Cela concernait :
{quotation}
`,
    accepted: "Merci : ce que vous demandiez a été corrigé.",
    answered: "Merci de votre demande. Rien n’a été modifié, pour cette raison :"
  },
  es: {
    linkSubject: "Su enlace privado a la página de su iniciativa",
    linkText: `La página de {initiative} se abre con este enlace:

{link}

El enlace es privado: no lo comparta. Es válido durante {days} días. Allí verá cómo se leen sus fuentes y cómo se les cita, podrá enviar informes y pedir correcciones.

Si no lo ha pedido, no tiene que hacer nada.
`,
    answerSubject: "Respuesta a su petición de corrección",
    answerText: `{outcome}

{answer}

Usted había escrito:
{words}

Se trataba de:
{quotation}
`,
    accepted: "Gracias: se ha corregido lo que pidió.",
    answered: "Gracias por su petición. No se ha cambiado nada, por esta razón:"
  },
  pt: {
    linkSubject: "O seu link privado para a página da sua iniciativa",
    linkText: `A página de {initiative} abre com este link:

{link}

O link é privado: não o repasse. Vale por {days} dias. Ali você vê como as suas fontes são lidas e como vocês são citados, envia relatórios e pede correções.

Se não o pediu, não precisa fazer nada.
`,
    answerSubject: "Resposta ao seu pedido de correção",
    answerText: `{outcome}

{answer}

Você havia escrito:
{words}

Tratava-se de:
{quotation}
`,
    accepted: "Obrigado: o que você pediu foi corrigido.",
    answered: "Obrigado pelo pedido. Nada foi alterado, por esta razão:"
  },
  ru: {
    linkSubject: "Ваша личная ссылка на страницу вашей инициативы",
    linkText: `Страница {initiative} открывается по этой ссылке:

{link}

Ссылка личная: не передавайте её другим. Она действует {days} дн. Там видно, как читаются ваши источники и как вас цитируют; там можно отправить отчёт и попросить об исправлении.

Если вы её не запрашивали, ничего делать не нужно.
`,
    answerSubject: "Ответ на вашу просьбу об исправлении",
    answerText: `{outcome}

{answer}

Вы написали:
{words}

Речь шла о следующем:
{quotation}
`,
    accepted: "Спасибо: то, о чём вы просили, исправлено.",
    answered: "Спасибо за вашу просьбу. Ничего не изменено по следующей причине:"
  },
  ar: {
    linkSubject: "رابطكم الخاص إلى صفحة مبادرتكم",
    linkText: `تُفتح صفحة {initiative} بهذا الرابط:

{link}

الرابط خاص بكم، فلا تمرّروه إلى غيركم. وهو صالح لمدة {days} يومًا. ترون هناك كيف تُقرأ مصادركم وكيف يُستشهد بكم، وترسلون التقارير وتطلبون التصحيح.

إن لم تطلبوه فلا حاجة إلى أن تفعلوا شيئًا.
`,
    answerSubject: "الرد على طلب التصحيح",
    answerText: `{outcome}

{answer}

كنتم قد كتبتم:
{words}

وكان ذلك بشأن:
{quotation}
`,
    accepted: "شكرًا لكم: لقد صُحّح ما طلبتموه.",
    answered: "شكرًا على طلبكم. لم يُغيَّر شيء، للسبب التالي:"
  },
  zh: {
    linkSubject: "您的倡议页面的专用链接",
    linkText: `用此链接可打开{initiative}的页面:

{link}

此链接仅供您本人使用,请勿转发。有效期为{days}天。您可以在那里查看您的来源如何被读取、如何被引用,提交报告,并请求更正。

如果不是您索取的,则无需任何操作。
`,
    answerSubject: "对您更正请求的答复",
    answerText: `{outcome}

{answer}

您曾写道:
{words}

所涉内容:
{quotation}
`,
    accepted: "谢谢:您所要求的内容已经更正。",
    answered: "感谢您的请求。未作更改,原因如下:"
  }
}

/** A text with its names filled in, each once over: what is filled in is not looked into again. */
export const written = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)
