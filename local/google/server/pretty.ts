import { randomUUID } from 'node:crypto';

/** A part of a reply that keeps its own bytes, so that they need not be made anew on every call. */
export interface Prepared {
  /** the bytes with two blanks for each level of depth, in pieces */
  pieces(depth: number): Iterable<Buffer>;
}

const MARK = randomUUID();
const MARKED = new RegExp(`"${MARK}:(\\d+)"`, 'g');

/** The parts met while one reply is being written; there is never more than one. */
let met: Prepared[] | undefined;

/** For `toJSON` of a prepared part: a mark where its bytes go, or `undefined` when plain JSON is being written. */
export function mark(part: Prepared): string | undefined {
  if (!met) return undefined;
  met.push(part);
  return `${MARK}:${met.length - 1}`;
}

/** The value as JSON with two blanks of indentation and a final newline, as Google answers. */
export function prettyBytes(value: unknown): Buffer {
  met = [];
  let text: string;
  let parts: readonly Prepared[];
  try {
    text = `${JSON.stringify(value, null, 2)}\n`;
  } finally {
    parts = met;
    met = undefined;
  }
  if (parts.length === 0) return Buffer.from(text);
  const chunks: Buffer[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKED)) {
    chunks.push(Buffer.from(text.slice(at, match.index)));
    const line = text.lastIndexOf('\n', match.index) + 1;
    const blanks = text.slice(line, match.index).search(/\S/);
    for (const piece of parts[Number(match[1])]?.pieces(blanks / 2) ?? []) chunks.push(piece);
    at = match.index + match[0].length;
  }
  chunks.push(Buffer.from(text.slice(at)));
  return Buffer.concat(chunks);
}
