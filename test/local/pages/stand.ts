import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { FORM_KEYS, formOf, WORKBOOKS, type Workbook } from '../../../domain/program/index.ts';
import { createGoogle, type Google } from '../../../local/google/index.ts';
import { createInbox, type Inbox } from '../../../local/inbox/index.ts';
import { type Clock, type ClockState, createPages } from '../../../local/pages/index.ts';
import { createStaffHand, type StaffHand } from '../../../local/staff/index.ts';
import { type Ids, setUp } from '../../../setup/index.ts';
import { googleClients } from '../../../sheets/index.ts';

/** The pages with all they show: the programme's workbooks and forms, an inbox, a clock that tests move. */
export interface Stand {
  readonly url: string;
  readonly google: Google;
  readonly inbox: Inbox;
  readonly ids: Ids;
  readonly hand: StaffHand;
  readonly clock: TestClock;
  send(letter: {
    to: string;
    subject: string;
    text: string;
    html?: string;
    /** Where it comes back to. */
    envelope?: { readonly from: string; readonly to: string };
  }): Promise<void>;
  close(): Promise<void>;
}

/** A clock without a programme behind it: it moves in steps that a test lets pass. */
class TestClock implements Clock {
  state: ClockState = {
    mode: 'frozen',
    at: '2026-09-01T04:00:00Z',
    next: { at: '2026-09-08T04:00:00Z', what: 'a season' },
    moving: false,
  };
  /** What it learns when it is asked to settle. */
  planned: ClockState['next'] | undefined;
  /** Each move waits here halfway. */
  gate: Promise<unknown> = Promise.resolve();

  get(): ClockState {
    return this.state;
  }

  async settle(): Promise<void> {
    if (this.planned !== undefined) this.state = { ...this.state, next: this.planned };
  }

  async move(wish: Parameters<Clock['move']>[0]): ReturnType<Clock['move']> {
    if ('next' in wish && !this.state.next) return { ok: false, error: 'Nothing is due.' };
    const from = Date.parse(this.state.at);
    const days = 'by' in wish ? Number(/\d+/.exec(wish.by)?.[0]) * (wish.by.endsWith('W') ? 7 : 1) : 0;
    const to =
      'to' in wish
        ? Date.parse(wish.to)
        : 'by' in wish
          ? from + days * 86_400_000
          : Date.parse(this.state.next?.at ?? '');
    const [half, target] = [(from + to) / 2, to].map((at) => new Date(at).toISOString().replace('.000', '')) as [
      string,
      string,
    ];
    this.state = { ...this.state, at: half, moving: true, progress: { at: half, target } };
    await this.gate;
    const { progress: _, ...rest } = this.state;
    this.state = { ...rest, at: target, moving: false };
    return { ok: true };
  }
}

export async function stand(): Promise<Stand> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pages-'));
  const clock = new TestClock();
  const programNow = () => Date.parse(clock.get().at);
  const google = await createGoogle({ dataDir, quota: 'off', now: programNow });
  const inbox = await createInbox({ dataDir, now: () => clock.get().at });
  let ids: Ids | undefined;
  const pages = createPages({
    google,
    inbox,
    clock,
    programNow,
    links: () => ({
      spreadsheets: (Object.keys(WORKBOOKS) as Workbook[]).map((workbook) => ({
        title: WORKBOOKS[workbook].title,
        id: ids?.spreadsheets[workbook] ?? '',
        readers: WORKBOOKS[workbook].readers,
      })),
      forms: FORM_KEYS.map((key) => ({ key, title: formOf(key).title, formId: ids?.forms[key] ?? '' })),
      temporalUrl: 'http://127.0.0.1:8233',
      needsUrl: '/sheet?tab=Needs+you',
    }),
  });
  const server = createServer((req, res) => {
    void (async () => {
      if (!(await google.handle(req, res)) && !(await pages.handle(req, res))) res.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(Number(process.env.PAGES_PORT ?? 0), '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  ids = await setUp(googleClients(url, undefined));
  const mail = createTransport(`smtp://127.0.0.1:${inbox.port}`);
  return {
    url,
    google,
    inbox,
    ids,
    hand: createStaffHand(google, ids.spreadsheets),
    clock,
    async send(letter) {
      await mail.sendMail({ from: 'Career and Advising Center <cac@nu.example>', ...letter });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([google.close(), inbox.close()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
