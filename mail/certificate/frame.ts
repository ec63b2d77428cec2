type Doc = PDFKit.PDFDocument;

export const INK = '#1c2530';
export const SOFT = '#526070';
export const BRAND = '#0b5c8a';
export const GOLD = '#a9812f';
const PALE = '#f5f9fb';

/** Everything that only decorates: readers aloud pass it over. Nothing comes nearer to the edge than printers reach. */
export function drawFrame(doc: Doc): void {
  const { width, height } = doc.page;
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  rays(doc, width / 2, height + 150);
  doc
    .lineWidth(1.6)
    .strokeColor(BRAND)
    .rect(26, 26, width - 52, height - 52)
    .stroke();
  doc
    .lineWidth(0.5)
    .strokeColor(GOLD)
    .rect(33, 33, width - 66, height - 66)
    .stroke();
  for (const [x, y, dx, dy] of [
    [26, 26, 1, 1],
    [width - 26, 26, -1, 1],
    [26, height - 26, 1, -1],
    [width - 26, height - 26, -1, -1],
  ] as const)
    corner(doc, x, y, dx, dy);
  doc.restore();
  doc.endMarkedContent();
}

/** A shanyrak in a corner, half opened: arcs around the corner with rays between them. */
function corner(doc: Doc, x: number, y: number, dx: number, dy: number): void {
  const at = (r: number, angle: number): [number, number] => [
    x + dx * r * Math.cos(angle),
    y + dy * r * Math.sin(angle),
  ];
  const arc = (r: number) => {
    const k = 0.5523 * r;
    doc
      .moveTo(x + dx * r, y)
      .bezierCurveTo(x + dx * r, y + dy * k, x + dx * k, y + dy * r, x, y + dy * r)
      .stroke();
  };
  doc.moveTo(x, y).lineTo(x + dx * 46, y);
  doc.bezierCurveTo(x + dx * 46, y + dy * 25.4, x + dx * 25.4, y + dy * 46, x, y + dy * 46).fill('#ffffff');
  doc.lineWidth(1.6).strokeColor(BRAND);
  arc(46);
  doc
    .moveTo(x + dx * 46, y)
    .lineTo(x, y)
    .lineTo(x, y + dy * 46)
    .stroke();
  doc.lineWidth(0.6).strokeColor(GOLD);
  arc(38);
  arc(18);
  for (let i = 1; i < 6; i++) {
    const angle = (i * Math.PI) / 12;
    doc.moveTo(...at(18, angle)).lineTo(...at(38, angle));
  }
  doc.stroke();
}

/** Pale rays that open upwards from below the page. */
function rays(doc: Doc, x: number, y: number): void {
  const { width, height } = doc.page;
  doc
    .save()
    .rect(33, 33, width - 66, height - 66)
    .clip();
  const reach = 1000;
  for (let i = -9; i <= 9; i++) {
    const [a, b] = [(i - 0.22) * 0.11, (i + 0.22) * 0.11];
    doc
      .moveTo(x + 260 * Math.sin(a), y - 260 * Math.cos(a))
      .lineTo(x + reach * Math.sin(a), y - reach * Math.cos(a))
      .lineTo(x + reach * Math.sin(b), y - reach * Math.cos(b))
      .lineTo(x + 260 * Math.sin(b), y - 260 * Math.cos(b));
  }
  doc.fill(PALE).restore();
}
