import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../templates/build/main.ts';

const ROOT = join(import.meta.dirname, '../..');

const s = suite<{ folder: string; templates: string }>('the build of letters');
s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'letters-'));
  context.templates = join(context.folder, 'templates');
  await cp(join(ROOT, 'templates'), context.templates, {
    recursive: true,
    filter: (path) => !path.includes('generated'),
  });
  await symlink(join(ROOT, 'domain'), join(context.folder, 'domain'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

/** The build's complaint after `edit` of one file. */
async function complaint(templates: string, file: string, edit: (words: string) => string): Promise<string> {
  const path = join(templates, file);
  const words = await readFile(path, 'utf8');
  assert.ok(edit(words) !== words, 'the edit changes something');
  await writeFile(path, edit(words));
  return build(templates).then(
    () => 'built',
    (error: Error) => error.message,
  );
}

for (const [what, file, edit, says] of [
  [
    'a missing word',
    'check/kk.ts',
    (words) => words.replace(/heading: '.*'/, "heading: ''"),
    /check\/kk: heading is empty/,
  ],
  [
    'a missing slot',
    'completed/ru.ts',
    (words) => words.replaceAll(/\{monthsConfirmed[^}]*\}/g, ''),
    /completed\/ru: \{monthsConfirmed\} is missing/,
  ],
  [
    'an unknown slot',
    'check/en.ts',
    (words) => words.replace('{months}', '{moons}'),
    /check\/en: body uses \{moons\}, which the letter does not have/,
  ],
  [
    'a missing plural form',
    'completed/ru.ts',
    (words) => words.replace('|# месяца', ''),
    /completed\/ru: body has 2 forms for \{monthsConfirmed\}, but the language has 3/,
  ],
  [
    'a missing label',
    'check/ru.ts',
    (words) => words.replace(/answer: '.*'/, "answer: ''"),
    /check\/ru: button answer has no label/,
  ],
  [
    'a deadline that does not come first',
    'check/ru.ts',
    (words) => words.replace('{answerBy:short}: ', ''),
    /check\/ru: subject does not begin with \{answerBy:short\}/,
  ],
  [
    'a missing word below mailings',
    'mailing/kk.ts',
    (words) => words.replace(/unsubscribe: '.*'/, "unsubscribe: ''"),
    /mailing\/kk: unsubscribe is empty/,
  ],
  [
    'a missing line for the merged letter',
    'check/kk.ts',
    (words) => words.replace(/line: '.*'/, "line: ''"),
    /check\/kk: a letter that may be merged needs a line/,
  ],
] as const satisfies readonly (readonly [string, string, (words: string) => string, RegExp])[])
  s(`${what} stops it`, async ({ templates }) => {
    assert.match(await complaint(templates, file, edit), says);
  });

s('a missing language stops it', async ({ templates }) => {
  await rm(join(templates, 'award/kk.ts'));
  const message = await build(templates).then(
    () => 'built',
    (error: Error) => error.message,
  );
  assert.match(message, /award\/kk: the words are missing/);
});

s('whole words make the very functions of the house', async ({ templates }) => {
  assert.is(await build(templates), 'built');
  assert.is(await build(templates), 'fresh');
  for (const language of ['en', 'kk', 'ru'])
    assert.is(
      await readFile(join(templates, `generated/${language}.ts`), 'utf8'),
      await readFile(join(ROOT, `templates/generated/${language}.ts`), 'utf8'),
    );
});

s.run();
