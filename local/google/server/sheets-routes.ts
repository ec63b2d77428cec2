import { locate } from '../book/a1.ts';
import type { Edit } from '../book/edit.ts';
import { metadataJson } from '../book/metadata.ts';
import { notFound } from '../errors.ts';
import { checkRequests, runRequests } from '../requests/index.ts';
import { BODY_SHAPES, REPLY_SHAPES } from '../shapes/calls.ts';
import { checkBody } from '../shapes/check.ts';
import { ANY, checkMask } from '../shapes/shape.ts';
import { SPREADSHEET_SHAPE } from '../shapes/sheets.ts';
import { type FileEntry, SPREADSHEET } from '../store/files.ts';
import { appendValues } from '../values/append.ts';
import { batchClear, batchGet, batchUpdate, clear, get, update } from '../values/calls.ts';
import { batchClearByDataFilter, batchGetByDataFilter, batchUpdateByDataFilter } from '../values/calls-by-filter.ts';
import { type DataFilter, filterRanges } from '../values/filters.ts';
import { spreadsheetJson } from '../values/spreadsheet.ts';
import { actor } from './actor.ts';
import { type Call, flag } from './call.ts';
import { createSpreadsheet } from './create-spreadsheet.ts';
import { type Mask, parseMask, project, sub } from './fields.ts';
import type { Services } from './services.ts';
import { copyTo, searchMetadata } from './sheets-more.ts';

type Body = Record<string, unknown>;

/** Answers `/v4/spreadsheets…`. The parts after that prefix decide. */
export function sheetsRoute(services: Services, call: Call, body: Body): unknown {
  const [, , id, second, third] = call.parts;
  const mask = parseMask(call.query.get('fields'));
  const reply = (value: object): unknown => project(value, mask);
  const { method, verb, query } = call;
  const key = `${method} ${second ?? ''}${call.parts.length > 4 ? '/*' : ''}${verb === '' ? '' : `:${verb}`}`;
  if (id === undefined || id === '') {
    if (method !== 'POST' || verb !== '') throw notFound();
    checkBody(body, SPREADSHEET_SHAPE);
    checkMask(mask, SPREADSHEET_SHAPE);
    return createSpreadsheet(services, call, body, mask);
  }
  check(key, body, mask);
  const how = method === 'GET' || READ_VERBS.has(verb) ? 'read' : 'write';
  const { library, files } = services;
  const open = (): FileEntry => files.open(id, call.user, how, SPREADSHEET);
  const change = <T>(work: (edit: Edit) => T): T => library.change(id, actor(open(), call), work);
  const book = () => {
    open();
    return library.get(id);
  };
  switch (key) {
    case 'GET ': {
      const state = book();
      const ranges = query.getAll('ranges').map((range) => locate(state, range));
      const gridData = flag(query, 'includeGridData');
      return spreadsheetJson(state, { mask, gridData, origin: call.origin, ...(ranges.length ? { ranges } : {}) });
    }
    case 'POST :getByDataFilter': {
      const filters = (body.dataFilters as DataFilter[] | undefined) ?? [];
      const state = book();
      const ranges = filters.flatMap((f) => filterRanges(state, f));
      const gridData = body.includeGridData === true;
      return spreadsheetJson(state, { mask, gridData, origin: call.origin, ...(filters.length ? { ranges } : {}) });
    }
    case 'POST :batchUpdate':
      return batchUpdateSpreadsheet(services, call, id, body, mask, change);
    case 'GET values/*':
      return reply(get(book(), third ?? '', query));
    case 'PUT values/*':
      return reply(change((edit) => update(edit, third ?? '', body, query)));
    case 'POST values/*:append':
      return reply(change((edit) => appendValues(edit, third ?? '', body, query)));
    case 'POST values/*:clear':
      return reply(change((edit) => clear(edit, third ?? '')));
    case 'GET values:batchGet':
      return reply(batchGet(book(), query));
    case 'POST values:batchUpdate':
      return reply(change((edit) => batchUpdate(edit, body)));
    case 'POST values:batchClear':
      return reply(change((edit) => batchClear(edit, body)));
    case 'POST values:batchGetByDataFilter':
      return reply(batchGetByDataFilter(book(), body));
    case 'POST values:batchUpdateByDataFilter':
      return reply(change((edit) => batchUpdateByDataFilter(edit, body)));
    case 'POST values:batchClearByDataFilter':
      return reply(change((edit) => batchClearByDataFilter(edit, body)));
    case 'GET developerMetadata/*': {
      const state = book();
      const found = state.metadata.find((m) => m.metadataId === Number(third));
      if (!found) throw notFound();
      return reply(metadataJson(state, found));
    }
    case 'POST developerMetadata:search':
      return reply(searchMetadata(services, book().id, body));
    case 'POST sheets/*:copyTo':
      return reply(copyTo(services, call, book().id, Number(third), body));
    default:
      throw notFound();
  }
}

/** Bodies and masks are read before the spreadsheet is looked up. */
function check(key: string, body: Body, mask: Mask): void {
  checkBody(body, BODY_SHAPES[key] ?? {});
  if (key === 'POST :batchUpdate') checkRequests(body.requests as unknown[] | undefined);
  checkMask(mask, REPLY_SHAPES[key] ?? ANY);
}

const READ_VERBS = new Set(['getByDataFilter', 'batchGet', 'batchGetByDataFilter', 'search', 'copyTo']);

/** A read counts against the read quota, everything else against the other. */
export const isRead = (call: Call): boolean =>
  call.method === 'GET' || (READ_VERBS.has(call.verb) && call.verb !== 'copyTo');

function batchUpdateSpreadsheet(
  { library }: Services,
  call: Call,
  id: string,
  body: Body,
  mask: Mask,
  change: <T>(work: (edit: Edit) => T) => T,
): unknown {
  const ranges = (body.responseRanges as string[] | undefined) ?? [];
  const replies = change((edit) => {
    const done = runRequests(edit, body.requests as unknown[]);
    for (const range of ranges) locate(edit.book, range);
    return done;
  });
  const head = { spreadsheetId: id, replies };
  const inner = sub(mask, 'updatedSpreadsheet');
  if (body.includeSpreadsheetInResponse !== true || inner === undefined) return project(head, mask);
  const book = library.get(id);
  const located = ranges.map((range) => locate(book, range));
  const updatedSpreadsheet = spreadsheetJson(book, {
    mask: inner,
    gridData: body.responseIncludeGridData === true,
    origin: call.origin,
    ...(located.length ? { ranges: located } : {}),
  });
  return { ...(project(head, mask) as object), updatedSpreadsheet };
}
