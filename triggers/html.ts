/** Markup that is safe by its type: only this module makes it, and everything put into it is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

type Part = string | number | Html | readonly Html[] | undefined | false;
const show = (part: Part): string =>
  part === undefined || part === false
    ? ''
    : part instanceof Html
      ? part.text
      : Array.isArray(part)
        ? part.map((p) => p.text).join('')
        : escapeHtml(String(part));

/** Template tag: values are escaped, markup made by the tag itself is not. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, piece, i) => text + piece + (i < parts.length ? show(parts[i]) : ''), ''));
