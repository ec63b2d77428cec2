import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { holidaysOf, KAZAKHSTAN } from '../calendar/index.ts';
import { DEFAULT_SETTINGS, DIRECTIONS } from '../program/index.ts';
import {
  type Finding,
  inWords,
  judge,
  type Mailing,
  type Picture,
  RULE_LANGUAGES,
  type RuleLanguage,
  readHtml,
  readMarkdown,
  ruleSet,
  Unreadable,
  type Verdict,
} from './check/index.ts';
import { BadUnits, readUnits } from './read-units.ts';
import { UNITS, type Unit } from './units.ts';

const HELP = `A mailing to alumni against the University's regulation: what it breaks, where, and how to put it right.

npm run check-mailing -- FILE [--json] [--language en|kk|ru] [--units FILE]
npm run check-mailing -- FILE.html --subject TEXT --direction WORD --unit CODE [--event DATE] [--send-on DATE] [--hashtag TAG]

  FILE         Markdown (.md, .txt) that begins with its facts, or HTML (.html):
                 ---
                 direction: event
                 unit: SEDS
                 subject: Open lecture on 31 March
                 event date: 2026-03-31
                 send on: 2026-03-18
                 hashtag: #NUSEDS
                 ---
                 Up to three paragraphs. Pictures are read relative to the file.

                 --
                 Name, email, address and phone numbers: the signature.
  direction    ${Object.keys(DIRECTIONS).join(', ')}
  unit         ${UNITS.map(({ code }) => code).join(', ')}
  --units      other units, as JSON: {"SEDS": ["seds.nu.edu.kz"]} names the hosts their links may lead to
  --language   of the words (en)
  --json       for programs: {file, rulesVersion, ok, findings, window}; window.handInBy is the day by which it is safely in time

Ends with 0 when the mailing is fit to be sent, with 1 when something is an error, with 2 when it cannot be read.
`;

class BadInput extends Error {}

const PICTURE_MOST = 20_000_000;
const FILE_MOST = 30_000_000;

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'This file may not be read',
};

function bytesOf(file: string, most: number): Uint8Array {
  try {
    if (statSync(file).size > most) throw new BadInput(`This file is larger than ${most / 1_000_000} MB: ${file}`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new BadInput(`${UNREADABLE[code] ?? message}: ${file}`);
  }
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(file, FILE_MOST));
  } catch (error) {
    if (error instanceof TypeError) throw new BadInput(`This file is no text in UTF-8: ${file}`);
    throw error;
  }
}

/** The file beside the mailing that a picture names, as Markdown writes addresses. */
function pictureBytes(folder: string, { source }: Picture): Uint8Array | 'missing' {
  const [path = ''] = source.split(/[?#]/);
  for (const name of [source, path, unescaped(path)]) {
    const file = resolve(folder, name);
    const about = name === '' || name.includes('\0') ? undefined : statSync(file, { throwIfNoEntry: false });
    if (about?.isFile() && about.size <= PICTURE_MOST) return readFileSync(file);
  }
  return 'missing';
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A lone % is no escape; the name stands as it is.
    if (error instanceof URIError) return path;
    throw error;
  }
}

interface Options {
  readonly json: boolean;
  readonly language: RuleLanguage;
  readonly units: readonly Unit[];
  readonly facts: Readonly<Record<string, string>>;
}

function readMailing(file: string, { facts }: Options): Mailing {
  const kind = extname(file).toLowerCase();
  if (kind === '.html' || kind === '.htm') return readHtml(textOf(file), facts);
  if (!['.md', '.markdown', '.txt'].includes(kind))
    throw new BadInput(
      `A mailing is Markdown (.md, .txt) or HTML (.html), not ${kind || 'a file without an ending'}: ${file}`,
    );
  const [given] = Object.keys(facts);
  if (given !== undefined)
    throw new BadInput(`In Markdown "${given}" stands at the top of the file; the option is for HTML.`);
  return readMarkdown(textOf(file));
}

function run(file: string, options: Options): void {
  const mailing = readMailing(file, options);
  const folder = dirname(resolve(file));
  const verdict = judge(mailing, ruleSet(), {
    units: options.units,
    holidays: holidaysOf(KAZAKHSTAN, DEFAULT_SETTINGS.calendarConfirmedUntil),
    pictures: (picture) => pictureBytes(folder, picture),
  });
  console.log(options.json ? asJson(file, verdict, options.language) : show(file, verdict, options.language));
  process.exitCode = verdict.ok ? 0 : 1;
}

function asJson(file: string, { rulesVersion, ok, findings, window }: Verdict, language: RuleLanguage): string {
  const told = findings.map((finding) => {
    const { rule, clause, severity, found, allowed, at, text } = finding;
    const { message, fix } = inWords(finding, language);
    return { rule, clause, severity, message, found, allowed, at, text, fix };
  });
  const dates = window && { earliest: window.earliest, latest: window.latest, handInBy: window.handInBy };
  return JSON.stringify({ file, rulesVersion, ok, findings: told, window: dates }, null, 2);
}

function show(file: string, { rulesVersion, ok, findings, window }: Verdict, language: RuleLanguage): string {
  const line = (finding: Finding): string => {
    const { message, fix } = inWords(finding, language);
    const place = finding.at ? `${file}:${finding.at.line}:${finding.at.column}` : file;
    return `${place}  ${finding.severity}  ${finding.rule} (${finding.clause})\n  ${message}\n  → ${fix}`;
  };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counted = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return [
    ...findings.map(line),
    ...(window
      ? [
          `Send from ${window.earliest} to ${window.latest}; hand in by ${window.handInBy} to be safe, by ${window.handInLast} at the latest.`,
        ]
      : []),
    `${ok ? 'Fit to be sent' : 'Not fit to be sent'}: ${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')} (rules ${rulesVersion}).`,
  ].join('\n\n');
}

function unitsIn(file: string | undefined): readonly Unit[] {
  if (file === undefined) return UNITS;
  try {
    return readUnits(JSON.parse(textOf(file)));
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadInput(`${file} is not JSON: ${error.message}`);
    if (error instanceof BadUnits) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

/** Options of an HTML mailing, and the field each stands for. */
const FACTS = {
  subject: 'subject',
  direction: 'direction',
  unit: 'unit',
  event: 'event date',
  'send-on': 'send on',
  hashtag: 'hashtag',
};

function main(): void {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      language: { type: 'string', default: 'en' },
      units: text,
      subject: text,
      direction: text,
      unit: text,
      event: text,
      'send-on': text,
      hashtag: text,
    },
  });
  if (values.help) return console.log(HELP.trimEnd());
  const [file, ...more] = positionals;
  if (file === undefined) throw new BadInput('Name the file to check.');
  if (more.length > 0) throw new BadInput(`Only one file can be checked, not ${positionals.length}.`);
  const language = RULE_LANGUAGES.find((one) => one === values.language);
  if (!language) throw new BadInput(`There is no language "${values.language}": ${RULE_LANGUAGES.join(', ')}.`);
  const facts = Object.fromEntries(
    Object.entries(FACTS).flatMap(([option, field]) => {
      const value = values[option as keyof typeof FACTS];
      return value === undefined ? [] : [[field, value]];
    }),
  );
  run(file, { json: values.json, language, units: unitsIn(values.units), facts });
}

try {
  main();
} catch (error) {
  if (error instanceof Unreadable)
    console.error(
      error.line === undefined ? error.message : `${error.message.replace(/\.$/, '')} (line ${error.line}).`,
    );
  else if (
    error instanceof BadInput ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  )
    console.error(`${error.message.split('. To specify')[0]}\nSee npm run check-mailing -- --help`);
  else throw error;
  process.exitCode = 2;
}
