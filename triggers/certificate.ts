import type { ServerResponse } from 'node:http';
import { certificateWords, spanIn } from '../domain/certificates/index.ts';
import { valueIn } from '../domain/words/index.ts';
import type { FunctionRequest } from './body.ts';
import { CERTIFIED_TABS, daysOf, isCertified } from './certified.ts';
import { html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';
import { readerOf } from './reader.ts';

/**
 * Shows that a certificate is real: which one, name, programme, season and dates, nothing else; the name only with the mentor's
 * consent (M4).
 */
export async function certificatePage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  code: string,
): Promise<void> {
  const reader = readerOf(req, true);
  const { words, language } = reader;
  const read = ports.readCertificate(code);
  const view = read && (await ports.read(CERTIFIED_TABS));
  const award = read && view?.row('awards', read.award);
  const mentor = award && view?.row('mentors', award.cells.mentor);
  if (!view || !mentor || !isCertified(award, read.kind))
    return sendWords(res, 404, words.noCertificate, words.noCertificateMore, undefined, reader);
  const name = mentor.cells.consentCertificate === 'Yes' ? mentor.cells.name : words.unnamed;
  const { title, dates } = certificateWords(read.kind, language);
  const { from, to } = daysOf(view, award);
  const span = spanIn(from, to, language);
  sendPage(
    res,
    200,
    title,
    html`<h1>${words.isReal}</h1><p>${title}</p><dl><dt>${valueIn('Name', language)}</dt><dd>${name}</dd><dt>${valueIn('Programme', language)}</dt><dd>${words.programme}</dd><dt>${valueIn('Season', language)}</dt><dd>${award.cells.season}</dd>${span === '' ? undefined : html`<dt>${dates}</dt><dd>${span}</dd>`}</dl>`,
    reader,
  );
}
