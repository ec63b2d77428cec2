/** What all processes share: plans, effects, timers. Pure; runs inside the workflow sandbox. */
export * from './effects.ts';
export * from './history.ts';
export * from './timers.ts';
export * from './types.ts';
export * from './words.ts';
