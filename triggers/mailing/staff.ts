import type { ServerResponse } from 'node:http';
import { civilDateOf } from '../../domain/calendar/index.ts';
import type { Role } from '../../domain/program/index.ts';
import {
  type DraftWords,
  draftWords,
  historyIn,
  type ModerationWords,
  moderationWords,
  outcomeIn,
} from '../../domain/words/index.ts';
import { refuseLink } from '../action-page.ts';
import type { FunctionRequest } from '../body.ts';
import { sendWords } from '../page.ts';
import type { ProgramTime, TriggerPorts } from '../ports.ts';
import { type Reader, readerOf } from '../reader.ts';
import type { ActionLink, MailingLook, View } from '../types.ts';

/** Somebody of the staff who followed a signed link: only such a page proves who decides (lifecycle §7). */
export interface Desk {
  readonly ports: TriggerPorts;
  readonly reader: Reader;
  readonly words: ModerationWords;
  readonly draft: DraftWords;
  readonly time: ProgramTime;
  readonly link: ActionLink;
  /** Path of the page, without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly name: string;
  /** Held, or stood in for. The process decides by the same tab once more. */
  readonly roles: ReadonlySet<Role>;
  /** Name of whoever History or a memory names by ID. */
  readonly nameOf: (by: string) => string;
  readonly view: View;
}

/** Everybody with a role, and the deputies they name. */
function rolesOf(view: View, id: string): Set<Role> {
  const me = view.row('staff', id)?.cells;
  if (!me) return new Set();
  const stoodInFor = view.rows('staff').filter(({ cells }) => me.name !== '' && cells.deputy === me.name);
  return new Set([...me.roles, ...stoodInFor.flatMap(({ cells }) => cells.roles)] as Role[]);
}

/**
 * Opens a page for staff, or answers why not: a broken or expired link, somebody who left or lost the role. Undefined when it answered.
 * @param actions links that lead here
 * @param roles any of which lets somebody see the page
 */
export async function openDesk(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
  page: {
    readonly place: string;
    readonly actions: readonly string[];
    readonly roles: readonly Role[];
    /** Whether the page tells what was decided so far. */
    readonly history?: boolean;
  },
): Promise<Desk | undefined> {
  const reader = readerOf(req);
  const { language } = reader;
  const words = moderationWords(language);
  const time = await ports.now();
  const reading = ports.readToken(token, time.now);
  if (!reading.ok) {
    await refuseLink(ports, req, res, reading, time, reader);
    return undefined;
  }
  const { link } = reading;
  if (!page.actions.includes(link.action) || !link.person.startsWith('SF-')) {
    sendWords(res, 404, reader.words.notFound, outcomeIn('link-malformed', language), undefined, reader);
    return undefined;
  }
  const view = await ports.read(page.history ? ['staff', 'history'] : ['staff']);
  const roles = rolesOf(view, link.person);
  if (!page.roles.some((role) => roles.has(role))) {
    const [title, why] = words.noRole;
    sendWords(res, 403, title, why, undefined, reader);
    return undefined;
  }
  const draft = draftWords(language);
  return {
    ports,
    reader,
    words,
    draft,
    time,
    link,
    path: `/${page.place}/${token}`,
    query: new URL(reader.here, 'http://localhost').searchParams,
    name: view.row('staff', link.person)?.cells.name ?? '',
    roles,
    nameOf: (by) => {
      const id = by.replace(/^person /, '');
      return view.row('staff', id)?.cells.name ?? (by === 'initiator' ? words.initiator : historyIn(id, language));
    },
    view,
  };
}

/** An address of this page with another query, in the same language. */
export function hereWith({ path, reader }: Desk, query: Readonly<Record<string, string>>, more = ''): string {
  const all = new URLSearchParams({ ...(reader.language === 'en' ? {} : { lang: reader.language }), ...query });
  return `${path}${more}${all.size > 0 ? `?${all}` : ''}`;
}

/** The same page by what stands there now. */
export async function openedAgain<T extends Desk & { readonly look: MailingLook }>(opened: T): Promise<T> {
  const [look, view] = await Promise.all([
    opened.ports.mailings.look(opened.look.id),
    opened.ports.read(['staff', 'history']),
  ]);
  return { ...opened, look: look ?? opened.look, view };
}

export const todayOf = ({ time }: Desk): string => civilDateOf(time.now);
