import { type Html, html } from '../html.ts';

/** Words of a text that something is to be said about. Line and column count from 1. */
export interface Spot {
  readonly n: number;
  readonly kind: 'error' | 'warning';
  readonly at: { readonly line: number; readonly column: number };
  readonly text: string;
}

/** A text with the words of each spot marked and a way from them to what is said; spots may overlap. */
export function marked(source: string, spots: readonly Spot[], label: (n: number) => string): Html {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const spans = spots.flatMap((spot) => {
    const at = Math.min((starts[spot.at.line - 1] ?? source.length) + spot.at.column - 1, source.length);
    const place = placeOf(source, at, spot.text);
    return place ? [{ ...spot, ...place }] : [];
  });
  const edges = [...new Set([0, source.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return html`${edges.map((from, i) => {
    const piece = source.slice(from, edges[i + 1] ?? from);
    const over = spans.filter((span) => span.from <= from && from < span.to);
    const begun = spans.filter((span) => span.from === from);
    const refs = begun.map(
      ({ n, kind }) =>
        html`<a class="ref ${kind}" href="#finding-${n}" id="spot-${n}" aria-label="${label(n)}">${n}</a>`,
    );
    if (piece === '' || over.length === 0) return html`${refs}${piece}`;
    return html`${refs}<mark class="${over.some(({ kind }) => kind === 'error') ? 'error' : 'warning'}">${piece}</mark>`;
  })}`;
}

/** Words of a link stand behind its label. */
const NEAR = 300;

/** Where the words of a finding stand: at its place, perhaps cut short or written otherwise there, or near behind it. */
function placeOf(source: string, at: number, text: string): { readonly from: number; readonly to: number } | undefined {
  const words = text.replace(/…$/, '');
  let same = 0;
  while (same < words.length && source[at + same] === words[same]) same++;
  if (same > 0) return { from: at, to: at + same };
  const near = words === '' ? -1 : source.slice(at, at + NEAR).indexOf(words);
  return near < 0 ? undefined : { from: at + near, to: at + near + words.length };
}

/** Numbers of the spots whose words can be shown. */
export const placed = (source: string, spots: readonly Spot[]): ReadonlySet<number> => {
  const text = marked(source, spots, String).text;
  return new Set(spots.filter(({ n }) => text.includes(`id="spot-${n}"`)).map(({ n }) => n));
};
