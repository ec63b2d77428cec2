/** Compiles every letter to typed functions: `npm run build`. Nothing is done when words and layout are as they were. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LetterKey } from '../../domain/letters/index.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import type { CommonWords, LetterWords } from '../words.ts';
import { type CompiledLetter, moduleOf } from './generate.ts';
import { compile } from './letter.ts';
import { mailingModule } from './mailing.ts';
import { allKeys, BuildError, faultsOf } from './plan.ts';

const TEMPLATES = join(import.meta.dirname, '..');
const CATALOGUE = ['catalogue', 'mailing', 'shape'].map((file) => join(TEMPLATES, `../domain/letters/${file}.ts`));

/** Builds into `out`; throws BuildError with every fault when words and catalogue do not fit. */
export async function build(templates = TEMPLATES, out = join(templates, 'generated')): Promise<'built' | 'fresh'> {
  const stamp = fingerprintOf(templates);
  const stampFile = join(out, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'fresh';
  mkdirSync(out, { recursive: true });
  for (const language of LANGUAGES) {
    const common = await load<CommonWords>(join(templates, `common.${language}.ts`));
    const letters: CompiledLetter[] = [];
    const faults: string[] = [];
    for (const key of allKeys()) {
      const words = await wordsOf(templates, key, language, faults);
      if (!words) continue;
      const wrong = faultsOf(key, language, words);
      faults.push(...wrong.map((fault) => `${key}/${language}: ${fault}`));
      if (wrong.length > 0) continue;
      letters.push({
        key,
        subject: words.subject,
        preheader: words.preheader,
        parts: await compile(key, language, words, common),
        line: words.line,
        labels: { ...common.pair, ...words.buttons, ...sessionLabel(words) },
      });
    }
    if (faults.length > 0) throw new BuildError(`The words do not fit the letters:\n  ${faults.join('\n  ')}`);
    write(join(out, `${language}.ts`), moduleOf(language, letters));
  }
  write(join(out, 'mailing.ts'), await mailingModule((language) => load(join(templates, `mailing/${language}.ts`))));
  write(stampFile, stamp);
  return 'built';
}

async function wordsOf(
  templates: string,
  key: LetterKey,
  language: Language,
  faults: string[],
): Promise<LetterWords | undefined> {
  const file = join(templates, key, `${language}.ts`);
  if (existsSync(file)) return load<LetterWords>(file);
  faults.push(`${key}/${language}: the words are missing (${key}/${language}.ts)`);
  return undefined;
}

const load = async <T>(file: string): Promise<T> => ((await import(pathToFileURL(file).href)) as { words: T }).words;

/** The button beside each session of a letter that lists sessions. */
const sessionLabel = ({ body }: LetterWords): Record<string, string> => {
  const sessions = body.find((block) => typeof block === 'object' && 'sessions' in block);
  return sessions && typeof sessions === 'object' && 'button' in sessions ? { sessions: sessions.button } : {};
};

/** Never leaves half a file for a process that starts meanwhile. */
function write(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function fingerprintOf(templates: string): string {
  const hash = createHash('sha256');
  const inputs = readdirSync(templates, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('generated'))
    .sort();
  for (const file of [...inputs, ...CATALOGUE]) hash.update(file.slice(templates.length)).update(readFileSync(file));
  return hash.digest('hex');
}

if (import.meta.main) {
  try {
    const began = performance.now();
    console.log(`letters: ${await build()} (${Math.round(performance.now() - began)} ms)`);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
