import type { Unit } from './units.ts';

/** What is wrong with a file of units, in words for whoever wrote it. */
export class BadUnits extends Error {}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Units from a file: a list of `{"code": "SEDS", "name": "…", "links": ["seds.nu.edu.kz"]}`, or an object of abbreviations with their links,
 * `{"SEDS": ["seds.nu.edu.kz"]}`. Throws BadUnits for anything else.
 */
export function readUnits(json: unknown): Unit[] {
  const entries: readonly (readonly [where: string, code: unknown, rest: unknown])[] = Array.isArray(json)
    ? json.map((one, i) => [`entry ${i + 1}`, isObject(one) ? (one.code ?? one.unit) : undefined, one])
    : isObject(json)
      ? Object.entries(json).map(([code, rest]) => [`"${code}"`, code, rest])
      : [];
  if (entries.length === 0)
    throw new BadUnits('A file of units is a list of units, or an object of abbreviations with their links.');
  return entries.map(([where, code, rest]) => {
    if (typeof code !== 'string' || code.trim() === '')
      throw new BadUnits(`${where} has no "code", the abbreviation of the unit.`);
    const links = Array.isArray(rest) ? rest : isObject(rest) ? rest.links : undefined;
    if (!Array.isArray(links) || !links.every((link) => typeof link === 'string' && link.trim() !== ''))
      throw new BadUnits(`${where} has no "links", a list of hosts such as "nu.edu.kz".`);
    const name = isObject(rest) && typeof rest.name === 'string' ? rest.name : code;
    return { code: code.trim(), name, links: links as string[] };
  });
}
