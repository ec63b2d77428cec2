import type { HolidayRow } from '../domain/calendar/index.ts';
import { UNITS } from '../domain/mailing/index.ts';
import { rowId, SETTINGS, type Setting } from '../domain/program/index.ts';
import type { AnyChange } from '../sheets/index.ts';

/** One row for each setting, with its default; the value stays empty for staff to fill. */
export const settingRows = (): AnyChange[] =>
  Object.entries(SETTINGS as Readonly<Record<string, Setting>>).map(([key, setting]) => ({
    tab: 'settings',
    id: rowId('settings', key),
    cells: {
      key,
      fallback: typeof setting.value === 'boolean' ? (setting.value ? 'yes' : 'no') : String(setting.value),
      unit: setting.unit,
      meaning: setting.meaning,
      source: setting.source,
    },
    create: {},
  }));

/** Holidays that the tab does not have yet; those that staff corrected or deleted are left to them. */
export const holidayRows = (holidays: readonly HolidayRow[]): AnyChange[] =>
  holidays.map((holiday) => ({
    tab: 'holidays',
    id: rowId('holidays', holiday.date),
    cells: {},
    create: { ...holiday },
  }));

/** The university's Schools and the Center; staff narrow their links and correct them as they like, and setup leaves that alone. */
export const unitRows = (): AnyChange[] =>
  UNITS.map(({ code, name, links }) => ({
    tab: 'units',
    id: rowId('units', code),
    cells: {},
    create: { code, name, links: links.join(', ') },
  }));
