import type { Cell, Row, Sheet } from '../book/types.ts';

/** A row as text: plain values stand bare under their column's uid, anything else as the cell it is. */
export function encodeRow(row: Row, live: ReadonlySet<number>): string {
  const cells: Record<string, unknown> = {};
  row.cells.forEach((cell, uid) => {
    if (!cell || !live.has(uid)) return;
    const plain = cell.v !== undefined && cell.f === undefined && cell.d === undefined && !cell.n && !cell.o;
    cells[uid] = plain ? cell.v : cell;
  });
  const { hidden, size } = row;
  return JSON.stringify({ c: cells, ...(hidden ? { h: 1 } : {}), ...(size === undefined ? {} : { s: size }) });
}

export function decodeRow(uid: number, text: string): Row {
  const { c, h, s } = JSON.parse(text) as { c: Record<string, Cell | string | number | boolean>; h?: 1; s?: number };
  const cells: (Cell | undefined)[] = [];
  for (const [column, value] of Object.entries(c))
    cells[Number(column)] = typeof value === 'object' ? value : { v: value };
  return { uid, cells, ...(h ? { hidden: true } : {}), ...(s === undefined ? {} : { size: s }) };
}

/** The order of the rows in runs: `[uid, count]` for consecutive uids, `[-count]` for rows nobody touched. */
export function encodeOrder(rows: readonly (Row | undefined)[]): string {
  const runs: number[][] = [];
  let last: number[] | undefined;
  for (let i = 0; i < rows.length; i++) {
    const uid = rows[i]?.uid;
    if (uid === undefined) {
      if (last?.length === 1) last[0] = (last[0] ?? 0) - 1;
      else {
        last = [-1];
        runs.push(last);
      }
    } else if (last?.length === 2 && (last[0] ?? 0) + (last[1] ?? 0) === uid) last[1] = (last[1] ?? 0) + 1;
    else {
      last = [uid, 1];
      runs.push(last);
    }
  }
  return JSON.stringify(runs);
}

export function decodeOrder(text: string): (number | undefined)[] {
  const order: (number | undefined)[] = [];
  for (const [first = 0, count] of JSON.parse(text) as number[][]) {
    if (count === undefined) order.length -= first;
    else for (let i = 0; i < count; i++) order.push(first + i);
  }
  return order;
}

export type SheetHead = Omit<Sheet, 'rows'>;

export function encodeHead(sheet: Sheet): string {
  const { rows: _rows, ...head } = sheet;
  return JSON.stringify(head);
}

export function decodeHead(text: string): SheetHead {
  const head = JSON.parse(text) as Omit<SheetHead, 'filter'> & Partial<Pick<SheetHead, 'filter'>>;
  return { ...head, filter: head.filter };
}
