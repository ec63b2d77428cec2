/** Words that people read outside letters, in their language: choices of forms, small pages, outcomes of presses. */
export * from './language.ts';
export * from './values.ts';
