import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { handOver } from '../../activities/delivery/hand-over.ts';
import type { BulkMailing, Ports } from '../../activities/index.ts';
import { fromMs } from '../../domain/calendar/index.ts';
import type { RecipientLine } from '../../domain/mailing/delivery/index.ts';
import { createBulkMail, createLinks, messageIdOf, openBulkJournal } from '../../mail/index.ts';
import { mailing as render } from '../../templates/index.ts';

/** Copies a second against a bare pool, from 1,000 recipients on. */
const BAR = 0.8;
/** What 100,000 recipients may take more than 1,000, in MB. */
const MORE_MB = 60;
const CONNECTIONS = 5;
/** The median of them counts. */
const ROUNDS = [1000, 1000, 1000, 3000, 3000];
/** As in one activity. */
const BATCH = 200;
const KEYS = [{ kid: 'a', secret: 'a secret of this measurement only' }];
const FROM = { name: 'Career and Advising Center', email: 'cac@nu.edu.kz' };
const MAILING = 'ML-7KQ2-M9FX';

/**
 * Copies a second as deliveries hand them over (journal, links, headers of their own), against nodemailer's pool with the same message for
 * everybody, in one run and alternating; then the memory of 100,000.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-mail-'));
  const sink = await startSink();
  const mail = createBulkMail({
    smtpUrl: `smtp://127.0.0.1:${sink.port}`,
    from: FROM,
    connections: CONNECTIONS,
    bounces: 'bounces@nu.edu.kz',
    keys: KEYS,
    dkim: undefined,
  });
  const journal = openBulkJournal(folder, 'bench');
  const ports = portsOf(mail, journal);
  const mailing = sample();
  try {
    await ours(ports, mailing, 'warm', 2000);
    await bare(sink.port, mailing, 2000);
    const ratios: number[] = [];
    for (const [i, n] of ROUNDS.entries()) {
      const a = await ours(ports, mailing, `round${i}`, n);
      const b = await bare(sink.port, mailing, n);
      ratios.push(a / b);
      console.log(`${n} copies  ${Math.round(a)}/s, a bare pool ${Math.round(b)}/s`);
    }
    const small = memory();
    console.log(`memory after thousands  ${small.toFixed(0)} MB`);
    let most = small;
    const rate = await ours(ports, mailing, 'many', 100_000, () => {
      most = Math.max(most, memory());
    });
    console.log(`100000 copies  ${Math.round(rate)}/s, at most ${most.toFixed(0)} MB`);
    const ratio = ratios.toSorted((x, y) => x - y)[Math.floor(ratios.length / 2)] ?? 0;
    console.log(`more memory  ${(most - small).toFixed(0)} MB (at most ${MORE_MB})`);
    console.log(`ratio        ${ratio.toFixed(2)} (at least ${BAR})`);
    if (ratio < BAR || most - small > MORE_MB) process.exitCode = 1;
  } finally {
    mail.close();
    journal.close();
    sink.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const memory = (): number => process.memoryUsage.rss() / 1024 / 1024;

function portsOf(mail: Ports['bulk']['mail'], journal: Ports['bulk']['journal']): Ports {
  const links = createLinks({
    publicUrl: 'https://mentorship.example.org',
    sheetUrl: '',
    temporalUiUrl: '',
    namespace: '',
    keys: KEYS,
    formPages: {} as never,
    spreadsheetIds: {} as never,
    embedded: false,
  });
  const never = new AbortController().signal;
  return {
    links,
    messageId: (key: string) => messageIdOf(key, 'nu.edu.kz'),
    stopping: never,
    bulk: { mail, journal, calledOff: () => never },
  } as unknown as Ports;
}

function sample(): BulkMailing {
  const copy = render({
    subject: 'Open lecture on digital twins, 31 March',
    source:
      'Dear graduates,\n\nthe School invites you to an open lecture. Register on [its page](https://seds.nu.edu.kz/lecture).\n\n--\nSchool office, seds@nu.edu.kz\n53 Kabanbay Batyr Ave., Astana 010000\n+7 7172 70 58 86',
    unit: 'School of Engineering and Digital Sciences',
    common: { university: 'Nazarbayev University', center: FROM.name, address: 'Astana', help: () => [] },
  });
  return { copy, replyTo: FROM.email, unit: 'SEDS' };
}

const lineOf = (ordinal: number): RecipientLine => ({
  ordinal,
  id: 'AL-7KQ2-M9FX',
  name: `Graduate ${ordinal}`,
  email: `graduate.${ordinal}@alumni.example`,
  school: 'SEDS',
  status: '',
  reply: '',
});

/** In batches, as activities do. Answers copies a second. */
async function ours(
  ports: Ports,
  mailing: BulkMailing,
  freeze: string,
  count: number,
  each: () => void = () => undefined,
): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < count; from += BATCH) {
    const lines = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => lineOf(from + i));
    const { results } = await handOver(ports, {
      run: { mailing: MAILING, freeze },
      lines,
      mailing,
      now: fromMs(Date.now()),
      perMinute: 0,
      until: Date.now() + 60_000,
      again: false,
      last: false,
    });
    const sent = results.filter(({ status }) => status === 'sent').length;
    if (sent !== lines.length) throw new Error(`${sent} of ${lines.length} sent`);
    each();
  }
  return (count * 1000) / (performance.now() - began);
}

/** Of the same kinds and lengths as those of a copy. */
const HEADERS = {
  Precedence: 'bulk',
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'Content-Language': 'en',
  'List-Id': 'Mailings of SEDS to alumni <seds.mailings.nu.edu.kz>',
  'List-Unsubscribe': `<https://mentorship.example.org/unsubscribe/${'x'.repeat(120)}>, <mailto:bounces+u.${'x'.repeat(50)}@nu.edu.kz?subject=unsubscribe>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Feedback-ID': 'ML-7KQ2-M9FX:seds:mailing:nu-edu-kz',
  'X-Letter': 'mailing',
};

/** The same letter to everybody over nodemailer's own pool, as many at once as it takes. */
async function bare(port: number, { copy }: BulkMailing, count: number): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 500,
  });
  const { html, text } = copy.fill({
    unsubscribe: 'https://mentorship.example.org/unsubscribe/x',
    preferences: 'https://mentorship.example.org/preferences/x',
  });
  const began = performance.now();
  for (let from = 0; from < count; from += BATCH)
    await Promise.all(
      Array.from({ length: Math.min(BATCH, count - from) }, (_, i) =>
        transport.sendMail({
          from: { name: FROM.name, address: FROM.email },
          to: { name: `Graduate ${from + i}`, address: `graduate.${from + i}@alumni.example` },
          subject: copy.subject,
          html,
          text,
          replyTo: FROM.email,
          headers: HEADERS,
        }),
      ),
    );
  const rate = (count * 1000) / (performance.now() - began);
  transport.close();
  return rate;
}

/** In a process of its own: what it does must not be measured. */
async function startSink(): Promise<{ readonly port: number; stop(): void }> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'sink-main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('the sink says nothing');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { port: Number(String(line).trim()), stop: () => void child.kill() };
}
