/** To whom letters for a role go: those who have it, deputies while they are away, and deputies who are told besides them. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wanted } from '../../activities/letters/wanted.ts';
import type { View } from '../../activities/ports.ts';
import type { LetterOrder } from '../../domain/letters/index.ts';

const s = suite('holders of a role');
interface Person {
  readonly id: string;
  readonly roles?: readonly string[];
  readonly deputy?: string;
  readonly away?: readonly [from: string, to: string];
}

function readers(
  to: string,
  people: readonly Person[],
  key: LetterOrder['key'] = 'case-opened',
  initiatorEmail = '',
): string[] {
  const rows = people.map(({ id, roles = [], deputy = '', away = ['', ''] }) => ({
    id,
    cells: { name: id, email: `${id}@cac.example`, roles, deputy, awayFrom: away[0], awayTo: away[1] },
  }));
  const view = {
    row: (tab: string) => (tab === 'mailings' ? { cells: { initiatorEmail } } : undefined),
    rows: (tab: string) => (tab === 'staff' ? rows : []),
  } as unknown as View;
  const order: LetterOrder = {
    key,
    to,
    about: 'ML-0000-0001',
    step: 'half/1',
    expires: '2026-12-01T00:00:00Z',
  };
  return wanted(view, { letters: [order], slot: [] }, '2026-09-01T05:00:00Z')
    .flat()
    .map((letter) => letter.to);
}

const TODAY = ['2026-09-01', '2026-09-03'] as const;
const MODERATOR = { id: 'Gulnara', roles: ['Moderator'], deputy: 'Miras' };

s('a role: everybody who has it, and the deputy of whoever is away', () => {
  const other = { id: 'Assel', roles: ['Moderator'] };
  assert.equal(readers('role:Moderator', [MODERATOR, { id: 'Miras' }, other]), ['Gulnara', 'Assel']);
  assert.equal(readers('role:Moderator', [{ ...MODERATOR, away: TODAY }, { id: 'Miras' }, other]), ['Miras', 'Assel']);
});
s('their deputies: told besides them, once each, when they are here', () => {
  assert.equal(readers('deputy:Moderator', [MODERATOR, { id: 'Miras' }, { id: 'Saule' }]), ['Miras']);
  const second = { id: 'Assel', roles: ['Moderator'], deputy: 'Miras' };
  assert.equal(readers('deputy:Moderator', [MODERATOR, second, { id: 'Miras' }]), ['Miras']);
});
s('with no deputy here, those who answer for it are told themselves, so that somebody who can act hears of it', () => {
  assert.equal(readers('deputy:Moderator', [{ ...MODERATOR, deputy: '' }, { id: 'Miras' }]), ['Gulnara']);
  assert.equal(readers('deputy:Moderator', [MODERATOR, { id: 'Miras', away: TODAY }]), ['Gulnara']);
  assert.equal(
    readers('deputy:Moderator', [{ ...MODERATOR, away: TODAY }, { id: 'Miras' }]),
    ['Miras'],
    'the stand-in',
  );
  assert.equal(readers('deputy:Moderator', []), ['deputy:Moderator'], 'with nobody at all it stays for staff to see');
});
s('whoever asks for a mailing gets no letter to decide about it; a deputy does where nobody else can', () => {
  const mine = 'gulnara@CAC.example';
  const other = { id: 'Assel', roles: ['Moderator'] };
  const to = (people: readonly Person[], key: LetterOrder['key'], role = 'role:Moderator') =>
    readers(role, people, key, mine);
  for (const key of ['mailing-to-moderate', 'mailing-to-coordinate', 'mailing-half-time', 'mailing-alarm'] as const)
    assert.equal(to([MODERATOR, other, { id: 'Miras' }], key), ['Assel'], key);
  assert.equal(to([MODERATOR, { id: 'Miras' }], 'mailing-to-moderate'), ['Miras']);
  assert.equal(to([MODERATOR], 'mailing-to-moderate'), ['role:Moderator'], 'nobody can: it stays for staff to see');
  assert.equal(to([MODERATOR, other], 'mailing-report'), ['Gulnara', 'Assel'], 'a report asks nothing');
  const director = { id: 'Gulnara', roles: ['Director'] };
  assert.equal(to([director], 'mailing-alarm', 'role:Director'), ['Gulnara'], 'the alarm tells, and asks nothing');
});

s.run();
