// runner: minutes=4
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { PAIR_END_STAGES } from '../../domain/program/index.ts';
import { workflowBundle } from '../../worker/workflow-bundle.ts';
import { HISTORIES } from './histories.ts';

// A workflow that no longer replays logs at length; what counts is the result.
Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

const s = suite('recorded runs replay');
const files = readdirSync(HISTORIES).sort();
const recordings = files.map((file) => ({
  workflowId: file.replace('.json', ''),
  history: JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as unknown,
}));

async function failures(codePath: string, given = recordings): Promise<string[]> {
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, given))
    if (error) failed.push(`${workflowId}: ${error.name}`);
  return failed;
}

s('every process has a recording, and pairs one for each way they end', () => {
  const kept = new Set(recordings.map(({ workflowId }) => workflowId));
  for (const process of [
    'participant',
    'cohort',
    'mentorship',
    'case',
    'mailing',
    'delivery',
    'desk',
    'intake',
    'sync',
  ])
    assert.ok(
      [...kept].some((name) => name.startsWith(`${process}-`)),
      `no recording of ${process}`,
    );
  for (const end of PAIR_END_STAGES.map((stage) => stage.toLowerCase().replaceAll(' ', '-')))
    assert.ok(kept.has(`mentorship-${end}`), `no recording of a pair that ended as ${end}`);
  assert.ok(
    [...kept].some((name) => name.endsWith('timer-fired')),
    'no recording in which a timer fired',
  );
});

s('all of them replay on the workflows as they are', async () => {
  const { codePath } = await workflowBundle();
  assert.equal(await failures(codePath), []);
});

s('the guard is red on an altered workflow', async () => {
  const { codePath } = await workflowBundle();
  const code = readFileSync(codePath, 'utf8');
  const altered = code.replaceAll("name: 'mentorship',", "name: 'mentorship', looksAround: true,");
  assert.is.not(altered, code, 'the place to alter is not in the bundle any more');
  const folder = mkdtempSync(join(tmpdir(), 'altered-'));
  try {
    writeFileSync(join(folder, 'workflows.js'), altered);
    const pairs = recordings.filter(({ workflowId }) => workflowId === 'mentorship-completed');
    const failed = await failures(join(folder, 'workflows.js'), pairs);
    assert.equal(failed, ['mentorship-completed: DeterminismViolationError']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

s.run();
