import type { Shift } from './dimensions.ts';
import type { Dimension, Edit } from './edit.ts';
import type { Sheet } from './types.ts';

export function shiftFormulas(_edit: Edit, _sheet: Sheet, _dim: Dimension, _shift: Shift): void {}

export function moveReferences(formula: string, _rows: number, _columns: number): string {
  return formula;
}
