/** A formula taken apart. References keep their text; they are held against the grid when they are read. */
export type Node =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'range'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Node | undefined)[] }
  | { readonly kind: 'unary'; readonly op: '-' | '+' | '%'; readonly of: Node }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Node; readonly right: Node };

export type Token =
  | { readonly kind: 'number' | 'string' | 'name' | 'range' | 'op'; readonly text: string; readonly at: number }
  | { readonly kind: 'space'; readonly text: string; readonly at: number };

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const SPAN = `(?:${CELL}(?::(?:${CELL}|${COLUMN}))?|${COLUMN}:${COLUMN}|${ROW}:${ROW})`;
const TAB = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!`;

const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['range', new RegExp(String.raw`(?:${TAB})?${SPAN}(?![\p{L}\p{N}_(!])`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iuy],
  ['name', /#REF!|[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['op', /<>|<=|>=|[-+*/^&=<>%(),;{}:]/uy],
];

/** All tokens of a formula (without its `=`), blanks too, so that they join to the same text; throws on a foreign sign. */
export function tokens(formula: string): Token[] {
  const result: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = next(formula, at);
    if (!token) throw new SyntaxError(`Unexpected "${formula[at]}"`);
    result.push(token);
    at += token.text.length;
  }
  return result;
}

function next(formula: string, at: number): Token | undefined {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0], at };
  }
  return undefined;
}

const LEVELS = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']] as const;

/** Reads a formula with its `=`; throws a SyntaxError when it is none. */
export function parse(formula: string): Node {
  const list = tokens(formula.slice(1)).filter((token) => token.kind !== 'space');
  let at = 0;
  const peek = (): string | undefined => (list[at]?.kind === 'op' ? list[at]?.text : undefined);
  const eat = (op: string): void => {
    if (peek() !== op) throw new SyntaxError(`"${op}" is missing`);
    at++;
  };
  const binary = (level: number): Node => {
    const ops: readonly string[] | undefined = LEVELS[level];
    if (!ops) return postfix();
    let left = binary(level + 1);
    for (let op = peek(); op !== undefined && ops.includes(op); op = peek()) {
      at++;
      left = { kind: 'binary', op, left, right: binary(level + 1) };
    }
    return left;
  };
  const postfix = (): Node => {
    let node = prefix();
    while (peek() === '%') {
      at++;
      node = { kind: 'unary', op: '%', of: node };
    }
    return node;
  };
  const prefix = (): Node => {
    const op = peek();
    if (op === '-' || op === '+') {
      at++;
      return { kind: 'unary', op, of: postfix() };
    }
    if (op === '(') {
      at++;
      const inner = binary(0);
      eat(')');
      return inner;
    }
    const token = list[at++];
    if (!token || token.kind === 'op') throw new SyntaxError('Formula parse error.');
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'string') return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token.kind === 'range') return { kind: 'range', text: token.text.replaceAll('$', '') };
    if (peek() === '(') return call(token.text);
    if (/^true$/i.test(token.text)) return { kind: 'value', value: true };
    if (/^false$/i.test(token.text)) return { kind: 'value', value: false };
    return { kind: 'range', text: token.text };
  };
  const call = (name: string): Node => {
    eat('(');
    const args: (Node | undefined)[] = [];
    if (peek() === ')') at++;
    else
      for (;;) {
        args.push(peek() === ',' || peek() === ')' ? undefined : binary(0));
        if (peek() === ')') break;
        eat(peek() === ';' ? ';' : ',');
      }
    if (args.length > 0) eat(')');
    return { kind: 'call', name: name.toUpperCase(), args };
  };
  const root = binary(0);
  if (at < list.length) throw new SyntaxError('Formula parse error.');
  return root;
}
