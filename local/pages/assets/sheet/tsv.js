/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, and quotes round a
 * cell that holds either of them or begins with a quote.
 * @param {readonly (readonly string[])[]} block
 */
export const toTsv = (block) => block.map((line) => line.map(quoted).join('\t')).join('\n');

/** @param {string} text */
const quoted = (text) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * What another spreadsheet, or a text editor, put on the clipboard. One line end at the very end belongs to no cell. A quote
 * that is never closed, or after which the cell goes on, is a quote that somebody typed.
 * @param {string} tsv
 * @returns {string[][]} rows of texts; one row with one empty cell for nothing
 */
export function fromTsv(tsv) {
  const text = tsv.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const block = [[]];
  let at = 0;
  for (;;) {
    const [cell, end] = cellAt(text, at);
    block.at(-1).push(cell);
    if (end >= text.length) return block;
    if (text[end] === '\n') block.push([]);
    at = end + 1;
  }
}

/** @returns {[string, number]} the cell that begins here, and where the mark after it stands */
function cellAt(text, at) {
  if (text[at] === '"') {
    const inner = /^(?:[^"]|"")*/.exec(text.slice(at + 1))[0];
    const end = at + inner.length + 2;
    const closed = text[end - 1] === '"' && (end >= text.length || text[end] === '\t' || text[end] === '\n');
    if (closed) return [inner.replaceAll('""', '"'), end];
  }
  const plain = /^[^\t\n]*/.exec(text.slice(at))[0];
  return [plain, at + plain.length];
}

/**
 * The block as often as it fits into what is selected: spreadsheets fill a selection that is a multiple of the block.
 * @param {string[][]} block
 * @param {number} height
 * @param {number} width
 */
export function filled(block, height, width) {
  const [rows, columns] = [block.length, Math.max(...block.map((line) => line.length))];
  const [down, across] = [height / rows, width / columns];
  if (!Number.isInteger(down) || !Number.isInteger(across)) return block;
  const wide = block.map((line) => Array.from({ length: width }, (_, c) => line[c % columns] ?? ''));
  return Array.from({ length: height }, (_, r) => wide[r % rows]);
}
