/** A stretch of words that stayed, went or came. Put together without what came they are the text before, without what went the text after. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words and the blanks between them; a comparison of more than so many pairs costs more than it tells. */
const PAIRS_MOST = 4_000_000;
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** What changed between two texts, word by word: as little as possible went and came. Pure. */
export function wordDiff(before: string, after: string): readonly Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const left = a.slice(0, head);
  const right = a.slice(a.length - tail);
  const [from, to] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const middle: readonly Change[] =
    from.length * to.length > PAIRS_MOST
      ? [change('gone', from), change('new', to)]
      : steps(from, to).map(({ kind, word }) => change(kind, [word]));
  return joined([change('same', left), ...middle, change('same', right)]);
}

const change = (kind: Change['kind'], words: readonly string[]): Change => ({ kind, text: words.join('') });

/** The longest common part, by the table every textbook has; words before and after it that are the same are off already. */
function steps(a: readonly string[], b: readonly string[]): { readonly kind: Change['kind']; readonly word: string }[] {
  const width = b.length + 1;
  const most = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      most[i * width + j] =
        a[i] === b[j]
          ? (most[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(most[(i + 1) * width + j] ?? 0, most[i * width + j + 1] ?? 0);
  const out: { readonly kind: Change['kind']; readonly word: string }[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [gone, come] = [a[i], b[j]];
    if (gone !== undefined && gone === come) {
      out.push({ kind: 'same', word: gone });
      i++;
      j++;
    } else if (
      come === undefined ||
      (gone !== undefined && (most[(i + 1) * width + j] ?? 0) >= (most[i * width + j + 1] ?? 0))
    ) {
      out.push({ kind: 'gone', word: gone ?? '' });
      i++;
    } else {
      out.push({ kind: 'new', word: come });
      j++;
    }
  }
  return out;
}

/** Neighbours of one kind as one stretch. */
function joined(changes: readonly Change[]): Change[] {
  const out: Change[] = [];
  for (const { kind, text } of changes) {
    if (text === '') continue;
    const last = out.at(-1);
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
    else out.push({ kind, text });
  }
  return out;
}
