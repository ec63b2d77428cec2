/** To whom letters for a role go, and whose its rows of the queue are: those who have it, deputies while they are away. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wanted } from '../../activities/letters/wanted.ts';
import { isOwner, needChanges, ownerChanges } from '../../activities/needs.ts';
import type { View } from '../../activities/ports.ts';
import type { LetterOrder } from '../../domain/letters/index.ts';

const s = suite('holders of a role');
interface Person {
  readonly id: string;
  readonly roles?: readonly string[];
  readonly deputy?: string;
  readonly away?: readonly [from: string, to: string];
}

const MAILING = 'ML-0000-0001';
const NOW = '2026-09-01T05:00:00Z';

function viewOf(people: readonly Person[], initiatorEmail: string, needs: readonly unknown[] = []): View {
  const rows = people.map(({ id, roles = [], deputy = '', away = ['', ''] }) => ({
    id,
    cells: { name: id, email: `${id}@cac.example`, roles, deputy, awayFrom: away[0], awayTo: away[1] },
  }));
  return {
    row: (tab: string) => (tab === 'mailings' ? { cells: { initiatorEmail } } : tab === 'needs' ? needs[0] : undefined),
    rows: (tab: string) => (tab === 'staff' ? rows : tab === 'needs' ? needs : []),
  } as unknown as View;
}

function readers(
  to: string,
  people: readonly Person[],
  key: LetterOrder['key'] = 'case-opened',
  initiatorEmail = '',
): string[] {
  const order: LetterOrder = {
    key,
    to,
    about: MAILING,
    step: 'half/1',
    expires: '2026-12-01T00:00:00Z',
  };
  return wanted(viewOf(people, initiatorEmail), { letters: [order], slot: [] }, NOW)
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

s('a row that waits for a decision about a mailing is its initiator’s no more than the decision is', () => {
  const mine = 'gulnara@CAC.example';
  const other = { id: 'Assel', roles: ['Moderator'] };
  const need = (what: string) => ({
    cause: `${what}/${MAILING}`,
    about: MAILING,
    role: 'Moderator' as const,
    what: 'A mailing waits',
    why: 'Decide.',
    actions: ['Send the page'],
  });
  const owner = (people: readonly Person[], initiator: string, what = 'moderate') => {
    const [change] = needChanges(viewOf(people, initiator), MAILING, [need(what)], NOW);
    return String((change?.cells as { readonly owner?: string } | undefined)?.owner);
  };
  for (const what of ['moderate', 'overlap']) {
    assert.is(owner([MODERATOR, other], mine, what), 'Assel', what);
    assert.is(owner([MODERATOR, other], 'dean@nu.example', what), 'Gulnara, Assel', what);
  }
  assert.is(owner([MODERATOR, { id: 'Miras' }], mine), 'Miras', 'the deputy may decide');
  assert.is(owner([], mine), 'Nobody has the role Moderator');
  const nobody = owner([MODERATOR], mine);
  assert.is(nobody, 'Nobody else has the role Moderator');
  assert.ok(isOwner(nobody, 'Saule', true) && !isOwner(nobody, 'Gulnara', false), 'it is the coordinators’');
  assert.is(owner([MODERATOR, other], mine, 'paused'), 'Gulnara, Assel', 'anybody may resume what is being sent');

  const open = { ...need('moderate'), due: '', owner: 'Gulnara, Assel', state: 'Open', action: '' };
  const view = viewOf([MODERATOR, other], mine, [{ id: 'ND-1', cells: open }]);
  assert.equal(ownerChanges(view, NOW), [{ tab: 'needs', id: 'ND-1', cells: { owner: 'Assel' } }]);
  const [again] = needChanges(view, MAILING, [need('moderate')], NOW);
  assert.equal(
    again?.cells,
    { owner: 'Assel' },
    'a row that was open before is put right, and stays as it is otherwise',
  );
});

s.run();
