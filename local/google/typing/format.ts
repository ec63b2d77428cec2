import type { Format } from '../book/types.ts';
import { formattedDate } from './format-date.ts';
import type { NumberFormat } from './typed.ts';

const numberFormat = (format: Format | undefined): Partial<NumberFormat> | undefined =>
  format?.numberFormat as Partial<NumberFormat> | undefined;

const DEFAULTS: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'M/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'M/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

export function isDateFormat(format: Format | undefined): boolean {
  const type = numberFormat(format)?.type;
  return type === 'DATE' || type === 'TIME' || type === 'DATE_TIME';
}

/** A number as the cell shows it. */
export function formatted(value: number, format: Format | undefined): string {
  const given = numberFormat(format);
  const type = given?.type ?? 'NUMBER_FORMAT_TYPE_UNSPECIFIED';
  if (!given || type === 'TEXT') return general(value);
  const pattern = given.pattern || DEFAULTS[type];
  if (!pattern || pattern === 'General') return general(value);
  return isDateFormat(format) ? formattedDate(value, pattern) : numeric(value, pattern);
}

/** A number without a format: at most ten significant places, as the grid shows it. */
function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const short = Number(value.toPrecision(10));
  if (Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-5))
    return short
      .toExponential()
      .toUpperCase()
      .replace(/E([+-])(\d)$/, 'E$10$2');
  return String(short);
}

const PLACE = /[#0][#0,]*(?:\.[#0]+)?(E\+0+)?|\.[0#]+/;

/** `#,##0.00`, `0%`, `"$"#,##0` and the like; up to three sections for positive, negative and zero. */
function numeric(value: number, pattern: string): string {
  const sections = pattern.split(';');
  const section = (value < 0 && sections[1]) || (value === 0 && sections[2]) || sections[0] || '0';
  const own = value < 0 && section === sections[1];
  const place = PLACE.exec(section);
  if (!place) return literal(section);
  const percent = section.includes('%');
  const amount = Math.abs(percent ? value * 100 : value);
  const [whole = '', fraction = ''] = place[0].replace(/E\+0+$/, '').split('.');
  const most = fraction.length;
  const least = fraction.replaceAll('#', '').length;
  const digits = place[1] ? exponent(amount, most) : decimals(amount, whole, most, least);
  const zero = Number(amount.toFixed(most)) === 0 && !place[1];
  const sign = value < 0 && !own && !zero ? '-' : '';
  return sign + literal(section.slice(0, place.index)) + digits + literal(section.slice(place.index + place[0].length));
}

function decimals(amount: number, whole: string, most: number, least: number): string {
  let [left = '0', right = ''] = rounded(amount, most).split('.');
  while (right.length > least && right.endsWith('0')) right = right.slice(0, -1);
  left = left.padStart(whole.replace(/[#,]/g, '').length, '0');
  if (whole.includes(',')) left = left.replace(/\B(?=(\d{3})+$)/g, ',');
  return right === '' ? left : `${left}.${right}`;
}

/** Half away from zero on the decimal digits a person sees. */
const rounded = (amount: number, places: number): string => {
  const shifted = Number(`${Number(amount.toPrecision(15))}e${places}`);
  return Number.isFinite(shifted) && amount < 1e15
    ? (Math.round(shifted) / 10 ** places).toFixed(places)
    : amount.toFixed(places);
};

const exponent = (amount: number, places: number): string =>
  amount
    .toExponential(places)
    .toUpperCase()
    .replace(/E([+-])(\d)$/, 'E$10$2');

const literal = (text: string): string =>
  text.replace(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted, escaped) => quoted ?? escaped ?? '');
