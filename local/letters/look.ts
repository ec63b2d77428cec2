/** `npm run letters:look`: pictures of letters as a desktop, a phone and a dark client show them. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { LANGUAGES, type Language } from '../../templates/index.ts';
import { SHOWN_KEYS, type ShownKey, shownSample } from '../../templates/samples-shown.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const VIEWS = [
  { name: 'desktop', viewport: { width: 720, height: 600 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 375, height: 600 }, colorScheme: 'light' },
  { name: 'dark', viewport: { width: 720, height: 600 }, colorScheme: 'dark' },
] as const;

const HELP = `Pictures of letters with sample data, as clients show them: ${VIEWS.map(({ name }) => name).join(', ')}.

npm run letters:look -- --out DIR [--only KEY] [--language ${LANGUAGES.join('|')}]

  --out DIR        folder for KEY.LANGUAGE.VIEW.png and index.html with all of them; made if missing
  --only KEY       one letter, such as ask-mentor
  --language CODE  one language; all of them if left out

Needs Chromium at /usr/bin/chromium, or where CHROMIUM says.
`;

class BadInput extends Error {}

interface Wish {
  readonly out: string;
  readonly keys: readonly ShownKey[];
  readonly languages: readonly Language[];
}

/** @throws BadInput in words for whoever typed the command. */
function wishOf(argv: string[]): Wish | undefined {
  const { values } = parseArgs({
    args: argv,
    options: {
      out: { type: 'string' },
      only: { type: 'string' },
      language: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  if (!values.out) throw new BadInput('Say where to put the pictures: --out DIR.');
  const keys = SHOWN_KEYS.filter((key) => values.only === undefined || key === values.only);
  if (keys.length === 0)
    throw new BadInput(
      `There is no letter "${values.only}". npm run letters -- --help lists them; "mailing" is a mailing as alumni get it.`,
    );
  const languages = LANGUAGES.filter((code) => values.language === undefined || code === values.language);
  if (languages.length === 0) throw new BadInput(`There is no language "${values.language}": ${LANGUAGES.join(', ')}.`);
  if (!existsSync(CHROMIUM)) throw new BadInput(`There is no Chromium at ${CHROMIUM}; say where with CHROMIUM=…`);
  return { out: values.out, keys, languages };
}

async function take({ out, keys, languages }: Wish): Promise<number> {
  await mkdir(out, { recursive: true });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(' ') });
  try {
    let taken = 0;
    for (const { name, ...view } of VIEWS) {
      // Scripts are off, as in a mail client; nothing is fetched.
      const context = await browser.newContext({ ...view, javaScriptEnabled: false, offline: true });
      const page = await context.newPage();
      for (const language of languages)
        for (const key of keys) {
          await page.setContent(shownSample(key, language).html);
          await page.screenshot({ path: join(out, `${key}.${language}.${name}.png`), fullPage: true });
          taken++;
        }
      await context.close();
    }
    await writeFile(join(out, 'index.html'), sheetOf({ out, keys, languages }));
    return taken;
  } finally {
    await browser.close();
  }
}

const sheetOf = ({
  keys,
  languages,
}: Wish): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Letters</title>
<style>body{font:14px sans-serif;background:#888}.row{display:flex;gap:12px;align-items:flex-start}img{max-width:420px}</style>
${keys.map((key) => `<h2 id="${key}">${key}</h2>${VIEWS.map(({ name }) => `<div class="row">${languages.map((language) => `<img alt="${key}, ${language}, ${name}" src="${key}.${language}.${name}.png" loading="lazy">`).join('')}</div>`).join('')}`).join('\n')}</html>
`;

try {
  const wish = wishOf(process.argv.slice(2));
  console.log(wish ? `${await take(wish)} pictures in ${wish.out}` : HELP.trimEnd());
} catch (error) {
  if (!(error instanceof BadInput || (error instanceof Error && 'code' in error))) throw error;
  console.error(`${error.message}\nSee npm run letters:look -- --help`);
  process.exitCode = 2;
}
