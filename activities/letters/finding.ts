import { type Finding, inWords } from '../../domain/mailing/check/index.ts';
import { draftWords, type Language } from '../../domain/words/index.ts';

/** Of somebody's words no more is quoted in a letter. */
export const WORDS_MOST = 400;

export const clipped = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

const quoted = (words: string, language: Language): string => (language === 'en' ? `“${words}”` : `«${words}»`);

/**
 * A finding as a line of a letter: rule and clause beside what was found and is allowed, the words, and what to do (R21).
 * @param advice said of a finding that keeps nothing from being sent
 */
export function findingFact(finding: Finding, language: Language, advice: string): readonly [string, string] {
  const { message, fix } = inWords(finding, language);
  const words = clipped(finding.text.replaceAll(/\s+/g, ' ').trim(), WORDS_MOST);
  const [place, section = ''] = finding.clause.split(', section ');
  const clause = draftWords(language).findings.clause(place === 'Appendix 1', section);
  const lines = [message, ...(words === '' || message.includes(words) ? [] : [quoted(words, language)]), fix];
  return [`${finding.rule}, ${clause}${finding.severity === 'warning' ? ` (${advice})` : ''}`, lines.join('\n')];
}
