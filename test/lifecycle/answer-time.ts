import { setTimeout as sleep } from 'node:timers/promises';
import type { TabKey } from '../../domain/program/index.ts';
import type { Cells, LocalClient } from '../../local/client/index.ts';

/**
 * Types into a row as staff do, and waits until the grid shows another System note there; nothing is settled meanwhile.
 * @returns real milliseconds from the edit to its answer. @throws Error after `patienceMs`.
 */
export async function answerTime(
  people: LocalClient,
  tab: TabKey,
  id: string,
  cells: Cells,
  patienceMs = 20_000,
): Promise<number> {
  const note = async () => (await people.rows(tab)).find((row) => row.id === id)?.systemNote;
  const before = await note();
  const started = performance.now();
  await people.edit(tab, id, cells);
  for (;;) {
    const shown = await note();
    const took = performance.now() - started;
    if (shown !== before) return took;
    if (took > patienceMs) throw new Error(`no answer within ${patienceMs} ms; the row still says "${before}"`);
    await sleep(25);
  }
}
