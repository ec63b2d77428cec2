import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

interface Tsv {
  toTsv(block: readonly (readonly string[])[]): string;
  fromTsv(text: string): string[][];
  filled(block: string[][], height: number, width: number): string[][];
}

// by address, since it is a script of the browser without types of its own
const { toTsv, fromTsv, filled }: Tsv = await import(
  new URL('../../../local/pages/assets/sheet/tsv.js', import.meta.url).href
);

const s = suite('pages: blocks on the clipboard');

s('whatever is copied is pasted as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', ' ', 'ә', '👩‍🎓', ',') });
  const blocks = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(blocks, (block) => {
      // an empty last row of one column is the line end that other programs add
      fc.pre(block.at(-1)?.join('') !== '' || (block[0]?.length ?? 0) > 1);
      assert.equal(fromTsv(toTsv(block)), block);
    }),
  );
});

s('reads what Excel, LibreOffice and text editors put there', () => {
  assert.equal(fromTsv('a\tb\r\nc\td\r\n'), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  assert.equal(fromTsv('"one\ntwo"\tx'), [['one\ntwo', 'x']]);
  assert.equal(fromTsv('"say ""hi"""'), [['say "hi"']]);
  assert.equal(fromTsv('5" screen\t"open'), [['5" screen', '"open']]);
  assert.equal(fromTsv('"quoted" and more\tx'), [['"quoted" and more', 'x']]);
  assert.equal(fromTsv('\t\n'), [['', '']]);
  assert.equal(fromTsv(''), [['']]);
});

s('fills a selection that is a multiple of the block, and no other', () => {
  assert.equal(filled([['x']], 2, 2), [
    ['x', 'x'],
    ['x', 'x'],
  ]);
  assert.equal(filled([['a'], ['b']], 4, 1), [['a'], ['b'], ['a'], ['b']]);
  assert.equal(filled([['a'], ['b']], 3, 1), [['a'], ['b']]);
});

s.run();
