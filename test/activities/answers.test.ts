/** Every field of the application forms, each with everything that does not belong there: nothing is lost, nothing runs. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readApplication, readOne } from '../../activities/answers.ts';
import { FORMS, readNewAnswers, tabOf, writeNewAnswers } from '../../domain/program/index.ts';
import { STRANGE } from '../support/strange.ts';

const s = suite('answers of forms');
const answer = (answers: Record<string, readonly string[]>) => ({
  responseId: 'r',
  at: '2026-09-01T04:00:00Z',
  answers,
});
const SIDES = [
  ['mentor', 'mentors', FORMS.mentor.questions],
  ['mentee', 'mentees', FORMS.mentee.questions],
  ['mailing', 'mailings', FORMS.mailing.questions],
] as const;

for (const [form, tab, questions] of SIDES)
  for (const [key, question] of Object.entries(questions).filter(([name]) => name !== 'code'))
    s(`${tab}, "${question.title}": read as it was written, or named as what cannot be read`, () => {
      for (const [name, text] of Object.entries(STRANGE)) {
        const { cells, unread, note } = readApplication(form, answer({ [key]: [text] }));
        const column = tabOf(tab).columns[key];
        assert.ok(column);
        if (text.trim() === '') {
          assert.ok(['', undefined].includes(String(cells[key] ?? '')), `${name} is no answer`);
          continue;
        }
        if (cells[key] === undefined || (Array.isArray(cells[key]) && cells[key].length === 0)) {
          // Not read: kept in the person's own words, and said which column and why.
          assert.ok((unread[key] ?? '').length > 0, `${name} is kept`);
          assert.ok((unread[key] ?? '').length <= 500);
          assert.match(note, new RegExp(`^"${column.header.replaceAll(/[?()]/g, '.')}" (is|has|holds) `));
          assert.match(note, /stands in New answers\.$/);
          const kept = readNewAnswers(tab, writeNewAnswers(tab, unread));
          assert.equal(kept, unread, `${name} comes back from New answers`);
        } else {
          assert.is(note, '');
          const shown = String(cells[key]);
          const whole = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
          const flat = column.kind === 'long text' ? whole : whole.replaceAll(/\s+/g, ' ');
          if (name === 'oversized') {
            assert.is([...shown].length, column.longest);
            assert.match(shown, / \[…\]$/);
          } else assert.is(shown, flat, `${name} stays as it is`);
        }
      }
    });

s('several bad answers at once are all named, and the good ones are taken', () => {
  const { cells, unread, note } = readApplication(
    'mentor',
    answer({ name: ['Aigerim'], email: ['not an address'], year: ['2016.5'], capacity: ['11'], topics: ['Dragons'] }),
  );
  assert.is(cells.name, 'Aigerim');
  assert.equal(unread, { email: 'not an address', year: '2016.5', capacity: '11', topics: 'Dragons' });
  for (const words of [
    '"Email" is not a mail address',
    '"Graduation year" is not a whole number',
    '"Mentees at most" is above 10',
    '"Topics" holds "Dragons"',
  ])
    assert.ok(note.includes(words), note);
});

s('a report is never lost for its length', () => {
  const words = String(readOne('cases', 'words', answer({ words: [`He threatened me. ${STRANGE.oversized}`] })));
  assert.is([...words].length, 5000);
  assert.match(words, /^He threatened me\. .* \[…\]$/);
  assert.is(readOne('cases', 'category', answer({ category: ['Dragons'] })), undefined);
});

s('numbers of the surveys outside their scale mean nothing', () => {
  for (const text of ['0', '6', '3.5', 'five', STRANGE['a formula']])
    assert.is(readOne('evaluations', 'works', answer({ works: [text] })), undefined, text);
  assert.is(readOne('evaluations', 'works', answer({ works: ['5'] })), 5);
});

s.run();
