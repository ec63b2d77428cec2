import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Change, markdownTable, readRows, wordDiff } from '../../../domain/mailing/index.ts';

const s = suite('words that changed, and tables from files');
const put = (changes: readonly Change[], without: Change['kind']): string =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

s('a few words that changed are marked, and nothing beside them', () => {
  assert.equal(wordDiff('Come to the lecture today', 'Come to our lecture'), [
    { kind: 'same', text: 'Come to ' },
    { kind: 'gone', text: 'the' },
    { kind: 'new', text: 'our' },
    { kind: 'same', text: ' lecture' },
    { kind: 'gone', text: ' today' },
  ]);
  assert.equal(wordDiff('', ''), []);
});

s('without what came it is the text before, without what went the text after; equal texts have no change', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'ә', ' ', '\n', 'lecture', '…'), { maxLength: 40 })
    .map((w) => w.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordDiff(before, after);
      assert.is(put(changes, 'new'), before);
      assert.is(put(changes, 'gone'), after);
      assert.ok(wordDiff(before, before).every(({ kind }) => kind === 'same'));
    }),
  );
});

s('texts too long to be compared word by word are shown whole', () => {
  const [before, after] = ['a b '.repeat(3000), 'c d '.repeat(3000)];
  const changes = wordDiff(before, after);
  assert.equal([put(changes, 'new'), put(changes, 'gone')], [before, after]);
});

s('whatever stands in a cell stays in its cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\\', '\n', 'қ', ' ') });
  const line = (separator: string) => (cells: readonly string[]) =>
    cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
      fc.constantFrom(',', ';', '\t'),
      (rows, separator) => {
        const full = rows.map((cells) => cells.map((text) => `x${text}x`));
        const read = readRows(full.map(line(separator)).join('\r\n'));
        assert.equal(read, full);
        const table = markdownTable(read).split('\n');
        assert.is(table.length, full.length + 1);
        for (const row of table) assert.is(row.replaceAll(/\\./g, '').split('|').length, 5);
      },
    ),
  );
});

s.run();
