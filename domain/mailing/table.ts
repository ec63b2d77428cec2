/** Tables as offices keep them, and as a mailing holds them (R10). */

/** Rows of a text with cells between tabs, semicolons or commas, whichever the first row has most of; quoted cells may hold anything. */
export function readRows(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const end = () => {
    row.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) end();
    else if (char === '\n') {
      end();
      rows.push(row);
      row = [];
    } else if (char !== '\r') cell += char;
  }
  end();
  rows.push(row);
  return rows.filter((cells) => cells.some((one) => one !== ''));
}

function separatorOf(text: string): string {
  // Quoted cells may hold line ends and separators of their own.
  const outside =
    text
      .trimStart()
      .replaceAll(/"[^"]*"/g, '')
      .split('\n', 1)[0] ?? '';
  const count = (separator: string) => outside.split(separator).length;
  return ['\t', ';', ','].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** The rows as a table in Markdown, the first one as its header; every row as wide as the widest. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows.map((row) => Array.from({ length: width }, (_, i) => cellText(row[i] ?? '')));
  if (!head) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** A cell is one line, and nothing in it is taken for Markdown's own signs. */
const cellText = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\|`*_[\]<>~]/g, (sign) => `\\${sign}`);
