import { type Language, valueIn } from '../words/index.ts';

/** "a", "a and b", "a, b and c", with the word for "and". */
export const joined = (values: readonly string[], and: string): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${and} ${values.at(-1)}`;

/** "Job search" inside a sentence is "job search"; "MBA" stays. */
export const inside = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());

/** A choice of the forms inside a sentence of another language; what people typed themselves stays as it is. */
export function wordInside(value: string, language: Language): string {
  const word = valueIn(value, language);
  return word === value ? value : inside(word);
}
