/**
 * The embedded server as one process: Google's stand-in, the inbox, the functions, the clock and the pages. Started by
 * `npm start`; told everything by its environment.
 */
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { fromMs, KAZAKHSTAN } from '../../domain/calendar/index.ts';
import { runId } from '../../domain/messages.ts';
import { FORM_KEYS, type FormKey, formOf, WORKBOOKS, type Workbook } from '../../domain/program/index.ts';
import { type Ids, type PartialIds, readIds, saveIds, setUp } from '../../setup/index.ts';
import { googleClients } from '../../sheets/index.ts';
import { BOOK, sheetIdOf } from '../../sheets/layout.ts';
import { signHint } from '../../triggers/index.ts';
import { readConfig } from '../../worker/config.ts';
import { type Built, buildPorts } from '../../worker/ports.ts';
import { buildTriggers } from '../../worker/triggers.ts';
import { trimMemory } from '../../worker/trim-memory.ts';
import { ClockError, type ClockMode, ProgramClock } from '../clock/index.ts';
import { createGoogle } from '../google/index.ts';
import { createInbox } from '../inbox/index.ts';
import { createPages } from '../pages/index.ts';
import { typeSample } from '../sample/index.ts';
import { createStaffHand, handleStaff, type StaffHand } from '../staff/index.ts';
import { nameOf, standsFor } from '../staff/stands-for.ts';

if (process.argv.includes('--help')) {
  console.log('Started by npm start, which tells it everything by its environment.');
  process.exit(0);
}

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};
const log = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);

const dataDir = need('DATA_DIR');
const port = Number(need('PORT'));
const functionsPort = Number(need('FUNCTIONS_PORT'));
const idsFile = need('GOOGLE_IDS');

let built: Built | undefined;
const dirty = new Set<string>();
const unshown = new Set<string>();
const drain = (readers: Set<string>): readonly string[] => {
  const all = [...readers];
  readers.clear();
  return all;
};
const clock = new ProgramClock({
  dataDir,
  mode: (process.env.CLOCK_MODE ?? 'real') as ClockMode,
  now: process.env.CLOCK_NOW ?? fromMs(Date.now()),
  client: () => {
    if (!built) throw new Error('not connected yet');
    return built.client;
  },
  dirtyReaders: () => drain(dirty),
  unshown: () => drain(unshown),
  standsFor: (run) => (hand ? standsFor(hand, run) : run),
  nameOf: (run) => (hand ? nameOf(hand, run) : run),
  pageOf: (run) => built?.ports.links.run(run) ?? '',
  log,
});

const google = await createGoogle({ dataDir, quota: 'off', now: () => Date.parse(clock.now()) });
const inbox = await createInbox({
  dataDir,
  port: Number(need('SMTP_PORT')),
  now: () => clock.now(),
  onBounce: (raw) => void handBounce(raw),
});
let ready = false;
let pages: ReturnType<typeof createPages> | undefined;
let ids: Ids | undefined;
let hand: StaffHand | undefined;

const server = createServer((req, res) => void answer(req, res));

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    if (req.url === '/healthz') {
      res.writeHead(ready ? 200 : 503, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ ready }));
    } else if (req.url === '/api/sheet-calls') {
      // How many calls of Google's quota the program has used: for the rehearsal's report.
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(google.callCounts()));
    } else if (await google.handle(req, res)) {
      // Google's own addresses work while the rest still starts: the setup needs them.
    } else if (!ready) {
      res.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' });
      res.end('Still starting. Please try again in a few seconds.');
    } else if (!(hand && (await handleStaff(hand, req, res))) && !(pages && (await pages.handle(req, res)))) {
      res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      res.end('There is nothing here. The desk is at /');
    }
  } catch (error) {
    log(`request failed: ${error instanceof Error ? (error.stack ?? error.name) : 'unknown'}`);
    if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
    res.end('Something went wrong here. Please try again.');
  }
}

await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));

const clients = googleClients(`http://127.0.0.1:${port}`, undefined);
const known: PartialIds = readIds(idsFile);
ids = await setUp({
  ...clients,
  ids: known,
  holidays: KAZAKHSTAN,
  save: (partial) => saveIds(idsFile, partial),
  log,
});
saveIds(idsFile, ids);
hand = createStaffHand(google, ids.spreadsheets);
if (process.env.SAMPLE !== 'off') typeSample(hand, clock.now());

const config = readConfig(process.env);
built = await buildPorts(config, log);
http(
  'triggers',
  buildTriggers(
    config,
    built,
    async () => clock.time(),
    log,
    (run) => clock.touch(run),
  ) as never,
);
await new Promise<void>((resolve) => getTestServer('triggers').listen(functionsPort, '127.0.0.1', resolve));

const workbookOf = new Map(
  (Object.entries(ids.spreadsheets) as [Workbook, string][]).map(([workbook, id]) => [id, workbook]),
);
const formOfId = new Map((Object.entries(ids.forms) as [FormKey, string][]).map(([form, id]) => [id, form]));

/** What Apps Script and Forms watches do in Google: say that something changed, and nothing else. */
google.onChange((change) => {
  const workbook = change.kind === 'spreadsheet' ? workbookOf.get(change.id) : undefined;
  // Every commit writes the book; what brings rows up to date afterwards does not.
  if (change.by === 'program' && workbook && workbook !== 'figures' && change.sheetId === sheetIdOf(BOOK))
    unshown.add(`sync/${workbook}`);
  if (change.by !== 'person') return;
  const form = change.kind === 'form' ? formOfId.get(change.id) : undefined;
  if (!workbook && !form) return;
  dirty.add(form ? 'intake' : `sync/${workbook}`);
  if (process.env.HINTS !== 'off') void sendHint(form ? { form } : { workbook });
});

const sendHint = (hint: object): Promise<void> => call('hint', JSON.stringify(hint), 'application/json');
/** What a mail server does with the mailbox of bounces. */
const handBounce = (raw: Buffer): Promise<void> => call('bounce', raw, 'message/rfc822');

async function call(path: string, body: string | Buffer, type: string): Promise<void> {
  const at = Date.now();
  const { hintSecret } = readConfig(process.env);
  try {
    await fetch(`http://127.0.0.1:${functionsPort}/${path}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: {
        'Content-Type': type,
        'X-Hint-Time': String(at),
        'X-Hint-Signature': signHint(hintSecret, at, body),
      },
      signal: AbortSignal.timeout(5_000),
    });
  } catch {
    // A lost hint costs nothing but time: the readers look by themselves.
  }
}

const readers = [...workbookOf.values()]
  .filter((workbook) => workbook !== 'figures')
  .map((each) => runId('sync', each));
for (const reader of readers) dirty.add(reader);
pages = createPages({
  google,
  inbox,
  programNow: () => Date.parse(clock.now()),
  clock: {
    get: () => clock.get(),
    settle: () => clock.settleNow(),
    async move(wish) {
      try {
        return { ok: true, ...(await clock.move(wish)) };
      } catch (error) {
        if (error instanceof ClockError) return { ok: false, error: error.message };
        throw error;
      }
    },
  },
  links: () => ({
    spreadsheets: (Object.keys(WORKBOOKS) as Workbook[]).map((workbook) => ({
      title: WORKBOOKS[workbook].title,
      id: ids?.spreadsheets[workbook] ?? '',
      readers: WORKBOOKS[workbook].readers,
    })),
    forms: FORM_KEYS.map((key) => ({ key, title: formOf(key).title, formId: ids?.forms[key] ?? '' })),
    temporalUrl: config.temporalUiUrl,
    ...(built ? { needsUrl: built.ports.links.sheet('needs') } : {}),
  }),
});
writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ port, smtp: inbox.port, functions: functionsPort }));
ready = true;
log('ready');
clock.learn([runId('intake'), runId('desk'), ...readers]);
trimMemory();
if (process.send) process.send('ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void Promise.allSettled([google.close(), inbox.close(), built?.close()]).then(() => process.exit(0));
  });
