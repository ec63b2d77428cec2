import { isLanguage } from '../../../domain/words/index.ts';
import { SHOWN_KEYS } from '../../../templates/samples-shown.ts';
import { Refusal, type Request, sendPage } from '../http.ts';
import { galleryPage, letterDocumentOf, letterPage, VIEWS } from './page.ts';

/** `/letters`, `/letters/<key>` and `/letters/<key>/<language>.html`. False for other paths. */
export function letterRoutes({ res, path, query }: Request): boolean {
  if (path === '/letters') {
    sendPage(res, galleryPage());
    return true;
  }
  const [, key, language] = /^\/letters\/([a-z-]+)(?:\/([a-z]{2})\.html)?$/.exec(path) ?? [];
  if (key === undefined) return false;
  const shown = SHOWN_KEYS.find((each) => each === key);
  if (!shown) throw new Refusal(404, `There is no letter "${key}".`);
  if (language === undefined) {
    const view = VIEWS.find((each) => each === query.get('view')) ?? 'desktop';
    sendPage(res, letterPage(shown, view), { policy: 'frames' });
    return true;
  }
  if (!isLanguage(language)) throw new Refusal(404, `There is no language "${language}".`);
  sendPage(res, letterDocumentOf(shown, language, query.has('dark')), { policy: 'letter' });
  return true;
}
