import { type LetterKey, letterShape, type SlotKind } from '../domain/letters/index.ts';
import type { Language } from './languages.ts';
import { piecesOf } from './marks.ts';
import { PLURAL_FORMS } from './plurals.ts';
import type { Block } from './words.ts';

/** Slots every letter may use besides its own. */
const COMMON = ['name', 'university', 'center', 'centerEmail'];
const LINES: readonly SlotKind[] = ['text', 'lines', 'number', 'date', 'moment'];
const BLOCKS = ['list', 'facts', 'sessions', 'items', 'needs'] as const;
/** As the regulation has it for subjects, which is sensible for every letter. */
const LONGEST_SUBJECT = 120;

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

/** Looks at the texts of one letter in one language and remembers which slots they show. Faults say where to look. */
export class Check {
  readonly faults: string[] = [];
  private readonly used = new Set<string>();
  private readonly key: LetterKey;
  private readonly language: Language;
  constructor(key: LetterKey, language: Language) {
    this.key = key;
    this.language = language;
  }

  text(where: string, text: string): void {
    const { slots } = letterShape(this.key);
    const forms = PLURAL_FORMS[this.language];
    const wrong = (fault: string) => this.faults.push(`${where} ${fault}`);
    for (const piece of piecesOf(text)) {
      if (typeof piece === 'string') {
        if (/[{}⟦⟧¦]/.test(piece)) wrong(`has a brace or a mark that is no slot: ${piece.trim()}`);
        continue;
      }
      const { slot } = piece;
      this.used.add(slot);
      const kind = COMMON.includes(slot) ? 'text' : slots[slot];
      if (kind === undefined) wrong(`uses {${slot}}, which the letter does not have`);
      else if (!LINES.includes(kind)) wrong(`uses {${slot}} in a line, but it is a ${kind} and stands alone`);
      else if (piece.form !== 'plain' && kind !== 'date' && kind !== 'moment')
        wrong(`uses {${slot}:${piece.form}}, but it is no date`);
      if (piece.forms.length === 0) continue;
      if (kind !== 'number') wrong(`counts {${slot}}, but it is no number`);
      if (piece.forms.length !== forms)
        wrong(`has ${piece.forms.length} forms for {${slot}}, but the language has ${forms}`);
      if (piece.forms.some((each) => /[<>&"⟦⟧¦]/.test(each))) wrong(`has markup in the forms of {${slot}}`);
    }
  }

  subject(subject: string): void {
    const { deadline } = letterShape(this.key);
    if (subject === '') this.faults.push('subject is empty');
    if ([...subject].length > LONGEST_SUBJECT) this.faults.push(`subject is longer than ${LONGEST_SUBJECT} characters`);
    if (deadline && !subject.startsWith(`{${deadline}:short}`))
      this.faults.push(`subject does not begin with {${deadline}:short}`);
    this.text('subject', subject);
  }

  body(blocks: readonly Block[]): void {
    const { slots } = letterShape(this.key);
    for (const block of blocks) {
      for (const text of textsOf(block)) this.text('body', text);
      for (const kind of BLOCKS) {
        const slot = typeof block === 'object' && kind in block ? (block as Record<string, string>)[kind] : undefined;
        if (slot === undefined) continue;
        this.used.add(slot);
        if (slots[slot] !== kind)
          this.faults.push(`body shows ${slot} as ${kind}, but it is ${slots[slot] ?? 'not a slot'}`);
      }
    }
  }

  /** What the letter was made to say must be said somewhere. */
  everySlot(): void {
    for (const slot of Object.keys(letterShape(this.key).slots))
      if (!this.used.has(slot)) this.faults.push(`{${slot}} is missing: nothing shows it`);
  }
}
