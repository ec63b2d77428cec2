/** History of a request as its page shows it: in the order of what happened, and in the reader's language. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { asHappened, historyId } from '../../../../domain/process/index.ts';
import { historyIn } from '../../../../domain/words/index.ts';

const s = suite('history of a mailing');
const ROW = 'ML-0000-0001';
const entry = (at: string, change: string, wake: number, place: number) => ({
  id: historyId(ROW, wake, place, change),
  cells: { at, row: ROW, change },
});

s('entries of one second stand as they happened, however their IDs sort', () => {
  const second = '2026-10-19T06:00:00Z';
  const story = [
    { id: 'HI-ZZZZ-ZZZZ', cells: { at: second, row: ROW, change: 'The form was answered' } },
    ...['New → Draft', 'Draft → In moderation', 'Coordinated', 'Approved', 'Override'].map((change, i) =>
      entry(second, change, i + 1, 0),
    ),
    entry(second, 'In moderation → Scheduled', 5, 1),
    entry(second, 'Scheduled → In moderation', 61, 0),
    entry('2026-10-19T06:00:01Z', 'Approved', 2, 0),
  ];
  const changes = (list: typeof story) => list.map(({ cells }) => cells.change);
  const byId = [...story].sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.is.not(changes(byId).join(), changes(story).join(), 'their IDs alone do not tell it');
  assert.equal(changes([...asHappened(byId, 61)]), changes(story));
  assert.equal(changes([...asHappened(byId.toReversed(), 61)]), changes(story));
});

s('moves, days, counts and names of rules in three languages', () => {
  assert.is(historyIn('In moderation → Scheduled', 'ru'), 'На модерации → Назначена');
  assert.is(historyIn('New → Draft', 'kk'), 'Жаңа → Жоба');
  assert.is(historyIn('Goes out on 2026-10-22', 'en'), 'Goes out on 22 October');
  assert.is(historyIn('Goes out on 2026-10-22', 'ru'), 'День отправки: 22 октября');
  assert.is(historyIn('2026-10-22 to 2026-11-05', 'kk'), '22 қазан – 5 қараша');
  assert.is(historyIn('12 sent, 1 failed, 0 not sent', 'ru'), 'Отправлено: 12, не доставлено: 1, не отправлено: 0');
  assert.is(historyIn('Rules 2026-11-01, under FM-1', 'ru'), 'Правила: 2026-11-01; по FM-1');
  assert.is(historyIn('R6: called mistaken', 'kk'), 'R6: ескерту жаңсақ деп танылды');
  assert.is(historyIn('What staff typed, 5 {0}', 'ru'), 'What staff typed, 5 {0}');
});

s.run();
