import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import loader from 'highs';
import { deferredAcceptance } from '../../domain/matching/deferred-acceptance.ts';
import { mostPeople } from '../../domain/matching/most.ts';
import { Standing } from '../../domain/matching/standing.ts';
import { inventMarket } from './market.ts';

/** A size that the other side can do in seconds. */
const MENTEES = 1000;
const MENTORS = 200;

const standing = () => new Standing(inventMarket(MENTEES, MENTORS));

/** Ours and a rival's milliseconds for the same work, with the same result. */
export interface Duel {
  readonly what: string;
  readonly rival: string;
  readonly ours: number;
  readonly theirs: number;
}

/** The best of several: what the work takes, not what the machine was doing meanwhile. */
function least(work: () => unknown): number {
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/**
 * Deferred acceptance against `matching` of PyPI, the best known library for it. It is fetched by pip into a temporary folder;
 * undefined, with the reason said, where there is no Python, pip or registry.
 */
export function againstMatching(): Duel | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'matching-'));
  try {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder];
    const fetched = spawnSync('python3', [...pip, 'matching==1.4.3'], { encoding: 'utf8', timeout: 120_000 });
    if (fetched.status !== 0) {
      console.log(
        `(no comparison with PyPI's "matching": ${(fetched.stderr || String(fetched.error)).trim().split('\n').at(-1)})`,
      );
      return undefined;
    }
    const of = standing();
    const { mentees, mentors, rankings, orders, menteeOf, room } = of;
    const id = (people: readonly { readonly id: string }[], n: number | undefined) => people[n ?? -1]?.id ?? '';
    const game = {
      mentees: Object.fromEntries(
        mentees.map(({ id: mentee }, n) => [
          mentee,
          [...rankings.items.subarray(rankings.starts[n], rankings.starts[n + 1])].map((mentor) => id(mentors, mentor)),
        ]),
      ),
      mentors: Object.fromEntries(
        mentors.map(({ id: mentor }, n) => [
          mentor,
          [...orders.items.subarray(orders.starts[n], orders.starts[n + 1])].map((entry) =>
            id(mentees, menteeOf[entry]),
          ),
        ]),
      ),
      places: Object.fromEntries(mentors.map(({ id: mentor }, n) => [mentor, room[n]])),
    };
    // The package takes no one without a list.
    for (const side of [game.mentees, game.mentors])
      for (const [who, list] of Object.entries(side)) if (list.length === 0) delete side[who];
    for (const who of Object.keys(game.places)) if (!(who in game.mentors)) delete game.places[who];
    // A raised stack, because the package recurses deeper than the usual one holds.
    const script = `ulimit -s unlimited; exec python3 "${join(import.meta.dirname, 'library.py')}" "${folder}"`;
    const ran = spawnSync('bash', ['-c', script], {
      input: JSON.stringify(game),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (ran.status !== 0) throw new Error(`PyPI's "matching" failed: ${ran.stderr.trim().split('\n').at(-1)}`);
    const { seconds, pairs } = JSON.parse(ran.stdout) as { seconds: number; pairs: [string, string][] };
    const entryOf = deferredAcceptance(of);
    const own = [...entryOf]
      .flatMap((entry, n) => (entry === -1 ? [] : [[id(mentees, n), id(mentors, rankings.items[entry])]]))
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    if (JSON.stringify(own) !== JSON.stringify(pairs)) throw new Error('the two libraries propose different pairs');
    return {
      what: `deferred acceptance, ${MENTEES} x ${MENTORS}, the same ${own.length} pairs`,
      rival: 'matching 1.4.3 (PyPI)',
      ours: least(() => deferredAcceptance(of)),
      theirs: 1000 * seconds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "Most people matched" against HiGHS, a solver of linear programs, through its npm package. */
export async function againstHighs(): Promise<Duel> {
  const of = standing();
  const { rankings, menteeOf, mentees, mentors, room, entryScores } = of;
  const entryOf = mostPeople(of);
  // A pair more outweighs all ranks, a rank all scores; small enough for floating point.
  const worth = (entry: number) => {
    const rank = entry - (rankings.starts[menteeOf[entry] as number] as number);
    return 1e6 - 1e3 * rank + (entryScores[entry] as number) / 1e3;
  };
  const rows = (name: string, side: Int32Array, most: (n: number) => number, count: number) =>
    Array.from({ length: count }, (_, n) => [...side.keys()].filter((entry) => side[entry] === n))
      .map((own, n) => ` ${name}${n}: ${own.map((entry) => `x${entry}`).join(' + ')} <= ${most(n)}`)
      .filter((row) => row.includes('x'));
  const program = [
    'Maximize',
    ` total: ${[...rankings.items.keys()].map((entry) => `${worth(entry)} x${entry}`).join(' + ')}`,
    'Subject To',
    ...rows('e', menteeOf, () => 1, mentees.length),
    ...rows('m', rankings.items, (n) => room[n] ?? 0, mentors.length),
    'Bounds',
    ...[...rankings.items.keys()].map((entry) => ` 0 <= x${entry} <= 1`),
    'End',
  ].join('\n');
  // The package declares its types for CommonJS only; as an ES module its default export is the loader itself.
  const solver = await (loader as unknown as typeof loader.default)();
  const start = performance.now();
  const { Status, ObjectiveValue } = solver.solve(program);
  const theirs = performance.now() - start;
  const total = entryOf.reduce((sum, entry) => sum + (entry === -1 ? 0 : worth(entry)), 0);
  if (Status !== 'Optimal' || Math.abs(total - ObjectiveValue) > 0.01)
    throw new Error(`HiGHS finds ${ObjectiveValue} (${Status}), the flow ${total}`);
  return {
    what: `most people matched, ${MENTEES} x ${MENTORS}, the same optimum`,
    rival: 'HiGHS 1.15.3 (npm)',
    ours: least(() => mostPeople(of)),
    theirs,
  };
}
