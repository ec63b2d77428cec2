import type { Certificate, CertificateKind } from '../domain/certificates/index.ts';
import { DEFAULT_SETTINGS } from '../domain/program/index.ts';
import { languageOf } from '../domain/words/index.ts';
import type { TriggerPorts } from './ports.ts';
import type { Row, TabKey, View } from './types.ts';

/** What certificates are made of. */
export const CERTIFIED_TABS: readonly TabKey[] = ['awards', 'mentors', 'matches', 'settings'];

/** Whether there is such a certificate: for a completed pair (M22), or for an award that staff decided and the mentor was told of (M30, P9). */
export const isCertified = (row: Row<'awards'>, kind: CertificateKind): boolean =>
  kind === 'award'
    ? row.cells.award === 'Most active mentor' && row.cells.decidedBy !== '' && row.cells.state.includes('Award sent')
    : (row.cells.completed ?? 0) > 0;

/** First and last day of the pairs that the row counts. */
export function daysOf(view: View, row: Row<'awards'>): Pick<Certificate, 'from' | 'to'> {
  const pairs = row.cells.perPair.split(', ').map((part) => view.row('matches', part.split(':')[0] ?? '')?.cells);
  const days = (key: 'startedOn' | 'endsOn') =>
    pairs
      .map((cells) => cells?.[key] ?? '')
      .filter((day) => day !== '')
      .sort();
  return { from: days('startedOn')[0] ?? '', to: days('endsOn').at(-1) ?? '' };
}

/** A certificate as the rows now stand, so that a name that was corrected is right in the next copy. */
export function certificateOf(
  ports: Pick<TriggerPorts, 'certificateUrl'>,
  view: View,
  row: Row<'awards'>,
  kind: CertificateKind,
): Certificate | undefined {
  const mentor = view.row('mentors', row.cells.mentor);
  if (!mentor || !isCertified(row, kind)) return undefined;
  const setting = (key: 'university' | 'center'): string => {
    const cells = view.rows('settings').find((each) => each.cells.key === key)?.cells;
    return cells?.value || DEFAULT_SETTINGS[key];
  };
  const url = ports.certificateUrl(row.id, kind);
  return {
    kind,
    name: mentor.cells.name,
    language: languageOf(mentor.cells.letters),
    season: row.cells.season,
    mentees: row.cells.pairs ?? 0,
    months: row.cells.months ?? 0,
    ...daysOf(view, row),
    university: setting('university'),
    center: setting('center'),
    url,
    code: url.split('/').at(-1) ?? '',
  };
}
