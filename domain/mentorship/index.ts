/** Stages, decisions and due dates of the mentorship programme. Pure: nothing is read or sent here. */
export * from './case/index.ts';
export * from './cohort/index.ts';
export * from './pair/index.ts';
export * from './participant/index.ts';
export * from './still-true.ts';
