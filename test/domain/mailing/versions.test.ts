/** Which uploaded files a request does not name any more. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { filesLeft, type RequestCells, readKept, writeVersion } from '../../../domain/mailing/request/index.ts';
import { type CellValue, emptyCell, tabOf } from '../../../domain/program/index.ts';

const s = suite('files of versions');
const EMPTY = Object.fromEntries(
  Object.entries(tabOf('mailings').columns).map(([key, column]) => [key, emptyCell(column) as CellValue]),
) as unknown as RequestCells;
const upload = (file: string) => JSON.stringify({ file, name: 'a.png', type: 'image/png', hash: file });
const row = (picture = '', poster = '', handedIn = '', before = ''): RequestCells => ({
  ...EMPTY,
  picture: picture && upload(picture),
  poster: poster && upload(poster),
  handedIn,
  before,
});
const version = (picture = '', poster = '') => writeVersion({ ...row(picture, poster), subject: 'A talk' });

s('an upload that was never handed in is left over once it is removed or another takes its place', () => {
  assert.equal(filesLeft(row('P1', 'Q1'), row('', 'Q1')), ['P1']);
  assert.equal(filesLeft(row('P1', 'Q1'), row('P2', 'Q1')), ['P1']);
  assert.equal(filesLeft(row('P1', 'Q1'), row('P1', 'Q1')), []);
  assert.equal(filesLeft(row('P1', 'P1'), row('', 'P1')), [], 'the other cell names it');
});

s('what a version has that was handed in stays until that version makes room for the next but one', () => {
  const [first, second, third] = [version('P1', 'Q1'), version('P2', 'Q1'), version('', 'Q1')];
  assert.equal(filesLeft(row('P1', 'Q1', first), row('P2', 'Q1', first)), []);
  assert.equal(filesLeft(row('P2', 'Q1', first), row('P2', 'Q1', second, first)), []);
  assert.equal(filesLeft(row('P2', 'Q1', second, first), row('', 'Q1', second, first)), []);
  assert.equal(filesLeft(row('', 'Q1', second, first), row('', 'Q1', third, second)), ['P1']);
});

s('where a version does not say which files it had, none is left over', () => {
  const old = JSON.stringify({ subject: 'Handed in before files were written down' });
  for (const unknown of [old, '{broken', 'null', '{"files":"P1"}'])
    assert.equal(filesLeft(row('P1', '', unknown), row('', '', unknown)), [], unknown);
});

s('the fields of a version are read as before', () => {
  const kept = readKept(version('P1'));
  assert.is(kept?.subject, 'A talk');
  assert.not.ok(Object.hasOwn(kept ?? {}, 'files'));
});

s.run();
