import { type LetterKey, letterShape } from '../domain/letters/index.ts';
import { Check } from './check.ts';
import type { LetterInput } from './compiled.ts';
import type { Language } from './languages.ts';
import { type Piece, piecesOf } from './marks.ts';
import type { Block } from './words.ts';
import { severalLines, type Writers, writersOf } from './writers.ts';

/** Words that staff wrote instead of the shipped ones. */
export interface OwnWords {
  readonly subject: string;
  /**
   * Paragraphs with an empty line between them. A line with `#` before it is a sub-heading, lines with `-` before them are points,
   * a slot alone on its line is a list, a profile or sessions.
   */
  readonly text: string;
}

const LONGEST_TEXT = 5000;
const ALONE = /^\{(\w+)\}$/;

/** The paragraphs as blocks. `book` is the label beside each session. */
function blocksOf(key: LetterKey, text: string, book: string): Block[] {
  const { slots } = letterShape(key);
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph): Block => {
      const slot = ALONE.exec(paragraph)?.[1] ?? '';
      const kind = slots[slot];
      if (kind === 'list') return { list: slot };
      if (kind === 'facts') return { facts: slot };
      if (kind === 'sessions') return { sessions: slot, button: book };
      if (/^# [^\n]+$/.test(paragraph)) return { heading: paragraph.slice(2).trim() };
      const lines = paragraph.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('- ')) ? { points: lines.map((line) => line.slice(2)) } : paragraph;
    });
}

/** What is wrong with words of staff, for whoever typed them; an empty list means they can be used. */
export function faultsOfOwn(key: LetterKey, language: Language, { subject, text }: OwnWords): readonly string[] {
  const check = new Check(key, language);
  check.subject(subject);
  if (text.trim() === '') check.faults.push('text is empty');
  if (text.length > LONGEST_TEXT) check.faults.push(`text is longer than ${LONGEST_TEXT} characters`);
  check.body(blocksOf(key, text, ''));
  check.everySlot();
  return check.faults;
}

type Fill = (text: string) => string;

function filler(key: LetterKey, input: LetterInput, { h, t }: Writers, into: 'html' | 'text'): Fill {
  const { slots } = letterShape(key);
  const w = into === 'html' ? h : t;
  const plain = (text: string) => (into === 'html' ? h.text(text).replaceAll('\n', '<br>') : text);
  const piece = (each: Piece): string => {
    if (typeof each === 'string') return plain(each);
    const { slot, form, forms } = each;
    return forms.length > 0 ? w.plural(input, slot, forms) : w.slot(input, slot, slots[slot] ?? 'common', form);
  };
  return (text) => piecesOf(text).map(piece).join('');
}

function htmlOf(part: Block, input: LetterInput, fill: Fill, { h }: Writers): string {
  if (typeof part === 'string') return `<p style="margin:0">${fill(part)}</p>`;
  if ('heading' in part) return `<h2 style="margin:12px 0 0;font-size:17px">${fill(part.heading)}</h2>`;
  if ('points' in part)
    return `<ul style="margin:0;padding-left:22px">${part.points.map((point) => `<li style="margin:5px 0">${fill(point)}</li>`).join('')}</ul>`;
  if ('list' in part) return h.list(input.slots[part.list]);
  if ('facts' in part) return h.facts(input.slots[part.facts]);
  return 'sessions' in part ? h.sessions(input, input.slots[part.sessions], part.button) : '';
}

function textOf(part: Block, input: LetterInput, fill: Fill, { t }: Writers): string {
  if (typeof part === 'string') return fill(part);
  if ('heading' in part) return fill(part.heading).toUpperCase();
  if ('points' in part) return part.points.map((point) => `- ${fill(point)}`).join('\n');
  if ('list' in part) return t.list(input.slots[part.list]);
  if ('facts' in part) return t.facts(input.slots[part.facts]);
  return 'sessions' in part ? t.sessions(input, input.slots[part.sessions], part.button) : '';
}

/** Subject and paragraphs from words of staff; `row` stands around each paragraph of the HTML part. */
export function fillOwn(
  key: LetterKey,
  language: Language,
  own: OwnWords,
  input: LetterInput,
  { row: [open, close], book }: { readonly row: readonly [string, string]; readonly book: string },
): { readonly subject: string; readonly html: string; readonly text: string } {
  const writers = writersOf(language);
  const inHtml = filler(key, input, writers, 'html');
  const inText = filler(key, input, writers, 'text');
  const blocks = blocksOf(key, severalLines(own.text), book);
  return {
    subject: inText(own.subject),
    html: blocks.map((block) => open + htmlOf(block, input, inHtml, writers) + close).join(''),
    text: blocks.map((block) => textOf(block, input, inText, writers)).join('\n\n'),
  };
}
