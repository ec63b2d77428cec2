import { LETTERS, type LetterKey, letterShape, type SlotKind } from '../../domain/letters/index.ts';
import type { Block, LetterWords } from '../words.ts';

export class BuildError extends Error {}

/** Slots every letter may use besides its own. */
const COMMON = ['name', 'university', 'center', 'centerEmail'];
const LINES: readonly SlotKind[] = ['text', 'lines', 'number', 'date', 'moment'];

const slotsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
const textsOf = (block: Block): string[] =>
  typeof block === 'string'
    ? [block]
    : 'heading' in block
      ? [block.heading]
      : 'points' in block
        ? [...block.points]
        : 'none' in block
          ? [block.none]
          : [];

/** Every fault in the words of one letter, in words that say where to look; an empty list means they fit the catalogue. */
export function faultsOf(key: LetterKey, words: LetterWords): string[] {
  const shape = letterShape(key);
  const faults: string[] = [];
  const allowed = new Set([...COMMON, ...Object.keys(shape.slots)]);
  const used = new Set<string>();
  const look = (where: string, text: string) => {
    for (const slot of slotsIn(text)) {
      used.add(slot);
      if (!allowed.has(slot)) faults.push(`${where} uses {${slot}}, which the letter does not have`);
      else if (shape.slots[slot] !== undefined && !LINES.includes(shape.slots[slot]))
        faults.push(`${where} uses {${slot}} in a line, but it is a ${shape.slots[slot]}`);
    }
  };
  for (const field of ['subject', 'preheader', 'heading'] as const) {
    if (!words[field]) faults.push(`${field} is empty`);
    look(field, words[field] ?? '');
  }
  if ([...words.subject].length > 120) faults.push('subject is longer than 120 characters');
  if (shape.deadline && !words.subject.startsWith(`{${shape.deadline}}`))
    faults.push(`subject does not begin with {${shape.deadline}}`);
  for (const block of [...words.body, ...(words.after ?? [])]) {
    for (const text of textsOf(block)) look('body', text);
    for (const kind of ['list', 'facts', 'sessions', 'items', 'needs'] as const) {
      const slot = typeof block === 'object' && kind in block ? (block as Record<string, string>)[kind] : undefined;
      if (slot === undefined) continue;
      used.add(slot);
      if (shape.slots[slot] !== kind)
        faults.push(`body shows ${slot} as ${kind}, but it is ${shape.slots[slot] ?? 'not a slot'}`);
    }
  }
  for (const button of shape.buttons) if (!words.buttons[button]) faults.push(`button ${button} has no label`);
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
