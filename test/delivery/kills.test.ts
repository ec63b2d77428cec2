// runner: alone
/** A small delivery whose worker is killed again and again; the full size is `npm run bench -- mail-kills`. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deliverUnderKills } from '../../bench/mail/kills.ts';
import { type TestNamespace, testNamespace } from '../support/temporal.ts';

const s = suite('a delivery whose worker is killed');
let temporal: TestNamespace;
s.before(async () => {
  temporal = await testNamespace();
});
s.after(() => temporal?.close());

s('nobody is lost, nobody gets two, and whoever is in doubt is counted and shown', async () => {
  const report = await deliverUnderKills({ recipients: 600, kills: { worker: 2 }, temporal, withinMs: 90_000 });
  assert.is(report.killed.worker, 2);
  assert.is(report.lost, 0);
  assert.is(report.duplicates, 0);
  assert.is(report.counts.unknown, report.unknown);
  assert.is(report.counts.sent + report.counts.unknown, 600);
  assert.is(report.isShown, report.unknown > 0, report.progress);
  assert.ok(report.arrived >= report.counts.sent);
});

s.run();
