/** The mails of registering in Chinese. */
import type { Letters } from "./index.ts"

export const chinese: Letters = {
  confirmSubject: "请确认您在 Tributary 的登记",
  confirmText: `有人用此邮箱在 Tributary 登记了 {host} 的一个页面。Tributary 汇集各国家和地区互联网治理论坛发布的文件。

如果是您本人，请打开下面的页面并确认。链接在 {hours} 小时内有效，只能使用一次：

{link}

如果不是您本人，请不必理会：未经您确认，不会发生任何事情。
`,
  receivedSubject: "已收到您在 Tributary 的登记",
  receivedText: `谢谢，您的邮箱已确认。秘书处正在审核您登记的地址：

{url}

您可以在下面的页面查看进展，并证明该网站由您管理。此链接仅供您本人使用：

{link}
`,
  approvedSubject: "您在 Tributary 的登记已获批准",
  approvedText: `秘书处已批准您登记的地址：

{url}

所属倡议：{initiative}。今后将定期读取该地址。

在贵倡议的页面上，您可以查看内容如何被读取和引用，上传报告，并申请更正。此链接仅供您本人使用：

{link}
`,
  refusedSubject: "您在 Tributary 的登记未获批准",
  refusedText: `秘书处审核了您登记的地址：

{url}

未予批准。原因如下：

{reason}

问题解决后，您可以重新登记。
`
}
