/**
 * The season in numbers, for the Dashboard. Each section is a pure function over facts without names; groups too small to be
 * shown are hidden here, for all sections alike.
 */
import { HIDDEN, hiddenOf } from './hide.ts';
import { FAIRNESS, LOAD } from './matching.ts';
import { CASES, LETTERS, SEASON, SURVEYS } from './others.ts';
import { MONTHS, PAIRS } from './pairs.ts';
import { PEOPLE, TRAINING } from './people.ts';
import type { SeasonFacts, Section } from './types.ts';

/** In the order of the Dashboard. */
export const SECTIONS: readonly Section[] = [
  SEASON,
  PEOPLE,
  TRAINING,
  FAIRNESS,
  LOAD,
  PAIRS,
  MONTHS,
  SURVEYS,
  CASES,
  LETTERS,
];

/** A figure as the Dashboard shows it. */
export interface ShownFigure {
  readonly key: string;
  readonly section: string;
  readonly measure: string;
  readonly value: string;
  readonly definition: string;
}

/** All figures of a season; no number of fewer than `smallest` people can be read or worked out (lifecycle, evaluation). */
export function figuresOf(facts: SeasonFacts, smallest: number, sections = SECTIONS): ShownFigure[] {
  const all = sections.flatMap(({ title, figures }) => figures(facts).map((figure) => ({ ...figure, section: title })));
  const hidden = hiddenOf(all, smallest);
  return all.map(({ key, section, measure, value, definition }) => ({
    key,
    section,
    measure,
    value: hidden.has(key) ? HIDDEN : String(value),
    definition,
  }));
}

export { HIDDEN } from './hide.ts';
export type * from './types.ts';
