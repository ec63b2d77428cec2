import { CENTER } from '../../domain/mailing/index.ts';
import { type Around, type Assessment, readUpload } from '../../domain/mailing/request/index.ts';
import { helpIn } from '../letters/compose.ts';
import type { LettersPort, MailingCopy } from '../ports.ts';

/** Where the picture of a mail stands: beside its text, so that nothing is fetched when it is read. */
const PICTURE = 'cid:picture';

/**
 * A request as the letter that its readers get, rendered once for all of them.
 * @param pictureSrc `cid:picture` in a mail; in a preview an address of the page
 */
export function copyOf(
  letters: Pick<LettersPort, 'mailing' | 'word'>,
  { settings, units }: Pick<Around, 'settings' | 'units'>,
  { cells, document, unit }: Pick<Assessment, 'cells' | 'document' | 'unit'>,
  pictureSrc = PICTURE,
): MailingCopy {
  const picture = readUpload(cells.picture);
  const name = units.find(({ code }) => code === unit)?.name || unit;
  return letters.mailing({
    subject: cells.subject,
    source: document.source,
    ...(picture
      ? { picture: { src: pictureSrc, alt: cells.pictureAlt, width: picture.width, height: picture.height } }
      : {}),
    unit: unit === CENTER ? '' : name,
    common: {
      university: settings.university,
      center: settings.center,
      address: settings.centerAddress,
      help: (language) => helpIn(settings, (label) => letters.word(label, language)),
    },
  });
}
