import { type DefaultTreeAdapterTypes, type ParserError, parse } from 'parse5';
import { Collector } from './collector.ts';
import { type CssRule, colourOf, type Declarations, readSheet } from './css.ts';
import { noFields } from './front-matter.ts';
import { attribute, isTitle, type Look, lookOf, PLAIN, styleOf } from './look.ts';
import { normal } from './markdown.ts';
import { pictureKind } from './picture-kind.ts';
import { type Fault, type Field, type FieldName, type Mailing, TEXT_MOST } from './types.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Gmail shows a tenth of it; pictures that are part of the text do not count. */
const SOURCE_MOST = 1_000_000;
/** A longer style sheet is none of a letter. */
const SHEET_MOST = 100_000;
/** Deeper than any mailing; a text built to break readers is deeper. */
const DEPTH_MOST = 200;
/** What mail programs and browsers put right in the same way, and nobody sees. */
const HARMLESS = /doctype|trailing-slash|non-void|duplicate-attribute|control-character|noncharacter/;
const MAY_STAY_OPEN = new Set(
  'html head body p li td th tr tbody thead tfoot dt dd option colgroup area base br col embed hr img input link meta source track wbr font b i u strong em a span'.split(
    ' ',
  ),
);
const SCRIPTS = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'applet', 'video', 'audio', 'base']);
const FORMS = new Set(['form', 'input', 'button', 'select', 'textarea']);
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure figcaption footer header hr main nav p pre section table tbody td tfoot th thead tr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** A mailing handed in as HTML; what stands in front matter otherwise comes beside it. Never fails: what is broken is a fault. */
export function readHtml(text: string, facts: Readonly<Partial<Record<FieldName, string>>> = {}): Mailing {
  const source = normal(text);
  const out = new Collector(source);
  const given = Object.entries(facts).map(([name, value]): [string, Field] => [name, { text: value, at: null }]);
  const size = source.replaceAll(/data:image\/[\w+.;=-]+,[\w+/=%-]*/g, '').length;
  const errors: ParserError[] = [];
  if (size > SOURCE_MOST) out.faults.push({ code: 'text-endless', text: String(size), at: 0 });
  const document = parse(size > SOURCE_MOST ? '' : source, {
    sourceCodeLocationInfo: true,
    onParseError: (error) => errors.push(error),
  });
  const walker = new Walker(out, source);
  walker.children(document.childNodes, PLAIN, 0);
  out.end('paragraph');
  const fault = errors.find(({ code }) => !HARMLESS.test(code));
  const faults: Fault[] = fault ? [{ code: 'html-broken', text: fault.code, at: fault.startOffset }] : [];
  const { blocks, tables, pictures, links, colours, capitals, signature, hazards } = out;
  const fields = { ...noFields(), ...Object.fromEntries(given) };
  return {
    source,
    fields,
    blocks,
    tables,
    pictures,
    links,
    colours,
    capitals,
    signature,
    hazards,
    faults: [...faults, ...out.faults],
  };
}

class Walker {
  readonly #out: Collector;
  readonly #source: string;
  #rules: CssRule[] = [];
  #lists = 0;
  #tables = 0;
  #shown = 0;
  #endless = false;
  #isOpen = false;

  constructor(out: Collector, source: string) {
    this.#out = out;
    this.#source = source;
  }

  children(nodes: readonly Node[], look: Look, depth: number): void {
    if (depth > DEPTH_MOST) {
      if (!this.#out.faults.some(({ code }) => code === 'html-deep'))
        this.#out.faults.push({ code: 'html-deep', text: '', at: nodes[0] ? startOf(nodes[0]) : 0 });
      return;
    }
    for (const node of nodes) {
      if ('tagName' in node) this.#element(node, look, depth);
      else if (node.nodeName === '#text' && 'value' in node) this.#text(node.value, startOf(node), look);
    }
  }

  #text(value: string, at: number, look: Look): void {
    if (look.hidden) return;
    this.#shown += value.length;
    if (this.#shown > TEXT_MOST) {
      if (!this.#endless) this.#out.faults.push({ code: 'text-endless', text: String(this.#shown), at });
      this.#endless = true;
      return;
    }
    const text = value.replaceAll(/[\t\n\f]/g, ' ');
    if (text.trim() === '' && this.#out.isEmpty) return;
    if (look.upper && /\p{L}/u.test(text))
      this.#out.capitals.push({
        text: text.trim(),
        at: at + (text.length - text.trimStart().length),
        exact: true,
        bold: look.bold,
        size: look.size,
      });
    // Runs of blanks are shown as one; each keeps its place by starting a piece.
    for (const match of text.matchAll(/ *[^ ]*(?: [^ ]+)* ?/g)) {
      const blanks = /^ */.exec(match[0])?.[0].length ?? 0;
      const skip = Math.max(blanks - 1, 0);
      this.#out.text(match[0].slice(skip), at + match.index + skip, look);
    }
  }

  #element(element: Element, parent: Look, depth: number): void {
    const tag = element.tagName;
    const at = startOf(element);
    const out = this.#out;
    if (tag === 'style') return this.#sheet(element);
    if (tag === 'title' || tag === 'template') return;
    this.#hazards(element, at);
    if (SCRIPTS.has(tag) && tag !== 'base') return;
    const style = styleOf(element, this.#rules);
    const look = lookOf(element, parent, style);
    this.#colours(element, style, at);
    this.#closing(element, at);
    if (tag === 'a' || tag === 'area') {
      const href = attribute(element, 'href');
      if (href !== undefined) out.links.push({ href: href.trim(), at });
    }
    if (tag === 'img') return this.#picture(element, look, at);
    if (tag === 'br') return this.#lineBreak(at);
    if (tag === 'table') return this.#table(element, look, depth, at);
    if (tag === 'ul' || tag === 'ol') return this.#list(element, look, depth);
    if (tag === 'li') out.newLine(at);
    const signs = isSignature(element);
    const isBlock = BLOCKS.has(tag) || signs;
    if (isBlock) this.#boundary(at, isTitle(tag) ? 'paragraph' : undefined);
    if (signs) out.beginSignature(at, 'element');
    this.children(element.childNodes, look, depth + 1);
    if (isBlock) this.#boundary(at, isTitle(tag) ? 'title' : undefined);
    if (signs) out.endSignature();
  }

  /** The first element that is opened and never closed stands for all. */
  #closing({ tagName, sourceCodeLocation: place }: Element, at: number): void {
    if (!place?.startTag || place.endTag || MAY_STAY_OPEN.has(tagName) || this.#isOpen) return;
    this.#isOpen = true;
    this.#out.faults.push({ code: 'html-broken', text: `<${tagName}>`, at });
  }

  /** Where a block begins or ends; inside a list or a table it is no more than a line. */
  #boundary(at: number, kind: 'paragraph' | 'title' | undefined): void {
    const out = this.#out;
    if (this.#lists > 0 || this.#tables > 0) return out.newLine(at);
    if (out.line.trim() === '--') {
      out.dropLine();
      out.end('paragraph');
      out.beginSignature(at, 'line');
    } else out.end(kind ?? 'paragraph');
  }

  /** Two in a row make a paragraph, as people write mails. */
  #lineBreak(at: number): void {
    const out = this.#out;
    if (this.#lists > 0 || this.#tables > 0) return out.hardBreak(at);
    const line = out.line.trim();
    if (line === '--') {
      out.dropLine();
      out.end('paragraph');
      out.beginSignature(at, 'line');
    } else if (line === '') out.end('paragraph');
    else out.hardBreak(at);
  }

  #list(element: Element, look: Look, depth: number): void {
    if (this.#lists === 0 && this.#tables === 0) this.#out.end('paragraph');
    this.#lists++;
    this.children(element.childNodes, look, depth + 1);
    this.#lists--;
    if (this.#lists === 0 && this.#tables === 0) this.#out.end('paragraph');
  }

  /** A table that only arranges is none: it says so, holds another one, or has a single column. */
  #table(element: Element, look: Look, depth: number, at: number): void {
    const out = this.#out;
    const rows = rowsOf(element);
    const arranges =
      /^(?:presentation|none)$/i.test(attribute(element, 'role') ?? '') ||
      holdsTable(element, 0) ||
      rows.every((row) => row.childNodes.filter((node) => 'tagName' in node).length <= 1);
    if (arranges || this.#tables > 0) {
      this.#boundary(at, undefined);
      this.children(element.childNodes, look, depth + 1);
      return this.#boundary(at, undefined);
    }
    this.#boundary(at, undefined);
    out.beginTable(at);
    this.#tables++;
    for (const _ of rows) out.row();
    this.children(element.childNodes, look, depth + 1);
    this.#tables--;
    out.endTable();
  }

  #picture(element: Element, look: Look, at: number): void {
    const source = (attribute(element, 'src') ?? '').trim();
    const kind = pictureKind(source);
    const tiny = ['width', 'height'].some((side) => /^[0-2](?:px)?$/.test((attribute(element, side) ?? '').trim()));
    const alt = attribute(element, 'alt') ?? '';
    this.#out.pictures.push({ source, alt, at, kind: kind === 'remote' && (tiny || look.hidden) ? 'tracker' : kind });
  }

  #sheet(element: Element): void {
    const [text] = element.childNodes;
    if (!text || !('value' in text)) return;
    const at = startOf(text);
    if (text.value.length > SHEET_MOST) {
      this.#out.faults.push({ code: 'text-endless', text: String(text.value.length), at });
      return;
    }
    const rules = readSheet(text.value);
    this.#rules = [...this.#rules, ...rules].sort((a, b) => a.weight - b.weight);
    for (const rule of rules) this.#colourOf(rule.style, at + rule.at);
    const remote = /@import[^;]{0,200}|url\(\s?['"]?\s?(?:https?:)?\/\/[^)]{0,200}/i.exec(text.value);
    if (remote) this.#out.hazards.push({ kind: 'remote-style', text: remote[0], at: at + remote.index });
  }

  #hazards(element: Element, at: number): void {
    const tag = element.tagName;
    const add = (kind: 'script' | 'form' | 'remote-style') => {
      const [written = ''] = this.#source.slice(at, at + 80).split('>');
      this.#out.hazards.push({ kind, text: `${written}>`, at });
    };
    if (SCRIPTS.has(tag)) add('script');
    else if (FORMS.has(tag)) add('form');
    else if (element.attrs.some(({ name }) => /^on/.test(name))) add('script');
    else if (tag === 'meta' && /refresh/i.test(attribute(element, 'http-equiv') ?? '')) add('script');
    else if (tag === 'link' && /stylesheet|preload|prefetch|icon/i.test(attribute(element, 'rel') ?? ''))
      add('remote-style');
    else if (attribute(element, 'background') !== undefined) add('remote-style');
    else if (/url\(\s?['"]?\s?(?:https?:)?\/\//i.test(attribute(element, 'style') ?? '')) add('remote-style');
  }

  #colours(element: Element, style: Declarations, at: number): void {
    if (attribute(element, 'style') !== undefined) this.#colourOf(style, at);
    for (const name of ['color', 'bgcolor']) this.#colourOf(new Map([['color', attribute(element, name) ?? '']]), at);
  }
  #colourOf(style: Declarations, at: number): void {
    for (const name of ['color', 'background-color', 'background', 'border-color']) {
      const value = colourOf(style.get(name) ?? '');
      if (value) this.#out.colours.push({ value, at });
    }
  }
}

const startOf = (node: Node): number =>
  'sourceCodeLocation' in node ? (node.sourceCodeLocation?.startOffset ?? 0) : 0;

const isSignature = (element: Element): boolean =>
  element.tagName === 'address' ||
  element.tagName === 'footer' ||
  /signature/i.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`);

/** The rows of a table, not of tables inside it. */
const rowsOf = (table: Element): Element[] =>
  table.childNodes.flatMap((node) =>
    !('tagName' in node)
      ? []
      : node.tagName === 'tr'
        ? [node]
        : ['tbody', 'thead', 'tfoot'].includes(node.tagName)
          ? rowsOf(node)
          : [],
  );

function holdsTable(element: Element, depth: number): boolean {
  return (
    depth < DEPTH_MOST &&
    element.childNodes.some((node) => 'tagName' in node && (node.tagName === 'table' || holdsTable(node, depth + 1)))
  );
}
