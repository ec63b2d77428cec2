/** What can go wrong or be refused: code, whether trying again helps, and what a person is told. */
export interface CatalogueEntry {
  readonly retryable: boolean;
  readonly words: string;
}
const told = (words: string): CatalogueEntry => ({ retryable: false, words });
const later = (words: string): CatalogueEntry => ({ retryable: true, words });

export const CATALOGUE = {
  // Outcomes of presses, as the page says them
  done: told('Done. Thank you.'),
  accepted: told('Accepted. Thank you; both of you get a letter with the next step.'),
  declined: told('Noted. Thank you for telling us.'),
  confirmed: told('Confirmed. As soon as both have confirmed, the mentorship begins.'),
  'confirmed-already': told('You have confirmed already. Nothing more to do.'),
  'check-answered': told('Thank you. That is all for this month.'),
  'check-with-concern': told(
    'Thank you. A case officer will contact you. If you like, tell us more on the next page; your partner never sees it.',
  ),
  'meeting-agreed': told('Done. Both of you get a letter for your calendars.'),
  'meeting-off': told('The meeting is called off; both calendars forget it.'),
  'meeting-past': told('This moment has passed already. Name a day and time ahead.'),
  'meeting-far': told('That is more than a year ahead. Please look at the year.'),
  'meeting-none': told('No meeting is ahead.'),
  noted: told('Noted. Thank you.'),
  silent: told('Your partner gets a friendly letter. If there is no sign within a week, the Center takes over.'),
  'silent-already': told('We are on it already. The Center hears about it if no sign comes.'),
  paused: told('Paused. Nothing is asked until then, and the end moves by the same time.'),
  'paused-already': told('The mentorship is paused already.'),
  resumed: told('Resumed. Both of you get a letter with the new end.'),
  'partner-paused': told('The other side has paused taking part; the mentorship goes on when they are back.'),
  'not-paused': told('The mentorship is not paused.'),
  ended: told('The mentorship has ended. Your partner is told in neutral words, and the Center knows.'),
  goals: told('Wonderful. Your partner is asked whether they see it the same way.'),
  surveyed: told('Thank you for your answers.'),
  booked: told('Your place is booked. A letter with a calendar file is on its way.'),
  'booking-cancelled': told('Your booking is cancelled. You may book another session from your letter.'),
  'nothing-booked': told('You have no booking at the moment.'),
  ranked: told('Your ranking is kept. You may change it until the round closes.'),
  out: told('Done. You can come back at any time by the form.'),
  'out-already': told('That was done already.'),
  back: told('Welcome back. A letter with the next step is on its way.'),
  'in-already': told('You are taking part already.'),
  'nothing-asked': told('There is no open question at the moment.'),
  held: told('Held.'),
  reserved: told('Reserved.'),
  full: told('No free place.'),
  'not-available': told('Not available at the moment.'),
  decided: told('Decided. The row of the case says what follows from it.'),
  'address-confirmed': told('Thank you. From now on our letters go to the new address.'),
  kept: later('Thank you. Your answer is kept and is applied within a few minutes; you need not press again.'),

  // Refusals
  'not-yours': told('This link belongs to somebody else. Please use the one from your own letter.'),
  over: told('This mentorship is over. If something is open, write to the Center.'),
  unfit: told('This does not fit the present stage.'),
  'use-replace': told('A pair at work keeps its people; use "Replace mentor".'),
  'no-place': told('There is no free place.'),
  'unknown-person': told('One of the IDs is not in Mentors or Mentees.'),
  'no-new-end': told('The new end is missing or too early.'),
  'no-such-check': told('This check is not open.'),
  'stage-proposed': told('The Center has not decided about this pair yet.'),
  'stage-asking-mentee': told('This question is not open at the moment.'),
  'stage-asking-mentor': told('This question is not open at the moment.'),
  'stage-agreement': told('This can be done once both have confirmed the agreement.'),
  'stage-active': told('That is settled already: the mentorship has begun.'),
  'stage-paused': told('The mentorship is paused; resume it first.'),
  'stage-closing': told('The formal time is over; this is not asked any more.'),
  'not-in-training': told('There is nothing to book at the moment. Your next letter says what comes next.'),
  'trained-already': told('You have attended a training already; nothing to book.'),
  'session-over': told('This session is over. Please choose another one from your letter.'),
  'session-full': told('This session is full. Please choose another one.'),
  'no-round': told('No choice round is open for you at the moment. You will get a letter when the next one opens.'),
  'round-closed': told('This round is closed. You will get a letter when the next one opens.'),
  'bad-ranking': told('Please choose at least one mentor, and each one only once.'),
  'too-many-choices': told('That is more mentors than may be ranked.'),
  'unknown-mentor': told('One of these mentors is not in the catalogue. Please choose again from your letter.'),
  'not-case-officer': told('Only a case officer, or who stands in for one, decides about a case.'),
  'decided-already': told('This was decided already; the row of the case says what followed.'),
  'decision-changed': told(
    'The cell in the sheet says something else by now. Please use the newest letter, or choose the decision there again.',
  ),
  'address-changed': told('Meanwhile another address was given, or the Center has changed it. Nothing was done.'),
  'unknown-message': told('This cannot be done here.'),
  'unknown-run': told('This link leads to something that no longer runs. Write to the Center if you need help.'),

  // Links
  'link-malformed': told('This link is not complete. Please open it again from your letter.'),
  'link-tampered': told('This link is not valid. Please open it again from your letter.'),
  'link-expired': told('This link has expired. We can send a fresh one to the address we have for you.'),
  'page-expired': told(
    'This page has expired. Choose the decision in the sheet again; a new letter brings a new page.',
  ),

  'still-needed': told('The cause is still there; the row closes by itself when it is gone.'),

  // Mailings
  'mailing-handed-in': told('Handed in. The moderator answers within one working day; you get a letter.'),
  'mailing-handed-in-already': told('It is with the moderator already, or further.'),
  'mailing-incomplete': told('Something is missing; the draft page says what.'),
  'mailing-no-audience': told('Nobody would get this mailing. Choose another audience.'),
  'mailing-approved': told('Approved. It goes out on its day once everybody asked has agreed.'),
  'mailing-coordinated': told('Coordinated. It goes out once the moderator has approved it, too.'),
  'mailing-no-coordination': told('It stays among the alumni of its own unit; nothing has to be coordinated.'),
  'mailing-returned': told('Returned. The initiator gets every finding, and the clock stands still.'),
  'mailing-returned-already': told('It was returned already and is with the initiator.'),
  'mailing-fix-sent': told('Sent. The initiator agrees to your version with one button; the clock stands still.'),
  'mailing-rejected': told('Rejected. The initiator is told, with your reason.'),
  'mailing-withdrawn': told('Taken back. Nothing is sent.'),
  'mailing-overridden': told('Noted with your name and the entry of force majeure.'),
  'mailing-changed': told('The mailing or its audience has changed since you opened this page. Open it again.'),
  'mailing-errors': told('Errors are left: return it, or call them mistaken together with the Center.'),
  'mailing-late': told('No day is left on which it may go out.'),
  'mailing-day-outside': told('It cannot go out on that day: it has passed, is a day off, or lies outside the window.'),
  'mailing-no-override': told('Rules are set aside only while an entry of force majeure is in force.'),
  'mailing-no-finding': told('There is no such finding any more.'),
  'mailing-page-sent': told('A letter with the page is on its way.'),
  'mailing-own': told('Nobody decides about a mailing of their own.'),
  'mailing-over': told('This mailing is over.'),
  'mailing-draft': told('It has not been handed in.'),
  'mailing-scheduled': told('It is approved already.'),
  'mailing-sending': told('It is being sent already.'),
  'mailing-sent': told('It has been sent already.'),
  'delivery-under-way': told('The delivery is still under way; choose it again when it is over.'),
  'delivery-changed': told('The text is not what was approved any more; nothing was sent.'),
  'not-your-role': told('The Staff tab does not name you for this.'),
  'finding-one-more': told('Noted. It counts when a moderator and the Center, two people, both say so.'),
  'finding-mistaken': told('Noted. The finding no longer keeps this mailing back.'),
  'social-done': told('Thank you. The post is confirmed.'),
  'social-no-link': told('Please give the link of the post.'),
  'upload-kept': told('The file is kept.'),
  'upload-large': told('The file is larger than 5 MB. Please choose a smaller one.'),
  'upload-empty': told('The file is empty, or none was chosen.'),
  'upload-no-picture': told('The file is no picture that mail programs show. Please choose a PNG, JPEG or GIF.'),
  'upload-workbook': told(
    'A workbook cannot be read here. In Excel choose Save as and "CSV UTF-8", in Google Sheets File, Download, CSV, and upload that file.',
  ),
  'upload-no-table': told(
    'The file holds no table. Please upload CSV or TSV: one row a line, cells between commas or tabs.',
  ),
  'upload-table-long': told('The table is too large for a mailing. At most 7 rows go out.'),
  'upload-gone': told('The file is not there any more. Please upload it again.'),

  // The outside world
  'record-unavailable': later('The spreadsheet cannot be reached at the moment.'),
  'record-refused': told('The spreadsheet refused a change.'),
  'tab-missing': later('A tab of the spreadsheet is missing. Undo its deletion, or run the setup again.'),
  'column-missing': later('A column of the spreadsheet is missing. Undo its deletion, or run the setup again.'),
  'mail-unavailable': later('The mail server cannot be reached at the moment.'),
  'mail-refused-us': later('The mail server does not let us in. Check the password in the configuration.'),
  'forms-unavailable': later('The forms cannot be reached at the moment.'),
  'row-gone': told('The row is no longer in the sheet.'),
  'bad-row': told('The row cannot be read.'),
  'beyond-calendar': later('A date lies beyond the confirmed calendar.'),
  unexpected: later('Something unexpected happened; it is tried again.'),
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof CATALOGUE;
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(CATALOGUE, code);
/** What a person is told about an outcome. */
export const wordsOf = (code: string): string =>
  isErrorCode(code) ? CATALOGUE[code].words : CATALOGUE.unexpected.words;

/** An error of the catalogue: nothing but its code ever leaves an activity. */
export class Fault extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(CATALOGUE[code].words, options);
    this.name = 'Fault';
    this.code = code;
  }
}
