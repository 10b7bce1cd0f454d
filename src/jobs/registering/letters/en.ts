/** The mails of registering in English: the source of the other languages. */
export const english = {
  confirmSubject: "Please confirm your registration at Tributary",
  confirmText: `Somebody gave this mail address to register a page of {host} at Tributary, where the outputs of national and regional Internet Governance Forums are read together.

If it was you, open this page and confirm. The link works once, within {hours} hours:

{link}

If it was not you, do nothing: without your confirmation nothing happens.
`,
  receivedSubject: "Your registration at Tributary was received",
  receivedText: `Thank you: your mail address is confirmed. The Secretariat now looks at your registration of

{url}

You can see how it stands, and show that the site is yours, on this page. The link is for you alone:

{link}
`,
  approvedSubject: "Your registration at Tributary was approved",
  approvedText: `The Secretariat has approved your registration of

{url}

for {initiative}. It will be read from now on.

On the page of your initiative you see how it is read and quoted; you can send reports, and ask for a correction. The link is for you alone:

{link}
`,
  refusedSubject: "Your registration at Tributary was not approved",
  refusedText: `The Secretariat has looked at your registration of

{url}

and has not approved it. The reason:

{reason}

You may register again when this is mended.
`
} as const
