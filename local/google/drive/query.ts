import { invalid } from '../errors.ts';
import { emailOf, type FileEntry } from '../store/files.ts';

type Test = (file: FileEntry) => boolean;

const TOKEN = /\s*(?:(\(|\)|!=|>=|<=|=|>|<)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z][A-Za-z0-9_]*))/y;

interface Token {
  readonly kind: 'sign' | 'text' | 'word';
  readonly text: string;
}

/** Reads a Drive search (`q`): name, fullText, mimeType, trashed, starred, parents, owners, writers, readers, modifiedTime, createdTime, properties. */
export function parseQuery(q: string): Test {
  const tokens = scan(q);
  let at = 0;
  const bad = () => invalid(`Invalid Value`);
  const word = (text: string): boolean => {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== text) return false;
    at++;
    return true;
  };
  const next = (): Token => {
    const token = tokens[at++];
    if (!token) throw bad();
    return token;
  };
  const any = (): Test => {
    let left = all();
    while (word('or')) {
      const [a, b] = [left, all()];
      left = (f) => a(f) || b(f);
    }
    return left;
  };
  const all = (): Test => {
    let left = one();
    while (word('and')) {
      const [a, b] = [left, one()];
      left = (f) => a(f) && b(f);
    }
    return left;
  };
  const one = (): Test => {
    if (word('not')) {
      const inner = one();
      return (f) => !inner(f);
    }
    if (tokens[at]?.text === '(' && tokens[at]?.kind === 'sign') {
      at++;
      const inner = any();
      if (next().text !== ')') throw bad();
      return inner;
    }
    const first = next();
    if (first.kind === 'text') {
      if (!word('in')) throw bad();
      return membership(first.text, next().text, bad);
    }
    if (first.text === 'properties' || first.text === 'appProperties') return has(first.text);
    return comparison(first.text, next().text, next().text, bad);
  };
  // properties has { key='k' and value='v' }, with the braces read as brackets
  const has = (kind: 'properties' | 'appProperties'): Test => {
    const [, , , , key, , , , value] = Array.from({ length: 10 }, () => next().text);
    return (f) => key !== undefined && f[kind]?.[key] === value;
  };
  const test = any();
  if (at < tokens.length) throw bad();
  return test;
}

function scan(q: string): Token[] {
  const tokens: Token[] = [];
  const text = q.trim().replaceAll('{', '(').replaceAll('}', ')');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw invalid('Invalid Value');
    const [, sign, single, double, plain] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (plain !== undefined) tokens.push({ kind: 'word', text: plain });
    else tokens.push({ kind: 'text', text: (single ?? double ?? '').replace(/\\(.)/g, '$1') });
  }
  return tokens;
}

function membership(value: string, list: string, bad: () => Error): Test {
  switch (list) {
    case 'parents':
      return (f) => (f.parents ?? ['root']).includes(value);
    case 'owners':
      return (f) => emailOf(f.owner) === value || f.owner === value || value === 'me';
    case 'writers':
    case 'readers':
      return (f) => f.permissions.some((p) => p.emailAddress === value);
    default:
      throw bad();
  }
}

function comparison(field: string, operator: string, value: string, bad: () => Error): Test {
  const lower = value.toLowerCase();
  const flag = lower === 'true';
  const same = (a: unknown, b: unknown): boolean => (operator === '!=' ? a !== b : a === b);
  switch (field) {
    case 'name':
    case 'title':
    case 'fullText':
      if (operator === 'contains')
        return (f) =>
          f.name
            .toLowerCase()
            .split(/\s+/)
            .some((w) => w.startsWith(lower)) || f.name.toLowerCase().includes(lower);
      return (f) => same(f.name, value);
    case 'mimeType':
      return operator === 'contains' ? (f) => f.mimeType.includes(value) : (f) => same(f.mimeType, value);
    case 'trashed':
      return (f) => same(f.trashed, flag);
    case 'starred':
      return (f) => same(f.starred ?? false, flag);
    case 'sharedWithMe':
      return (f) => same(f.permissions.length > 1, flag);
    case 'modifiedTime':
    case 'createdTime': {
      const at = Date.parse(value.includes('T') ? value : `${value}T00:00:00Z`);
      if (Number.isNaN(at)) throw bad();
      const of = (f: FileEntry): number => (field === 'modifiedTime' ? f.modified : f.created);
      const tests: Record<string, Test> = {
        '>': (f) => of(f) > at,
        '>=': (f) => of(f) >= at,
        '<': (f) => of(f) < at,
        '<=': (f) => of(f) <= at,
        '=': (f) => of(f) === at,
        '!=': (f) => of(f) !== at,
      };
      return tests[operator] ?? fail(bad);
    }
    default:
      throw bad();
  }
}

function fail(make: () => Error): never {
  throw make();
}
