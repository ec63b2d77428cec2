import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LETTER_KEYS } from '../../domain/letters/index.ts';
import { compile } from '../../templates/build/letter.ts';
import type { CommonWords, LetterWords } from '../../templates/words.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const load = async <T>(path: string): Promise<T> =>
  ((await import(pathToFileURL(join(TEMPLATES, path)).href)) as { words: T }).words;

/** Every English letter as a call that makes it from its words and the layout by MJML, as it would be at the moment of sending. */
export async function mjmlLetters(): Promise<(() => Promise<string>)[]> {
  const common = await load<CommonWords>('common.en.ts');
  return Promise.all(
    LETTER_KEYS.map(async (key) => {
      const words = await load<LetterWords>(`${key}/en.ts`);
      return async () => {
        const { frame, html } = await compile(key, 'en', words, common);
        return frame[0] + html.join('') + frame[1];
      };
    }),
  );
}
