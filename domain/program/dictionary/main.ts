import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { dictionary } from './index.ts';

const FILE = join(import.meta.dirname, '../../../docs/data-dictionary.md');
const HELP = `Writes docs/data-dictionary.md: every tab, form and setting, from their declarations in domain/program/.

npm run dictionary -- [--check]

  --check  write nothing; exit 1 when the file is not what would be written
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
  const text = dictionary();
  if (options.check) {
    if (existsSync(FILE) && readFileSync(FILE, 'utf8') === text) return 0;
    console.error('docs/data-dictionary.md is out of date: run "npm run dictionary".');
    return 1;
  }
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, text);
  console.log(`docs/data-dictionary.md: ${text.split('\n').length} lines`);
  return 0;
}

process.exitCode = main();
