import type { CellValue, Column, RawCell } from './types.ts';

/** Either what a cell means, or in plain words why it means nothing. */
export type Parsed =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly problem: string };

const ok = (value: CellValue): Parsed => ({ ok: true, value });
const bad = (problem: string): Parsed => ({ ok: false, problem });
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** The value of an empty cell of this kind. */
export const emptyCell = (column: Column): CellValue =>
  column.kind === 'checkbox' ? false : column.kind === 'choices' ? [] : column.kind === 'number' ? undefined : '';

/** Days since 1899-12-30, as Google's sheets count (the fraction is the time of day), to a civil date. */
function dateOfSerial(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

function parseDate(text: string): Parsed {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : local
      ? [Number(local[3]), Number(local[2]), Number(local[1])]
      : [0, 0, 0];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return bad('is not a date; write it as 2026-09-01 or 01.09.2026');
  return ok(`${pad(year, 4)}-${pad(month)}-${pad(day)}`);
}

function parseTime(raw: RawCell): Parsed {
  if (typeof raw === 'number') {
    const minutes = Math.round((raw % 1) * 1440);
    return ok(`${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`);
  }
  const match = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(String(raw).trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return bad('is not a time; write it as 15:00');
  return ok(`${pad(Number(match[1]))}:${match[2]}`);
}

const sameWord = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

function parseNumber(column: Column, raw: RawCell): Parsed {
  const value = typeof raw === 'number' ? raw : Number(String(raw).trim().replace(',', '.'));
  if (typeof raw === 'boolean' || !Number.isFinite(value)) return bad('is not a number');
  if (column.least !== undefined && value < column.least) return bad(`is below ${column.least}`);
  if (column.most !== undefined && value > column.most) return bad(`is above ${column.most}`);
  if (!Number.isInteger(value)) return bad('is not a whole number');
  return ok(value);
}

function parseText(column: Column, raw: RawCell): Parsed {
  const text = String(raw).normalize('NFC').replaceAll('\r\n', '\n').trim();
  const flat = column.kind === 'long text' ? text : text.replaceAll(/\s+/g, ' ');
  const longest = column.longest ?? 50_000;
  if ([...flat].length > longest) return bad(`has more than ${longest} characters`);
  return ok(flat);
}

/** An address that SMTP takes without quoting (RFC 5321 dot-string and a domain with a dot). */
const EMAIL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/;

/**
 * Reads a raw cell or a form's answer as its column declares it.
 * Text is kept as text whatever it looks like; nothing is ever evaluated.
 */
export function parseCell(column: Column, raw: RawCell | undefined): Parsed {
  if (raw === undefined || raw === '') return ok(emptyCell(column));
  switch (column.kind) {
    case 'checkbox':
      if (typeof raw === 'boolean') return ok(raw);
      if (sameWord(String(raw), 'true')) return ok(true);
      return sameWord(String(raw), 'false') ? ok(false) : bad('is not a tick; use the checkbox');
    case 'number':
      return parseNumber(column, raw);
    case 'date':
      if (typeof raw === 'number') return raw > 0 && raw < 2_958_466 ? ok(dateOfSerial(raw)) : bad('is not a date');
      return parseDate(String(raw).trim());
    case 'time':
      return parseTime(raw);
    case 'choice': {
      const found = column.choices?.find((choice) => sameWord(choice, String(raw)));
      return found === undefined ? bad(`is none of: ${column.choices?.join(', ')}`) : ok(found);
    }
    case 'choices': {
      const words = String(raw)
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean);
      const found = words.map((word) => column.choices?.find((choice) => sameWord(choice, word)));
      const unknown = words.find((_, i) => found[i] === undefined);
      if (unknown !== undefined)
        return bad(`holds "${unknown.slice(0, 40)}", which is none of: ${column.choices?.join(', ')}`);
      return ok(column.choices?.filter((choice) => found.includes(choice)) ?? []);
    }
    case 'email': {
      const text = String(raw).trim();
      return text.length <= 254 && EMAIL.test(text) ? ok(text) : bad('is not a mail address');
    }
    case 'id':
      return ok(String(raw).trim().toUpperCase());
    default:
      return parseText(column, raw);
  }
}

/** What to write into the sheet for a value (RAW). */
export const showCell = (value: CellValue): RawCell =>
  value === undefined ? '' : typeof value === 'object' ? value.join(', ') : value;
