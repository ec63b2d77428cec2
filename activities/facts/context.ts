import { civilDateOf, type Holidays } from '../../domain/calendar/index.ts';
import type { Context } from '../../domain/process/index.ts';
import {
  DEFAULT_SETTINGS,
  fingerprint,
  parseCell,
  SETTINGS,
  type Setting,
  type SettingKey,
  type Settings,
} from '../../domain/program/index.ts';
import type { View } from '../ports.ts';
import { seasonEnded, seasonName } from './season.ts';

/** What a typed value means for a setting, or in plain words why it is nonsense and the default stays. */
export function readSetting(key: SettingKey, typed: string): { value: Settings[SettingKey] } | { problem: string } {
  const setting: Setting = SETTINGS[key];
  if (typed.trim() === '') return { value: setting.value as Settings[SettingKey] };
  if (setting.choices) {
    const choice = setting.choices.find((word) => word === typed.trim().toLowerCase());
    return choice === undefined
      ? { problem: `is none of ${setting.choices.join(', ')}` }
      : { value: choice as Settings[SettingKey] };
  }
  const kind =
    typeof setting.value === 'number'
      ? 'number'
      : setting.unit === 'time of day'
        ? 'time'
        : setting.unit === 'date'
          ? 'date'
          : 'text';
  if (typeof setting.value === 'boolean') {
    const word = typed.trim().toLowerCase();
    if (word === 'yes' || word === 'true') return { value: true as never };
    return word === 'no' || word === 'false' ? { value: false as never } : { problem: 'is neither yes nor no' };
  }
  const bounds = {
    ...(setting.least === undefined ? {} : { least: setting.least }),
    ...(setting.most === undefined ? {} : { most: setting.most }),
  };
  const parsed = parseCell({ header: key, kind, owner: 'staff', help: '', ...bounds }, typed);
  return parsed.ok ? { value: parsed.value as never } : { problem: parsed.problem };
}

/** Settings and calendar in force, with a version that changes when any of them does. */
export function contextOf(view: View): Context {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const row of view.rows('settings')) {
    const key = row.cells.key as SettingKey;
    if (!Object.hasOwn(SETTINGS, key)) continue;
    const read = readSetting(key, String(row.cells.value));
    if ('value' in read) settings[key] = read.value;
  }
  const rows = view.rows('holidays').filter((row) => row.cells.date !== '');
  const dates = (kind: string) =>
    rows
      .filter((row) => row.cells.kind === kind)
      .map((row) => row.cells.date)
      .sort();
  const holidays: Holidays = {
    confirmedUntil: String(settings.calendarConfirmedUntil),
    daysOff: dates('Day off'),
    workingDays: dates('Working day'),
  };
  const context = { settings: settings as Settings, holidays };
  return { ...context, version: fingerprint(JSON.stringify(context)) };
}

/** The season that takes applications on a day: the newest one that has opened and is not over, else the next one to open. */
export function seasonAt(view: View, now: string): string {
  const today = civilDateOf(now);
  const seasons = view
    .rows('seasons')
    .filter((row) => row.cells.opensOn !== '' && !seasonEnded(row) && row.cells.endsOn >= today);
  const open = seasons
    .filter((row) => row.cells.opensOn <= today)
    .sort((a, b) => (a.cells.opensOn < b.cells.opensOn ? 1 : -1));
  const [next] = [...seasons].sort((a, b) => (a.cells.opensOn < b.cells.opensOn ? -1 : 1));
  const season = open[0] ?? next;
  return season ? seasonName(season) : '';
}
