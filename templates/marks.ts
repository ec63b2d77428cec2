import { DATE_FORMS, type DateForm } from './dates.ts';

/** A slot in words: `{name}`, a date in another form `{answerBy:until}`, a number with its noun `{months|# month|# months}`. */
export interface Mark {
  readonly slot: string;
  readonly form: DateForm;
  /** Forms of the noun, as many as the language has; none for other slots. */
  readonly forms: readonly string[];
}
export type Piece = string | Mark;

const MARK = new RegExp(`\\{(\\w+)(?::(${DATE_FORMS.join('|')}))?((?:\\|[^{}|]+)*)\\}`, 'g');

/** Words cut into text and slots. Braces that are no slot stay in the text, where the check finds them. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, slot = '', form = 'plain', forms = ''] = match;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ slot, form: form as DateForm, forms: forms.split('|').slice(1) });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
