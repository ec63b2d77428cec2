import type { Piece } from '../document/types.ts';
import type { Found, Judged, Rule } from '../rule.ts';
import { excerpt } from '../text.ts';
import { bodyPieces } from './paragraphs.ts';

/** What is written in capitals for reasons of its own: addresses and hashtags. */
const NO_WORDS = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w.-]+|#[\p{L}\p{N}_]+/gu;
const ROMAN = /^[IVXLCDM]+$/;

/** A finding for each word of a text in capitals that is no abbreviation; `at` names the place of a character. */
function wordsIn(
  text: string,
  { rules: { limits, abbreviations } }: Judged,
  at: (index: number) => number | null,
): Found[] {
  const run = new RegExp(`(?<![\\p{Ll}])\\p{Lu}{${Math.max(limits.capitalsFrom, 1)},}(?!\\p{Ll})`, 'gu');
  const plain = text.replaceAll(NO_WORDS, (all) => ' '.repeat(all.length));
  return [...plain.matchAll(run)]
    .filter(([word]) => !abbreviations.has(word) && !ROMAN.test(word))
    .map((match) => ({
      code: 'capitals',
      at: at(match.index),
      text: match[0],
      found: match[0].length,
      allowed: limits.capitalsFrom - 1,
      severity: 'warning',
      data: { plain: match[0].slice(0, 1) + match[0].slice(1).toLowerCase() },
    }));
}

const placed = (piece: Piece) => (index: number) => piece.at + (piece.exact ? index : 0);

/** R15: no words in large letters, in any script (Q6). Abbreviations stand in Settings. */
export const capitals: Rule = {
  id: 'R15',
  ofText: true,
  judge: (judged) => {
    const { mailing } = judged;
    const { text, at } = mailing.fields.subject;
    return [
      ...wordsIn(text, judged, (index) => (at === null ? null : at + index)),
      ...[...bodyPieces(mailing), ...(mailing.signature?.pieces ?? [])].flatMap((piece) =>
        wordsIn(piece.text, judged, placed(piece)),
      ),
      ...mailing.capitals.map(
        (piece): Found => ({
          code: 'capitals-by-look',
          at: piece.at,
          text: excerpt(piece.text),
          found: 'uppercase',
          allowed: null,
          severity: 'warning',
        }),
      ),
    ];
  },
};
