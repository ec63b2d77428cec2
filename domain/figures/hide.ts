import type { Figure } from './types.ts';

/** What stands in place of a number of too few. */
export const HIDDEN = 'not shown (small group)';

const groupOf = (figure: Figure): number => figure.group ?? 0;
const isSmall = (figure: Figure, smallest: number): boolean => groupOf(figure) > 0 && groupOf(figure) < smallest;

/** A total with the figures that add up to it. */
interface Sum {
  readonly total: Figure | undefined;
  readonly parts: readonly Figure[];
}

/**
 * Keys of the figures that must not be shown: groups of 1 to `smallest` - 1, and of figures that add up to a total as many
 * more as it takes that no hidden one can be worked out from the others. Nobody is in a group of 0, so it is shown.
 */
export function hiddenOf(figures: readonly Figure[], smallest: number): ReadonlySet<string> {
  const hidden = new Set(figures.filter((each) => isSmall(each, smallest)).map((each) => each.key));
  const sums = Object.entries(Object.groupBy(figures, (each) => each.partOf ?? ''))
    .filter(([total]) => total !== '')
    .map(([total, parts = []]): Sum => ({ total: figures.find((each) => each.key === total), parts }));
  // A total may itself be part of another one, so what one sum hides is looked at again in all.
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const sum of sums) hideMore(sum, hidden, smallest);
  }
  return hidden;
}

/** Hides the smallest figures of a sum that are still shown, until what is hidden keeps its secret. */
function hideMore({ total, parts }: Sum, hidden: Set<string>, smallest: number): void {
  const isHidden = (figure: Figure) => hidden.has(figure.key);
  const shown = parts
    .filter((part) => groupOf(part) > 0 && !isHidden(part))
    .sort((a, b) => groupOf(a) - groupOf(b) || (a.key < b.key ? -1 : 1));
  if (total) shown.push(...(isHidden(total) ? [] : [total]));
  const tells = (): boolean => {
    const secret = parts.filter(isHidden);
    if (total && isHidden(total)) return secret.length === 0 && parts.some((part) => groupOf(part) > 0);
    const people = secret.reduce((sum, part) => sum + groupOf(part), 0);
    // As many people as hidden groups: each is one person, since none is empty.
    return secret.length === 1 || (secret.length > 1 && (people < smallest || people === secret.length));
  };
  while (shown.length > 0 && tells()) hidden.add(shown.shift()?.key ?? '');
}
