/** Dates, working days, deadlines and the program clock. Pure integer-day arithmetic over the Holidays tab; no time zone library. */
export * from './clock.ts';
export * from './deadlines.ts';
export * from './instants.ts';
export * from './kazakhstan.ts';
export * from './working-days.ts';
