/** The delivery of a mailing in numbers: chunks, counts, what is next. Pure, for workflows too. */
export * from './progress.ts';
export * from './types.ts';
