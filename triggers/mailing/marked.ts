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
  const spans = spots.map((spot) => {
    const from = Math.min((starts[spot.at.line - 1] ?? source.length) + spot.at.column - 1, source.length);
    return { ...spot, from, to: from + lengthAt(source, from, spot.text) };
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

/** How far the words of a finding reach in the source: they may be cut short there, or stand differently; then one word is marked. */
function lengthAt(source: string, from: number, text: string): number {
  const words = text.replace(/…$/, '');
  let same = 0;
  while (same < words.length && source[from + same] === words[same]) same++;
  return same > 0 ? same : (/^\S+/.exec(source.slice(from))?.[0].length ?? 0);
}
