import type { Instant } from '../domain/calendar/index.ts';
import { commonalities, describe } from '../domain/matching/index.ts';
import { againstInWords, unmatchedInWords } from './explain.ts';
import { counted } from './facts/people.ts';
import { requestCells } from './mailing/row.ts';
import { matchingPerson } from './matching-input.ts';
import { ownerOf } from './needs.ts';
import type { AnyChange, LinksPort, RowChange, View } from './ports.ts';

const nameOf = (view: View, id: string): string =>
  view.row('mentors', id)?.cells.name ?? view.row('mentees', id)?.cells.name ?? '';

/** Adds what only staff read: names beside IDs, and what a pair has in common in words (M16). Never enters a workflow. */
export function enriched(view: View, change: AnyChange, links: LinksPort): AnyChange {
  switch (change.tab) {
    case 'matches':
      return change.create
        ? {
            ...change,
            cells: {
              ...change.cells,
              ...peopleCells(view, String(change.create.mentee), String(change.create.mentor)),
              against: againstInWords(view, String(change.cells.against ?? ''), String(change.create.mentor)),
            },
          }
        : change;
    case 'mentees':
      return change.cells.unmatched
        ? { ...change, cells: { ...change.cells, unmatched: unmatchedInWords(view, change.cells.unmatched) } }
        : change;
    case 'attendance':
      return change.create
        ? { ...change, cells: { ...change.cells, name: nameOf(view, String(change.create.person)) } }
        : change;
    case 'awards':
      return change.cells.mentor
        ? {
            ...change,
            cells: {
              ...change.cells,
              name: nameOf(view, String(change.cells.mentor)),
              ...(change.cells.completed
                ? {
                    certificate: links.certificate(change.id, 'appreciation'),
                    print: links.certificateFile({ season: String(change.cells.season) }),
                  }
                : {}),
            },
          }
        : change;
    case 'choices':
      return {
        ...change,
        cells: {
          ...change.cells,
          names: String(change.cells.ranking ?? '')
            .split(', ')
            .map((id) => nameOf(view, id))
            .join(', '),
        },
      };
    default:
      return change;
  }
}

/** The row of a process with what only staff read: the people of a pair that staff typed or changed, the owner of a case, what the rules find in a mailing. */
export function withNames(view: View, own: AnyChange, now: Instant): AnyChange {
  if (own.tab === 'matches') {
    const cells = view.row('matches', own.id)?.cells;
    if (!cells || (own.cells.stage !== 'Proposed' && cells.menteeName !== '')) return own;
    return { ...own, cells: { ...own.cells, ...peopleCells(view, cells.mentee, cells.mentor) } };
  }
  if (own.tab === 'cases') {
    const { decidedBy, stage } = own.cells;
    const officer = decidedBy === undefined ? undefined : view.row('staff', decidedBy)?.cells.name;
    const owner = stage === 'Reported' ? { owner: ownerOf(view, 'Case officer', now) } : {};
    return { ...own, cells: { ...own.cells, ...owner, ...(officer ? { decidedBy: officer } : {}) } };
  }
  if (own.tab === 'mailings')
    return { ...own, cells: { ...own.cells, ...requestCells(view, own.id, own.cells.memory ?? '', now) } };
  return own;
}

function peopleCells(view: View, menteeId: string, mentorId: string): RowChange<'matches'>['cells'] {
  const mentee = view.row('mentees', menteeId);
  const mentor = view.row('mentors', mentorId);
  if (!mentee || !mentor) return {};
  const reasons = commonalities(matchingPerson(counted(mentor)), matchingPerson(counted(mentee)));
  return {
    menteeName: mentee.cells.name,
    mentorName: mentor.cells.name,
    why: reasons.map((reason) => describe(reason, 'en')).join('\n'),
  };
}
