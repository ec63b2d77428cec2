import { DEFAULT_WEIGHTS, type Weights } from '../../domain/matching/index.ts';
import type { SettingKey, Settings } from '../../domain/program/index.ts';

/** Settings that weigh what two people have in common. A common language is a condition, so it weighs nothing. */
const KEYS = {
  topics: 'weightTopics',
  field: 'weightField',
  industry: 'weightIndustry',
  interests: 'weightInterests',
  timeZone: 'weightTimeZone',
  city: 'weightCity',
} as const satisfies Partial<Record<keyof Weights, SettingKey>>;

export const isWeight = (key: SettingKey): boolean => Object.values<SettingKey>(KEYS).includes(key);

/** Sum of the weights in Settings; they count only when it is 100. */
export const weightSum = (settings: Settings): number =>
  Object.values(KEYS).reduce((sum, key) => sum + settings[key], 0);

/** Weights in force: those of Settings or, as long as they do not add up to 100, the usual ones (M16). */
export function weightsOf(settings: Settings): Weights {
  if (Math.abs(weightSum(settings) - 100) > 1e-6) return DEFAULT_WEIGHTS;
  const set = Object.entries(KEYS).map(([criterion, key]) => [criterion, settings[key]] as const);
  return { ...DEFAULT_WEIGHTS, ...Object.fromEntries(set) };
}
