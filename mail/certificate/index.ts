import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Certificate, printable } from '../../domain/certificates/index.ts';
import { drawPage } from './draw-page.ts';

const font = (name: string): Promise<Buffer> => readFile(join(import.meta.dirname, 'fonts', `${name}.ttf`));
/** Read when the first certificate is made and kept: most processes make none. */
let parts: Promise<[typeof import('pdfkit'), Buffer, Buffer]> | undefined;
const loaded = (): NonNullable<typeof parts> => {
  parts ??= Promise.all([import('pdfkit').then((module) => module.default), font('regular'), font('strong')]);
  return parts;
};

/** Fonts of a certificate, as TrueType. */
export interface CertificateFonts {
  readonly regular: Uint8Array;
  readonly strong: Uint8Array;
}

/**
 * Certificates as one PDF for screen and print, A4 landscape: each a page in the mentor's language and one in English. The same
 * certificates always give the same bytes. Needs at least one (M22, M30).
 */
export async function certificatePdf(
  certificates: readonly Certificate[],
  fonts?: CertificateFonts,
): Promise<Uint8Array> {
  const [first] = certificates;
  if (!first) throw new Error('a file of certificates needs one');
  const [PDFDocument, regular, strong] = await loaded();
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    // None of the built-in fonts: their measures would be read for nothing.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: first.language,
    displayTitle: true,
    info: {
      // No clock: the bytes depend on nothing but what the certificate says, and so does the ID that is made from this.
      CreationDate: new Date(`${first.to || '2026-01-01'}T00:00:00Z`),
      Title: `${printable(first.season, 30)}: ${first.code}`,
      Author: printable(first.university, 80),
      Creator: printable(first.center, 80),
      Producer: 'PDFKit',
    },
  });
  doc.registerFont('regular', Buffer.from(fonts?.regular ?? regular));
  doc.registerFont('strong', Buffer.from(fonts?.strong ?? strong));
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const certificate of certificates) {
    // A season is many pages: whoever else asks meanwhile gets an answer in between.
    await setImmediate();
    for (const language of new Set([certificate.language, 'en' as const])) drawPage(doc, certificate, language);
  }
  doc.end();
  return whole;
}
