/**
 * The `count` highest scores of a row, highest first; equal ones in the order of the row, which is drawn by lot. Scores below
 * 0 do not count. One pass, nothing kept but the best: a row at a time, all couples of a market need no memory.
 */
export function bestOf(row: Int16Array, count: number, into: Int32Array): number {
  let size = 0;
  let least = -1;
  for (let n = 0; n < row.length; n++) {
    const score = row[n] as number;
    if (score <= least && (size === count || score < 0)) continue;
    let at = size === count ? count - 1 : size++;
    while (at > 0 && (row[into[at - 1] as number] as number) < score) {
      into[at] = into[at - 1] as number;
      at -= 1;
    }
    into[at] = n;
    if (size === count) least = row[into[count - 1] as number] as number;
  }
  return size;
}
