import type { Found, Rule } from '../rule.ts';

/** R10: at most one table of at most seven rows, the header included; a wrapped cell is one row (Q4). */
export const table: Rule = {
  id: 'R10',
  ofText: true,
  judge: ({ mailing: { tables }, rules: { limits } }) => {
    const found: Found[] = [];
    const second = tables[limits.tablesMost];
    if (second)
      found.push({ code: 'tables-many', at: second.at, text: '', found: tables.length, allowed: limits.tablesMost });
    for (const { rows, at } of tables)
      if (rows > limits.tableRowsMost)
        found.push({
          code: 'table-long',
          at,
          text: '',
          found: rows,
          allowed: limits.tableRowsMost,
          data: { over: rows - limits.tableRowsMost },
        });
    return found;
  },
};
