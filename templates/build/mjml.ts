import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import { type LetterKey, letterShape } from '../../domain/letters/index.ts';
import type { Block, CommonWords, LetterWords } from '../words.ts';
import { BuildError } from './plan.ts';

const LAYOUT = readFileSync(join(import.meta.dirname, '..', 'layout.mjml'), 'utf8');
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Marks that survive MJML and become pieces of the generated function: `⟦t:x⟧` a slot as text, `⟦list:x⟧` a slot as a list,
 * `⟦u:x⟧` the address of a button.
 */
const marked = (text: string): string => escapeHtml(text).replaceAll(/\{(\w+)\}/g, '⟦t:$1⟧');
const text = (inner: string): string => `<mj-text>${inner}</mj-text>`;

function block(part: Block): string {
  if (typeof part === 'string') return text(marked(part));
  if ('heading' in part) return text(`<h2>${marked(part.heading)}</h2>`);
  if ('points' in part) return text(`<ul>${part.points.map((point) => `<li>${marked(point)}</li>`).join('')}</ul>`);
  if ('list' in part) return text(`⟦list:${part.list}⟧`);
  if ('facts' in part) return text(`⟦facts:${part.facts}⟧`);
  if ('sessions' in part) return text(`⟦sessions:${part.sessions}:${escapeHtml(part.button)}⟧`);
  if ('items' in part) return text(`⟦items:${part.items}⟧`);
  return text(`⟦needs:${part.needs}:${escapeHtml(part.button)}:${escapeHtml(part.none)}⟧`);
}

/** One letter compiled to HTML with marks in place of slots. Strict: a broken template stops the build. */
export async function compile(
  key: LetterKey,
  language: string,
  words: LetterWords,
  common: CommonWords,
): Promise<string> {
  const shape = letterShape(key);
  const buttons = shape.buttons.map((name, i) =>
    i === 0
      ? `<mj-button href="⟦u:${name}⟧">${marked(words.buttons[name] ?? '')}</mj-button>`
      : text(`<a href="⟦u:${name}⟧">${marked(words.buttons[name] ?? '')}</a>`),
  );
  const plain = shape.buttons[0]
    ? [
        `<mj-text font-size="13px" color="#526070" css-class="soft">${escapeHtml(common.plainLink)} <a href="⟦u:${shape.buttons[0]}⟧">⟦a:${shape.buttons[0]}⟧</a></mj-text>`,
      ]
    : [];
  const pair = shape.pair
    ? [
        `<mj-text font-size="14px" color="#526070" css-class="soft">${escapeHtml(common.pair.lead)} ${(['silent', 'pause', 'end', 'issue'] as const).map((name) => `<a href="⟦p:${name}⟧">${escapeHtml(common.pair[name])}</a>`).join(' · ')}</mj-text>`,
      ]
    : [];
  const body = [
    text(`<h1>${marked(words.heading)}</h1>`),
    text(marked(common.greeting)),
    ...words.body.map(block),
    ...buttons,
    ...(words.after ?? []).map(block),
    ...plain,
    ...pair,
  ];
  const mjml = LAYOUT.replace('{{language}}', language)
    .replace('{{title}}', '⟦subject⟧')
    .replace('{{preheader}}', marked(words.preheader))
    .replace('{{brand}}', marked(common.brand))
    .replace('{{footer}}', `${escapeHtml(common.help)} ⟦help⟧<br>${marked(common.reply)}`)
    .replace('{{body}}', () => body.join('\n'));
  // No fonts: MJML would link Google's, and opening a letter would tell a third party.
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'strict', fonts: {} });
  if (errors.length > 0) throw new BuildError(`${key}: ${errors.map((error) => error.formattedMessage).join('; ')}`);
  if (!html.includes('⟦help⟧')) throw new BuildError(`${key}: the layout lost its footer`);
  return html;
}
