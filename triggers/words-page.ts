import type { ServerResponse } from 'node:http';
import { isLetterKey } from '../domain/letters/index.ts';
import type { FunctionRequest } from './body.ts';
import { html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';

/** The preview behind a row of the tab Letters: the letter in the words of that row, with sample data, or what is wrong with them. */
export async function wordsPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
): Promise<void> {
  const reader = readerOf(req);
  const { now } = await ports.now();
  const reading = ports.readToken(token, now);
  const row =
    reading.ok && reading.link.action === 'words'
      ? (await ports.read(['ownWords'])).row('ownWords', reading.link.person)
      : undefined;
  if (!row || !isLetterKey(row.cells.letter))
    return sendWords(res, 404, 'No such words', 'This row is not in the tab Letters any more.', undefined, reader);
  const { letter, language, subject, text } = row.cells;
  const { faults, document } = ports.preview(letter, language, { subject: subject.trim(), text });
  if (faults.length > 0)
    return sendPage(
      res,
      200,
      'These words cannot be used',
      html`<h1>These words cannot be used</h1><ul>${faults.map((fault) => html`<li>${fault}</li>`)}</ul>`,
      reader,
    );
  res.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox",
  });
  res.end(document);
}
