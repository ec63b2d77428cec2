import { LETTER_KEYS } from '../letters/catalogue.ts';
import { column, ID } from './columns.ts';
import type { Tab } from './types.ts';
import * as words from './vocabulary.ts';

/** Letters whose whole content is a list that the program makes: there is nothing to put in other words. */
const MADE_OF_A_LIST: readonly string[] = ['merged', 'daily'];

/** Words of staff instead of the shipped ones (design of letters); a row counts while it is ticked and fits. */
export const OWN_WORDS = {
  title: 'Letters',
  prefix: 'OW',
  workbook: 'programme',
  about:
    'Your own words for a letter in one language. Without a row, or while "Use" is not ticked, the words that came with the program stand.',
  columns: {
    id: ID,
    letter: column('Letter', 'choice', 'staff', 'Which letter; the page Letters on the desk shows all of them.', {
      choices: LETTER_KEYS.filter((key) => !MADE_OF_A_LIST.includes(key)),
      fact: true,
      required: true,
    }),
    language: column('Language', 'choice', 'staff', 'Language of these words.', {
      choices: words.LANGUAGES,
      fact: true,
      required: true,
    }),
    subject: column(
      'Subject',
      'text',
      'staff',
      'At most 120 characters. A letter with a deadline begins with it, as {answerBy:short}.',
      {
        required: true,
      },
    ),
    text: column(
      'Text',
      'long text',
      'staff',
      'Paragraphs with an empty line between them. {partner} is a slot; {answerBy:until} a date after "until". # begins a sub-heading, - a point. Greeting, buttons and footer stay.',
      { required: true },
    ),
    use: column(
      'Use',
      'checkbox',
      'staff',
      'Tick when the preview is as you want it; untick to return to the shipped words.',
      {
        fact: true,
      },
    ),
    version: column('Version', 'number', 'program', 'Rises with each change that fits; History keeps every version.'),
    preview: column('Preview', 'link', 'program', 'The letter with sample data.'),
    systemNote: column('System note', 'text', 'program', 'The answer to the last edit of this row.'),
    checked: column('Checked', 'text', 'program', 'Fingerprint of the words last checked.', { hidden: true }),
  },
} as const satisfies Tab;
