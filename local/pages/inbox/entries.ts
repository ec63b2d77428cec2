import type { Inbox } from '../../inbox/index.ts';

/** A letter as the list shows it. */
export interface Entry {
  readonly id: number;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
}

const known = new WeakMap<Inbox, Entry[]>();

/** All letters, oldest first. Only those that came since the last look are read from the disk. */
function entries(inbox: Inbox): readonly Entry[] {
  let all = known.get(inbox) ?? [];
  const fresh = inbox.list({ since: String(all.at(-1)?.id ?? 0) });
  all = all.concat(fresh.map(({ id, at, to, subject }) => ({ id, at, to, subject })));
  // fewer letters than known: the inbox was emptied meanwhile
  if (all.length !== inbox.count()) all = inbox.list().map(({ id, at, to, subject }) => ({ id, at, to, subject }));
  known.set(inbox, all);
  return all;
}

/** Letters whose address or subject holds the text, newest first. */
export function search(inbox: Inbox, text: string): Entry[] {
  const wanted = text.trim().toLowerCase();
  const found = entries(inbox).filter(
    ({ to, subject }) => to.toLowerCase().includes(wanted) || subject.toLowerCase().includes(wanted),
  );
  return found.reverse();
}
