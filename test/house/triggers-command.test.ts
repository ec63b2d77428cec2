import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { freePort } from '../../local/ports.ts';
import { type Account, account } from '../setup/account.ts';
import { type TestNamespace, testNamespace } from '../support/temporal.ts';

const SCRIPT = join(import.meta.dirname, '../../worker/triggers-main.ts');

const s = suite<{ temporal: TestNamespace; account: Account }>('triggers command');
s.before(async (context) => {
  context.temporal = await testNamespace();
  context.account = await account(context.temporal);
});
s.after(async ({ temporal, account }) => {
  await account.close();
  await temporal.close();
});

function start({ account }: { account: Account }, env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [SCRIPT], {
    env: { PATH, ...account.env, DATA_DIR: account.folder, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, exit, output: () => output };
}

s('serves the pages on PORT and ends in order on SIGTERM', async (context) => {
  const { child, exit, output } = start(context);
  try {
    while (!/ready on port (\d+)/.test(output())) {
      assert.is(child.exitCode, null, output());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const url = `http://127.0.0.1:${/ready on port (\d+)/.exec(output())?.[1]}`;
    assert.is((await fetch(`${url}/healthz`)).status, 200);
    assert.is((await fetch(`${url}/a/nothing`)).status, 404);
    assert.is((await fetch(`${url}/hint`, { method: 'POST', body: '{"form":"mentor"}' })).status, 401);
    child.kill('SIGTERM');
    assert.equal(await exit, [0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});

s('what keeps it from starting is one line', async (context) => {
  for (const [env, says] of [
    [{ PORT: 'many' }, /^PORT must be a number from 0 to 65535, not "many"\.\n$/],
    [{ LINK_KEYS: '' }, /^LINK_KEYS is not set\. See \.env\.example/],
    [{ TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}` }, /^Temporal does not answer at 127/],
  ] as const) {
    const { exit, output } = start(context, env);
    assert.equal(await exit, [1, null]);
    assert.match(output(), says);
  }
});

s.run();
