/**
 * Mailings to alumni (D2, Appendix 1): the window and the clock, audiences and overlap, and the process from request to report. Pure, for
 * workflows too. The rules of the text stand in `check/`, which needs packages and has a front door of its own.
 */
export * from './audience.ts';
export * from './clock.ts';
export * from './diff.ts';
export * from './directions.ts';
export * from './fatigue.ts';
export * from './process/index.ts';
export * from './suppression.ts';
export * from './table.ts';
export * from './units.ts';
export * from './window.ts';
