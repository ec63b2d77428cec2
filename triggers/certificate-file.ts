import type { ServerResponse } from 'node:http';
import { CERTIFICATE_KINDS, type Certificate, isCertificateKind } from '../domain/certificates/index.ts';
import { certificatePdf } from '../mail/index.ts';
import type { FunctionRequest } from './body.ts';
import { CERTIFIED_TABS, certificateOf } from './certified.ts';
import { sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';
import type { View } from './types.ts';

/** A certificate as a PDF, or all of a season for print. Opening it changes nothing, and can be repeated (M22, M30). */
export async function certificateFile(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  name: string,
): Promise<void> {
  const { now } = await ports.now();
  const reading = ports.readToken(name.replace(/\.pdf$/, ''), now);
  const data = reading.ok && reading.link.action === 'certificate' ? (reading.link.data ?? {}) : undefined;
  const found = data ? certificatesOf(ports, await ports.read(CERTIFIED_TABS), data) : [];
  const [first] = found;
  if (!first) {
    const reader = readerOf(req, true);
    return sendWords(res, 404, reader.words.noCertificate, reader.words.noCertificateMore, undefined, reader);
  }
  const file = await certificatePdf(found);
  const title = data?.season === undefined ? first.code.split('.')[0] : `season-${found.length}`;
  res.writeHead(200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="certificate-${title}.pdf"`,
    'Content-Length': file.length,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  });
  res.end(file);
}

function certificatesOf(
  ports: TriggerPorts,
  view: View,
  { award, kind, season }: Readonly<Record<string, string | number>>,
): Certificate[] {
  const row = award === undefined ? undefined : view.row('awards', String(award));
  const certificate = row && isCertificateKind(kind) ? certificateOf(ports, view, row, kind) : undefined;
  if (certificate) return [certificate];
  if (season === undefined) return [];
  return view
    .rows('awards')
    .filter((each) => each.cells.season === season)
    .sort((a, b) => (a.cells.name < b.cells.name ? -1 : 1))
    .flatMap((each) => CERTIFICATE_KINDS.map((one) => certificateOf(ports, view, each, one)))
    .filter((each) => each !== undefined);
}
