import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { SEARCH_ATTRIBUTES } from '../../domain/messages.ts';
import { freePort } from '../../local/ports.ts';
import { CLI_VERSION, findTemporal, startTemporal } from '../../local/temporal/index.ts';
import { until } from '../support/until.ts';

const s = suite<{ folder: string }>('Temporal on this machine');

s.before.each(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'temporal-test-'));
});
s.after.each(({ folder }) => rm(folder, { recursive: true, force: true }));

const message = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

s(
  'keeps an acknowledged start when the server is killed and started again on the same file and port',
  async ({ folder }) => {
    const [port, uiPort] = [await freePort(), await freePort()];
    const first = await startTemporal({ dataDir: folder, port, uiPort });
    assert.is(first.address, `127.0.0.1:${port}`);
    assert.is((await fetch(first.uiUrl ?? '')).status, 200);
    const connection = await Connection.connect({ address: first.address });
    const client = new Client({ connection });
    await client.workflow.start('mentorship', {
      workflowId: 'mentorship/PA-TEST',
      taskQueue: 'nobody',
      searchAttributes: { Stage: ['Active'], NeedsStaff: [false] },
    });
    first.kill('SIGKILL');
    assert.is((await first.exited).signal, 'SIGKILL');

    const second = await startTemporal({ dataDir: folder, port, uiPort });
    try {
      const description = await until(() => client.workflow.getHandle('mentorship/PA-TEST').describe());
      assert.is(description.status.name, 'RUNNING');
      const listed = await until(async () => {
        for await (const run of client.workflow.list({ query: 'Stage = "Active"' })) return run;
        return undefined;
      });
      assert.is(listed.workflowId, 'mentorship/PA-TEST');
    } finally {
      await connection.close();
      await second.stop();
    }
    assert.is((await second.exited).code, 0);
  },
);

s(
  'makes several namespaces ready: 30 days of retention and the search attributes of the program',
  async ({ folder }) => {
    const server = await startTemporal({ dataDir: folder, namespaces: ['default', 'second'] });
    const connection = await Connection.connect({ address: server.address });
    try {
      for (const namespace of ['default', 'second']) {
        const { config } = await connection.workflowService.describeNamespace({ namespace });
        assert.is(Number(config?.workflowExecutionRetentionTtl?.seconds), 30 * 24 * 3600);
        const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
        for (const name of Object.keys(SEARCH_ATTRIBUTES))
          assert.ok(name in customAttributes, `${name} in ${namespace}`);
      }
    } finally {
      await connection.close();
      await server.stop();
    }
  },
);

s('adds to a running server at TEMPORAL_ADDRESS what it lacks, and leaves it running', async ({ folder }) => {
  const server = await startTemporal({ dataDir: folder, searchAttributes: { Stage: 'KEYWORD' } });
  const found = await findTemporal({ env: { TEMPORAL_ADDRESS: server.address } });
  const guest = await startTemporal({ found });
  await guest.stop();
  const connection = await Connection.connect({ address: server.address });
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    assert.ok('NextAction' in customAttributes);
  } finally {
    await connection.close();
    await server.stop();
  }
});

s('refuses a data folder written by another release', async ({ folder }) => {
  await writeFile(join(folder, 'temporal.version'), '1.1.0\n');
  assert.match(await message(startTemporal({ dataDir: folder })), /written by Temporal 1\.1\.0.*--data/s);
});

s('names a port that is in use', async ({ folder }) => {
  const server = await startTemporal({ dataDir: folder });
  const port = Number(server.address.split(':')[1]);
  try {
    assert.match(await message(startTemporal({ port })), new RegExp(`Port ${port}, meant for Temporal, is in use`));
  } finally {
    await server.stop();
  }
});

s('shows the end of the log when the server ends while starting', async ({ folder }) => {
  const path = join(folder, 'broken');
  await writeFile(path, '#!/bin/sh\necho "cannot open the file" >&2\nexit 3\n', { mode: 0o755 });
  const found = { kind: 'program', path, version: CLI_VERSION } as const;
  const told = await message(startTemporal({ dataDir: folder, found }));
  assert.match(told, /did not start: it ended at once \(code 3\)/);
  assert.match(told, /cannot open the file/);
});

s('looks on PATH before its cache, and says so when TEMPORAL_CLI does not run', async ({ folder }) => {
  await writeFile(join(folder, 'temporal'), '#!/bin/sh\necho "temporal version 9.9.9 (Server 1, UI 2)"\n', {
    mode: 0o755,
  });
  const found = await findTemporal({ env: { PATH: `/nowhere:${folder}`, XDG_CACHE_HOME: folder } });
  assert.equal(found, { kind: 'program', path: join(folder, 'temporal'), version: '9.9.9' });
  assert.match(
    await message(findTemporal({ env: { TEMPORAL_CLI: '/nowhere/temporal' } })),
    /TEMPORAL_CLI points at \/nowhere\/temporal/,
  );
});

s.run();
