import { simpleParser } from 'mailparser';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SMTPServer } from 'smtp-server';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { letterShape } from '../../domain/letters/index.ts';
import { createMail } from '../../mail/index.ts';
import { type LetterInput, render } from '../../templates/index.ts';
import { EACH, inputOf } from './samples.ts';

const HOSTILE = {
  markup:
    '</div></td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)><a href="https://evil.example">x</a>',
  attribute: '" onmouseover="alert(1)" style="position:fixed" x="',
  headers: 'Aida\r\nBcc: everybody@evil.example\r\nSubject: free\r\n\r\n<h1>body</h1>',
  direction: '\u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061C',
  separators: 'one\u2028two\u2029three\u0000four\u0007',
  script: 'javascript:alert(document.cookie)',
  marks: '⟦u¦answer⟧ {partner} {name:until} #{7*7} {{7*7}} <%= 1 %> $& $1',
  long: 'ұ'.repeat(10_000),
} as const;
const URLS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'http://evil.example/',
  '//evil.example',
  'https://',
];

/** The same letter with `value` in every place that people's or staff's words may reach. */
function spoiled(input: LetterInput, value: string): LetterInput {
  const put = (slot: unknown): unknown =>
    Array.isArray(slot)
      ? slot.map(put)
      : typeof slot === 'object' && slot !== null
        ? Object.fromEntries(
            Object.entries(slot).map(([name, inner]) => [name, /^(url|at|since)$/.test(name) ? inner : put(inner)]),
          )
        : typeof slot === 'string'
          ? value
          : slot;
  const { common } = input;
  return {
    ...input,
    slots: Object.fromEntries(Object.entries(input.slots).map(([name, slot]) => [name, put(slot)])),
    common: {
      ...common,
      name: value,
      university: value,
      center: value,
      centerEmail: value,
      help: common.help.map(() => value),
    },
  };
}
/** Dates are never people's words: they stay. */
function hostile(key: (typeof EACH)[number][0], input: LetterInput, value: string): LetterInput {
  const dates = Object.entries(letterShape(key).slots).filter(([, kind]) => kind === 'date' || kind === 'moment');
  const made = spoiled(input, value);
  return { ...made, slots: { ...made.slots, ...Object.fromEntries(dates.map(([name]) => [name, input.slots[name]])) } };
}

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
function* elements(node: Tree.Node): Generator<Tree.Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
/** Elements with their attributes' names and addresses: what a value must never change. Line breaks of free text may come. */
const skeleton = (html: string): string[] =>
  [...elements(parse(html))]
    .filter(({ tagName }) => tagName !== 'br')
    .map(
      ({ tagName, attrs }) =>
        `${tagName} ${attrs.map(({ name, value }) => (name === 'href' ? value : name)).join(' ')}`,
    );

const s = suite('hostile values in letters');

for (const [turn, [name, value]] of Object.entries(HOSTILE).entries())
  s(`${name}: in every slot of every letter, nothing but words changes`, () => {
    // The functions of all languages are made alike; each value meets every letter, and every language in turn.
    for (const [key, language] of EACH.filter((_, i) => i % 3 === (Math.floor(i / 3) + turn) % 3)) {
      const input = inputOf(key, language);
      const where = `${key}.${language}`;
      const { html, text, subject, preheader } = render(key, language, hostile(key, input, value));
      assert.equal(skeleton(html), skeleton(render(key, language, input).html), where);
      for (const line of [subject, preheader]) {
        assert.not.match(line, /[\p{Cc}\u2028\u2029]/u, where);
        assert.ok([...line].length <= 200, where);
      }
      for (const part of [html, text, subject])
        assert.not.match(part, /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u2028\u2029]|[^\P{Cc}\n]/u, where);
      // A name is one line: what looks like a header or a paragraph of its own is not one.
      assert.not.match(text.replaceAll(/^ {2}.*$/gm, ''), /^Bcc: /m, where);
    }
  });

s('addresses that are no web, mail or telephone address stop the letter', () => {
  const input = inputOf('check', 'en');
  for (const url of URLS) {
    assert.throws(() => render('check', 'en', { ...input, buttons: { answer: url } }), /may not link/, url);
    const pairLinks = { meet: url, silent: url, pause: url, end: url, issue: url };
    assert.throws(() => render('check', 'en', { ...input, pairLinks }), /may not link/, url);
  }
  for (const [key, slots] of [
    [
      'training-invitation',
      { sessions: [{ title: 'x', at: '2026-09-01T00:00:00Z', place: 'x', url: 'javascript:1' }] },
    ],
    [
      'daily',
      {
        ...inputOf('daily', 'en').slots,
        needs: [{ what: 'x', why: 'x', since: '2026-09-01T00:00:00Z', url: 'data:,x' }],
      },
    ],
    ['merged', { items: [{ line: 'x', actions: [{ label: 'x', url: 'file:///etc/passwd' }], more: [] }] }],
  ] as const)
    assert.throws(() => render(key, 'en', { ...inputOf(key, 'en'), slots }), /may not link/, key);
});

s('a slot that was not given, or is no number where one is counted, stops the letter', () => {
  const input = inputOf('check', 'en');
  assert.throws(
    () => render('check', 'en', { ...input, slots: { ...input.slots, partner: undefined } }),
    /slot partner was not given/,
  );
  const thanks = inputOf('completed', 'ru');
  assert.throws(
    () => render('completed', 'ru', { ...thanks, slots: { ...thanks.slots, monthsConfirmed: '5' } }),
    /not a number/,
  );
});

s('as mail: one recipient, one subject, no header that a value made', async () => {
  const taken: Buffer[] = [];
  const rcpts: string[][] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks));
        rcpts.push(session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const mail = createMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: { name: 'Center', email: 'cac@nu.example' } });
  try {
    for (const value of Object.values(HOSTILE)) {
      const input = hostile('introduction', inputOf('introduction', 'ru'), value);
      const { subject, html, text } = render('introduction', 'ru', input);
      await mail.send({
        key: 'introduction/PA-1/x/MR-1',
        messageId: '<x@nu.example>',
        bounceKey: 'LT-7KQ2-M9FX/0',
        to: { name: value, email: 'aida@people.example' },
        subject,
        html,
        text,
        language: 'ru',
        category: 'person',
      });
    }
  } finally {
    mail.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  assert.is(taken.length, Object.keys(HOSTILE).length);
  for (const [i, source] of taken.entries()) {
    assert.equal(rcpts[i], ['aida@people.example']);
    const { headerLines, to, headers } = await simpleParser(source);
    const names = headerLines.map(({ key }) => key);
    assert.is(new Set(names).size, names.length, names.join(' '));
    assert.not.ok(names.includes('bcc'));
    assert.equal(
      (Array.isArray(to) ? to : [to]).flatMap((each) => each?.value ?? []).map(({ address }) => address),
      ['aida@people.example'],
    );
    assert.is(headers.get('auto-submitted'), 'auto-generated');
    assert.is(headers.get('content-language'), 'ru');
    for (const line of source.toString('latin1').split('\r\n'))
      assert.ok(line.length <= 998, `a line of ${line.length} bytes`);
  }
});

s.run();
