import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Mailing, readHtml, readMarkdown } from '../../../domain/mailing/check/index.ts';
import { codes, judged } from './samples.ts';

const s = suite('texts built to cost time');
/** Seconds of CPU; what is refused takes a tenth, and a reader that goes astray takes minutes. */
const MOST = 3;

const CASES: Readonly<Record<string, readonly [read: () => Mailing, code: string]>> = {
  '5 MB of words': [() => readMarkdown('word '.repeat(1_000_000)), 'text-endless'],
  'emphasis that never closes': [() => readMarkdown('*a_'.repeat(9000)), 'html-deep'],
  'emphasis, as much as is read': [() => readMarkdown('*a_'.repeat(900)), 'word-long'],
  'quotes in quotes': [() => readMarkdown('>'.repeat(25_000)), 'html-deep'],
  'lists in lists': [() => readMarkdown('- '.repeat(10_000)), 'html-deep'],
  'one word': [() => readMarkdown('a'.repeat(29_000)), 'word-long'],
  'half an address, again and again': [() => readMarkdown('a.-'.repeat(9900)), 'word-long'],
  'brackets that never close': [() => readMarkdown('[a!['.repeat(7000)), 'word-long'],
  'one capital': [() => readMarkdown(`x\n\n-- \n${'A'.repeat(29_000)}`), 'capitals'],
  '5 MB of HTML': [() => readHtml('<p>word</p>'.repeat(450_000)), 'text-endless'],
  'elements in elements': [() => readHtml('<div>'.repeat(150_000)), 'html-deep'],
  'tables in tables': [() => readHtml('<table><tr><td>'.repeat(20_000)), 'html-deep'],
  'line breaks': [() => readHtml('a<br>'.repeat(150_000)), 'text-endless'],
  'a style sheet without end': [
    () => readHtml(`<style>${'.a{color:red}'.repeat(50_000)}</style><p class=a>x</p>`),
    'text-endless',
  ],
  'a style without end': [() => readHtml(`<p style="${'('.repeat(900_000)}">x</p>`), 'signature-missing'],
};

for (const [name, [read, code]] of Object.entries(CASES))
  s(name, () => {
    const before = process.cpuUsage();
    const found = codes(judged(read()));
    const { user, system } = process.cpuUsage(before);
    assert.ok(found.includes(code), found.join(', '));
    assert.ok((user + system) / 1_000_000 < MOST, `${(user + system) / 1000} ms`);
  });

s.run();
