import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assertPortFree, createSupervisor, lockDataFolder, startNodePart } from '../../local/supervisor.ts';
import { until } from '../support/until.ts';

const s = suite<{ folder: string }>('supervisor');
const LOCK = join(import.meta.dirname, '../../local/supervisor.ts');

s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'supervisor-test-'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

async function script(folder: string, name: string, text: string): Promise<string> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, text);
  return file;
}
const part = (folder: string, name: string, file: string) => ({
  name,
  start: () => startNodePart(folder, { name, script: file, ready: { line: /^ready$/m } }),
});
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const STEADY = 'console.log("ready"); setInterval(() => {}, 1000);';

s('starts a killed part again, with a new pid and its log kept', async ({ folder }) => {
  const supervisor = createSupervisor({ dataDir: folder, backoffMs: [1, 1] });
  await supervisor.start(part(folder, 'steady', await script(folder, 'steady', STEADY)));
  const first = supervisor.pids().steady ?? 0;
  process.kill(first, 'SIGKILL');
  const second = await until(() => {
    const pid = supervisor.pids().steady;
    return pid !== first && pid;
  });
  assert.ok(isAlive(second));
  await supervisor.stop();
  assert.is(isAlive(second), false);
  assert.is(await supervisor.finished, undefined);
  assert.is(await readFile(join(folder, 'logs/steady.log'), 'utf8'), 'ready\nready\n');
});

s('gives up after three quick failures, stops the rest and shows the end of the log', async ({ folder }) => {
  const supervisor = createSupervisor({ dataDir: folder, backoffMs: [1, 1] });
  await supervisor.start(part(folder, 'steady', await script(folder, 'steady', STEADY)));
  const steady = supervisor.pids().steady ?? 0;
  await supervisor.start(
    part(
      folder,
      'weak',
      await script(folder, 'weak', 'console.log("ready"); setTimeout(() => { throw new Error("out of paper"); }, 50);'),
    ),
  );
  const told = await supervisor.finished;
  assert.match(told ?? '', /^weak failed 3 times in a row/);
  assert.match(told ?? '', /out of paper/);
  assert.is(isAlive(steady), false);
});

s('stops parts in the reverse order of their start', async ({ folder }) => {
  const order = join(folder, 'order');
  const text = (name: string) =>
    `import { appendFileSync } from 'node:fs'; process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(order)}, '${name} '); process.exit(); }); ${STEADY}`;
  const supervisor = createSupervisor({ dataDir: folder });
  for (const name of ['first', 'second', 'third'])
    await supervisor.start(part(folder, name, await script(folder, name, text(name))));
  await supervisor.stop();
  assert.is(await readFile(order, 'utf8'), 'third second first ');
});

s('tells why a part did not become ready', async ({ folder }) => {
  const file = await script(folder, 'mute', 'console.error("no such table"); process.exit(4);');
  const supervisor = createSupervisor({ dataDir: folder });
  const told = await supervisor.start(part(folder, 'mute', file)).catch((error: Error) => error.message);
  assert.match(String(told), /mute ended while starting \(code 4\).*no such table/s);
  await supervisor.stop();
});

s('waits for a health address', async ({ folder }) => {
  const port = join(folder, 'port');
  const file = await script(
    folder,
    'web',
    `import { createServer } from 'node:http'; import { writeFileSync } from 'node:fs';
     let asked = 0;
     createServer((_, reply) => reply.writeHead(++asked < 3 ? 503 : 200).end()).listen(Number(process.argv[2]), () => writeFileSync(${JSON.stringify(port)}, 'x'));`,
  );
  const server = createServer().listen(0);
  const free = await new Promise<number>((resolve) =>
    server.once('listening', () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  const running = await startNodePart(folder, {
    name: 'web',
    script: file,
    args: [String(free)],
    ready: { url: `http://127.0.0.1:${free}/` },
  });
  await running.stop();
});

s(
  'refuses a second start on the same folder, and takes it over from a killed one with what that left running',
  async ({ folder }) => {
    const holderFile = await script(
      folder,
      'holder',
      `import { createSupervisor, lockDataFolder, startNodePart } from ${JSON.stringify(LOCK)};
     const lock = await lockDataFolder(process.argv[2]);
     const supervisor = createSupervisor({ dataDir: process.argv[2], lock });
     await supervisor.start({ name: 'child', start: () => startNodePart(process.argv[2], { name: 'child', script: process.argv[3], ready: { line: /ready/ } }) });
     console.log(supervisor.pids().child);`,
    );
    const holder = spawn(process.execPath, [holderFile, folder, await script(folder, 'child', STEADY)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const child = Number(await firstLine(holder));

    const told = await lockDataFolder(folder).catch((error: Error) => error.message);
    assert.match(String(told), new RegExp(`in use by another start of this program \\(process ${holder.pid}\\)`));

    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    assert.ok(isAlive(child), 'the child outlives a killed holder');
    const lines: string[] = [];
    const lock = await lockDataFolder(folder, (line) => lines.push(line));
    assert.equal(lines, [`Ending process ${child}, left over from a start that was killed.`]);
    await until(() => !isAlive(child));
    lock.release();
    (await lockDataFolder(folder)).release();
  },
);

s('never ends a process that only has the number of an old one', async ({ folder }) => {
  await writeFile(
    join(folder, 'lock'),
    JSON.stringify({ pid: process.pid, began: '1', children: [{ pid: process.pid, began: '1' }] }),
  );
  (await lockDataFolder(folder)).release();
});

s('names a port in use and what it was for', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const told = await assertPortFree(port, 'the desk').catch((error: Error) => error.message);
  assert.is(told, `Port ${port}, meant for the desk, is in use. Stop the other program, or choose another port.`);
  await new Promise((resolve) => server.close(resolve));
  await assertPortFree(port, 'the desk');
});

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += piece;
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}

s.run();
