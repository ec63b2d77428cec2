import type { MailingLook } from '../types.ts';

/** The mailing as plain text: what a reader sees whose mail program shows nothing else. '' while there is none. */
export function textOf({ document }: Pick<MailingLook, 'document'>, table: string): string {
  const blocks = document.blocks.map(({ kind, text }) => (kind === 'title' ? text.toUpperCase() : text));
  const signature = document.signature ? ['-- ', document.signature.text] : [];
  return [...blocks, ...(table === '' ? [] : [table]), ...(signature.length > 0 ? [signature.join('\n')] : [])].join(
    '\n\n',
  );
}
