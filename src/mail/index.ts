/** Mail to people: queued in the store, sent by SMTP when it can be. */
export { isOneLine, MailAddress, type Mailbox, parseMailbox } from "./address.ts"
export { MailConfig, MailConfigError } from "./config.ts"
export { deliver, type Delivered, NotDelivered, type Send, usualPatience } from "./delivery.ts"
export { Mail, newMessageId, type QueueOptions, UnusableMail } from "./mail.ts"
export { MailMessage, MailPayload } from "./message.ts"
