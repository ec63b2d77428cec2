/** Languages of letters. Each letter is written in all of them: a missing one stops the build. */
export { LANGUAGE_CODES as LANGUAGES, type Language } from '../domain/words/index.ts';
