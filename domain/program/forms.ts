import { MAILINGS } from './tabs-mailings.ts';
import { CASES, EVALUATIONS } from './tabs-others.ts';
import { MENTEES, MENTORS } from './tabs-programme.ts';
import type { Column, Form, Question } from './types.ts';

/** A question that fills a column takes kind, choices and bounds from it. */
const asks = (column: Column, key: string, title: string, rest: Partial<Question> = {}): Question => ({
  title,
  kind: column.kind as Question['kind'],
  column: key,
  ...(column.choices ? { choices: column.choices } : {}),
  ...(column.longest ? { longest: column.longest } : {}),
  ...(column.least === undefined ? {} : { least: column.least }),
  ...(column.most === undefined ? {} : { most: column.most }),
  ...rest,
});

const CODE: Question = {
  title: 'Code',
  kind: 'code',
  help: 'Not for you to fill in: please leave it as it is, also when it is empty. A link from one of our letters fills it in.',
  longest: 2000,
};

const person = (tab: typeof MENTORS | typeof MENTEES) => ({
  name: asks(tab.columns.name, 'name', 'Full name', { required: true }),
  email: asks(tab.columns.email, 'email', 'Email', { required: true }),
  phone: asks(tab.columns.phone, 'phone', 'Phone', { help: 'With country code. Given to your match only.' }),
  contactMethod: asks(tab.columns.contactMethod, 'contactMethod', 'How should your match reach you?'),
  letters: asks(tab.columns.letters, 'letters', 'Language of our letters to you'),
  timeZone: asks(tab.columns.timeZone, 'timeZone', 'Your time zone', { help: 'Kazakhstan is UTC+5.' }),
  city: asks(tab.columns.city, 'city', 'City and country'),
  school: asks(tab.columns.school, 'school', 'School of the university'),
  topics: asks(tab.columns.topics, 'topics', 'Topics you are interested in', { required: true }),
  field: asks(tab.columns.field, 'field', 'Field of study or work'),
  industry: asks(tab.columns.industry, 'industry', 'Industry'),
  languages: asks(tab.columns.languages, 'languages', 'Languages you can talk in', { required: true }),
  interests: asks(tab.columns.interests, 'interests', 'Interests, separated by commas'),
});

const consents = (tab: typeof MENTORS | typeof MENTEES) => ({
  consentProfile: asks(
    tab.columns.consentProfile,
    'consentProfile',
    'May your profile be shown for matching? It never holds your contact data.',
    { required: true },
  ),
  consentContact: asks(
    tab.columns.consentContact,
    'consentContact',
    'May your name and contact data be given to your match?',
    { required: true },
  ),
  consentStorage: asks(
    tab.columns.consentStorage,
    'consentStorage',
    'May your answers be stored on servers outside Kazakhstan?',
    { required: true },
  ),
});

export const FORMS = {
  mentor: {
    title: 'Become a mentor',
    tab: 'mentors',
    about: 'For alumni. About six months, at least one conversation a month; unpaid, friendly and confidential.',
    confirmation: 'Thank you. A letter with the next step is on its way to you.',
    questions: {
      ...person(MENTORS),
      degree: asks(MENTORS.columns.degree, 'degree', 'Your degree from the university', { required: true }),
      year: asks(MENTORS.columns.year, 'year', 'Year of graduation'),
      employer: asks(MENTORS.columns.employer, 'employer', 'Employer'),
      position: asks(MENTORS.columns.position, 'position', 'Position'),
      about: asks(MENTORS.columns.about, 'about', 'A few lines about you, for mentees'),
      capacity: asks(MENTORS.columns.capacity, 'capacity', 'How many mentees at most?', {
        help: 'One if you leave it empty.',
      }),
      wantsSchools: asks(MENTORS.columns.wantsSchools, 'wantsSchools', 'Only mentees of these schools', {
        help: 'Choose none for all.',
      }),
      wantsYears: asks(MENTORS.columns.wantsYears, 'wantsYears', 'Only mentees in these years of study', {
        help: 'Choose none for all.',
      }),
      wishes: asks(MENTORS.columns.wishes, 'wishes', 'Wishes for a match'),
      ...consents(MENTORS),
      consentCertificate: asks(
        MENTORS.columns.consentCertificate,
        'consentCertificate',
        'May your name stand on the page that shows your certificate is real?',
        { required: true },
      ),
      code: CODE,
    },
  },
  mentee: {
    title: 'Become a mentee',
    tab: 'mentees',
    about:
      'For current students. You choose a mentor, meet at least once a month for about six months, and set your own goals.',
    confirmation: 'Thank you. A letter with the next step is on its way to you.',
    questions: {
      ...person(MENTEES),
      year: asks(MENTEES.columns.year, 'year', 'Year of study'),
      goals: asks(MENTEES.columns.goals, 'goals', 'What would you like to reach with a mentor?'),
      ...consents(MENTEES),
      code: CODE,
    },
  },
  choices: {
    title: 'Choose your mentors',
    tab: 'choices',
    about:
      'Rank the mentors you would like, first choice first. The catalogue behind the link in your letter shows who has room.',
    confirmation: 'Thank you. Your ranking is kept; you may answer again until the round closes.',
    questions: {
      first: { title: 'First choice (ID of the mentor)', kind: 'mentor', required: true },
      second: { title: 'Second choice', kind: 'mentor' },
      third: { title: 'Third choice', kind: 'mentor' },
      code: { ...CODE, required: true },
    },
  },
  evaluation: {
    title: 'How was your mentorship?',
    tab: 'evaluations',
    about: 'A few questions, three minutes. Only the Center reads the answers.',
    confirmation: 'Thank you. Your answers help the next season.',
    questions: {
      works: asks(EVALUATIONS.columns.works, 'works', 'How well did the pair work? (1 to 5)', { required: true }),
      goals: asks(EVALUATIONS.columns.goals, 'goals', 'How far were the goals reached? (1 to 5)'),
      recommend: asks(EVALUATIONS.columns.recommend, 'recommend', 'Would you recommend the programme? (0 to 10)'),
      experience: asks(EVALUATIONS.columns.experience, 'experience', 'Your experience'),
      improve: asks(EVALUATIONS.columns.improve, 'improve', 'What should change?'),
      code: { ...CODE, required: true },
    },
  },
  ending: {
    title: 'End a mentorship',
    tab: 'evaluations',
    about:
      'Either side may stop at any time, without a reason. One answer tells your partner, in neutral words, and the Center.',
    confirmation: 'Done. Your partner and the Center are being told.',
    questions: {
      improve: asks(EVALUATIONS.columns.improve, 'improve', 'If you like: why? Only the Center reads this.'),
      code: { ...CODE, required: true },
    },
  },
  issue: {
    title: 'Report an issue',
    tab: 'cases',
    about: 'Tell the Center about anything that troubles you. Your partner never sees this.',
    confirmation: 'Thank you. A case officer will answer you within one working day.',
    questions: {
      category: asks(CASES.columns.category, 'category', 'What is it about?', { required: true }),
      words: asks(CASES.columns.words, 'words', 'What happened?', { required: true }),
      code: { ...CODE, required: true },
    },
  },
  mailing: {
    title: 'Ask for a mailing or a post',
    tab: 'mailings',
    about:
      'For Schools and units of the university. You get a letter with the dates and a link to the draft page, where you add a picture or poster, see what the rules find, and hand it in.',
    confirmation: 'Thank you. A letter with the dates and the link to your draft page is on its way.',
    questions: {
      initiatorName: asks(MAILINGS.columns.initiatorName, 'initiatorName', 'Your name', { required: true }),
      initiatorEmail: asks(MAILINGS.columns.initiatorEmail, 'initiatorEmail', 'Your email', { required: true }),
      unit: asks(MAILINGS.columns.unit, 'unit', 'Unit', {
        required: true,
        help: 'Abbreviation: SEDS, SSH, SMG, GSB, GSE, GSPP, NUSOM, FP or Center.',
      }),
      direction: asks(MAILINGS.columns.direction, 'direction', 'What is it about?', { required: true }),
      subject: asks(MAILINGS.columns.subject, 'subject', 'Subject', {
        required: true,
        help: 'At most 120 characters.',
      }),
      text: asks(MAILINGS.columns.text, 'text', 'Text', {
        help: 'At most 3 short paragraphs. You may write it on the draft page instead.',
      }),
      signature: asks(MAILINGS.columns.signature, 'signature', 'Signature', {
        help: 'With an email address, a postal address and a phone number.',
      }),
      eventDate: asks(MAILINGS.columns.eventDate, 'eventDate', 'Date of the event or deadline'),
      wished: asks(MAILINGS.columns.wished, 'wished', 'Day on which it would best go out'),
      schools: asks(MAILINGS.columns.schools, 'schools', 'Alumni of these Schools', { help: 'Choose none for all.' }),
      degrees: asks(MAILINGS.columns.degrees, 'degrees', 'Alumni with these degrees', { help: 'Choose none for all.' }),
      years: asks(MAILINGS.columns.years, 'years', 'Years of graduation', { help: 'Such as 2019, 2021-2023.' }),
      list: asks(MAILINGS.columns.list, 'list', 'Or a list that the Center keeps', { help: 'Its name.' }),
      social: asks(MAILINGS.columns.social, 'social', 'A post in social networks?'),
      posterText: asks(MAILINGS.columns.posterText, 'posterText', 'Text of the post'),
      hashtag: asks(MAILINGS.columns.hashtag, 'hashtag', 'Your hashtag', { help: 'Such as #NUSEDS.' }),
      code: CODE,
    },
  },
} as const satisfies Record<string, Form>;

export type FormKey = keyof typeof FORMS;
export const FORM_KEYS = Object.keys(FORMS) as readonly FormKey[];
export const formOf = (key: FormKey): Form => FORMS[key];

/** A question's id in Google Forms: eight hexadecimal digits that depend on nothing but the two keys (FNV-1a, 31 bits). */
export const questionId = (form: FormKey, question: string): string => {
  let hash = 0x811c9dc5;
  for (const char of `${form}/${question}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) & 0x7fffffff).toString(16).padStart(8, '0');
};
