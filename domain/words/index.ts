/** Words that people read outside letters, in their language: choices of forms, small pages, outcomes of presses. */
export { actionIn } from './actions.ts';
export { dayIn, MONTHS, momentIn } from './days.ts';
export { type DraftStage, type DraftWords, draftWords } from './draft.ts';
export { historyIn } from './history.ts';
export { isLanguage, LANGUAGE_CODES, LANGUAGE_NAMES, type Language, languageOf } from './language.ts';
export { type ModerationAct, type ModerationWords, moderationWords } from './moderation.ts';
export { outcomeIn } from './outcomes.ts';
export { type PageWords, pageWords } from './pages.ts';
export { type PreferencesWords, preferencesWords } from './preferences.ts';
export { fieldIn, valueIn } from './values.ts';
