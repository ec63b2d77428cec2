import type { Cells } from '../client/index.ts';
import type { Evidence } from './evidence.ts';
import { checkInvariants, type Invariant } from './invariants/index.ts';

/** What a rehearsal found, as `--json` writes it. */
export interface Report {
  readonly season: string;
  readonly seed: number;
  readonly wallSeconds: number;
  readonly people: number;
  /** Rows by stage at the end, by process. */
  readonly stages: Readonly<Record<'participant' | 'mentorship' | 'case', Readonly<Record<string, number>>>>;
  /** Letters sent, by key. */
  readonly letters: Readonly<Record<string, number>>;
  readonly sheetCalls: { readonly reads: number; readonly writes: number };
  readonly invariants: readonly Invariant[];
  readonly timeline: readonly { readonly at: string; readonly process: string; readonly event: string }[];
}

export function reportOn(
  evidence: Evidence,
  facts: { readonly season: string; readonly seed: number; readonly wallSeconds: number },
): Report {
  const { tabs } = evidence;
  return {
    ...facts,
    people: evidence.cast.length,
    stages: {
      participant: countBy([...tabs.mentors, ...tabs.mentees], 'stage'),
      mentorship: countBy(tabs.matches, 'stage'),
      case: countBy(tabs.cases, 'stage'),
    },
    letters: countBy(
      tabs.mailLog.filter((row) => row.status === 'sent'),
      'letter',
    ),
    sheetCalls: evidence.sheetCalls,
    invariants: checkInvariants(evidence),
    timeline: timelineOf(tabs.history, evidence),
  };
}

function countBy(rows: readonly Cells[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** History by the processes it is about, oldest first. */
function timelineOf(history: readonly Cells[], { tabs }: Evidence): Report['timeline'] {
  const process = new Map<string, string>();
  for (const row of [...tabs.mentors, ...tabs.mentees]) process.set(row.id ?? '', 'participant');
  for (const row of tabs.matches) process.set(row.id ?? '', 'mentorship');
  for (const row of tabs.cases) process.set(row.id ?? '', 'case');
  for (const row of tabs.seasons) process.set(row.id ?? '', 'cohort');
  return [...history]
    .sort((a, b) =>
      (a.at ?? '') === (b.at ?? '') ? Number(a['#']) - Number(b['#']) : (a.at ?? '') < (b.at ?? '') ? -1 : 1,
    )
    .map(({ at = '', row = '', change = '', by = '', why = '' }) => ({
      at,
      process: `${process.get(row) ?? 'desk'}/${row}`,
      event: `${change} (${[by, why].filter(Boolean).join(': ')})`,
    }));
}

/** The report as somebody reads it in a terminal. */
export function reportWords(report: Report, options: { readonly timeline: boolean }): string {
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  const letters = Object.values(report.letters).reduce((a, b) => a + b, 0);
  return [
    ...(options.timeline
      ? [
          '',
          ...report.timeline.map(
            ({ at, process, event }) => `${at.slice(0, 16).replace('T', ' ')}  ${process}  ${event}`,
          ),
        ]
      : []),
    '',
    `Season ${report.season}, seed ${report.seed}, ${report.people} people, ${report.wallSeconds} s`,
    `  People      ${counts(report.stages.participant)}`,
    `  Pairs       ${counts(report.stages.mentorship)}`,
    `  Cases       ${counts(report.stages.case) || 'none'}`,
    `  Letters     ${letters}: ${counts(report.letters)}`,
    `  Sheet       ${report.sheetCalls.reads} reads, ${report.sheetCalls.writes} writes`,
    '',
    ...report.invariants.flatMap(({ name, checked, failed, details }) => [
      `${failed === 0 ? 'holds ' : 'BROKEN'}  ${name} (${checked} checked${failed ? `, ${failed} failed` : ''})`,
      ...details.map((detail) => `          ${detail}`),
    ]),
  ].join('\n');
}
