import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AnswersError } from '../../../local/google/index.ts';
import { clients, failure, type Stand, stand } from './help.ts';

const s = suite('google: drive and forms');
let g: Stand;
let clock = Date.parse('2026-09-01T08:00:00Z');
s.before(async () => {
  g = await stand({ now: () => clock });
});
s.after(() => g.close());

s('another token is another person until the file is shared', async () => {
  const ann = clients(g.url, 'ann');
  const bob = clients(g.url, 'bob');
  const spreadsheetId = (await ann.sheets.spreadsheets.create({ requestBody: {} })).data.spreadsheetId ?? '';
  const read = () => bob.sheets.spreadsheets.get({ spreadsheetId });
  const write = () => bob.sheets.spreadsheets.values.clear({ spreadsheetId, range: 'A1' });
  const denied = await failure(read());
  assert.equal([denied.code, denied.message], [403, 'The caller does not have permission']);
  const hidden = await failure(bob.drive.files.get({ fileId: spreadsheetId }));
  assert.equal([hidden.code, hidden.message], [404, `File not found: ${spreadsheetId}.`]);
  assert.equal((hidden.body as { error: object }).error, {
    code: 404,
    message: `File not found: ${spreadsheetId}.`,
    errors: [{ message: `File not found: ${spreadsheetId}.`, domain: 'global', reason: 'notFound' }],
  });
  const { data: given } = await ann.drive.permissions.create({
    fileId: spreadsheetId,
    requestBody: { type: 'user', role: 'reader', emailAddress: 'bob@example.com' },
  });
  await read();
  assert.is((await failure(write())).code, 403);
  await ann.drive.permissions.update({
    fileId: spreadsheetId,
    permissionId: given.id ?? '',
    requestBody: { role: 'writer' },
  });
  await write();
  const { data: list } = await ann.drive.permissions.list({
    fileId: spreadsheetId,
    fields: 'permissions(role,emailAddress)',
  });
  assert.equal(list.permissions, [
    { role: 'owner', emailAddress: 'ann@example.com' },
    { role: 'writer', emailAddress: 'bob@example.com' },
  ]);
  await ann.drive.permissions.delete({ fileId: spreadsheetId, permissionId: given.id ?? '' });
  assert.is((await failure(read())).code, 403);
  await g.sheets.spreadsheets.get({ spreadsheetId });
});

s('files are searched, named and filled with CSV', async () => {
  const { data: file } = await g.drive.files.create(
    {
      requestBody: {
        name: "Ann's list",
        mimeType: 'application/vnd.google-apps.spreadsheet',
        appProperties: { kind: 'list' },
      },
      media: { mimeType: 'text/csv', body: 'Name,Points\n"Lee, Ann",12\n' },
    },
    { rootUrl: g.url },
  );
  const id = file.id ?? '';
  const { data } = await g.sheets.spreadsheets.values.get({
    spreadsheetId: id,
    range: 'Sheet1',
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  assert.equal(data.values, [
    ['Name', 'Points'],
    ['Lee, Ann', 12],
  ]);
  const find = async (q: string) => (await g.drive.files.list({ q })).data.files?.map((f) => f.id) ?? [];
  assert.equal(await find(`name = 'Ann\\'s list'`), [id]);
  assert.equal(await find(`name = "Ann's list" and trashed = False`), [id]);
  assert.equal(await find(`appProperties has { key='kind' and value='list' }`), [id]);
  assert.equal(await find(`mimeType != 'application/vnd.google-apps.spreadsheet' and name contains 'list'`), []);
  assert.is((await failure(g.drive.files.list({ q: 'name ~ 1' }))).code, 400);
  await g.drive.files.update({ fileId: id, requestBody: { name: 'Renamed' } });
  assert.is((await g.sheets.spreadsheets.get({ spreadsheetId: id })).data.properties?.title, 'Renamed');
  assert.equal((await g.drive.comments.list({ fileId: id, fields: 'comments' })).data, { comments: [] });
  const created = await g.drive.files.get({ fileId: id, fields: 'createdTime' });
  assert.is(created.data.createdTime, '2026-09-01T08:00:00.000Z');
});

async function form(questions: object[]): Promise<{ formId: string; ids: string[] }> {
  const { data } = await g.forms.forms.create({ requestBody: { info: { title: 'Form', documentTitle: 'Doc' } } });
  const formId = data.formId ?? '';
  const requests = questions.map((question, index) => ({
    createItem: { location: { index }, item: { title: `Q${index}`, questionItem: { question } } },
  }));
  const made = await g.forms.forms.batchUpdate({ formId, requestBody: { requests } });
  const publishState = { isPublished: true, isAcceptingResponses: true };
  await g.forms.forms.setPublishSettings({ formId, requestBody: { publishSettings: { publishState } } });
  return { formId, ids: made.data.replies?.map((r) => r.createItem?.questionId?.[0] ?? '') ?? [] };
}

s('forms keep their own rules', async () => {
  const refused = await failure(g.forms.forms.create({ requestBody: { info: { title: 'X', description: 'no' } } }));
  assert.is(refused.code, 400);
  const { formId, ids } = await form([
    { required: true, choiceQuestion: { type: 'CHECKBOX', options: [{ value: 'a' }, { value: 'b' }] } },
    { scaleQuestion: { low: 1, high: 5 } },
    { dateQuestion: {} },
    { choiceQuestion: { type: 'RADIO', options: [{ value: 'x' }, { isOther: true }] } },
  ]);
  const [boxes = '', scale = '', date = '', other = ''] = ids;
  const errors = (answers: Record<string, string[]>) => {
    try {
      g.google.people.submitForm(formId, answers);
      return {};
    } catch (error) {
      assert.instance(error, AnswersError);
      // an id of digits alone comes first among the keys, wherever its question stands
      return Object.keys((error as AnswersError).errors).toSorted();
    }
  };
  assert.equal(errors({}), [boxes]);
  assert.equal(errors({ [boxes]: ['a', 'c'], [scale]: ['6'], [date]: ['soon'] }), [boxes, scale, date].toSorted());
  assert.equal(errors({ [boxes]: ['a'], nosuch: ['1'] }), ['nosuch']);
  assert.equal(errors({ [boxes]: ['a', 'b'], [scale]: ['5'], [date]: ['2026-02-01'], [other]: ['mine'] }), {});
});

s('items are changed under optimistic concurrency', async () => {
  const { formId, ids } = await form([{ textQuestion: {} }, { textQuestion: { paragraph: true } }]);
  const { data: before } = await g.forms.forms.get({ formId });
  const requests = [
    { moveItem: { originalLocation: { index: 1 }, newLocation: { index: 0 } } },
    {
      updateItem: {
        location: { index: 0 },
        item: { title: 'Long', questionItem: { question: { required: true, textQuestion: { paragraph: true } } } },
        updateMask: 'title,questionItem.question',
      },
    },
    { deleteItem: { location: { index: 1 } } },
    { updateFormInfo: { info: { description: 'About' }, updateMask: 'description' } },
  ];
  const writeControl = { requiredRevisionId: before.revisionId ?? '' };
  await g.forms.forms.batchUpdate({ formId, requestBody: { requests, writeControl } });
  const { data: after } = await g.forms.forms.get({ formId });
  assert.is(after.info?.description, 'About');
  assert.equal(
    after.items?.map((i) => [i.title, i.questionItem?.question?.questionId, i.questionItem?.question?.required]),
    [['Long', ids[1], true]],
  );
  const stale = await failure(g.forms.forms.batchUpdate({ formId, requestBody: { requests, writeControl } }));
  assert.is(stale.code, 400);
});

s('responses are listed by time, in pages, and edits move them', async () => {
  const { formId, ids } = await form([{ textQuestion: {} }]);
  const [q = ''] = ids;
  const sent = [0, 1, 2, 3, 4].map((n) =>
    g.google.people.submitForm(formId, { [q]: [`answer ${n}`] }, { at: clock + n * 1000, email: 'a@b.c' }),
  );
  const first = await g.forms.forms.responses.list({ formId, pageSize: 2 });
  const second = await g.forms.forms.responses.list({ formId, pageSize: 4, pageToken: first.data.nextPageToken ?? '' });
  const seen = [...(first.data.responses ?? []), ...(second.data.responses ?? [])].map((r) => r.responseId);
  assert.equal(seen, sent);
  assert.is(second.data.nextPageToken, undefined);
  clock += 60_000;
  g.google.people.submitForm(formId, { [q]: ['changed'] }, { responseId: sent[1] ?? '' });
  const later = await g.forms.forms.responses.list({
    formId,
    filter: `timestamp > ${new Date(clock - 1).toISOString()}`,
  });
  assert.equal(
    later.data.responses?.map((r) => [r.responseId, r.createTime, r.lastSubmittedTime, r.formId]),
    [[sent[1], '2026-09-01T08:00:01.000Z', '2026-09-01T08:01:00.000Z', undefined]],
  );
  const one = await g.forms.forms.responses.get({ formId, responseId: sent[0] ?? '' });
  assert.is(one.data.formId, formId);
  assert.is((await failure(g.forms.forms.responses.list({ formId, filter: 'yesterday' }))).code, 400);
});

s('a watch lives a week and is renewed in time, or made anew', async () => {
  const { formId } = await form([{ textQuestion: {} }]);
  const watch = { eventType: 'RESPONSES', target: { topic: { topicName: 'projects/p/topics/t' } } };
  const made = await g.forms.forms.watches.create({ formId, requestBody: { watch } });
  const watchId = made.data.id ?? '';
  assert.is((await failure(g.forms.forms.watches.create({ formId, requestBody: { watch } }))).code, 409);
  clock += 6 * 86_400_000;
  await g.forms.forms.watches.renew({ formId, watchId });
  clock += 6 * 86_400_000;
  assert.is((await g.forms.forms.watches.list({ formId })).data.watches?.length, 1);
  clock += 2 * 86_400_000;
  assert.is((await failure(g.forms.forms.watches.renew({ formId, watchId }))).code, 404);
  await g.forms.forms.watches.create({ formId, requestBody: { watch } });
});

s.run();
