import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { lineStarts } from './places.ts';
import { type Fault, FIELDS, type Field, type FieldName, Unreadable } from './types.ts';

export interface FrontMatter {
  readonly fields: Readonly<Record<FieldName, Field>>;
  readonly faults: readonly Fault[];
  /** Offset of the body. */
  readonly end: number;
}

const fieldOf = (key: string): FieldName | undefined => {
  const plain = key
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  return FIELDS.find((name) => name === plain);
};

export const noFields = (): Record<FieldName, Field> =>
  Object.fromEntries(FIELDS.map((name) => [name, { text: '', at: null }])) as Record<FieldName, Field>;

/**
 * People write `hashtag: #NUSEDS` and `subject: Open Day: come along`, which YAML reads as a comment and as an error. A value on one
 * line that begins with # or holds ": " is meant as it stands; quotes of the same line keep everything else where it was.
 */
const asMeant = (yaml: string): { readonly text: string; readonly moved: ReadonlySet<number> } => {
  const moved = new Set<number>();
  const text = yaml
    .split('\n')
    .map((line, i) => {
      const [, key = '', value = ''] = /^([\w][\w -]*:[ \t]+)(\S.*?)[ \t]*$/.exec(line) ?? [];
      if (!/^[#@%&*!`[{]|: |:$| #/.test(value) || /^["'|>]/.test(value)) return line;
      moved.add(i + 1);
      return key + JSON.stringify(value);
    })
    .join('\n');
  return { text, moved };
};

/** The lines between two `---` at the top of a file. Throws Unreadable where they do not end or are no keys with values. */
export function readFrontMatter(source: string): FrontMatter {
  const fields = noFields();
  if (!/^---[ \t]*\n/.test(source)) return { fields, faults: [], end: 0 };
  const start = source.indexOf('\n') + 1;
  const close = /^---[ \t]*$/m.exec(source.slice(start));
  if (!close) throw new Unreadable('The lines at the top begin with --- but no second --- ends them.', 1);
  const { text, moved } = asMeant(source.slice(start, start + close.index));
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error)
    throw new Unreadable(
      `The lines at the top cannot be read: ${error.message.split('\n')[0]}`,
      1 + counter.linePos(error.pos[0]).line,
    );
  const faults: Fault[] = [];
  const end = start + close.index + close[0].length;
  if (document.contents === null) return { fields, faults, end };
  if (!isMap(document.contents))
    throw new Unreadable('The lines at the top must be keys with values, such as "unit: SEDS".', 2);
  const offsets = lineStarts(source.slice(0, end));
  /** Quotes that were added take one place. */
  const inSource = (offset: number): number => {
    const { line, col } = counter.linePos(offset);
    return (offsets[line] ?? 0) + col - 1;
  };
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const at = isScalar(key) && key.range ? inSource(key.range[0]) : 0;
    const field = fieldOf(name);
    if (!field) {
      faults.push({ code: 'field-unknown', text: name, at });
      continue;
    }
    if (value !== null && !isScalar(value))
      throw new Unreadable(
        `"${name}" must have one value, not a list or keys of its own.`,
        counter.linePos(isScalar(key) && key.range ? key.range[0] : 0).line + 1,
      );
    const quoted = isScalar(value) && (value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE');
    const from = isScalar(value) && value.range ? value.range[0] : undefined;
    const line = from === undefined ? 0 : counter.linePos(from).line;
    const text = isScalar(value) ? String(value.value ?? '') : '';
    fields[field] = {
      text,
      at: from === undefined ? at : inSource(from) + (quoted && !moved.has(line) ? 1 : 0),
    };
  }
  return { fields, faults, end };
}
