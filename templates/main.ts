import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { categoryOf, headersOf, LETTER_KEYS, type LetterKey, letterShape } from '../domain/letters/index.ts';
import { item, LANGUAGES, type Language, render, word } from './index.ts';
import { sampleOf } from './samples.ts';

const HELP = `Every letter with sample data, to look at.

npm run letters -- --out DIR [--only KEY] [--language ${LANGUAGES.join('|')}]

  --out DIR        folder for KEY.LANGUAGE.html, .txt and .json; made if missing
  --only KEY       one letter, such as ask-mentor
  --language CODE  one language; all of them if left out

The JSON holds subject, preheader, category, headers, the line a merged letter shows, the links and the sample data.
Letters: ${LETTER_KEYS.join(', ')}
`;

class BadInput extends Error {}

/** @returns how many letters were written. @throws BadInput in words for whoever typed the command. */
function run(argv: string[]): string {
  const { values } = parseArgs({
    args: argv,
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      language: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return HELP.trimEnd();
  if (!values.out) throw new BadInput('Say where to write the letters: --out DIR.');
  const keys = keysOf(values.only);
  const languages = languagesOf(values.language);
  mkdirSync(values.out, { recursive: true });
  for (const language of languages) for (const key of keys) write(values.out, key, language);
  return `${keys.length * languages.length} letters in ${values.out}`;
}

function keysOf(only: string | undefined): readonly LetterKey[] {
  if (only === undefined) return LETTER_KEYS;
  const found = LETTER_KEYS.filter((key) => key === only);
  if (found.length === 0) throw new BadInput(`There is no letter "${only}". --help lists them.`);
  return found;
}

function languagesOf(code: string | undefined): readonly Language[] {
  if (code === undefined) return LANGUAGES;
  const language = LANGUAGES.find((each) => each === code);
  if (!language) throw new BadInput(`There is no language "${code}": ${LANGUAGES.join(', ')}.`);
  return [language];
}

function write(out: string, key: LetterKey, language: Language): void {
  const input = sampleOf(key, language, { word, item });
  const { subject, preheader, html, text } = render(key, language, input);
  const { urgent } = letterShape(key);
  const merged = urgent ? {} : { merged: item(key, language, input) };
  const { slots, buttons, pairLinks = {} } = input;
  const about = {
    key,
    language,
    category: categoryOf(key),
    urgent,
    subject,
    preheader,
    headers: headersOf(key, language),
    ...merged,
    links: { ...buttons, ...pairLinks },
    slots,
  };
  const file = join(out, `${key}.${language}`);
  writeFileSync(`${file}.html`, html);
  writeFileSync(`${file}.txt`, `${text}\n`);
  writeFileSync(`${file}.json`, `${JSON.stringify(about, null, 2)}\n`);
}

try {
  console.log(run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BadInput || (error instanceof Error && 'code' in error))) throw error;
  console.error(`${error.message}\nSee npm run letters -- --help`);
  process.exitCode = 2;
}
