import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bothWays } from './match.ts';
import { BadMarket, readMarket } from './read.ts';
import { DEFAULT_WEIGHTS } from './score.ts';
import { show } from './show.ts';
import { CRITERIA, type Result } from './types.ts';
import {
  describe,
  describeChange,
  describeCounter,
  describeWhy,
  MATCHING_LANGUAGES,
  type MatchingLanguage,
} from './words.ts';

const HELP = `The matching engine on a file: who is proposed to whom, and why.

npm run match -- FILE [--json]

  FILE    a JSON file:
          {
            "mentors": [{"id": "m1", "capacity": 2, "prefers": ["e1"], …}],
            "mentees": [{"id": "e1", "choices": ["m1"], …}],
            "never": [["e1", "m1"]], "fixed": [["e2", "m1"]],
            "weights": {…}, "way": "stable", "fill": false, "seed": "2026 autumn"
          }
          Mentors and mentees also have topics, interests, languages (lists of texts), field, industry, city (texts)
          and utcOffset (hours); mentees school and year (texts). Only IDs are required.
          capacity  mentees at most, fixed pairs included (1)
          prefers   mentees whom the mentor would like best, in this order; all others follow by score
          wants     of a mentor: {"schools": [...], "years": [...]}, only such mentees may be proposed
          choices   mentors whom the mentee wants, best first
          never     [mentee, mentor] that may not be paired        fixed  that stay as they are
          weights   points that add up to 100, instead of
                    ${CRITERIA.map((criterion) => `${criterion} ${DEFAULT_WEIGHTS[criterion]}`).join(', ')}
          way       "stable": nobody would rather swap; "most": as many as possible with a mentor they chose
          fill      whether mentees left over get mentors at free places: as many as possible, best sum of scores
          seed      decides between equals
  --json  the result as JSON, for programs

Ends with 0 when the file was matched, with 2 when something is wrong with it or with the command.`;

function fail(message: string): void {
  console.error(`${message}\nSee npm run match -- --help`);
  process.exitCode = 2;
}

function run(file: string, json: boolean): void {
  const content = read(file);
  if (content === undefined) return;
  try {
    const { market, ignored } = readMarket(content.json);
    if (ignored.length > 0) console.error(`Not used: ${summed(ignored)}`);
    const way = market.way ?? 'stable';
    const results = bothWays(market);
    console.log(json ? asJson(results[way]) : show(results, way));
  } catch (error) {
    if (!(error instanceof BadMarket)) throw error;
    const { problems } = error;
    const rest = problems.length > MOST ? [`… and ${problems.length - MOST} more`] : [];
    fail(
      [`${file} cannot be matched:`, ...[...problems.slice(0, MOST), ...rest].map((line) => `  ${line}`)].join('\n'),
    );
  }
}

/** More lines than this would scroll the first ones away. */
const MOST = 20;
const summed = (places: readonly string[]): string =>
  places.length <= 5 ? places.join(', ') : `${places.slice(0, 5).join(', ')} and ${places.length - 5} more`;

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'This file may not be read',
};

function read(file: string): { readonly json: unknown } | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    fail(`${UNREADABLE[code] ?? message}: ${file}`);
    return undefined;
  }
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    fail(`${file} is not JSON: ${(error as Error).message}`);
    return undefined;
  }
}

/** The result with its codes, and each code in words of every language. */
function asJson({ pairs, unmatched, stats }: Result): string {
  const inWords = {
    pairs: pairs.map((pair) => ({
      ...pair,
      reasons: pair.reasons.map((reason) => ({ ...reason, words: said((language) => describe(reason, language)) })),
      counter: pair.counter.map((each) => ({ ...each, words: said((language) => describeCounter(each, language)) })),
      change: pair.change.map((each) => ({ ...each, words: said((language) => describeChange(each, language)) })),
    })),
    unmatched: unmatched.map((one) => ({
      ...one,
      words: said((language) => describeWhy(one.why, language)),
      change: one.change.map((each) => ({ ...each, words: said((language) => describeChange(each, language)) })),
    })),
    stats,
  };
  return JSON.stringify(inWords, null, 2);
}
const said = (words: (language: MatchingLanguage) => string) =>
  Object.fromEntries(MATCHING_LANGUAGES.map((language) => [language, words(language)]));

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const [file, ...more] = positionals;
  if (values.help) console.log(HELP);
  else if (file === undefined) fail('Name the file to match.');
  else if (more.length > 0) fail(`Only one file can be matched, not ${positionals.length}.`);
  else run(file, values.json);
} catch (error) {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
  fail(error.message);
}
