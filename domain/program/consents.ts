import { FORMS } from './forms.ts';
import { fingerprint } from './ids.ts';
import type { PersonTab } from './new-answers.ts';
import { tabOf } from './tabs.ts';

/** The questions of an application form that ask for consent: one for each purpose (M4). */
export const CONSENT_KEYS = ['consentProfile', 'consentContact', 'consentStorage', 'consentCertificate'] as const;
export type ConsentKey = (typeof CONSENT_KEYS)[number];
export const isConsent = (key: string): key is ConsentKey => (CONSENT_KEYS as readonly string[]).includes(key);

/** What people read when they answer, its language, and a version that is another one whenever a word of it is. */
export interface ConsentText {
  readonly purpose: string;
  readonly text: string;
  readonly version: string;
  readonly language: 'English';
}

/** The text behind a consent of a mentor or mentee; undefined where that role is not asked. */
export function consentText(tab: PersonTab, key: ConsentKey): ConsentText | undefined {
  const { title, questions } = tab === 'mentors' ? FORMS.mentor : FORMS.mentee;
  const question = (questions as Readonly<Record<string, { title: string }>>)[key];
  const column = tabOf(tab).columns[key];
  if (!question || !column) return undefined;
  return {
    purpose: column.header.replace(/^Consent: /, ''),
    text: question.title,
    version: fingerprint(`${title}\n${question.title}`).slice(0, 6),
    language: 'English',
  };
}
