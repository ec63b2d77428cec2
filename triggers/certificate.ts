import type { ServerResponse } from 'node:http';
import { valueIn } from '../domain/words/index.ts';
import type { FunctionRequest } from './body.ts';
import { html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';

/** Shows that a certificate is real: name, programme and season, nothing else; the name only with the mentor's consent (M4). */
export async function certificatePage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  code: string,
): Promise<void> {
  const reader = readerOf(req, true);
  const { words, language } = reader;
  const id = ports.readCertificate(code);
  const view = id === undefined ? undefined : await ports.read(['awards', 'mentors']);
  const award = id === undefined ? undefined : view?.row('awards', id);
  const mentor = award && view?.row('mentors', award.cells.mentor);
  if (!award || !mentor || (award.cells.completed ?? 0) === 0)
    return sendWords(res, 404, words.noCertificate, words.noCertificateMore, undefined, reader);
  const name = mentor.cells.consentCertificate === 'Yes' ? mentor.cells.name : words.unnamed;
  sendPage(
    res,
    200,
    words.certificate,
    html`<h1>${words.isReal}</h1><dl><dt>${valueIn('Name', language)}</dt><dd>${name}</dd><dt>${valueIn('Programme', language)}</dt><dd>${words.programme}</dd><dt>${valueIn('Season', language)}</dt><dd>${award.cells.season}</dd></dl>`,
    reader,
  );
}
