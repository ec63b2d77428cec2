import type { AnyChange, LinksPort, RecordPort } from '../activities/index.ts';
import { tabOfId } from '../domain/program/index.ts';

/** The record, whose rows of Needs you lead to the row they are about, whoever opens them. */
export const withNeedLinks = (record: RecordPort, links: Pick<LinksPort, 'sheet'>): RecordPort => ({
  read: (tabs) => record.read(tabs),
  ask: (select) => record.ask(select),
  commit: (plan) =>
    record.commit((view) => {
      const { changes, result } = plan(view);
      return { changes: changes.map((change) => linked(change, links)), result };
    }),
  edits: (workbook) => record.edits(workbook),
  show: (workbook) => record.show(workbook),
  told: (workbook, keys) => record.told(workbook, keys),
  bringBack: (tab, id) => record.bringBack(tab, id),
  keepCopy: (workbook, day, days) => record.keepCopy(workbook, day, days),
  version: (workbook) => record.version(workbook),
});

/** What is about no row, such as a tab that is missing, leads nowhere. */
function linked(change: AnyChange, links: Pick<LinksPort, 'sheet'>): AnyChange {
  if (change.tab !== 'needs' || change.cells.about === undefined) return change;
  const id = ROW.exec(change.cells.about)?.[0] ?? '';
  const tab = tabOfId(id);
  return { ...change, cells: { ...change.cells, link: tab ? links.sheet(tab, id) : '' } };
}
/** An ID, also behind the name of a process: `delivery/ML-…`. */
const ROW = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
