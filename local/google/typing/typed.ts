import type { Scalar } from '../book/types.ts';
import { checkedSerial } from './serial.ts';

export interface NumberFormat {
  readonly type: string;
  readonly pattern: string;
}

/** What a typed text becomes: a value or formula, and the number format it brings along. */
export interface Typed {
  readonly v?: Scalar;
  readonly x?: string;
  readonly pattern?: NumberFormat;
}

/** Reads a text as the grid (locale en_US) reads what a person types. What is nothing else stays text. */
export function typed(text: string): Typed {
  if (text.startsWith("'")) return { v: text.slice(1) };
  if (/^[=+]./s.test(text) && (text.startsWith('=') || /^\+[A-Za-z(]/.test(text))) return { x: `=${text.slice(1)}` };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { v: true };
  if (/^false$/i.test(trimmed)) return { v: false };
  return number(trimmed) ?? moment(trimmed) ?? { v: text };
}

const NUMBER = /^(-|\+)?(\$)?(-)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?( ?%)?$/i;

function number(text: string): Typed | undefined {
  const brackets = /^\((.+)\)$/.exec(text);
  const match = NUMBER.exec(brackets?.[1] ?? text);
  if (!match) return undefined;
  const [, sign, dollar, inner, digits = '', exponent = '', percent] = match;
  if (brackets && (sign || inner)) return undefined;
  const minus = sign === '-' || inner === '-' || brackets !== null;
  const plain = Number(digits.replaceAll(',', '') + exponent) * (minus ? -1 : 1);
  if (!Number.isFinite(plain)) return undefined;
  const decimals = /\.\d/.test(digits);
  if (percent) return { v: exact(plain / 100), pattern: { type: 'PERCENT', pattern: decimals ? '0.00%' : '0%' } };
  if (dollar) return { v: plain, pattern: { type: 'CURRENCY', pattern: decimals ? '"$"#,##0.00' : '"$"#,##0' } };
  if (exponent) return { v: plain, pattern: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (digits.includes(',')) return { v: plain, pattern: { type: 'NUMBER', pattern: decimals ? '#,##0.00' : '#,##0' } };
  return { v: plain };
}

/** 45.3 % is 0.453, not 0.45299999999999996. */
const exact = (value: number): number => Number(value.toPrecision(15));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

interface DateShape {
  readonly pattern: RegExp;
  readonly format: string;
  readonly read: (part: readonly string[]) => number | undefined;
}

const full = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);
const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const at = (part: readonly string[], i: number): string => part[i] ?? '';
const thisYear = (): number => new Date().getUTCFullYear();

const DATES: readonly DateShape[] = [
  {
    pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
    format: 'yyyy-mm-dd',
    read: (p) => checkedSerial(Number(at(p, 1)), Number(at(p, 2)), Number(at(p, 3))),
  },
  {
    pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
    format: 'yyyy/mm/dd',
    read: (p) => checkedSerial(Number(at(p, 1)), Number(at(p, 2)), Number(at(p, 3))),
  },
  {
    pattern: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/,
    format: 'M/d/yyyy',
    read: (p) => checkedSerial(full(at(p, 4)), Number(at(p, 1)), Number(at(p, 3))),
  },
  {
    pattern: /^(\d{1,2})[/-](\d{1,2})$/,
    format: 'M/d',
    read: (p) => checkedSerial(thisYear(), Number(at(p, 1)), Number(at(p, 2))),
  },
  {
    pattern: new RegExp(`^${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'i'),
    format: 'mmmm d, yyyy',
    read: (p) => checkedSerial(Number(at(p, 3)), month(at(p, 1)), Number(at(p, 2))),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[\\s-]${MONTH}\\.?,?[\\s-](\\d{4}|\\d{2})$`, 'i'),
    format: 'd-mmm-yyyy',
    read: (p) => checkedSerial(full(at(p, 3)), month(at(p, 2)), Number(at(p, 1))),
  },
  {
    pattern: new RegExp(`^${MONTH}\\.?\\s+(\\d{1,2})$`, 'i'),
    format: 'mmm d',
    read: (p) => checkedSerial(thisYear(), month(at(p, 1)), Number(at(p, 2))),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})[\\s-]${MONTH}$`, 'i'),
    format: 'd-mmm',
    read: (p) => checkedSerial(thisYear(), month(at(p, 2)), Number(at(p, 1))),
  },
];

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([ap]m)?$/i;

function time(text: string): { v: number; seconds: boolean; half: boolean } | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, h = '', m = '', s, half] = match;
  let hours = Number(h);
  if (Number(m) > 59 || Number(s ?? 0) >= 60) return undefined;
  if (half) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/p/i.test(half) ? 12 : 0);
  } else if (hours > 24) return undefined;
  return {
    v: (hours * 3600 + Number(m) * 60 + Number(s ?? 0)) / 86_400,
    seconds: s !== undefined,
    half: half !== undefined,
  };
}

function date(text: string): { v: number; format: string } | undefined {
  for (const shape of DATES) {
    const match = shape.pattern.exec(text);
    const v = match && shape.read(match);
    if (v !== null && v !== undefined) return { v, format: shape.format };
  }
  return undefined;
}

function moment(text: string): Typed | undefined {
  const day = date(text);
  if (day) return { v: day.v, pattern: { type: 'DATE', pattern: day.format } };
  const clock = time(text);
  if (clock) return { v: clock.v, pattern: { type: 'TIME', pattern: clockPattern(clock) } };
  const both = /^(.+?)(?:\s+|T)(\d{1,2}:\d{2}.*)$/.exec(text);
  const d = both && date(both[1] ?? '');
  const t = both && time(both[2] ?? '');
  if (!d || !t) return undefined;
  const pattern = `${d.format} ${t.seconds ? 'hh:mm:ss' : 'hh:mm'}${t.half ? ' am/pm' : ''}`;
  return { v: d.v + t.v, pattern: { type: 'DATE_TIME', pattern } };
}

const clockPattern = ({ seconds, half }: { seconds: boolean; half: boolean }): string =>
  `${half ? 'h:mm' : 'hh:mm'}${seconds ? ':ss' : ''}${half ? ' am/pm' : ''}`;
