import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { type Letter, LocalClient } from '../../local/client/index.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { testNamespace } from './temporal.ts';

export interface ProgrammeOptions {
  /** Where the frozen clock begins; the first day of the sample season unless given. */
  readonly now?: string;
  readonly hints?: boolean;
  readonly empty?: boolean;
  readonly clock?: 'real' | 'frozen';
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole local stack in a folder of its own, on the run's Temporal server, with a namespace of its own. */
export interface Programme {
  readonly people: LocalClient;
  readonly stack: Stack;
  readonly temporal: Client;
  readonly namespace: string;
  /** Stops everything and removes the folder; call it in `s.after`. */
  close(): Promise<void>;
}

/** Tuesday, a working day; 09:00 in Almaty. */
const FIRST_DAY = '2026-09-01T04:00:00Z';

export async function startProgramme(options: ProgrammeOptions = {}): Promise<Programme> {
  const folder = await mkdtemp(join(tmpdir(), 'programme-'));
  const server = await testNamespace();
  const clock = options.clock ?? 'frozen';
  let stack: Stack;
  try {
    stack = await startStack({
      dataDir: folder,
      port: 0,
      clock,
      ...(clock === 'frozen' ? { now: options.now ?? FIRST_DAY } : {}),
      ...(options.hints === undefined ? {} : { hints: options.hints }),
      ...(options.empty === undefined ? {} : { empty: options.empty }),
      ...(options.env === undefined ? {} : { env: options.env }),
      temporal: server,
    });
  } catch (error) {
    await server.close();
    throw error;
  }
  const temporal = new Client({ connection: await server.connect(), namespace: server.namespace });
  // Also when the file is ended early: the parts must not outlive it.
  const endParts = () => {
    for (const pid of Object.values(stack.supervisor.pids())) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
  };
  process.once('exit', endParts);
  // The runner asks so when the time of a file is up; without a listener Node ends at once and no 'exit' comes.
  const leave = () => process.exit(143);
  process.once('SIGTERM', leave);
  return {
    people: new LocalClient(stack.url),
    stack,
    temporal,
    namespace: server.namespace,
    async close() {
      await stack.stop();
      process.off('exit', endParts);
      process.off('SIGTERM', leave);
      await server.close();
      if (!process.env.KEEP_DATA) await rm(folder, { recursive: true, force: true });
      else console.log(`kept ${folder}`);
    },
  };
}

/** The newest letter to an address whose subject matches. Throws with the subjects there are. */
export async function letterTo(people: LocalClient, to: string, subject: RegExp): Promise<Letter> {
  const letters = await people.letters(to);
  const found = letters.findLast((letter) => subject.test(letter.subject));
  if (!found)
    throw new Error(`no letter to ${to} matches ${subject}; there are: ${letters.map((l) => l.subject).join(' | ')}`);
  return found;
}

/** Address behind a link of a letter, by its label. Throws with the labels there are. */
export function linkIn(letter: Letter, label: RegExp): string {
  const found = letter.links.find((link) => label.test(link.label));
  if (!found)
    throw new Error(
      `no link ${label} in "${letter.subject}"; there are: ${letter.links.map((l) => l.label).join(' | ')}`,
    );
  return found.href;
}

/** The one row of a tab that matches. */
export async function rowOf(
  people: LocalClient,
  tab: Parameters<LocalClient['rows']>[0],
  match: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const rows = await people.rows(tab);
  const found = rows.filter((row) => Object.entries(match).every(([key, value]) => row[key] === value));
  const [row] = found;
  if (!row || found.length > 1)
    throw new Error(
      `${found.length} rows of ${tab} match ${JSON.stringify(match)}; there are ${JSON.stringify(rows.map((r) => ({ id: r.id, stage: r.stage, email: r.email })))}`,
    );
  return row;
}
