/**
 * Tabs, forms and settings, declared once. Everything that staff and people see is generated from here; nothing here knows
 * how a sheet is read or a letter is sent.
 */
export * from './consents.ts';
export * from './forms.ts';
export * from './ids.ts';
export * from './new-answers.ts';
export * from './parse.ts';
export * from './settings.ts';
export * from './tabs.ts';
export * from './types.ts';
export * from './vocabulary.ts';
