import type { Nodes, Parent, Root, Table } from 'mdast';
import { count } from '../../domain/mailing/check/index.ts';
import { severalLines } from '../writers.ts';
import { type Definitions, definitionsIn, isComment, linkOf, wordsOf } from './tree.ts';

const WIDTH = 80;
const GAP = '  ';

/** Greedy wrap at 80 characters, as the rules count them; what is longer than a line stands on one of its own. */
export function wrapped(text: string, indent = ''): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let now = '';
      let used = 0;
      for (const word of line.split(/[ \t]+/).filter(Boolean)) {
        const length = count(word);
        if (now !== '' && used + 1 + length > WIDTH - indent.length) {
          lines.push(now);
          now = word;
          used = length;
        } else {
          now = now === '' ? word : `${now} ${word}`;
          used += length + (used === 0 ? 0 : 1);
        }
      }
      return [...lines, now].join(`\n${indent}`);
    })
    .join(`\n${indent}`);
}

/** Blocks of a mailing as plain text, wrapped, with every link spelled out. */
export function textBlocks(root: Root, { lines = false }: { readonly lines?: boolean } = {}): string[] {
  return new Writer(definitionsIn(root), lines).blocks(root);
}

class Writer {
  readonly #definitions: Definitions;
  readonly #lines: boolean;
  constructor(definitions: Definitions, lines: boolean) {
    this.#definitions = definitions;
    this.#lines = lines;
  }

  blocks(parent: Parent, indent = ''): string[] {
    return parent.children.map((node) => this.#block(node, indent)).filter((block) => block.trim() !== '');
  }

  #block(node: Nodes, indent: string): string {
    switch (node.type) {
      case 'heading': {
        const title = this.#inline(node).replaceAll('\n', ' ');
        return `${wrapped(title, indent)}\n${indent}${'='.repeat(Math.min(count(title), WIDTH - indent.length))}`;
      }
      case 'paragraph':
        return wrapped(this.#inline(node), indent);
      case 'list':
        return node.children
          .map((item, i) => {
            const point = node.ordered ? `${(node.start ?? 1) + i}. ` : '- ';
            const inner = `${indent}${' '.repeat(point.length)}`;
            return `${i > 0 ? indent : ''}${point}${this.blocks(item, inner).join(`\n${inner}`)}`;
          })
          .join('\n');
      case 'table':
        return this.#table(node);
      case 'blockquote':
        return this.blocks(node, `${indent}  `).join(`\n${indent}  `);
      case 'code':
        return severalLines(node.value);
      case 'html':
        return isComment(node.value) ? '' : wrapped(severalLines(node.value), indent);
      case 'thematicBreak':
        return '* * *';
      default:
        return '';
    }
  }

  /** In columns where they fit on a line, else cell by cell under the names of the columns. */
  #table({ children }: Table): string {
    const rows = children.map((row) => row.children.map((cell) => this.#inline(cell).replaceAll('\n', ' ').trim()));
    const [head = [], ...rest] = rows;
    const widths = head.map((_, i) => Math.max(...rows.map((row) => count(row[i] ?? ''))));
    if (widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) <= WIDTH)
      return rows
        .map((row) =>
          row
            .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - count(cell))))
            .join(GAP)
            .trimEnd(),
        )
        .join('\n');
    return rest.map((row) => row.map((cell, i) => wrapped(`${head[i] ?? ''}: ${cell}`, '  ')).join('\n')).join('\n\n');
  }

  #inline(parent: Parent): string {
    return severalLines(parent.children.map((node) => this.#phrase(node)).join(''));
  }

  #phrase(node: Nodes): string {
    switch (node.type) {
      case 'text':
        return this.#lines ? node.value : node.value.replaceAll('\n', ' ');
      case 'strong':
      case 'emphasis':
        return node.children.map((child) => this.#phrase(child)).join('');
      case 'link':
      case 'linkReference': {
        const words = node.children.map((child) => this.#phrase(child)).join('');
        const href = linkOf(node, this.#definitions);
        if (href === undefined) return words;
        const says = [href, href.replace(/^(mailto|tel):/, ''), href.replace(/\/$/, '')].includes(words.trim());
        return says ? words : words.trim() === '' ? href : `${words} (${href})`;
      }
      default:
        return wordsOf(node);
    }
  }
}
