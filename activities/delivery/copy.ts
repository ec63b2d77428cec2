import { findUnit } from '../../domain/mailing/index.ts';
import type { Around } from '../../domain/mailing/request/index.ts';
import { documentOf, readUpload } from '../../domain/mailing/request/index.ts';
import { counted, type Settings } from '../../domain/program/index.ts';
import { copyOf } from '../mailing/copy.ts';
import type { Ports, Row } from '../ports.ts';
import type { BulkMailing } from './ports.ts';

/** The mailing being sent, in words: made once, whatever the number of its readers. */
let newest: { readonly name: string; readonly mailing: BulkMailing } | undefined;

/** @param content fingerprint of what is sent; the row was seen to have it */
export async function writtenOnce(
  ports: Ports,
  row: Row<'mailings'>,
  content: string,
  around: { readonly settings: Settings; readonly units: Around['units'] },
): Promise<BulkMailing> {
  const name = `${row.id}/${content}`;
  if (newest?.name === name) return newest.mailing;
  const cells = counted(row);
  const unit = findUnit(cells.unit, around.units)?.code ?? '';
  const upload = readUpload(cells.picture);
  const bytes = upload && (await ports.bulk.files.get(upload.file));
  const mailing: BulkMailing = {
    copy: copyOf(ports.letters, around, { cells, document: documentOf(cells), unit }),
    replyTo: around.settings.centerEmail,
    unit,
    ...(upload && bytes ? { picture: { name: upload.name, type: upload.type, bytes } } : {}),
  };
  newest = { name, mailing };
  return mailing;
}
