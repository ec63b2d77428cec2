import { copyInput, type MailingLook } from '../activities/index.ts';
import { mailing, word } from '../templates/index.ts';

/**
 * A mailing as its readers get it, for pages. Its links to unsubscribe belong to nobody.
 * @param picture address at which the page shows the uploaded picture
 */
export function mailingPreviewOf(publicUrl: string) {
  return (look: MailingLook, picture: string): { readonly html: string; readonly text: string } => {
    const copy = mailing(copyInput(look, look.settings, picture, word));
    return copy.fill({ unsubscribe: `${publicUrl}/unsubscribe/`, preferences: `${publicUrl}/preferences/` });
  };
}
