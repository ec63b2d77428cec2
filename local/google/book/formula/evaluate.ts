import type { Effective, Sheet, Workbook } from '../types.ts';

export interface Place {
  readonly book: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly read: (sheet: Sheet, row: number, column: number) => Effective;
}

export function evaluate(_formula: string, _place: Place): Effective {
  return { error: '#NAME?', message: 'Unknown function' };
}
