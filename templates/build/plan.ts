import { LETTERS, type LetterKey, letterShape } from '../../domain/letters/index.ts';
import { Check } from '../check.ts';
import type { Language } from '../languages.ts';
import type { LetterWords } from '../words.ts';

export class BuildError extends Error {}

/** Every fault in the words of one letter, in words that say where to look; an empty list means they fit the catalogue. */
export function faultsOf(key: LetterKey, language: Language, words: LetterWords): string[] {
  const shape = letterShape(key);
  const check = new Check(key, language);
  const { faults } = check;
  check.subject(words.subject);
  for (const field of ['preheader', 'heading'] as const) {
    if (!words[field]) faults.push(`${field} is empty`);
    check.text(field, words[field] ?? '');
  }
  check.body(words.body);
  for (const button of shape.buttons) {
    if (!words.buttons[button]) faults.push(`button ${button} has no label`);
    if (/[<>&"{}⟦⟧¦]/.test(words.buttons[button] ?? ''))
      faults.push(`button ${button} has markup or a slot in its label`);
  }
  for (const button of Object.keys(words.buttons))
    if (!shape.buttons.includes(button)) faults.push(`button ${button} is not one of the letter's`);
  if (!shape.urgent) {
    if (!words.line) faults.push('a letter that may be merged needs a line');
    else check.text('line', words.line);
  }
  check.everySlot();
  return faults;
}

export const allKeys = (): LetterKey[] => Object.keys(LETTERS) as LetterKey[];
