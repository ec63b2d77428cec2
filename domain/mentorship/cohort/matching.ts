import type { Way } from '../../matching/index.ts';
import { type Event, plural, workingReminder } from '../../process/index.ts';
import { rowId } from '../../program/index.ts';
import type { Cohort, CohortFacts, Left, Matching, MatchingOrder, Proposal } from './types.ts';

/** Decisions that send no letter: they act at once. */
const AGAIN: Readonly<Record<string, Way>> = { 'Match again: stable': 'stable', 'Match again: most people': 'most' };
const COMPARE = 'Compare both ways';
export const actsAtOnce = (decision: string): boolean => decision === COMPARE || AGAIN[decision] !== undefined;

/** Matching needs names and interests, so the process asks for it before it decides; undefined where it needs none. */
export function matchingFor(facts: CohortFacts, event: Event): MatchingOrder | undefined {
  if (event.type === 'due')
    return event.timer === 'roundCloses' || (event.timer === 'grace' && facts.decision === 'Run matching now')
      ? { again: false }
      : undefined;
  if (event.type !== 'message' || event.message.kind !== 'edit' || !actsAtOnce(facts.decision)) return undefined;
  const way = AGAIN[facts.decision];
  return { again: facts.stage === 'Running', ...(way ? { way } : {}) };
}

/** The same rankings once more, around what staff have approved, changed, rejected or typed themselves. */
function matchAgain(cohort: Cohort, matching: Matching | undefined): void {
  const { out } = cohort;
  if (!matching) throw new Error('matching was not computed');
  const draw = (out.memory.draw ?? 0) + 1;
  out.remember({ draw });
  for (const pair of matching.stale) out.tell(`mentorship/${pair}`, 'decide', `redraw/${draw}`, { decision: 'Redraw' });
  proposeAll(cohort, matching);
  leave(cohort, matching);
  const changes = `${plural(matching.pairs.length, 'new proposal')}, ${matching.stale.length} taken back, ${matching.kept} kept`;
  out.note(`Matched again (${WAY_WORDS[matching.way]}): ${changes}`, 'staff');
  out.cells.systemNote = `Matched again, ${WAY_WORDS[matching.way]}: ${changes}. Nobody was written to.`;
}

const WAY_WORDS: Readonly<Record<Way, string>> = { stable: 'stable', most: 'most people' };

export function proposeAll(cohort: Cohort, matching: Matching): void {
  const { out } = cohort;
  out.cells.ways = matching.ways;
  out.remember({ way: matching.way });
  for (const pair of matching.pairs) {
    propose(cohort, pair);
    out.rows.push({ tab: 'mentees', id: pair.mentee, cells: { unmatched: '' } });
    out.tell(`participant/${pair.mentee}`, 'round-closed', roundKey(cohort), {
      round: out.memory.round,
      result: 'proposed',
    });
  }
}

const roundKey = ({ out }: Cohort): string =>
  out.memory.draw ? `round/${out.memory.round}/${out.memory.draw}` : `round/${out.memory.round}`;

/** Who has none: staff see why at once; who ranked hears it when staff have decided, or have had time to. */
export function leave(cohort: Cohort, { unmatched }: Matching): void {
  const { out } = cohort;
  const left: Record<string, Left> = {};
  for (const { mentee, why, change } of unmatched) {
    out.rows.push({ tab: 'mentees', id: mentee, cells: { unmatched: JSON.stringify({ why, change }) } });
    const suggest = change.find(({ code }) => code === 'choose')?.values.join(' ') ?? '';
    if (why === 'no-ranking') {
      if (!out.memory.draw) waits(cohort, mentee, { why, suggest });
    } else left[mentee] = { why, suggest };
  }
  out.remember({ left });
  out.stop('leftOver');
  if (Object.keys(left).length > 0) out.start('leftOver', workingReminder(out.moment, 'proposalReminder'));
}

/** Whoever is still without a pair hears why, and comes first in the next round. */
export function tellLeft(cohort: Cohort): void {
  const { out, facts } = cohort;
  for (const [mentee, left] of Object.entries(out.memory.left ?? {}))
    if (facts.choosers.includes(mentee)) waits(cohort, mentee, left);
  out.stop('leftOver');
  const { left: _, ...rest } = out.memory;
  out.memory = rest;
}

function waits(cohort: Cohort, mentee: string, { why, suggest }: Left): void {
  cohort.out.tell(`participant/${mentee}`, 'round-closed', roundKey(cohort), {
    round: cohort.out.memory.round,
    result: 'waiting',
    why,
    ...(suggest ? { suggest } : {}),
  });
}

/** A proposed pair is a row of Matches and a run of its own. */
export function propose(cohort: Cohort, { mentee, mentor, score, against }: Proposal): string {
  const { out, facts } = cohort;
  const draw = out.memory.draw ? `/${out.memory.draw}` : '';
  const id = rowId('matches', `${facts.name}/${mentee}/${mentor}/${out.memory.round}${draw}`);
  const ranking = facts.rankings[mentee] ?? [];
  const place = ranking.indexOf(mentor) + 1;
  const cells = {
    season: facts.name,
    choice: place > 0 ? `${place} of ${ranking.length}` : 'Not ranked',
    ...(score === undefined ? {} : { score }),
    ...(against ? { against: JSON.stringify(against) } : {}),
  };
  out.rows.push({ tab: 'matches', id, cells, create: { mentee, mentor } });
  out.starts.push({ name: 'mentorship', row: id });
  return id;
}

export function actAtOnce(cohort: Cohort, matching: Matching | undefined): void {
  const { out, facts } = cohort;
  if (facts.decision !== COMPARE) {
    if (out.stage === 'Running') return matchAgain(cohort, matching);
    out.cells.systemNote = `"${facts.decision}" fits once a round has closed; this season is at "${out.stage}". Nothing was done.`;
    return;
  }
  if (matching) out.cells.ways = matching.ways;
  out.cells.systemNote = 'Compared: see "Both ways". Nothing was proposed or sent.';
}
