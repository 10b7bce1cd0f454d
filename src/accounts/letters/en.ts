/** Mails to people about their accounts in English: the source of the other languages. */
export const english = {
  subject: "Your account at Tributary was changed",
  passwordChanged: "Your password was changed.",
  passwordReset: "Somebody else has set a temporary password for you.",
  factorOn: "A second factor was set up for your account.",
  factorOff: "The second factor of your account was taken away.",
  recoveryUsed: "Somebody signed in with one of your recovery codes. It is used up.",
  codeRepeated: "A code of your second factor was shown a second time, and was refused.",
  linked: "Your account was tied to a person at the identity provider, who can sign in there now.",
  unlinked: "Your account was untied from the person at the identity provider.",
  tokenMade: "A token for programs was made in your name.",
  text: `{what}

Account: {address}
When: {at} (UTC)
By: {by}

If you know of it, nothing is to be done. If not, tell an administrator of the Secretariat at once: they can keep others out of your account.
`,
  yourself: "whoever was signed in as you"
} as const
