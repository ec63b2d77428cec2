import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CATALOGUE } from '../../../domain/errors.ts';
import { errorsPage } from '../../../domain/program/dictionary/errors.ts';
import { dictionary } from '../../../domain/program/dictionary/index.ts';
import { FORM_KEYS, formOf, SETTINGS, TAB_KEYS, tabOf } from '../../../domain/program/index.ts';

const s = suite('data dictionary');
const text = dictionary();

/** Lines of the table under a heading of the third level, or of the second for Settings. */
const linesUnder = (heading: string): string[] => {
  const start = text.indexOf(`\n${heading}\n`);
  assert.ok(start >= 0, heading);
  const rest = text.slice(start + heading.length + 1);
  const end = /\n##/.exec(rest)?.index ?? rest.length;
  return rest
    .slice(0, end)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
};

s('docs/data-dictionary.md is what the declarations say', async () => {
  const file = await readFile(join(import.meta.dirname, '../../../docs/data-dictionary.md'), 'utf8');
  assert.is(file, text, 'run "npm run dictionary"');
});

s('docs/errors.md is what the catalogue says, with a line for every code', async () => {
  const file = await readFile(join(import.meta.dirname, '../../../docs/errors.md'), 'utf8');
  assert.is(file, errorsPage(), 'run "npm run dictionary"');
  const lines = file.split('\n').filter((line) => line.startsWith('| `'));
  assert.equal(
    lines.map((line) => line.split('`')[1]),
    Object.keys(CATALOGUE),
  );
  for (const [i, { words, retryable }] of Object.values(CATALOGUE).entries()) {
    assert.ok(lines[i]?.includes(words));
    assert.is(/\| yes \|/.test(lines[i] ?? ''), retryable);
  }
});

s('every column of every tab has its line with owner, kind and meaning', () => {
  for (const key of TAB_KEYS) {
    const tab = tabOf(key);
    const lines = linesUnder(`### ${tab.title}`);
    const columns = Object.values(tab.columns);
    assert.is(lines.length, columns.length, tab.title);
    for (const [i, column] of columns.entries()) {
      const cells = lines[i]?.split(/(?<!\\)\|/).map((cell) => cell.trim()) ?? [];
      assert.is(cells[1], column.header);
      assert.ok(cells[2]?.startsWith(column.kind), `${tab.title}: ${column.header}`);
      assert.is(cells[3], column.owner);
      assert.is(cells[5], column.personal ? 'yes' : '');
      assert.ok(cells[7]?.startsWith(column.help));
      for (const choice of column.choices ?? []) assert.ok(cells[6]?.includes(choice), `${column.header}: ${choice}`);
    }
  }
});

s('every question and every setting has its line', () => {
  for (const key of FORM_KEYS)
    assert.equal(
      linesUnder(`### ${formOf(key).title}`).map((line) => line.split('|')[1]?.trim()),
      Object.values(formOf(key).questions).map(({ title }) => title),
    );
  assert.equal(
    linesUnder('## Settings').map((line) => line.split('|')[1]?.trim()),
    Object.keys(SETTINGS).map((name) => `\`${name}\``),
  );
});

s.run();
