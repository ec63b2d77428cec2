import type { LetterKey } from '../../domain/letters/index.ts';
import { letterShape } from '../../domain/letters/index.ts';
import { inText } from './blocks.ts';
import type { LetterParts } from './letter.ts';
import { BuildError } from './plan.ts';

const quoted = (text: string): string => JSON.stringify(text);
type Into = 'html' | 'text';

/** One mark as an expression of the generated function. */
function expression(key: LetterKey | undefined, content: string, into: Into): string {
  const [kind = '', name = '', ...rest] = content.split('¦');
  const f = into === 'html' ? 'h' : 't';
  const words = rest.map(quoted).join(', ');
  const shape = key ? letterShape(key).slots : {};
  switch (kind) {
    case 'subject':
    case 'preheader':
      return `h.text(${kind})`;
    case 'help':
      return `${f}.help(input)`;
    case 't': {
      const [form = 'plain', ...forms] = rest;
      return forms.length > 0
        ? `${f}.plural(input, ${quoted(name)}, [${forms.map(quoted).join(', ')}])`
        : `${f}.slot(input, ${quoted(name)}, ${quoted(shape[name] ?? 'common')}${form === 'plain' ? '' : `, ${quoted(form)}`})`;
    }
    case 'u':
      return `${f}.url(input.buttons[${quoted(name)}])`;
    case 'a':
      return `h.text(t.url(input.buttons[${quoted(name)}]))`;
    case 'p':
      return `${f}.url(input.pairLinks?.${name})`;
    case 'list':
    case 'facts':
    case 'items':
      return `${f}.${kind}(input.slots[${quoted(name)}])`;
    case 'sessions':
    case 'needs':
      return `${f}.${kind}(input, input.slots[${quoted(name)}], ${words})`;
    default:
      throw new BuildError(`${key}: unknown mark ${content}`);
  }
}

/** A text with marks as a concatenation of constants and calls. */
function concatenation(key: LetterKey | undefined, text: string, into: Into): string {
  const pieces = text.split(/⟦([^⟧]*)⟧/);
  return (
    pieces
      .map((piece, i) => (i % 2 === 0 ? (piece === '' ? '' : quoted(piece)) : expression(key, piece, into)))
      .filter(Boolean)
      .join(' + ') || "''"
  );
}

export interface CompiledLetter {
  readonly key: LetterKey;
  readonly subject: string;
  readonly preheader: string;
  readonly parts: LetterParts;
  readonly line: string | undefined;
  /** Labels of buttons and of the pair's small links, by name. */
  readonly labels: Readonly<Record<string, string>>;
}

const arrow = (body: string): string => `(${body.includes('input') ? 'input' : ''}) => ${body}`;

function entry({ key, subject, preheader, parts, line, labels }: CompiledLetter): string {
  const made = (text: string, into: Into) => arrow(concatenation(key, text, into));
  const three = ([top, middle, bottom]: readonly [string, string, string], into: Into) =>
    `[${[top, middle, bottom].map((part) => made(part, into)).join(', ')}]`;
  return `  ${quoted(key)}: {
    subject: ${made(inText(subject), 'text')},
    preheader: ${made(inText(preheader), 'text')},
    html: ${three(parts.html, 'html')},
    text: ${three(parts.text, 'text')},
    line: ${line === undefined ? 'undefined' : made(inText(line), 'text')},
    labels: ${JSON.stringify(labels)},
  },`;
}

/** The module of one language: the frame all its letters share, and a typed table of letters. */
export function moduleOf(language: string, letters: readonly CompiledLetter[]): string {
  const [first] = letters;
  if (!first) throw new BuildError(`${language}: no letters`);
  const { frame, row } = first.parts;
  for (const { key, parts } of letters)
    if (JSON.stringify([parts.frame, parts.row]) !== JSON.stringify([frame, row]))
      throw new BuildError(`${key}/${language}: its frame differs from that of ${first.key}`);
  const [head, foot] = frame.map((part) => concatenation(undefined, part, 'html'));
  return `// Made by templates/build from the words and the layout; do not edit.
import type { Compiled, Frame } from '../compiled.ts';
import { writers } from '../writers.ts';

const { h, t } = writers(${quoted(language)});
export const frame: Frame = {
  head: (input, subject, preheader) => ${head},
  foot: (input) => ${foot},
  row: ${JSON.stringify(row)},
};
export const letters: Compiled = {
${letters.map(entry).join('\n')}
};
`;
}
