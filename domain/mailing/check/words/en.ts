import type { Words } from './index.ts';

export const en: Words = {
  'direction-missing': ['The mailing does not say which direction it follows.', 'Write one of: {allowed}.'],
  'direction-unknown': ['"{text}" is none of the directions in which mailings go out.', 'Write one of: {allowed}.'],
  'direction-center': [
    'Only the Center sends mailings of the direction "{text}"; this one comes from {found}.',
    'Choose the direction that fits, or ask the Center to send it.',
  ],
  'digest-with-day': [
    'A news digest is about no single day, but this one names {found}.',
    'If it announces one event, choose the direction "event"; otherwise leave the date out.',
  ],
  'subject-missing': ['The subject is missing.', 'Write a subject that says what the mailing is about.'],
  'subject-long': [
    'The subject has {found} characters; at most {allowed} are allowed.',
    'Shorten it, for example: {short}',
  ],
  'subject-lines': ['The subject has {found} lines; it must be one.', 'Write it without a line break.'],
  'body-missing': ['The body is missing: there is no paragraph of text.', 'Write up to three short paragraphs.'],
  'paragraphs-many': [
    'The body has {found} paragraphs; at most {allowed} are allowed. The first one too many: "{text}".',
    'Take out {over}, or put the rest on a page of the School and link to it.',
  ],
  'text-endless': [
    'The text has {found} characters; more than {allowed} are not read at all.',
    'Put the text on a page of the School and link to it.',
  ],
  'lines-many': [
    'Paragraph {paragraph} takes {found} lines of {width} characters; at most {allowed} are allowed.',
    'Shorten its {characters} characters, or move a part to a page of the School.',
  ],
  'word-long': [
    '"{text}" has {found} characters and does not fit on a line of {allowed}.',
    'If it is an address, link a word to it instead of writing it out.',
  ],
  'paragraph-long': [
    'Paragraph {paragraph} has {found} characters; at most {allowed} are allowed.',
    'Shorten it, or move a part to a page of the School.',
  ],
  'link-external': [
    'The link leads to {found}, which is none of the resources of the School.',
    'Put the link on a page of the School and link to that page. Allowed here: {allowed}.',
  ],
  'link-form': [
    'The link leads to a form on {found}; form sites are external.',
    'Open registration on a page of the School and link to that page. Allowed here: {allowed}.',
  ],
  'link-shortener': [
    'The link is shortened by {found}, so nobody sees where it leads.',
    'Write the full address of a page of the School. Allowed here: {allowed}.',
  ],
  'link-redirect': [
    'The link begins at the School and sends readers on to {found}.',
    'Link to the page of the School itself.',
  ],
  'link-user': [
    'The link hides its host behind an @: it leads to {found}.',
    'Write the address without anything before an @.',
  ],
  'link-lookalike': [
    'The link leads to {found}, whose letters only look like others.',
    'Write the address of the School in plain Latin letters.',
  ],
  'link-dot': ['The host {found} ends with a dot, which hides whose it is.', 'Write {better}.'],
  'link-incomplete': [
    '"{text}" is no complete address; a mail program cannot open it.',
    'Write it out, such as {better}.',
  ],
  'link-scheme': ['A link that begins with "{found}:" is not allowed.', 'Link to a page with https.'],
  'link-broken': ['"{text}" is no address.', 'Copy the address anew from the page.'],
  'link-http': ['The link to {found} is not secured.', 'Write {better}.'],
  'tables-many': [
    'There are {found} tables; at most {allowed} is allowed.',
    'Keep one, and put the others on a page of the School.',
  ],
  'table-long': [
    'The table has {found} rows with its header; at most {allowed} are allowed.',
    'Take out {over}, or put the whole table on a page of the School.',
  ],
  'pictures-many': ['There are {found} pictures; at most {allowed} is allowed.', 'Keep one.'],
  'picture-large': [
    'The picture {text} is {found} pixels; it must be {allowed}.',
    'Make the file itself smaller; width and height in the text change nothing.',
  ],
  'picture-small': [
    'The picture {text} is {found} pixels, smaller than {allowed}.',
    'Use a picture of {allowed}, or leave it to the moderator to accept this one with a note.',
  ],
  'picture-missing': ['The picture {text} is not there.', 'Add the file, or correct its name.'],
  'picture-unreadable': [
    'The file {text} is no picture that can be read.',
    'Save it anew as PNG or JPEG of {allowed} pixels.',
  ],
  'picture-kind': ['Pictures of the kind {found} are not shown by all mail programs.', 'Save it as one of: {allowed}.'],
  'picture-remote': [
    'The picture {text} lies on a server, so its real size cannot be checked.',
    'Hand in the file itself, {allowed} pixels.',
  ],
  'picture-alt': ['The picture {text} has no words for those who do not see it.', 'Say in a few words what it shows.'],
  'colour-foreign': [
    'The colour {found} is none of the brand colours.',
    'Use one of: {allowed}, black, white or grey.',
  ],
  'colour-unlisted': [
    'The colour {found} cannot be compared: no brand colours are entered in Settings.',
    'Check it against the Brandbook.',
  ],
  'bold-much': [
    '{found} % of the text is bold; more than {allowed} % is too much. It begins with "{text}".',
    'Keep bold for a few words.',
  ],
  'font-large': [
    '"{text}" is written in {found} pixels; more than {allowed} is very large.',
    'Use the size of the other text.',
  ],
  capitals: [
    '"{text}" is written in large letters.',
    'Write "{plain}". If it is an abbreviation, the moderator may let it pass.',
  ],
  'capitals-by-look': ['"{text}" is shown in large letters by its style.', 'Take "text-transform: uppercase" out.'],
  'title-large': [
    'The title "{text}" is {found} times as large as the text; at most {allowed} times is allowed.',
    'Make it at most {most} pixels; now it is {size} against {letters}.',
  ],
  'signature-missing': [
    'The signature is missing.',
    'End the text with a line "-- " and under it name, email, address and phone numbers.',
  ],
  'signature-contact': [
    'The signature has no contact details: no email address.',
    'Add the email address that answers.',
  ],
  'signature-address': ['The signature has no postal address.', 'Add street and number, postcode and city.'],
  'signature-phone': [
    'The signature has no phone number that can be called.',
    'Add one with its area code, such as +7 7172 705886, or an extension such as "ext. 705886".',
  ],
  'unit-missing': ['The mailing does not say which unit asks for it.', 'Write one of: {allowed}.'],
  'unit-unknown': ['"{text}" is none of the units.', 'Write one of: {allowed}.'],
  'html-in-markdown': [
    '"{text}" is an HTML tag and would be seen as it stands.',
    'Write it in Markdown, or hand in the whole mailing as HTML.',
  ],
  'html-broken': [
    'The HTML is not well formed at {found}; mail programs may show it differently.',
    'Close what is opened there.',
  ],
  'html-deep': ['The HTML is nested too deeply to be read.', 'Write the mailing anew, without frames around frames.'],
  'field-unknown': [
    'Nobody knows what "{text}" at the top means.',
    'Known are: direction, unit, subject, event date, send on, hashtag.',
  ],
  'date-unreadable': ['"{text}" at "{field}" is no date.', 'Write it as {allowed}.'],
  'digest-without-subject': ['The digest has no subject.', 'Write one; no mail goes out without.'],
  'calendar-unknown': [
    'The window before {found} cannot be computed: the calendar of working days does not cover it (it is confirmed until {allowed}).',
    'Ask the Center to complete the Holidays tab; no date is guessed.',
  ],
  'send-early': ['{found} is too early: the mailing may go out from {allowed} on.', 'Choose {allowed} or a later day.'],
  'send-day-off': [
    '{found} is no working day.',
    'Choose a working day; otherwise the next one in the window is taken.',
  ],
  'send-late': ['{found} is too late: the mailing may go out until {allowed}.', 'Choose {allowed} or an earlier day.'],
  'event-day-missing': ['An event is announced, but its date is missing.', 'Add "event date".'],
  'event-day-off': ['{found} is a public holiday.', 'Check the date of the event.'],
  'event-late': [
    'The event is on {day}; it must be announced by {allowed}, not on {found}.',
    'Announce it by {allowed}.',
  ],
  'hashtag-bad': ['"{text}" is no hashtag: it must be one word behind a #.', 'Write {better}.'],
  script: ['"{text}" would run or load something in the mail program of the reader.', 'Take it out.'],
  form: [
    '"{text}" is a form; mail programs do not show it, and answers would go astray.',
    'Link to a page of the School.',
  ],
  'remote-style': [
    '"{text}" loads something from a server when the mail is read, and tells it who reads.',
    'Take it out.',
  ],
  'remote-picture': [
    'The picture {text} is loaded from a server when the mail is read, and tells it who reads.',
    'Hand in the file itself.',
  ],
  tracker: [
    '{text} is a picture that nobody sees; it only tells a server who reads.',
    'Take it out; opens are not tracked.',
  ],
};
