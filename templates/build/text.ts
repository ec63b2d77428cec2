import { type LetterKey, letterShape } from '../../domain/letters/index.ts';
import type { Block, CommonWords, LetterWords } from '../words.ts';

const marked = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '⟦t:$1⟧');

function block(part: Block): string {
  if (typeof part === 'string') return marked(part);
  if ('heading' in part) return marked(part.heading).toUpperCase().replaceAll(/⟦T:/g, '⟦t:');
  if ('points' in part) return part.points.map((point) => `- ${marked(point)}`).join('\n');
  if ('list' in part) return `⟦list:${part.list}⟧`;
  if ('facts' in part) return `⟦facts:${part.facts}⟧`;
  if ('sessions' in part) return `⟦sessions:${part.sessions}:${part.button}⟧`;
  if ('items' in part) return `⟦items:${part.items}⟧`;
  return `⟦needs:${part.needs}:${part.button}:${part.none}⟧`;
}

/** The text part, written from the same words with every link spelled out. */
export function textOf(key: LetterKey, words: LetterWords, common: CommonWords): string {
  const shape = letterShape(key);
  const buttons = shape.buttons.map((name) => `${marked(words.buttons[name] ?? '')}:\n⟦u:${name}⟧`);
  const pair = shape.pair
    ? [
        `${common.pair.lead}\n${(['silent', 'pause', 'end', 'issue'] as const).map((name) => `- ${common.pair[name]}: ⟦p:${name}⟧`).join('\n')}`,
      ]
    : [];
  return [
    marked(common.greeting),
    ...words.body.map(block),
    ...buttons,
    ...(words.after ?? []).map(block),
    ...pair,
    `--\n${marked(common.brand)}\n${common.help} ⟦help⟧\n${marked(common.reply)}`,
  ].join('\n\n');
}
