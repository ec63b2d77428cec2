import { deflateSync } from 'node:zlib';
import { holidaysOf, KAZAKHSTAN } from '../../../domain/calendar/index.ts';
import {
  type Finding,
  judge,
  type Mailing,
  type PictureBytes,
  readHtml,
  readMarkdown,
  ruleSet,
  type Verdict,
} from '../../../domain/mailing/check/index.ts';
import { UNITS, type Unit } from '../../../domain/mailing/units.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/program/index.ts';

export const HOLIDAYS = holidaysOf(KAZAKHSTAN, '2027-12-31');
export const SIGNATURE = 'School office, alumni@nu.edu.kz\n53 Kabanbay Batyr Ave., Astana 010000\n+7 7172 70 58 86';
export const BODY = 'Dear alumni, the School invites you to an open lecture.';
export const FACTS = { direction: 'vacancy', unit: 'SEDS', subject: 'A place in our laboratory' };

export interface Sample {
  readonly facts?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly signature?: string | null;
}
/** A mailing in Markdown that breaks no rule, but for what the sample says. */
export function markdown({ facts = {}, body = BODY, signature = SIGNATURE }: Sample = {}): string {
  const lines = Object.entries({ ...FACTS, ...facts }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ['---', ...lines, '---', body, ...(signature === null ? [] : ['', '-- ', signature]), ''].join('\n');
}
export const html = (inside: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${inside}<footer>${SIGNATURE.replaceAll('\n', '<br>')}</footer></body></html>`;

export interface Around {
  readonly settings?: Partial<Settings>;
  readonly units?: readonly Unit[];
  readonly pictures?: PictureBytes;
}
export const judged = (
  mailing: Mailing,
  { settings = {}, units = UNITS, pictures = () => 'missing' }: Around = {},
): Verdict => judge(mailing, ruleSet({ ...DEFAULT_SETTINGS, ...settings }), { units, holidays: HOLIDAYS, pictures });

export const ofMarkdown = (sample: Sample, around?: Around): Verdict => judged(readMarkdown(markdown(sample)), around);
export const ofHtml = (inside: string, around?: Around, head?: string): Verdict =>
  judged(readHtml(html(inside, head), FACTS), around);
/** Codes, in order. */
export const codes = ({ findings }: Verdict): string[] => findings.map(({ code }) => code);
export const only = ({ findings }: Verdict): Finding => {
  if (findings.length !== 1 || !findings[0]) throw new Error(`wanted one finding: ${JSON.stringify(findings)}`);
  return findings[0];
};

/** A real PNG of a size. */
export function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]),
  );
}
function crc(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) {
    value ^= byte;
    for (let i = 0; i < 8; i++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
