import type { Evidence } from '../evidence.ts';
import {
  eachSideIntroducedOnce,
  everyLetterLogged,
  fewLettersPerMentor,
  noLetterTwice,
  oneMergedLetterADay,
} from './letters.ts';
import { confirmedMonthsHaveAYes, nobodyBeyondCapacity, nothingIsStuck, stagesAgree } from './pairs.ts';
import { nothingPersonalInTemporal } from './privacy.ts';

/** One thing that must hold after every season: how often it was looked at, and each place where it does not hold. */
export interface Invariant {
  readonly name: string;
  readonly checked: number;
  readonly failed: number;
  /** The first failures in words. */
  readonly details: readonly string[];
}

/** What a check hands back: everything it looked at, and what is wrong, one sentence each. */
export interface Finding {
  readonly checked: number;
  readonly wrong: readonly string[];
}
export type Check = (evidence: Evidence) => Finding;

const CHECKS: Readonly<Record<string, Check>> = {
  'each pair has exactly one introduction letter per side': eachSideIntroducedOnce,
  'nobody is in more pairs at a time than their places': nobodyBeyondCapacity,
  'no letter was sent twice': noLetterTwice,
  'every letter has a Mail log row, and the reverse': everyLetterLogged,
  'every confirmed month has a yes': confirmedMonthsHaveAYes,
  'nothing personal in Temporal': nothingPersonalInTemporal,
  "each row's Stage is its run's stage": stagesAgree,
  'no run failed, and no pair is left without a next step': nothingIsStuck,
  'at most one merged letter a person and working day': oneMergedLetterADay,
  'letters per mentor stay within 45 in six months': fewLettersPerMentor,
};

export const checkInvariants = (evidence: Evidence): Invariant[] =>
  Object.entries(CHECKS).map(([name, check]) => {
    const { checked, wrong } = check(evidence);
    return { name, checked, failed: wrong.length, details: wrong.slice(0, 10) };
  });
