import type { CivilDate } from '../calendar/index.ts';
import type { Language } from '../words/index.ts';

/** Thanks for every mentor who completes (M22, M30), and the award for those whom the Center chose as the most active. */
export const CERTIFICATE_KINDS = ['appreciation', 'award'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export const isCertificateKind = (word: unknown): word is CertificateKind =>
  CERTIFICATE_KINDS.some((kind) => kind === word);

/** What a certificate says, as typed or counted; cleaned when it is drawn. */
export interface Certificate {
  readonly kind: CertificateKind;
  readonly name: string;
  /** The mentor's own; an English page follows where it is another. */
  readonly language: Language;
  readonly season: string;
  /** Pairs that were at work. */
  readonly mentees: number;
  /** Confirmed, over all pairs. */
  readonly months: number;
  /** First day and last day of the pairs; empty where no pair shows one. */
  readonly from: CivilDate | '';
  readonly to: CivilDate | '';
  readonly university: string;
  readonly center: string;
  /** Page that shows that it is real. */
  readonly url: string;
  /** The code of that page, to be typed. */
  readonly code: string;
}
