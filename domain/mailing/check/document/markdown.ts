import type { Definition, Nodes, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { Collector } from './collector.ts';
import { noFields, readFrontMatter } from './front-matter.ts';
import { pictureKind } from './picture-kind.ts';
import { type Field, type FieldName, LETTER_SIZE, type Mailing, type Picture, TEXT_MOST } from './types.ts';

/** Quotes in quotes and lists in lists beyond any use, which cost a reader more than their length. */
const DEEP = /^[ \t]*(?:(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])[ \t]*){20}/m;
/** Asterisks and underscores, each of which is weighed against all before it. */
const MARKS_MOST = 2000;
/** Sizes of titles as the letter shows them; none is larger than the rule allows. */
const TITLE_SIZES = [28, 24, 20, 18, 16, 16];

const parse = (text: string) =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

/** Blanks of the same length: what is left keeps its place. */
const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** A mailing written in Markdown, its facts in the lines at the top. Throws Unreadable where those lines cannot be read. */
export function readMarkdown(text: string): Mailing {
  const source = normal(text);
  const front = readFrontMatter(source);
  const read = readBody(source, front.end);
  return { ...read, fields: front.fields, faults: [...front.faults, ...read.faults] };
}

/** A mailing as the form and the draft page hold it: facts apart, text in Markdown, signature and uploaded picture of their own. */
export function readFields(
  facts: Readonly<Partial<Record<FieldName, string>>>,
  body: string,
  signature: string,
  uploads: readonly { readonly source: string; readonly alt: string }[] = [],
): Mailing {
  const source = normal(signature === '' ? body : `${body}\n\n-- \n${signature}`);
  const read = readBody(source, 0);
  const given = Object.entries(facts).map(([name, value]): [string, Field] => [name, { text: value, at: null }]);
  const pictures = uploads.map(({ source: file, alt }): Picture => ({ source: file, alt, at: 0, kind: 'file' }));
  return {
    ...read,
    fields: { ...noFields(), ...Object.fromEntries(given) },
    pictures: [...read.pictures, ...pictures],
  };
}

export const normal = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

/** The line `--` between text and signature. */
const CUT = /^--[ \t]*$/m;
const deepIn = (text: string): { readonly index: number } | null =>
  DEEP.exec(text) ?? (text.replaceAll(/[^*_]/g, '').length > MARKS_MOST ? { index: 0 } : null);

/**
 * Text and signature of a mailing as trees, cut and read as the rules read them, to show it. `null` where it is too deep or too long to be
 * read; the rules call that an error, and a preview shows it as plain text.
 * @param source of a mailing that was read from fields
 */
export function treesOf(source: string): { readonly body: Root; readonly signature: Root | undefined } | null {
  if (deepIn(source) || source.length > TEXT_MOST) return null;
  const cut = CUT.exec(source);
  if (!cut) return { body: parse(source), signature: undefined };
  return { body: parse(source.slice(0, cut.index)), signature: parse(source.slice(cut.index + cut[0].length)) };
}

function readBody(source: string, from: number): Omit<Mailing, 'fields'> {
  const out = new Collector(source);
  const rest = source.slice(from);
  const cut = CUT.exec(rest);
  const end = cut ? from + cut.index : source.length;
  const deep = deepIn(rest);
  if (deep) out.faults.push({ code: 'html-deep', text: '', at: from + deep.index });
  else if (rest.length > TEXT_MOST) out.faults.push({ code: 'text-endless', text: String(rest.length), at: from });
  else {
    walk(blanked(source.slice(0, from)) + source.slice(from, end), out);
    if (cut) {
      const begins = end + cut[0].length;
      out.beginSignature(Math.min(begins + 1, source.length), 'line');
      walk(blanked(source.slice(0, begins)) + source.slice(begins), out);
    }
  }
  const { blocks, tables, pictures, links, colours, capitals, signature, hazards, faults } = out;
  return { source, blocks, tables, pictures, links, colours, capitals, signature, hazards, faults };
}

function walk(text: string, out: Collector): void {
  const tree = parse(text);
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) if (node.type === 'definition') definitions.set(node.identifier, node);
  new Walker(out, definitions).blocks(tree);
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;

class Walker {
  readonly #out: Collector;
  readonly #definitions: ReadonlyMap<string, Definition>;
  #bold = false;
  #size = LETTER_SIZE;

  constructor(out: Collector, definitions: ReadonlyMap<string, Definition>) {
    this.#out = out;
    this.#definitions = definitions;
  }

  blocks(parent: Parent): void {
    for (const node of parent.children) this.#block(node);
  }

  #block(node: Nodes): void {
    const out = this.#out;
    switch (node.type) {
      case 'paragraph':
        this.#inline(node);
        return out.end('paragraph');
      case 'heading':
        this.#size = TITLE_SIZES[node.depth - 1] ?? LETTER_SIZE;
        this.#inline(node);
        this.#size = LETTER_SIZE;
        return out.end('title');
      case 'list':
        this.#list(node);
        return out.end('paragraph');
      case 'table':
        out.beginTable(startOf(node));
        for (const row of node.children) {
          out.row();
          for (const cell of row.children) {
            this.#inline(cell);
            out.cell();
          }
        }
        return out.endTable();
      case 'code':
        for (const [i, line] of node.value.split('\n').entries()) {
          if (i > 0) out.hardBreak(startOf(node));
          out.text(line, startOf(node), { bold: false, size: LETTER_SIZE });
        }
        return out.end('paragraph');
      case 'html':
        return this.#html(node.value, startOf(node));
      default:
        if ('children' in node) this.blocks(node);
    }
  }

  /** A list is one paragraph, each item on a line of its own. */
  #list(list: Parent): void {
    for (const item of list.children)
      for (const part of 'children' in item ? item.children : []) {
        this.#out.hardBreak(startOf(part));
        if (part.type === 'list') this.#list(part);
        else if (part.type === 'paragraph' || part.type === 'heading') this.#inline(part);
        else if (part.type === 'html') this.#html(part.value, startOf(part));
        else if (part.type === 'code') this.#out.text(part.value, startOf(part), { bold: false, size: LETTER_SIZE });
        else if ('children' in part && part.type !== 'table') this.#list({ type: 'list', children: [part] });
        else if (part.type === 'table') this.#block(part);
      }
  }

  #inline(parent: Parent): void {
    for (const node of parent.children) this.#phrase(node);
  }

  #phrase(node: Nodes): void {
    const out = this.#out;
    switch (node.type) {
      case 'text':
        return out.text(node.value.replaceAll('\n', ' '), startOf(node), { bold: this.#bold, size: this.#size });
      case 'inlineCode':
        return out.text(node.value, startOf(node) + 1, { bold: this.#bold, size: this.#size });
      case 'break':
        return out.hardBreak(startOf(node));
      case 'strong': {
        const before = this.#bold;
        this.#bold = true;
        this.#inline(node);
        this.#bold = before;
        return;
      }
      case 'link':
        out.links.push({ href: node.url, at: startOf(node) });
        return this.#inline(node);
      case 'linkReference': {
        const to = this.#definitions.get(node.identifier);
        if (to) out.links.push({ href: to.url, at: startOf(node) });
        return this.#inline(node);
      }
      case 'image':
        return this.#picture(node.url, node.alt ?? '', startOf(node));
      case 'imageReference': {
        const to = this.#definitions.get(node.identifier);
        return this.#picture(to?.url ?? '', node.alt ?? '', startOf(node));
      }
      case 'html':
        return this.#html(node.value, startOf(node));
      default:
        if ('children' in node) this.#inline(node);
    }
  }

  #picture(source: string, alt: string, at: number): void {
    this.#out.pictures.push({ source, alt, at, kind: pictureKind(source) });
  }

  /** Tags are shown as they stand, which nobody means; comments are not shown. */
  #html(value: string, at: number): void {
    if (/^<!--[\s\S]*-->\s*$/.test(value)) return;
    const script = /<\s*(script|iframe|object|embed|form|input)\b/i.exec(value)?.[1]?.toLowerCase();
    if (script)
      this.#out.hazards.push({ kind: script === 'form' || script === 'input' ? 'form' : 'script', text: value, at });
    this.#out.faults.push({ code: 'html-in-markdown', text: value, at });
  }
}
