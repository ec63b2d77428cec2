import type { MailingLook } from '../types.ts';

/** The mailing as plain text: what a reader sees whose mail program shows nothing else. '' while there is none. */
export function textOf({ document, cells: { table, signature } }: Pick<MailingLook, 'document' | 'cells'>): string {
  const blocks = document.blocks.map(({ kind, text }) => (kind === 'title' ? text.toUpperCase() : text));
  const signed = signature.trim() === '' ? [] : [`-- \n${signature.trim()}`];
  return [...blocks, ...(table === '' ? [] : [table]), ...signed].join('\n\n');
}
