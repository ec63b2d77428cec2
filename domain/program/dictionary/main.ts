import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errorsPage } from './errors.ts';
import { dictionary } from './index.ts';

const DOCS = join(import.meta.dirname, '../../../docs');
const PAGES = { 'data-dictionary.md': dictionary, 'errors.md': errorsPage } as const;
const HELP = `Writes docs/data-dictionary.md (every tab, form and setting) and docs/errors.md (every code) from their declarations.

npm run dictionary -- [--check]

  --check  write nothing; exit 1 when a file is not what would be written
`;

function main(): number {
  let options: { check?: boolean | undefined; help?: boolean | undefined };
  try {
    options = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${(error as Error).message.split('. To specify')[0]}\nSee npm run dictionary -- --help`);
    return 2;
  }
  if (options.help) {
    console.log(HELP.trimEnd());
    return 0;
  }
  const files = Object.entries(PAGES).map(([name, page]) => ({ name, file: join(DOCS, name), text: page() }));
  if (options.check) {
    const old = files.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
    for (const { name } of old) console.error(`docs/${name} is out of date: run "npm run dictionary".`);
    return old.length > 0 ? 1 : 0;
  }
  mkdirSync(DOCS, { recursive: true });
  for (const { name, file, text } of files) {
    writeFileSync(file, text);
    console.log(`docs/${name}: ${text.split('\n').length} lines`);
  }
  return 0;
}

process.exitCode = main();
