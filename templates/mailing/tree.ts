import type { Definition, Nodes, Root } from 'mdast';

/** A mailing's text as it is shown: a list of blocks, links by reference resolved, what no reader shall see left out. */
export type Definitions = ReadonlyMap<string, Definition>;

export const definitionsIn = (root: Root): Definitions =>
  new Map(root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])));

/** Where a link leads, if a letter may lead there; a link to nowhere is shown as its words. */
export function linkOf(node: Nodes, definitions: Definitions): string | undefined {
  const url =
    node.type === 'link' ? node.url : node.type === 'linkReference' ? definitions.get(node.identifier)?.url : undefined;
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) ? href : undefined;
}

/** Comments are for whoever writes; every other tag is shown as the text it is. */
export const isComment = (html: string): boolean => /^<!--[\s\S]*-->\s*$/.test(html);

/** The plain words of a node. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'html') return isComment(node.value) ? '' : node.value;
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
