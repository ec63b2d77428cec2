import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFile(join(ROOT, path), 'utf8');

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...(await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

const s = suite('docs');

s('links to files lead somewhere, with their heading', async () => {
  let links = 0;
  for (const page of pages)
    for (const [, target = ''] of (await read(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      links++;
      const [path = '', heading] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      assert.ok(existsSync(join(ROOT, file)), `${page} links to ${target}`);
      if (heading === undefined) continue;
      const headings = [...(await read(file)).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
        text
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      assert.ok(headings.includes(heading), `${page} links to ${target}`);
    }
  assert.ok(links > 10, `${links} links`);
});

s('paths and commands that are named exist', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  let named = 0;
  for (const page of pages.filter((name) => name !== 'CHANGELOG.md')) {
    const text = await read(page);
    for (const [, script = ''] of text.matchAll(/npm run ([\w-]+)/g)) {
      named++;
      assert.ok(scripts[script], `${page}: npm run ${script}`);
    }
    for (const [, path = ''] of text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)) {
      // Patterns such as `templates/<key>/` do not match; other packages and generated folders are not ours to look for.
      if (/^(node_modules|data|@|v\d|application)\b/.test(path) || path.startsWith('templates/generated')) continue;
      if (!existsSync(join(ROOT, path.split('/')[0] ?? ''))) continue;
      named++;
      assert.ok(existsSync(join(ROOT, path)), `${page}: ${path}`);
    }
  }
  assert.ok(named > 30, `${named} names`);
});

s('.env.example explains every variable that is read, and no other', async () => {
  const explained = [...(await read('.env.example')).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const used = new Set(['GOOGLE_APPLICATION_CREDENTIALS']);
  for (const name of (await readdir(join(ROOT, 'worker'))).filter((file) => file.endsWith('.ts')))
    for (const [, first, second] of (await read(`worker/${name}`)).matchAll(
      /\benv\.([A-Z_]+)\b|\bneed\('([A-Z_]+)'\)/g,
    ))
      used.add(first ?? second ?? '');
  assert.equal(explained.sort(), [...used].sort());
});

s.run();
