/** Collects what is wrong with a file, each with its place, so that all can be put right at once. */
export interface Problems {
  readonly found: string[];
  readonly ignored: string[];
  add(place: string, what: string): void;
  object(value: unknown, place: string): Fields | undefined;
}

export function problemsOf(): Problems {
  const problems: Problems = {
    found: [],
    ignored: [],
    add(place, what) {
      this.found.push(place ? `${place}: ${what}` : what);
    },
    object(value, place) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return new Fields(value as Readonly<Record<string, unknown>>, place, problems);
      problems.add(place, `must be an object in braces, ${but(value)}`);
      return undefined;
    },
  };
  return problems;
}

/** "not the text "x"", as the end of a sentence about what a value must be. */
function but(value: unknown): string {
  if (value === undefined) return 'but is missing';
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return `not ${value}`;
  if (typeof value === 'string') return `not the text ${JSON.stringify(value.slice(0, 40))}`;
  return Array.isArray(value) ? 'not a list' : 'not an object';
}

/** Typed reading of one object's keys. What is wrong is noted, and an empty value returned, so that reading goes on. */
export class Fields {
  readonly place: string;
  readonly keys: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #problems: Problems;

  constructor(values: Readonly<Record<string, unknown>>, place: string, problems: Problems) {
    this.#values = values;
    this.#problems = problems;
    this.place = place;
    this.keys = Object.keys(values);
  }

  at(key: string): string {
    return this.place ? `${this.place}.${key}` : key;
  }
  has(key: string): boolean {
    return Object.hasOwn(this.#values, key);
  }
  ignoreBut(known: readonly string[]): void {
    for (const key of this.keys) if (!known.includes(key)) this.#problems.ignored.push(this.at(key));
  }

  id(): string {
    const value = this.#get('id');
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.#wrong('id', 'must be a text that is not empty', value);
    return '';
  }
  text(key: string): string {
    return this.#read(key, (value) => typeof value === 'string', 'must be a text') ?? '';
  }
  flag(key: string): boolean | undefined {
    return this.#read(key, (value) => typeof value === 'boolean', 'must be true or false');
  }
  oneOf<T extends string>(key: string, words: readonly T[]): T | undefined {
    const is = (value: unknown): value is T => words.some((word) => word === value);
    return this.#read(key, is, `must be ${words.map((word) => `"${word}"`).join(' or ')}`);
  }
  seed(key: string): string | undefined {
    const value = this.#read(
      key,
      (seed): seed is string | number => typeof seed === 'string' || typeof seed === 'number',
      'must be a text or a number',
    );
    return value === undefined ? undefined : String(value);
  }
  number(key: string, least: number, most: number): number | undefined {
    return this.#read(
      key,
      (value): value is number => typeof value === 'number' && value >= least && value <= most,
      `must be a number from ${least} to ${most}`,
    );
  }
  whole(key: string): number | undefined {
    return this.#read(
      key,
      (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
      'must be a whole number, 0 or more',
    );
  }
  list(key: string, required = false): readonly unknown[] {
    if (required && !this.has(key)) this.#wrong(key, 'must be a list', undefined);
    return this.#read(key, (value) => Array.isArray(value), 'must be a list') ?? [];
  }
  texts(key: string): string[] {
    return this.list(key).flatMap((value, n) => {
      if (typeof value === 'string') return [value];
      this.#wrong(`${key}[${n}]`, 'must be a text', value);
      return [];
    });
  }
  objects(key: string, required = false): Fields[] {
    return this.list(key, required).flatMap((value, n) => this.#problems.object(value, this.at(`${key}[${n}]`)) ?? []);
  }
  part(key: string): Fields | undefined {
    return this.has(key) ? this.#problems.object(this.#get(key), this.at(key)) : undefined;
  }

  #get(key: string): unknown {
    return this.has(key) ? this.#values[key] : undefined;
  }
  #read<T>(key: string, is: (value: unknown) => value is T, what: string): T | undefined {
    if (!this.has(key)) return undefined;
    const value = this.#get(key);
    if (is(value)) return value;
    this.#wrong(key, what, value);
    return undefined;
  }
  #wrong(key: string, what: string, value: unknown): void {
    this.#problems.add(this.at(key), `${what}, ${but(value)}`);
  }
}

/** Where a misspelt key would change the result unseen, it is a problem. */
export function unknownKeys(fields: Fields, known: readonly string[], problems: Problems): void {
  for (const key of fields.keys)
    if (!known.includes(key)) problems.add(fields.at(key), `is not known here; known are ${known.join(', ')}`);
}

export function duplicates(people: readonly { readonly id: string }[], list: string, problems: Problems): void {
  const first = new Map<string, number>();
  people.forEach(({ id }, n) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, n);
    else problems.add(`${list}[${n}].id`, `"${id}" stands in ${list}[${before}] already`);
  });
}
