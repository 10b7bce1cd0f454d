/** What forms of the portal do, beside the operations of the interface that do the same. */

/** Why nothing but a browser does it. */
type Reason =
  | "what opens an account: nobody who got hold of a token can make it last"
  | "a session of a browser: programs show their token or secret with each call"

const account: Reason = "what opens an account: nobody who got hold of a token can make it last"
const session: Reason = "a session of a browser: programs show their token or secret with each call"

/** By the path of the form: operations by id, or the reason why there is none. */
export const actions: Readonly<Record<string, ReadonlyArray<string> | Reason>> = {
  "/desk/corrections/answer": ["corrections.answer"],
  "/desk/digest/compare": ["digests.compare"],
  "/desk/digest/freeze": ["digests.freeze"],
  "/desk/digest/verify": ["digests.verify"],
  "/desk/jobs/cancel": ["jobs.cancel"],
  "/desk/jobs/start": ["jobs.start"],
  "/desk/meetings/meeting": ["cycles.saveMeeting"],
  "/desk/meetings/meeting/remove": ["cycles.removeMeeting"],
  "/desk/meetings/restore": ["cycles.restore"],
  "/desk/meetings/sub-theme": ["cycles.save"],
  "/desk/meetings/sub-theme/remove": ["cycles.save"],
  "/desk/meetings/theme": ["cycles.save"],
  "/desk/meetings/year": ["cycles.save"],
  "/desk/registrations/approve": ["registrations.approve"],
  "/desk/registrations/look": ["registrations.lookAgain"],
  "/desk/registrations/refuse": ["registrations.refuse"],
  "/desk/sources/accept-move": ["sources.move"],
  "/desk/sources/approve": ["sources.change"],
  "/desk/sources/pause": ["sources.change"],
  "/desk/sources/retire": ["sources.change"],
  "/desk/sources/visit": ["sources.visit"],
  "/organisers/corrections": ["organiser.correct"],
  "/organisers/enter": session,
  "/organisers/leave": session,
  "/organisers/link": ["files.link"],
  "/organisers/upload": ["organiser.upload"],
  "/people": ["people.add"],
  "/people/disable": ["people.change"],
  "/people/enable": ["people.change"],
  "/people/identity": ["people.identity"],
  "/people/role": ["people.change"],
  "/people/second-factor": ["people.secondFactor"],
  "/profile/password": account,
  "/profile/second-factor": account,
  "/profile/second-factor/off": account,
  "/profile/second-factor/on": account,
  "/profile/sessions": account,
  "/profile/sessions/others": account,
  "/profile/tokens": account,
  "/profile/tokens/revoke": account,
  "/register": ["registrations.look"],
  "/register/confirm/:secret": ["registrant.confirm"],
  "/register/preview/:secret/again": ["registrations.look"],
  "/register/preview/:secret/register": ["registrations.create"],
  "/register/status/:secret/proof": ["registrant.proof"],
  "/review/bulk": ["reviews.create"],
  "/review/decide": ["reviews.create"],
  "/review/document": ["reviews.create"],
  "/review/undo": ["reviews.undo"],
  "/sign-in": session,
  "/sign-in/code": session,
  "/sign-in/factor": account,
  "/sign-in/factor/later": session,
  "/sign-in/password": account,
  "/sign-out": session
}
