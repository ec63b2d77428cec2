import { CENTER } from '../../domain/mailing/index.ts';
import { type Assessment, readUpload } from '../../domain/mailing/request/index.ts';
import type { Settings } from '../../domain/program/index.ts';
import { helpIn } from '../letters/compose.ts';
import type { Language, MailingInput } from '../ports.ts';

/** What a request's letter is rendered from: the very text that was judged. `picture` is where its picture is found. */
export function copyInput(
  { cells, document, unit, verdict }: Pick<Assessment, 'cells' | 'document' | 'unit' | 'verdict'>,
  settings: Settings,
  picture: string,
  word: (label: string, language: Language) => string,
): MailingInput {
  const upload = readUpload(cells.picture);
  return {
    subject: cells.subject,
    source: document.source,
    ...(upload && picture !== ''
      ? { picture: { src: picture, alt: cells.pictureAlt, width: upload.width, height: upload.height } }
      : {}),
    unit: unit === CENTER ? '' : (verdict.unit?.name ?? unit),
    common: {
      university: settings.university,
      center: settings.center,
      address: settings.centerAddress,
      help: (language) => helpIn(settings, (label) => word(label, language)),
    },
  };
}
