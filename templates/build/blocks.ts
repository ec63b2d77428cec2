import { type Piece, piecesOf } from '../marks.ts';
import type { Block } from '../words.ts';

/**
 * Marks that survive MJML and become calls of the generated functions: `⟦t¦x⟧` a slot, `⟦list¦x⟧` a slot that is a list,
 * `⟦u¦x⟧` an address. `faultsOf` keeps markup and marks out of what stands inside one.
 */
export const mark = (kind: string, ...rest: readonly string[]): string => `⟦${[kind, ...rest].join('¦')}⟧`;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const slotMark = (piece: Exclude<Piece, string>): string => mark('t', piece.slot, piece.form, ...piece.forms);
const marked = (text: string, into: (text: string) => string): string =>
  piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? into(piece) : slotMark(piece)))
    .join('');
/** Words with their slots as marks, for markup and for plain text. */
export const inHtml = (text: string): string => marked(text, escapeHtml);
export const inText = (text: string): string => marked(text, (piece) => piece);

/** A block as markup. Margins stand inline, for clients that drop style sheets. */
export function htmlOf(part: Block): string {
  if (typeof part === 'string') return `<p style="margin:0">${inHtml(part)}</p>`;
  if ('heading' in part) return `<h2 style="margin:12px 0 0;font-size:17px">${inHtml(part.heading)}</h2>`;
  if ('points' in part)
    return `<ul style="margin:0;padding-left:22px">${part.points.map((point) => `<li style="margin:5px 0">${inHtml(point)}</li>`).join('')}</ul>`;
  return slotBlock(part);
}
/** A block in the text part. */
export function textOf(part: Block): string {
  if (typeof part === 'string') return inText(part);
  if ('heading' in part) return marked(part.heading, (piece) => piece.toUpperCase());
  if ('points' in part) return part.points.map((point) => `- ${inText(point)}`).join('\n');
  return slotBlock(part);
}

function slotBlock(part: Exclude<Block, string | { heading: string } | { points: readonly string[] }>): string {
  if ('list' in part) return mark('list', part.list);
  if ('facts' in part) return mark('facts', part.facts);
  if ('sessions' in part) return mark('sessions', part.sessions, part.button);
  if ('items' in part) return mark('items', part.items);
  return mark('needs', part.needs, part.button, part.none);
}
