/** Mails to people about their accounts in Chinese. */
import type { Letters } from "./index.ts"

export const chinese: Letters = {
  subject: "您在 Tributary 的账户有变动",
  passwordChanged: "您的密码已更改。",
  passwordReset: "他人为您设置了临时密码。",
  factorOn: "您的账户已设置第二因素。",
  factorOff: "您的账户的第二因素已被移除。",
  recoveryUsed: "有人使用您的一个恢复码登录。该恢复码已失效。",
  codeRepeated: "您的第二因素的一个验证码被再次出示，已被拒绝。",
  linked: "您的账户已与身份提供方的一个人绑定，此人现在可以从那里登录。",
  unlinked: "您的账户已与身份提供方的那个人解除绑定。",
  tokenMade: "有人以您的名义创建了供程序使用的令牌。",
  text: `{what}

账户：{address}
时间：{at}（UTC）
操作者：{by}

如果您知道此事，则无需任何操作。如果不知道，请立即告知秘书处的管理员：他们可以阻止他人使用您的账户。
`,
  yourself: "以您的身份登录的人"
}
