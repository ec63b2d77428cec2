import { type Action, type ActionName, actionOf } from '../actions.ts';
import { actions as kk } from './actions.kk.ts';
import { actions as ru } from './actions.ru.ts';
import type { Language } from './language.ts';
import { valueIn } from './values.ts';

/** What a page behind a link says, in one language: title, explanation, button. The compiler names an action without words. */
export type ActionWords = { readonly [N in ActionName]: readonly [title: string, explain: string, button: string] };

const WORDS: Readonly<Record<Exclude<Language, 'en'>, ActionWords>> = { kk, ru };

/** An action in a language; labels of its fields and choices are in the table of values. */
export function actionIn(name: ActionName, language: Language): Action {
  const action = actionOf(name);
  if (language === 'en') return action;
  const [title, explain, button] = WORDS[language][name];
  return {
    ...action,
    title,
    explain,
    button,
    fields: action.fields.map((field) => ({
      ...field,
      label: valueIn(field.label, language),
      choices: field.choices.map((choice) => ({ ...choice, label: valueIn(choice.label, language) })),
    })),
  };
}
