import type { Format } from '../book/types.ts';
import { isoDate } from './serial.ts';

interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

const numberFormat = (format: Format | undefined): NumberFormat | undefined =>
  format?.numberFormat as NumberFormat | undefined;

export function isDateFormat(format: Format | undefined): boolean {
  const type = numberFormat(format)?.type;
  return type === 'DATE' || type === 'TIME' || type === 'DATE_TIME';
}

export function formatted(value: number, format: Format | undefined): string {
  const nf = numberFormat(format);
  if (nf?.type === 'DATE') return isoDate(value);
  return general(value);
}

/** A number without a format: at most ten significant places, as the grid shows it. */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(10)));
}
