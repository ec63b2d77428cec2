type Doc = PDFKit.PDFDocument;

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}
/** Font sizes: wished for in one line, least in one line, least in two. */
export interface Sizes {
  readonly largest: number;
  readonly twoLines: number;
  readonly smallest: number;
}

/**
 * The largest size at which a text stands in one line, or below `twoLines` in two as even as its words allow; what is longer
 * still ends in dots. Sizes and widths in points. Measures in the font that is set, at size 1: widths grow evenly.
 */
export function fit(doc: Doc, text: string, width: number, { largest, twoLines, smallest }: Sizes): Fitted {
  doc.fontSize(1);
  const sizeOf = (line: string) => Math.min(largest, Math.floor((width / doc.widthOfString(line)) * 4) / 4);
  const alone = sizeOf(text);
  if (alone >= twoLines) return { size: alone, lines: [text] };
  const lines = halves(text, (line) => doc.widthOfString(line));
  const size = Math.min(twoLines, ...lines.map(sizeOf));
  if (size >= smallest) return { size, lines };
  return { size: smallest, lines: lines.map((line) => cut(line, (each) => sizeOf(each) >= smallest)) };
}

/** The size at which a text stands in one line, however small. */
export const fitLine = (doc: Doc, text: string, width: number, largest: number): number =>
  fit(doc, text, width, { largest, twoLines: 0, smallest: 0 }).size;

/** Two lines as even as the spaces between words allow. */
function halves(text: string, wide: (line: string) => number): string[] {
  const words = text.split(' ');
  let best = [text];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const widest = Math.max(...lines.map(wide));
    if (widest < least) [best, least] = [lines, widest];
  }
  return best;
}

function cut(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  const chars = [...line];
  while (chars.length > 1 && !fits(`${chars.join('')}…`)) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
