import fc from 'fast-check';
import { REQUEST_SHAPES } from '../../../../local/google/shapes/requests.ts';
import { Choice, Keyed, Many, type Shape } from '../../../../local/google/shapes/shape.ts';

/** Mostly what fits a grid of six by five with tabs 0 and 7, now and then what fits nowhere. */
const whole = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 100, 2 ** 31 - 1, -(2 ** 31)) },
);
const number = fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true }));

export const texts = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'a', 'b', 'A', 'Name', '7', '-1.5', '12%', '2026-01-05', 'TRUE', "'x") },
  {
    weight: 2,
    arbitrary: fc.constantFrom('=A1', '=SUM(A1:B9)', '=SUM(B:B)', '=1+', '=A1:B2&"x"', "='T 7'!A1", '=IF(A1,B1,'),
  },
  { weight: 1, arbitrary: fc.constantFrom('(', '[a-', '*', '$1', '\\', '\ud800', '\u0000', '🌵', 'x'.repeat(50_001)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

const masks = fc.constantFrom(
  '*',
  '*',
  'userEnteredValue',
  'userEnteredFormat',
  'note',
  'title',
  'range',
  'metadataValue',
  'gridProperties.rowCount',
  'gridProperties(rowCount,frozenRowCount)',
  'hiddenByUser,pixelSize',
  'index',
  'location',
  'collapsed',
  'criteria',
  'nonsense',
  '',
  'a(b',
  'name',
  'userEnteredFormat.borders.top',
  'warningOnly,editors',
);

/** A value of the wrong sort, at one place in four hundred: a request has many. */
const odd = fc.jsonValue({ maxDepth: 2 });

function value(shape: Shape, name: string): fc.Arbitrary<unknown> {
  const right = rightly(shape, name);
  return fc.oneof({ weight: 400, arbitrary: right }, { weight: 1, arbitrary: odd });
}

function rightly(shape: Shape, name: string): fc.Arbitrary<unknown> {
  if (shape instanceof Choice) return fc.constantFrom(...shape.words);
  if (shape instanceof Many) return fc.array(value(shape.of, name), { maxLength: 3 });
  if (shape instanceof Keyed)
    return fc.dictionary(fc.constantFrom('0', '1', '3', 'x'), value(shape.of, name), { maxKeys: 2 });
  if (typeof shape === 'object' && 'startRowIndex' in shape) return box;
  if (typeof shape === 'object' && 'startIndex' in shape && 'dimension' in shape) return span;
  if (shape === 'any') return odd;
  if (shape === 'boolean') return fc.boolean();
  if (shape === 'double') return number;
  if (shape === 'int') return /sheetid$/i.test(name) ? sheetId : /id$/i.test(name) ? ids : whole;
  if (shape === 'string') return name === 'fields' ? masks : texts;
  return message(shape);
}

/** Of what earlier calls of the same run may have made. */
const ids = fc.constantFrom(1, 1, 1, 2);
const sheetId = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(0, 0, 7, undefined) },
  { weight: 1, arbitrary: fc.constantFrom(3, -1) },
);
const ends = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 3 }))
      .map(([a, n]) => [a, a + n] as const),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom([undefined, 2] as const, [1, undefined] as const, [undefined, undefined] as const),
  },
  { weight: 1, arbitrary: fc.tuple(whole, whole) },
);
const box = fc.tuple(sheetId, ends, ends).map(([id, [r0, r1], [c0, c1]]) => ({
  sheetId: id,
  startRowIndex: r0,
  endRowIndex: r1,
  startColumnIndex: c0,
  endColumnIndex: c1,
}));
const span = fc
  .tuple(sheetId, ends, fc.constantFrom('ROWS', 'COLUMNS'))
  .map(([id, [startIndex, endIndex], dimension]) => ({ sheetId: id, dimension, startIndex, endIndex }));

/** Members at the top mostly there, so that requests get past the first check. */
export const message = (shape: Readonly<Record<string, Shape>>): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(shape).map(([name, inner]) => [name, fc.option(value(inner, name), { freq: 2, nil: undefined })]),
    ),
  );

/** Any request of a batch, mostly well formed. */
export const request: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.oneof(
      ...Object.entries(REQUEST_SHAPES).map(([kind, shape]) =>
        fc
          .record(Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, value(inner, name)])), {
            requiredKeys: Object.keys(shape).filter((name) => name === 'fields' || name === 'range' || name === 'rows'),
          })
          .map((body) => ({ [kind]: body })),
      ),
    ),
  },
  { weight: 1, arbitrary: odd },
);

const corner = fc.constantFrom(
  'A1',
  'B2',
  'C',
  '3',
  'E6',
  'F7',
  'ZZZ9',
  'R1C1',
  'R3C2',
  'A0',
  '',
  '$A$1',
  'AAAA1',
  '99999999',
);
const tab = fc.constantFrom('', 'A!', 'a!', "'T 7'!", 'T 7!', "'T'' 7'!", 'Nowhere!', "'A", '!', 'Name!');
/** Ranges in A1 notation and things that look like them. */
export const range = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(tab, corner, fc.option(corner, { nil: undefined }))
      .map(([t, a, b]) => t + (b === undefined ? a : `${a}:${b}`)),
  },
  { weight: 1, arbitrary: fc.constantFrom('A', "'A'", 'Name', 'T 7', "'T 7'", 'A:A:A', 'A1:B2:C3') },
  { weight: 1, arbitrary: fc.string({ maxLength: 10 }) },
);

const cell = fc.oneof(
  { weight: 8, arbitrary: texts },
  { weight: 4, arbitrary: fc.oneof(number, fc.boolean(), fc.constant(null)) },
  { weight: 1, arbitrary: odd },
);
export const grid = fc.oneof(
  { weight: 15, arbitrary: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }) },
  { weight: 1, arbitrary: odd },
);
