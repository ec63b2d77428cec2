import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { type LetterKey, letterShape } from '../../domain/letters/index.ts';
import type { Language } from '../languages.ts';
import type { CommonWords, LetterWords } from '../words.ts';
import { escapeHtml, htmlOf, inHtml, inText, mark, textOf } from './blocks.ts';
import { BuildError } from './plan.ts';

const LAYOUT = readFileSync(join(import.meta.dirname, '..', 'layout.mjml'), 'utf8');
const PAIR = ['meet', 'silent', 'pause', 'end', 'issue'] as const;
export const CUT = '⟦cut⟧';

export const text = (inner: string): string => `<mj-text>${inner}</mj-text>`;
const soft = (inner: string): string => `<mj-text font-size="14px" color="#526070" css-class="soft">${inner}</mj-text>`;
const LINK = 'color:#0b5c8a';
const cut = `<mj-raw>${CUT}</mj-raw>`;

/** A letter with marks in place of slots, in parts: what all letters of a language share, and what is its own. */
export interface LetterParts {
  /** Everything before and after the letter's own rows. */
  readonly frame: readonly [head: string, foot: string];
  /** Heading and greeting; the paragraphs; buttons and small links. */
  readonly html: readonly [top: string, middle: string, bottom: string];
  readonly text: readonly [top: string, middle: string, bottom: string];
  /** What stands around one paragraph, for wording that staff wrote. */
  readonly row: readonly [open: string, close: string];
}

/** Compiles one letter. Strict: a broken template stops the build. */
export async function compile(
  key: LetterKey,
  language: Language,
  words: LetterWords,
  common: CommonWords,
): Promise<LetterParts> {
  const html = await render(language, inHtml(common.brand), footerOf(common), [
    text(`<h1 style="margin:6px 0 0;font-size:24px">${inHtml(words.heading)}</h1>`),
    text(`<p style="margin:0">${inHtml(common.greeting)}</p>`),
    cut,
    ...words.body.map((block) => text(htmlOf(block))),
    cut,
    ...buttonsOf(key, words, common),
    cut,
    text(CUT),
  ]);
  const [head = '', top = '', middle = '', bottom = '', open = '', close = '', foot = ''] = html.split(CUT);
  if (!foot.includes(mark('help')) || !close.includes('</tr>'))
    throw new BuildError(`${key}/${language}: the layout lost its footer or its rows`);
  return {
    frame: [head, foot],
    html: [top, middle, bottom],
    text: textParts(key, words, common),
    row: [open, close],
  };
}

function buttonsOf(key: LetterKey, words: LetterWords, common: CommonWords): string[] {
  const shape = letterShape(key);
  const [first] = shape.buttons;
  const address = (name: string) => mark('u', name);
  const label = (name: string) => escapeHtml(words.buttons[name] ?? '');
  return [
    ...shape.buttons.map((name, i) =>
      i === 0
        ? `<mj-button href="${address(name)}">${label(name)}</mj-button>`
        : text(`<p style="margin:0"><a href="${address(name)}" style="${LINK}">${label(name)}</a></p>`),
    ),
    ...(first === undefined
      ? []
      : [
          soft(
            `<p style="margin:0">${escapeHtml(common.plainLink)}<br><a href="${address(first)}" style="${LINK}">${mark('a', first)}</a></p>`,
          ),
        ]),
    ...(shape.pair
      ? [
          soft(
            `<p style="margin:0">${escapeHtml(common.pair.lead)} ${PAIR.map((name) => `<a href="${mark('p', name)}" style="${LINK}">${escapeHtml(common.pair[name])}</a>`).join(' · ')}</p>`,
          ),
        ]
      : []),
  ];
}

const footerOf = (common: CommonWords): string =>
  `<p style="margin:0">${escapeHtml(common.help)}<br>${mark('help')}</p><p style="margin:8px 0 0">${inHtml(common.reply)}</p>`;

/** The layout around rows of MJML. `brand` and `footer` are HTML. */
export async function render(
  language: Language,
  brand: string,
  footer: string,
  rows: readonly string[],
): Promise<string> {
  const mjml = LAYOUT.replace('{{language}}', language)
    .replace('{{title}}', mark('subject'))
    .replace('{{preheader}}', mark('preheader'))
    .replace('{{brand}}', () => brand)
    .replace('{{footer}}', () => footer)
    .replace('{{body}}', () => rows.join('\n'));
  // No fonts: MJML would link Google's, and opening a letter would tell a third party.
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0) throw new BuildError(errors.map((error) => error.formattedMessage).join('; '));
  return tight(html);
}

/** Without the indentation and empty lines of MJML: a letter should stay far below the 102 KB at which Gmail cuts. */
const tight = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

/** The text part, from the same words, with every link spelled out. */
function textParts(key: LetterKey, words: LetterWords, common: CommonWords): LetterParts['text'] {
  const shape = letterShape(key);
  const buttons = shape.buttons.map((name) => `${words.buttons[name] ?? ''}:\n${mark('u', name)}`);
  const pair = shape.pair
    ? [`${common.pair.lead}\n${PAIR.map((name) => `- ${common.pair[name]}: ${mark('p', name)}`).join('\n')}`]
    : [];
  const foot = `-- \n${inText(common.brand)}\n${common.help}\n${mark('help')}\n${inText(common.reply)}`;
  return [
    `${inText(common.greeting)}\n\n`,
    words.body.map(textOf).join('\n\n'),
    ['', ...buttons, ...pair, foot].join('\n\n'),
  ];
}
