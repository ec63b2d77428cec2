import { randomBytes } from 'node:crypto';
import { ApiError, invalid, notFound } from '../errors.ts';
import type { Call } from '../server/call.ts';
import { parseMask, project } from '../server/fields.ts';
import type { Kind } from '../server/quota.ts';
import type { Services } from '../server/services.ts';
import { checkBody } from '../shapes/check.ts';
import { FORM } from '../store/files.ts';
import { formJson, publishJson, responseJson, revisionId } from './json.ts';
import { runFormRequests } from './requests.ts';
import { FORM_BODIES, FORM_SHAPE } from './shapes.ts';
import type { Form, FormResponse, Watch } from './types.ts';

type Body = Record<string, unknown>;

const WEEK = 7 * 86_400_000;

/** Answers `/v1/forms…`. */
export function formsRoute(services: Services, call: Call, body: Body): unknown {
  const [, , id, second, third] = call.parts;
  const { method, verb } = call;
  const mask = parseMask(call.query.get('fields'));
  if (id === undefined || id === '') {
    if (method !== 'POST' || verb !== '') throw notFound();
    checkBody(body, FORM_SHAPE);
    return project(formJson(create(services, call, body), call.origin), mask);
  }
  const more = second === undefined ? '' : third === undefined ? second : `${second}/*`;
  const key = `${method} ${more}${verb === '' ? '' : `:${verb}`}`;
  if (method !== 'GET') checkBody(body, FORM_BODIES[key] ?? {});
  services.files.open(id, call.user, method === 'GET' ? 'read' : 'write', FORM);
  const form = services.forms.get(id);
  switch (key) {
    case 'GET ':
      return project(formJson(form, call.origin), mask);
    case 'POST :batchUpdate':
      return project(batchUpdate(services, call, form, body), mask);
    case 'POST :setPublishSettings':
      return project(publish(services, form, body), mask);
    case 'GET responses':
      return project(listResponses(services, call, form), mask);
    case 'GET responses/*':
      return project(responseJson(services.forms.response(id, third ?? ''), id), mask);
    case 'GET watches':
      return project(form.watches.length > 0 ? { watches: live(services, form) } : {}, mask);
    case 'POST watches':
      return project(addWatch(services, form, body), mask);
    case 'DELETE watches/*': {
      const watch = find(services, form, third);
      services.forms.keep({ ...form, watches: form.watches.filter((w) => w.id !== watch.id) }, false);
      return {};
    }
    case 'POST watches/*:renew': {
      const watch = find(services, form, third);
      const renewed = { ...watch, expireTime: new Date(services.now() + WEEK).toISOString(), state: 'ACTIVE' };
      services.forms.keep({ ...form, watches: form.watches.map((w) => (w.id === watch.id ? renewed : w)) }, false);
      return project(renewed, mask);
    }
    default:
      throw notFound();
  }
}

/** What a call counts as against the quota: listing responses has a narrower one than other reads. */
export function formsKind({ method, parts }: Call): Kind {
  if (method !== 'GET') return 'write';
  return parts[3] === 'responses' && parts.length === 4 ? 'expensive read' : 'read';
}

function create({ forms }: Services, call: Call, body: Body): Form {
  const info = (body.info ?? {}) as Body;
  const refused = [
    ...Object.keys(body).filter((key) => key !== 'info'),
    ...Object.keys(info).filter((key) => key !== 'title' && key !== 'documentTitle'),
  ];
  if (refused.length > 0)
    throw invalid(
      `Only info.title can be set when creating a form. To add items and settings, use batchUpdate. Refused: ${refused.join(', ')}`,
    );
  const { title, documentTitle } = info as { title?: string; documentTitle?: string };
  if (title === undefined || title === '') throw invalid('info.title must be set.');
  return forms.create(call.user, { title, ...(documentTitle === undefined ? {} : { documentTitle }) });
}

function batchUpdate({ forms }: Services, call: Call, form: Form, body: Body): object {
  const control = body.writeControl as { requiredRevisionId?: string; targetRevisionId?: string } | undefined;
  const required = control?.requiredRevisionId;
  if (required !== undefined && required !== revisionId(form))
    throw new ApiError(
      400,
      'FAILED_PRECONDITION',
      `The required revision ID '${required}' does not match the latest revision '${revisionId(form)}'.`,
    );
  const { form: changed, replies } = runFormRequests(form, (body.requests as unknown[] | undefined) ?? []);
  const kept = forms.keep(changed);
  return {
    ...(body.includeFormInResponse === true ? { form: formJson(kept, call.origin) } : {}),
    replies,
    writeControl: { requiredRevisionId: revisionId(kept) },
  };
}

function publish({ forms }: Services, form: Form, body: Body): object {
  const settings = body.publishSettings as
    | { publishState?: { isPublished?: boolean; isAcceptingResponses?: boolean } }
    | undefined;
  const state = settings?.publishState;
  if (!state) throw invalid('publishSettings.publishState must be set.');
  const published = state.isPublished ?? false;
  const accepting = state.isAcceptingResponses ?? false;
  if (accepting && !published) throw invalid('A form that is not published cannot accept responses.');
  const kept = forms.keep({ ...form, published, accepting }, false);
  return { formId: form.formId, publishSettings: publishJson(kept) };
}

const FILTER = /^timestamp\s*(>=|>)\s*"?([0-9TZ:.+-]+)"?$/;

function listResponses({ forms }: Services, call: Call, form: Form): object {
  const filter = call.query.get('filter') ?? '';
  const match = FILTER.exec(filter.trim());
  if (filter !== '' && !match) throw invalid(`Invalid filter: ${filter}`);
  const from = match ? Date.parse(match[2] ?? '') : Number.NEGATIVE_INFINITY;
  if (Number.isNaN(from)) throw invalid(`Invalid filter: ${filter}`);
  const at = (r: FormResponse): number => Date.parse(r.lastSubmittedTime);
  const found = forms
    .responses(form.formId)
    .filter((r) => (match?.[1] === '>' ? at(r) > from : at(r) >= from))
    .toSorted((a, b) => at(a) - at(b));
  const asked = Number(call.query.get('pageSize') ?? 0);
  if (!Number.isInteger(asked) || asked < 0) throw invalid(`Invalid page size: ${call.query.get('pageSize')}`);
  const size = Math.min(5000, asked || 5000);
  const token = call.query.get('pageToken') ?? '';
  const start = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0) throw invalid('Invalid page token.');
  const responses = found.slice(start, start + size).map((r) => responseJson(r));
  const more = start + size < found.length;
  return {
    ...(responses.length > 0 ? { responses } : {}),
    ...(more ? { nextPageToken: Buffer.from(String(start + size)).toString('base64url') } : {}),
  };
}

/** A watch that ran out is gone, as with the real service. */
const live = ({ now }: Services, form: Form): Watch[] => form.watches.filter((w) => Date.parse(w.expireTime) > now());

function find(services: Services, form: Form, id: string | undefined): Watch {
  const found = live(services, form).find((w) => w.id === id);
  if (!found) throw notFound();
  return found;
}

function addWatch(services: Services, form: Form, body: Body): Watch {
  const asked = (body.watch ?? {}) as Partial<Watch>;
  const { eventType, target } = asked;
  if (eventType !== 'RESPONSES' && eventType !== 'SCHEMA') throw invalid('watch.event_type must be set.');
  const topicName = target?.topic?.topicName;
  if (topicName === undefined || !/^projects\/[^/]+\/topics\/[^/]+$/.test(topicName))
    throw invalid('watch.target.topic.topic_name must be a fully qualified Pub/Sub topic.');
  const watches = live(services, form);
  if (watches.some((w) => w.eventType === eventType))
    throw new ApiError(409, 'ALREADY_EXISTS', `A watch for ${eventType} already exists on this form.`);
  const id = typeof body.watchId === 'string' ? body.watchId : randomBytes(8).toString('hex');
  const watch: Watch = {
    id,
    eventType,
    target: { topic: { topicName } },
    createTime: new Date(services.now()).toISOString(),
    expireTime: new Date(services.now() + WEEK).toISOString(),
    state: 'ACTIVE',
  };
  services.forms.keep({ ...form, watches: [...watches, watch] }, false);
  return watch;
}
