import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

export interface TestFile {
  /** Relative to the project. */
  readonly path: string;
  /** Nothing runs beside it. */
  readonly alone: boolean;
  /** It, or a helper it imports, uses test/support/temporal.ts. */
  readonly needsTemporal: boolean;
  /** Time limit it asks for. */
  readonly minutes: number | undefined;
}

export interface Selection {
  readonly folder?: string | undefined;
  readonly texts: readonly string[];
  readonly only: readonly string[];
}

/** Finds the test files of a selection, in the order of their paths. */
export async function findTestFiles({ folder = 'test', texts, only }: Selection): Promise<TestFile[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .filter((path) => texts.length === 0 || texts.some((text) => path.includes(text)))
    .filter((path) => only.length === 0 || only.some((name) => path === name || path.endsWith(`/${name}.test.ts`)))
    .sort();
  return Promise.all(paths.map(describe));
}

async function describe(path: string): Promise<TestFile> {
  const text = await readFile(path, 'utf8');
  const wishes = [...text.matchAll(/^\/\/ runner: (.*)$/gm)].map(([, wish]) => wish ?? '').join(' ');
  const minutes = /minutes=([\d.]+)/.exec(wishes)?.[1];
  return {
    path,
    alone: /\balone\b/.test(wishes),
    minutes: minutes === undefined ? undefined : Number(minutes),
    needsTemporal: await reachesTemporal(path, text, new Set()),
  };
}

/** Follows relative imports inside test/. */
async function reachesTemporal(path: string, text: string, seen: Set<string>): Promise<boolean> {
  for (const [, source] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
    const target = normalize(join(dirname(path), source ?? ''));
    if (target === normalize('test/support/temporal.ts')) return true;
    if (!target.startsWith('test/') || seen.has(target)) continue;
    seen.add(target);
    // A missing helper is the test's own failure; it will say so itself.
    const inner = await readFile(target, 'utf8').catch(() => '');
    if (await reachesTemporal(target, inner, seen)) return true;
  }
  return false;
}
