import type { ServerResponse } from 'node:http';
import { html } from './html.ts';
import { sendPage, sendWords } from './page.ts';
import type { TriggerPorts } from './ports.ts';

/** Shows that a certificate is real: name, programme and season, nothing else; the name only with the mentor's consent (M4). */
export async function certificatePage(ports: TriggerPorts, res: ServerResponse, code: string): Promise<void> {
  const id = ports.readCertificate(code);
  const view = id === undefined ? undefined : await ports.read(['awards', 'mentors']);
  const award = id === undefined ? undefined : view?.row('awards', id);
  const mentor = award && view?.row('mentors', award.cells.mentor);
  if (!award || !mentor || (award.cells.completed ?? 0) === 0)
    return sendWords(
      res,
      404,
      'No such certificate',
      'This code belongs to no certificate. Please check it letter by letter, or ask the Center.',
    );
  const name =
    mentor.cells.consentCertificate === 'Yes' ? mentor.cells.name : 'The holder prefers not to be named here';
  sendPage(
    res,
    200,
    'Certificate of appreciation',
    html`<h1>This certificate is real</h1><dl><dt>Name</dt><dd>${name}</dd><dt>Programme</dt><dd>Alumni mentorship programme</dd><dt>Season</dt><dd>${award.cells.season}</dd></dl>`,
  );
}
