import { create } from 'qrcode';

/** Draws a QR code as one vector shape of this size in points, its quiet zone included. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number, color: string): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  // Four modules of quiet on each side (ISO/IEC 18004).
  const step = size / (modules.size + 8);
  doc.rect(x, y, size, size).fill('#ffffff');
  for (let row = 0; row < modules.size; row++)
    for (let from = 0; from < modules.size; ) {
      if (!modules.get(row, from)) {
        from++;
        continue;
      }
      let to = from + 1;
      while (to < modules.size && modules.get(row, to)) to++;
      // A hair taller than the module, so that no viewer shows a seam between rows.
      doc.rect(x + (from + 4) * step, y + (row + 4) * step, (to - from) * step, step * 1.02);
      from = to;
    }
  doc.fill(color);
}
