/** Markup that is known to be safe: made by `html`, or by whoever calls `new Markup` and answers for it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attribute values in quotes. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

type Part = Markup | string | number | undefined | null | false | readonly Part[];

function join(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(join).join('');
}

/** Markup in which every value is escaped; values that are Markup, or lists of it, stand as they are. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((text, i) => (i === 0 ? text : join(parts[i - 1]) + text)).join(''));

/** Data for a script of the page: a JSON element that no content can close. */
export const jsonElement = (id: string, data: unknown): Markup =>
  new Markup(
    `<script type="application/json" id="${escapeHtml(id)}">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`,
  );

/** The address if a click on it is harmless, else undefined. */
export function webAddress(text: string): string | undefined {
  return /^(https?:\/\/|mailto:|tel:)/i.test(text.trim()) ? text.trim() : undefined;
}
