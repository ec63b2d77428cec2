import type { Workbook } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { handler, masked, paths } from './context.ts';

interface Properties {
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly [rest: string]: unknown;
}

export const updateSpreadsheetProperties = handler<{ properties?: Properties; fields?: string }>(
  (edit, { properties = {}, fields }) => {
    const mask = paths(fields);
    const { title = '', locale = edit.book.locale, timeZone = edit.book.timeZone, ...rest } = properties;
    const change: Partial<Omit<Workbook, 'id'>> = {
      ...(masked(mask, 'title') ? { title } : {}),
      ...(masked(mask, 'locale') ? { locale } : {}),
      ...(masked(mask, 'timeZone') ? { timeZone: zone(timeZone) } : {}),
      rest: {
        ...edit.book.rest,
        ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'defaultFormat' && masked(mask, key))),
      },
    };
    Object.assign(edit.book, change);
    return undefined;
  },
);

/** The name if it is one of a time zone; else the caller's mistake. */
export function zone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    // an unknown zone is the caller's mistake, whatever the runtime calls it
    throw invalid(`Unsupported time zone: ${name}`);
  }
}
