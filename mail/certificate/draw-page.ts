import { type Certificate, certificateWords, printable, spanIn } from '../../domain/certificates/index.ts';
import type { Language } from '../../domain/words/index.ts';
import { fit, fitLine } from './fit.ts';
import { BRAND, drawFrame, GOLD, INK, SOFT } from './frame.ts';
import { drawQr } from './qr.ts';

type Doc = PDFKit.PDFDocument;
/** In points. */
const MARGIN = 84;
const QR = 92;

/** One page of a certificate in one language. */
export function drawPage(doc: Doc, certificate: Certificate, language: Language): void {
  const words = certificateWords(certificate.kind, language);
  doc.addPage();
  const { width } = doc.page;
  drawFrame(doc);
  const wide = width - 2 * MARGIN;
  const page = doc.struct('Sect', { lang: language });
  const say = (type: string, draw: () => void, options: object = {}) => page.add(doc.struct(type, options, draw));
  const centred = (text: string, y: number, options: PDFKit.Mixins.TextOptions = {}) =>
    doc.text(text, MARGIN, y, { width: wide, align: 'center', lineBreak: false, ...options });

  const university = printable(certificate.university, 80);
  say('P', () => {
    doc.font('strong').fillColor(BRAND);
    doc.fontSize(fitLine(doc, university, wide, 17));
    centred(university, 66);
    doc.font('regular').fontSize(11.5).fillColor(SOFT);
    centred(words.programme, 92);
  });
  say('H1', () => {
    doc.font('strong').fillColor(BRAND);
    doc.fontSize(fitLine(doc, words.title, wide, 38));
    centred(words.title, 128);
  });
  say('P', () => {
    doc.font('regular').fontSize(13).fillColor(SOFT);
    centred(words.holder, 189);
  });
  drawName(doc, certificate.name, wide, say);
  say('P', () => {
    doc.font('regular').fontSize(13.5).fillColor(INK);
    const room = 560;
    doc.text(words.thanks(university), (width - room) / 2, 322, {
      width: room,
      align: 'center',
      lineGap: 3,
      height: 64,
    });
  });
  drawFacts(doc, certificate, language, say);
  drawFoot(doc, certificate, words, say);
  page.end();
  doc.addStructure(page);
}

type Say = (type: string, draw: () => void, options?: object) => void;

/** The name in one line or two; a line to write it on where it cannot be printed. */
function drawName(doc: Doc, typed: string, wide: number, say: Say): void {
  const name = printable(typed, 120);
  const middle = doc.page.width / 2;
  if (name !== '')
    say('H2', () => {
      doc.font('strong').fillColor(INK);
      const { size, lines } = fit(doc, name, wide, { largest: 40, twoLines: 29, smallest: 17 });
      doc.fontSize(size);
      const high = size * 1.22;
      const top = 254 - (high * lines.length) / 2;
      for (const [i, line] of lines.entries())
        doc.text(line, MARGIN, top + i * high - size * 0.08, { width: wide, align: 'center', lineBreak: false });
    });
  doc.markContent('Artifact', { type: 'Layout' });
  const reach = name === '' ? 230 : 60;
  doc
    .lineWidth(1)
    .strokeColor(GOLD)
    .moveTo(middle - reach, 304)
    .lineTo(middle + reach, 304)
    .stroke();
  doc.endMarkedContent();
}

function drawFacts(doc: Doc, certificate: Certificate, language: Language, say: Say): void {
  const words = certificateWords(certificate.kind, language);
  const span = spanIn(certificate.from, certificate.to, language);
  const facts = [
    [words.season, printable(certificate.season, 30) || '–', 1],
    [words.mentees, String(certificate.mentees), 1],
    [words.months, String(certificate.months), 1.3],
    ...(span === '' ? [] : ([[words.dates, span, 1.9]] as const)),
  ] as const;
  const wide = doc.page.width - 2 * MARGIN;
  const sum = facts.reduce((all, [, , share]) => all + share, 0);
  let x = MARGIN;
  for (const [label, value, share] of facts) {
    const width = (wide * share) / sum;
    const at = x;
    say('P', () => {
      doc.font('regular').fillColor(SOFT);
      doc.fontSize(fitLine(doc, label, width - 8, 10));
      doc.text(label, at, 404, { width, align: 'center', lineBreak: false });
      doc.font('strong').fillColor(INK);
      doc.fontSize(fitLine(doc, value, width - 8, 13.5));
      doc.text(value, at, 420, { width, align: 'center', lineBreak: false });
    });
    x += width;
  }
}

function drawFoot(
  doc: Doc,
  { center, url, code }: Certificate,
  words: ReturnType<typeof certificateWords>,
  say: Say,
): void {
  const { width, height } = doc.page;
  const bottom = height - 58;
  const left = width - MARGIN - QR;
  say('P', () => {
    doc
      .lineWidth(0.7)
      .strokeColor(SOFT)
      .moveTo(MARGIN, bottom - 32)
      .lineTo(MARGIN + 230, bottom - 32)
      .stroke();
    doc.font('regular').fontSize(10).fillColor(SOFT);
    doc.text(words.forCenter, MARGIN, bottom - 27, { width: 230, lineBreak: false });
    const name = printable(center, 80);
    doc.font('strong').fillColor(INK);
    doc.fontSize(fitLine(doc, name, 230, 11));
    doc.text(name, MARGIN, bottom - 13, { width: 230, lineBreak: false });
  });
  say('Figure', () => drawQr(doc, url, left, bottom - QR + 8, QR, INK), { alt: words.code });
  say('P', () => {
    doc.font('regular').fontSize(9.5).fillColor(SOFT);
    doc.text(words.check, left - 208, bottom - 30, { width: 200, align: 'right', lineGap: 1.5, height: 30 });
    doc.fontSize(8).text(code, left - 228, bottom - 2, { width: 220, align: 'right', lineBreak: false });
  });
  doc.link(left, bottom - QR + 8, QR, QR, url);
}
