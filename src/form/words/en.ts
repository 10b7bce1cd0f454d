/** The reporting form in English, the type of all others. */

export const english = {
  title: "Report of a national, regional or youth IGF initiative",
  intro:
    "For the preparation of the global Internet Governance Forum. An evening is enough: fill in what you have and leave the rest empty. Short sentences in your own words are best; they are quoted exactly as you write them, in your language. The names of the issues to choose from stand at the end.",
  sections: {
    event: "The initiative and its event",
    participation: "Who took part",
    highlights: "Main points",
    messages: "Messages by issue",
    cases: "Best practices and cases",
    views: "Differing views",
    asks: "What you ask of the MAG or the global IGF",
    contact: "Contact"
  },
  hints: {
    event: "Dates as year-month-day, for example 2026-05-14.",
    participation:
      "Numbers, or shares with the sign %. Estimates are welcome. Leave empty what was not counted; one person may stand in several lines.",
    highlights: "Three to five sentences: what should every reader know?",
    messages:
      "One message a row. Take the issue from the list at the end, or name it in your own words. Add rows as you need them.",
    cases: "What has worked, with its name, so that others can follow it.",
    views: "Where participants did not agree: what was said on each side.",
    asks: "What should be taken up, changed or continued?",
    contact: "For questions about this report only; this is not published."
  },
  fields: {
    name: "Name of the initiative",
    edition: "Edition or year",
    firstDay: "First day",
    lastDay: "Last day",
    place: "Place",
    attendance: "Form of the event (on site, hybrid or online)",
    link: "Web page of the event",
    reportDate: "Date of this report",
    total: "Participants in all",
    remote: "Remote participants",
    youth: "Young people",
    women: "Women",
    men: "Men",
    otherGender: "Another gender, or not stated",
    firstTime: "Taking part for the first time",
    disabilities: "Persons with disabilities",
    government: "Government",
    business: "Business",
    civilSociety: "Civil society",
    technical: "Technical community",
    academia: "Academia",
    intergovernmental: "Intergovernmental organisations",
    otherGroups: "Media and others",
    contactName: "Name of the contact",
    contactAddress: "E-mail of the contact"
  },
  columns: {
    messages: { issue: "Issue", text: "Message" },
    cases: { name: "Name", what: "What was done", result: "Result" },
    views: { issue: "Issue", text: "Views" }
  },
  attendance: { "on-site": "on site", hybrid: "hybrid", online: "online" },
  choose: "choose or write",
  issueNames: "Names of the issues",
  save: "Save the filled-in form",
  addRow: "Add a row",
  row: "{column}, row {number}",
  fileName: "report-form",
  /** Said to whoever sent a form in which something is empty. */
  missing:
    "Thank you for your report. If you can, please add: {parts}. Nothing of this is compulsory; what you have written has been taken in.",
  complete: "Thank you for your report. It has been taken in whole."
} as const
