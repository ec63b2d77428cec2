import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FORM_KEYS, type FormKey, formOf, questionId } from '../../../domain/program/index.ts';
import { STRANGE } from '../../support/strange.ts';
import { type Stand, stand } from './stand.ts';

const s = suite('pages: forms and bad input');
let at: Stand;
s.before(async () => {
  at = await stand();
});
s.after(() => at.close());

const entry = (form: FormKey, question: string): string => `entry.${Number.parseInt(questionId(form, question), 16)}`;
const action = (form: FormKey, what: string): string => `${at.url}/forms/d/e/${at.ids.forms[form]}/${what}`;

/** Sends a form as a browser does. */
async function send(form: FormKey, answers: Readonly<Record<string, string | readonly string[]>>) {
  const body = new URLSearchParams();
  for (const [question, values] of Object.entries(answers))
    for (const value of [values].flat()) body.append(entry(form, question), value);
  const reply = await fetch(action(form, 'formResponse'), { method: 'POST', body });
  return { status: reply.status, page: await reply.text() };
}

/** The newest answers of a form, as the program reads them. */
async function stored(form: FormKey): Promise<Record<string, string[]>> {
  const reply = await fetch(`${at.url}/v1/forms/${at.ids.forms[form]}/responses`);
  const { responses = [] } = (await reply.json()) as {
    responses?: { answers: Record<string, { textAnswers: { answers: { value: string }[] } }> }[];
  };
  const answers = Object.entries(responses.at(-1)?.answers ?? {});
  return Object.fromEntries(
    answers.map(([id, { textAnswers }]) => [id, textAnswers.answers.map(({ value }) => value)]),
  );
}
const count = async (form: FormKey): Promise<number> => {
  const reply = await fetch(`${at.url}/v1/forms/${at.ids.forms[form]}/responses`);
  return ((await reply.json()) as { responses?: unknown[] }).responses?.length ?? 0;
};

const ISSUE = { code: 'code-1', category: formOf('issue').questions.category?.choices?.[0] ?? '', words: 'Words' };

s('a missing answer is said next to its question, and the others are kept', async () => {
  const { status, page } = await send('issue', { ...ISSUE, words: '  ' });
  assert.is(status, 400);
  assert.match(page, /One answer needs another look/);
  assert.match(page, /This is a required question/);
  assert.match(page, /value="code-1"/);
  assert.match(page, new RegExp(`value="${ISSUE.category}" checked|<option selected>${ISSUE.category}`));
  assert.is(await count('issue'), 0);
});

s('a choice that is not offered is refused, and so are two where one is asked', async () => {
  const first = await send('issue', { ...ISSUE, category: 'Dragons' });
  assert.is(first.status, 400);
  assert.match(first.page, /Please choose one of the options/);
  const two = await send('issue', { ...ISSUE, words: ['one', 'two'] });
  assert.is(two.status, 400);
  assert.match(two.page, /Only one answer is possible here/);
  assert.is(await count('issue'), 0);
});

s('a number outside the scale is refused', async () => {
  const { status, page } = await send('evaluation', { code: 'c', works: '9', experience: 'Good talks' });
  assert.is(status, 400);
  assert.match(page, /Please choose a number from 1 to 5/);
  assert.match(page, /Good talks/);
  assert.is(await count('evaluation'), 0);
});

const lines = (text: string): string => text.replaceAll('\r\n', '\n');

for (const [name, given] of Object.entries(STRANGE).filter(([, text]) => text.trim() !== '')) {
  const words = lines(given);
  s(`what is ${name} is stored exactly, and kept when something else is wrong`, async () => {
    const wrong = await send('issue', { ...ISSUE, code: '', words });
    assert.is(wrong.status, 400);
    const kept = /<textarea[^>]*>\n([\s\S]*?)<\/textarea>/.exec(wrong.page)?.[1] ?? '';
    const plain = kept
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    assert.ok(plain === words, `kept ${plain.slice(0, 80)}`);
    const right = await send('issue', { ...ISSUE, words });
    assert.is(right.status, 200);
    const answers = await stored('issue');
    assert.ok(answers[questionId('issue', 'words')]?.[0] === words);
  });
}

s('line ends are those of the sheet, whatever the browser sends', async () => {
  await send('issue', { ...ISSUE, words: 'one\r\ntwo' });
  assert.equal((await stored('issue'))[questionId('issue', 'words')], ['one\ntwo']);
});

s('a link fills in the form; what is not offered is not chosen', async () => {
  const category = entry('issue', 'category');
  const query = new URLSearchParams([
    [entry('issue', 'code'), 'a"b<c>'],
    [entry('issue', 'words'), 'from the link'],
    [category, 'Dragons'],
    ['entry.999', 'nothing'],
  ]);
  const page = await (await fetch(`${action('issue', 'viewform')}?${query}`)).text();
  assert.match(page, /value="a&quot;b&lt;c&gt;"/);
  assert.match(page, /from the link/);
  assert.not.match(page, / checked>/);
});

s('requests that are no form are refused in words', async () => {
  const json = await fetch(action('issue', 'formResponse'), {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  assert.is(json.status, 415);
  const large = await fetch(action('issue', 'formResponse'), {
    method: 'POST',
    body: new URLSearchParams({ [entry('issue', 'words')]: 'x'.repeat(2_100_000) }),
  });
  assert.is(large.status, 413);
  assert.match(await large.text(), /more than one request may carry/);
  assert.is((await fetch(`${at.url}/forms/d/e/none/viewform`)).status, 404);
  assert.is((await fetch(`${at.url}/forms/d/e/%E0%A4%A/viewform`)).status, 400);
});

s('the list says what each form asks', async () => {
  const page = await (await fetch(`${at.url}/forms`)).text();
  assert.match(page, /Become a mentor/);
  const forms = (await (await fetch(`${at.url}/api/forms`)).json()) as {
    key: string;
    questions: { entry: string }[];
  }[];
  assert.equal(
    forms.map(({ key }) => key),
    ['mentor', 'mentee', 'choices', 'evaluation', 'ending', 'issue', 'mailing'],
  );
  assert.is(forms.at(-1)?.questions.at(-1)?.entry, entry('mailing', 'code'));
});

/** Answers a form takes: something that fits each question that has to be answered. */
const complete = (form: FormKey): Record<string, string> =>
  Object.fromEntries(
    Object.entries(formOf(form).questions)
      .filter(([, question]) => question.required)
      .map(([key, question]) => [key, question.choices?.[0] ?? String(question.least ?? 'x')]),
  );
const REFUSALS =
  /This is a required question|Please choose one of the options|Please choose a number from|Please give a (date|time)/;

for (const form of FORM_KEYS)
  s(`${form}: whatever stands in one of its fields, it is taken as it is or refused beside the field`, async () => {
    for (const [key, question] of Object.entries(formOf(form).questions))
      for (const [name, text] of Object.entries(STRANGE)) {
        const what = `${key} with ${name}`;
        const before = await count(form);
        const { status, page } = await send(form, { ...complete(form), [key]: text });
        if (status === 200) {
          assert.is(await count(form), before + 1, what);
          const kept = (await stored(form))[questionId(form, key)]?.[0];
          assert.ok(kept === (text.trim() === '' ? undefined : lines(text)), what);
          assert.ok(text.trim() !== '' || !question.required, `${what}: a required answer is missing`);
        } else {
          assert.is(status, 400, what);
          assert.match(page, REFUSALS, what);
          assert.is(await count(form), before, `${what}: nothing is taken of a form with a mistake`);
        }
        assert.not.match(page, /<script>alert/, what);
      }
  });

s.run();
