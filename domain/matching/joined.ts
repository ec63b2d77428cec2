/** "a", "a and b", "a, b and c", with the word for "and". */
export const joined = (values: readonly string[], and: string): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${and} ${values.at(-1)}`;

/** Words of the program's own lists in another language; what people typed themselves stays as it is. */
export const translated =
  (words: Readonly<Record<string, string>>) =>
  (values: readonly string[]): string[] =>
    values.map((value) => words[value.trim().toLowerCase()] ?? value);
