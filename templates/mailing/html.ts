import type { List, Nodes, Parent, Root, Table } from 'mdast';
import { escapeHtml, severalLines } from '../writers.ts';
import { type Definitions, definitionsIn, isComment, linkOf, wordsOf } from './tree.ts';

const LINK = 'color:#0b5c8a';
/** Sizes stand below twice that of the text (R16). */
const SIZES = ['24px', '20px', '17px'];
const ADDRESS = /[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

const shown = (text: string): string => escapeHtml(clean(text));
/** Without what could turn or end a line; blanks at both ends belong to what stands beside. */
const clean = (text: string): string => {
  const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(text) ?? [];
  const inner = severalLines(text);
  return inner === '' ? (text === '' ? '' : ' ') : `${before && ' '}${inner}${after && ' '}`;
};

/** Blocks of a mailing as HTML, one string for each. `lines` keeps line breaks as they are typed, as a signature has them. */
export function htmlBlocks(root: Root, { lines = false }: { readonly lines?: boolean } = {}): string[] {
  return new Writer(definitionsIn(root), lines).blocks(root);
}

class Writer {
  readonly #definitions: Definitions;
  readonly #lines: boolean;
  #titled = false;
  constructor(definitions: Definitions, lines: boolean) {
    this.#definitions = definitions;
    this.#lines = lines;
  }

  blocks(parent: Parent): string[] {
    return parent.children.map((node) => this.#block(node)).filter((block) => block !== '');
  }

  #block(node: Nodes): string {
    switch (node.type) {
      case 'heading': {
        // The first title is the letter's; those below it never skip a level.
        const level = this.#titled || this.#lines ? Math.min(Math.max(node.depth, 2), 3) : 1;
        const tag = level === 1 ? 'h1' : 'h2';
        this.#titled = true;
        return `<${tag} style="margin:8px 0 0;font-size:${SIZES[level - 1]}">${this.#inline(node)}</${tag}>`;
      }
      case 'paragraph':
        return this.#paragraph(this.#inline(node));
      case 'list':
        return this.#list(node);
      case 'table':
        return this.#table(node);
      case 'blockquote':
        return `<blockquote style="margin:0;padding:0 0 0 14px;border-left:3px solid #d7dde4">${this.blocks(node).join('')}</blockquote>`;
      case 'code':
        return `<p style="margin:0;white-space:pre-wrap">${escapeHtml(severalLines(node.value)).replaceAll('\n', '<br>')}</p>`;
      case 'html':
        return isComment(node.value) ? '' : this.#paragraph(shown(node.value).replaceAll('\n', '<br>'));
      case 'thematicBreak':
        return '<hr style="border:0;border-top:1px solid #d7dde4;margin:4px 0">';
      default:
        return '';
    }
  }

  #paragraph = (inner: string): string => (inner.trim() === '' ? '' : `<p style="margin:0">${inner}</p>`);

  #list({ ordered, start, children }: List): string {
    const items = children.map((item) => {
      const parts = item.children.map((part, i) =>
        part.type === 'paragraph' ? `${i > 0 ? '<br>' : ''}${this.#inline(part)}` : this.#block(part),
      );
      return `<li style="margin:5px 0">${parts.join('')}</li>`;
    });
    const [tag, from] = ordered ? ['ol', start && start !== 1 ? ` start="${start}"` : ''] : ['ul', ''];
    return `<${tag}${from} style="margin:0;padding-left:22px">${items.join('')}</${tag}>`;
  }

  #table({ align, children: [head, ...rows] }: Table): string {
    const cells = (row: Parent | undefined, tag: 'th' | 'td') =>
      (row?.children ?? []).map((cell, i) => {
        const side = align?.[i] ?? 'left';
        const weight = tag === 'th' ? ';font-weight:600' : '';
        return `<${tag}${tag === 'th' ? ' scope="col"' : ''} style="padding:7px 9px;border:1px solid #d7dde4;vertical-align:top;text-align:${side}${weight}">${this.#inline(cell as Parent)}</${tag}>`;
      });
    const body = rows.map((row) => `<tr>${cells(row, 'td').join('')}</tr>`).join('');
    return `<table class="grid" cellpadding="0" cellspacing="0" style="width:100%;font-size:15px;line-height:1.45;border-collapse:collapse"><thead><tr>${cells(head, 'th').join('')}</tr></thead>${body === '' ? '' : `<tbody>${body}</tbody>`}</table>`;
  }

  #inline(parent: Parent): string {
    return parent.children.map((node) => this.#phrase(node)).join('');
  }

  #phrase(node: Nodes): string {
    switch (node.type) {
      case 'text':
        return this.#text(node.value);
      case 'break':
        return '<br>';
      case 'strong':
        return `<strong>${this.#inline(node)}</strong>`;
      case 'emphasis':
        return `<em>${this.#inline(node)}</em>`;
      case 'link':
      case 'linkReference': {
        const href = linkOf(node, this.#definitions);
        const words = this.#inline(node);
        if (href === undefined || words.trim() === '') return words;
        return `<a href="${escapeHtml(href)}" style="${LINK}">${words.replaceAll(/<\/?a\b[^>]*>/g, '')}</a>`;
      }
      default:
        return shown(wordsOf(node));
    }
  }

  #text(value: string): string {
    if (!this.#lines) return shown(value.replaceAll('\n', ' '));
    // In a signature an address is there to be written to.
    return value
      .split('\n')
      .map((line) =>
        shown(line).replaceAll(ADDRESS, (address) => `<a href="mailto:${address}" style="${LINK}">${address}</a>`),
      )
      .join('<br>');
  }
}
