import type { LetterKey } from '../../domain/letters/index.ts';
import { letterShape } from '../../domain/letters/index.ts';
import { BuildError } from './plan.ts';

const quoted = (text: string): string => JSON.stringify(text);

/** One mark as an expression of the generated function. */
function expression(key: LetterKey, mark: string, into: 'html' | 'text' | 'line'): string {
  const [kind = '', name = '', ...rest] = mark.split(':');
  const f = into === 'html' ? 'h' : 't';
  const words = rest.map(quoted).join(', ');
  switch (kind) {
    case 'subject':
      return 'h.text(subject)';
    case 'help':
      return `${f}.help(input)`;
    case 't':
      return `${f}.slot(input, ${quoted(name)}, ${quoted(letterShape(key).slots[name] ?? 'common')})`;
    case 'u':
      return `${f}.url(input.buttons[${quoted(name)}])`;
    case 'a':
      return `h.text(input.buttons[${quoted(name)}] ?? '')`;
    case 'p':
      return `${f}.url(input.pairLinks?.${name})`;
    case 'list':
      return `${f}.list(input.slots[${quoted(name)}])`;
    case 'facts':
      return `${f}.facts(input.slots[${quoted(name)}])`;
    case 'sessions':
      return `${f}.sessions(input, input.slots[${quoted(name)}], ${words})`;
    case 'items':
      return `${f}.items(input.slots[${quoted(name)}])`;
    case 'needs':
      return `${f}.needs(input, input.slots[${quoted(name)}], ${words})`;
    default:
      throw new BuildError(`${key}: unknown mark ${mark}`);
  }
}

/** A text with marks as a concatenation of constants and calls. */
export function concatenation(key: LetterKey, text: string, into: 'html' | 'text' | 'line'): string {
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
  readonly html: string;
  readonly text: string;
  readonly line: string | undefined;
  /** Labels of buttons and of the pair's small links, by name. */
  readonly labels: Readonly<Record<string, string>>;
}

const marks = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '⟦t:$1⟧');

const arrow = (body: string): string => `(${body.includes('input') ? 'input' : ''}) => ${body}`;

/** The module of one language: a typed table of letters. */
export function moduleOf(language: string, letters: readonly CompiledLetter[]): string {
  const entries = letters.map((letter) => {
    const { key } = letter;
    const line = (text: string) => arrow(concatenation(key, marks(text), 'line'));
    return `  ${quoted(key)}: {
    subject: ${line(letter.subject)},
    preheader: ${line(letter.preheader)},
    html: (input, subject) => ${concatenation(key, letter.html, 'html')},
    text: (input) => ${concatenation(key, letter.text, 'text')},
    line: ${letter.line === undefined ? 'undefined' : line(letter.line)},
    labels: ${JSON.stringify(letter.labels)},
  },`;
  });
  return `// Made by templates/build from the words and the layout; do not edit.
import type { Compiled } from '../compiled.ts';
import { writers } from '../writers.ts';

const { h, t } = writers(${quoted(language)});
export const letters: Compiled = {
${entries.join('\n')}
};
`;
}
