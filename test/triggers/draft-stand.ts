import { createMailingPages, type MailingLook } from '../../activities/index.ts';
import type { AnyChange } from '../../activities/ports.ts';
import type { Outcome } from '../../domain/messages.ts';
import { createFiles } from '../../sheets/index.ts';
import * as templates from '../../templates/index.ts';
import { withTrash } from '../../worker/uploads.ts';
import { openOffice } from '../sheets/stand-in.ts';
import { NOW, pageStand } from './stand.ts';

/** A request in order, for an event on Thursday 12 November 2026. */
export const FIT = {
  subject: 'Open lecture on digital twins',
  unit: 'SEDS',
  direction: 'Invitation to an event',
  initiatorName: 'Aruzhan',
  initiatorEmail: 'aruzhan@nu.edu.kz',
  eventDate: '2026-11-12',
  text: 'Dear alumni, the School invites you to a lecture on [its page](https://seds.nu.edu.kz/lecture).',
  signature: 'School office, seds@nu.edu.kz\n53 Kabanbay Batyr Ave., Astana 010000\n+7 7172 70 58 86',
  schools: ['SEDS'],
  social: 'No',
};

/** The draft page over a real record of a few alumni; runs are an ear that answers as told. */
export async function draftStand(outcome: Outcome) {
  const office = await openOffice();
  const record = office.record();
  const pages = createMailingPages({
    record,
    letters: templates,
    files: withTrash(
      createFiles({
        drive: office.clients.drive,
        rootUrl: office.url,
        beside: office.ids.spreadsheets.mailings,
        now: Date.now,
      }),
      office.clients.drive,
      () => undefined,
    ),
    now: async () => NOW,
    realNow: Date.now,
  });
  const insert = (tab: string, id: string, create: object, cells: object = {}) =>
    record.commit(() => ({ result: 0, changes: [{ tab, id, create, cells } as AnyChange] }));
  const alumnus = (n: number, school: string) =>
    insert('alumni', `AL-0000-000${n}`, { name: `Alumnus ${n}`, email: `a${n}@example.com`, school, year: 2020 });
  for (const n of [1, 2, 3]) await alumnus(n, n === 3 ? 'GSB' : 'SEDS');
  const stand = await pageStand(outcome, pages, (tabs) => record.read(tabs));
  return {
    ...stand,
    pages,
    insert,
    set: (id: string, cells: object) => insert('mailings', id, {}, cells),
    async look(id: string): Promise<MailingLook> {
      const look = await pages.look(id);
      if (!look) throw new Error(`no request ${id}`);
      return look;
    },
    async close() {
      await stand.close();
      await office.close();
    },
  };
}
export type DraftStand = Awaited<ReturnType<typeof draftStand>>;
