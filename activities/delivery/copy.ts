import { readUpload } from '../../domain/mailing/request/index.ts';
import { counted } from '../../domain/program/index.ts';
import type { Ports, Row } from '../ports.ts';
import type { MailingCopy } from './ports.ts';

/** The mailing being sent, in words: made once, whatever the number of its readers. */
let newest: { readonly name: string; readonly copy: MailingCopy } | undefined;

/** @param content fingerprint of what is sent; the row was seen to have it */
export async function copyOf(
  ports: Ports,
  row: Row<'mailings'>,
  content: string,
  centerEmail: string,
): Promise<MailingCopy> {
  const name = `${row.id}/${content}`;
  if (newest?.name === name) return newest.copy;
  const cells = counted(row);
  const upload = readUpload(cells.picture);
  const bytes = upload && (await ports.bulk.files.get(upload.file));
  const picture =
    upload && bytes
      ? { cid: `picture-${content.toLowerCase()}@mailing`, name: upload.name, type: upload.type, bytes }
      : undefined;
  const copy = ports.bulk.write(row, cells, { centerEmail, picture });
  newest = { name, copy };
  return copy;
}
