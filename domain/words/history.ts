import { dayIn } from './days.ts';
import { HISTORY_KK, HISTORY_RU } from './history.words.ts';
import type { Language } from './language.ts';
import { moderationWords } from './moderation.ts';

const WORDS: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, string>>>> = {
  kk: HISTORY_KK,
  ru: HISTORY_RU,
};

/** Dates, counts, rules, versions and IDs: what differs within sentences that are otherwise the same. */
const GIVEN = /(?<=^Rules )[^,]+|\d{4}-\d\d-\d\d|\b[RP]\d+\b|\b[A-Z]{2}-[0-9A-Z-]+|\b\d+\b/g;

/**
 * A change, its reason or who decided, as History keeps them for a mailing, in a language. The tab itself is in English; what has no words
 * here, such as what staff typed, stays as it stands.
 */
export function historyIn(text: string, language: Language): string {
  const { stages } = moderationWords(language);
  const moved = /^(.+) → (.+)$/.exec(text);
  if (moved) {
    const stage = (name: string) => (stages as Readonly<Record<string, string>>)[name] ?? historyIn(name, language);
    return `${stage(moved[1] ?? '')} → ${stage(moved[2] ?? '')}`;
  }
  if (text.includes('{')) return text;
  const given = text.match(GIVEN) ?? [];
  let n = 0;
  const frame = text.replaceAll(GIVEN, () => `{${n++}}`);
  const words = language === 'en' ? frame : (WORDS[language][frame] ?? frame);
  // The name of the rules may look like a date.
  const shown = (value: string) => (frame.startsWith('Rules ') ? value : dayIn(value, language));
  return words.replaceAll(/\{(\d+)\}/g, (place, i: string) => shown(given[Number(i)] ?? place));
}
