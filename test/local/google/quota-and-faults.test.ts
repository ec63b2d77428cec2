import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseFaults } from '../../../local/google/index.ts';
import { clients, failure, stand } from './help.ts';

const s = suite('google: quota and faults');

s('each token has 60 reads and 60 writes a minute; the 429 is Google’s', async () => {
  const g = await stand({ quota: 'google' });
  const ann = clients(g.url, 'ann').sheets.spreadsheets;
  const bob = clients(g.url, 'bob').sheets.spreadsheets;
  const spreadsheetId = (await ann.create({ requestBody: {} })).data.spreadsheetId ?? '';
  await g.drive.permissions.create({
    fileId: spreadsheetId,
    requestBody: { type: 'user', role: 'reader', emailAddress: 'bob@example.com' },
  });
  const read = () => ann.values.get({ spreadsheetId, range: 'A1' });
  // a minute may turn while the loop runs: then it takes one more round to fill it
  let error: Awaited<ReturnType<typeof failure>> | undefined;
  for (let i = 0; i < 140 && !error; i++) error = await failure(read()).catch(() => undefined);
  assert.is(error?.code, 429);
  const { error: body } = (error?.body ?? {}) as {
    error: { status: string; message: string; details: { reason?: string; metadata?: object }[] };
  };
  assert.is(body.status, 'RESOURCE_EXHAUSTED');
  assert.match(
    body.message,
    /^Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'/,
  );
  assert.is(body.details[0]?.reason, 'RATE_LIMIT_EXCEEDED');
  await bob.values.get({ spreadsheetId, range: 'A1' });
  await ann.values.update({ spreadsheetId, range: 'A1', valueInputOption: 'RAW', requestBody: { values: [['x']] } });
  assert.ok(g.google.callCounts().reads > 60);
  await g.close();
});

s('forms have quotas of their own, the narrowest for listing answers', async () => {
  const g = await stand({ quota: 'google' });
  const { forms } = clients(g.url, 'ann').forms;
  const formId = (await forms.create({ requestBody: { info: { title: 'F' } } })).data.formId ?? '';
  let error: Awaited<ReturnType<typeof failure>> | undefined;
  let answered = 0;
  // a minute may turn while the loop runs: then it takes one more round to fill it
  while (answered < 400 && !error) {
    error = await failure(forms.responses.list({ formId })).catch(() => undefined);
    if (!error) answered++;
  }
  assert.ok(answered >= 180, `${answered}`);
  assert.match(error?.message ?? '', /of service 'forms\.googleapis\.com'/);
  await forms.get({ formId });
  await g.close();
});

s('faults before leave no trace, faults after were carried out', async () => {
  const g = await stand();
  const spreadsheetId = (await g.sheets.spreadsheets.create({ requestBody: {} })).data.spreadsheetId ?? '';
  const write = (text: string) =>
    g.sheets.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [[text]] },
    });
  const now = async () =>
    (await g.sheets.spreadsheets.values.get({ spreadsheetId, range: 'A1' })).data.values?.[0]?.[0];
  await write('start');
  const kinds = [
    ['429', 429, false],
    ['500-before', 500, false],
    ['503-before', 503, false],
    ['html-503', 503, false],
    ['503-after', 503, true],
    ['500-after', 500, true],
    ['cut-before', 0, false],
    ['cut-after', 0, true],
  ] as const;
  for (const [kind, code, applied] of kinds) {
    await write('start');
    g.google.failNext(kind, /^PUT .*\/values\//);
    const got = await failure(write(kind));
    assert.is(Number(got.code) || 0, code, kind);
    assert.is(await now(), applied ? kind : 'start', kind);
  }
  await g.close();
});

s('a specification gives the same faults for the same seed', async () => {
  const plan = parseFaults('latency=1-3,429=0.5x2,503-after=0.2,seed=5');
  assert.equal(
    [...plan.rates],
    [
      ['429', 0.5],
      ['503-after', 0.2],
    ],
  );
  assert.equal([plan.burst, plan.latency, plan.seed], [2, [1, 3], 5]);
  const run = async () => {
    const g = await stand({ faults: '429=0.5x2,503-after=0.2,seed=5' });
    const codes: number[] = [];
    for (let i = 0; i < 12; i++) codes.push((await fetch(`${g.url}drive/v3/about`)).status);
    await g.close();
    return codes;
  };
  const codes = await run();
  assert.equal(await run(), codes);
  assert.ok(codes.includes(200) && codes.includes(429));
  assert.throws(() => parseFaults('503-after=2'), /share between 0 and 1/);
});

s.run();
