import { LETTERS, type LetterKey, letterShape, type SlotKind } from '../../domain/letters/index.ts';
import type { Language } from '../languages.ts';
import { piecesOf } from '../marks.ts';
import { PLURAL_FORMS } from '../plurals.ts';
import type { Block, LetterWords } from '../words.ts';

export class BuildError extends Error {}

/** Slots every letter may use besides its own. */
const COMMON = ['name', 'university', 'center', 'centerEmail'];
const LINES: readonly SlotKind[] = ['text', 'lines', 'number', 'date', 'moment'];

const textsOf = (block: Block): string[] =>
  typeof block === 'string'
    ? [block]
    : 'heading' in block
      ? [block.heading]
      : 'points' in block
        ? [...block.points]
        : 'none' in block
          ? [block.none, block.button]
          : 'button' in block
            ? [block.button]
            : [];

/** Every fault in the words of one letter, in words that say where to look; an empty list means they fit the catalogue. */
export function faultsOf(key: LetterKey, language: Language, words: LetterWords): string[] {
  const shape = letterShape(key);
  const faults: string[] = [];
  const used = new Set<string>();
  const look = (where: string, text: string) => {
    for (const piece of piecesOf(text)) {
      if (typeof piece === 'string') {
        if (/[{}⟦⟧¦]/.test(piece)) faults.push(`${where} has a brace or a mark that is no slot: ${piece.trim()}`);
        continue;
      }
      const { slot, form, forms } = piece;
      used.add(slot);
      const kind = COMMON.includes(slot) ? 'text' : shape.slots[slot];
      if (kind === undefined) faults.push(`${where} uses {${slot}}, which the letter does not have`);
      else if (!LINES.includes(kind)) faults.push(`${where} uses {${slot}} in a line, but it is a ${kind}`);
      else if (form !== 'plain' && kind !== 'date' && kind !== 'moment')
        faults.push(`${where} uses {${slot}:${form}}, but it is no date`);
      if (forms.length > 0 && kind !== 'number') faults.push(`${where} counts {${slot}}, but it is no number`);
      if (forms.length > 0 && forms.length !== PLURAL_FORMS[language])
        faults.push(`${where} has ${forms.length} forms for {${slot}}, but the language has ${PLURAL_FORMS[language]}`);
      if (forms.some((each) => /[<>&"⟦⟧¦]/.test(each))) faults.push(`${where} has markup in the forms of {${slot}}`);
    }
  };
  for (const field of ['subject', 'preheader', 'heading'] as const) {
    if (!words[field]) faults.push(`${field} is empty`);
    look(field, words[field] ?? '');
  }
  if ([...words.subject].length > 120) faults.push('subject is longer than 120 characters');
  if (shape.deadline && !words.subject.startsWith(`{${shape.deadline}:short}`))
    faults.push(`subject does not begin with {${shape.deadline}:short}`);
  for (const block of words.body) {
    for (const text of textsOf(block)) look('body', text);
    for (const kind of ['list', 'facts', 'sessions', 'items', 'needs'] as const) {
      const slot = typeof block === 'object' && kind in block ? (block as Record<string, string>)[kind] : undefined;
      if (slot === undefined) continue;
      used.add(slot);
      if (shape.slots[slot] !== kind)
        faults.push(`body shows ${slot} as ${kind}, but it is ${shape.slots[slot] ?? 'not a slot'}`);
    }
  }
  for (const button of shape.buttons) {
    if (!words.buttons[button]) faults.push(`button ${button} has no label`);
    if (/[<>&"{}⟦⟧¦]/.test(words.buttons[button] ?? ''))
      faults.push(`button ${button} has markup or a slot in its label`);
  }
  for (const button of Object.keys(words.buttons))
    if (!shape.buttons.includes(button)) faults.push(`button ${button} is not one of the letter's`);
  if (!shape.urgent) {
    if (!words.line) faults.push('a letter that may be merged needs a line');
    else look('line', words.line);
  }
  for (const slot of Object.keys(shape.slots)) if (!used.has(slot)) faults.push(`slot ${slot} is never shown`);
  return faults;
}

export const allKeys = (): LetterKey[] => Object.keys(LETTERS) as LetterKey[];
