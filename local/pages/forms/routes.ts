import { AnswersError, ApiError, type Form } from '../../google/index.ts';
import { Refusal, type Request, readFields, sendJson, sendPage } from '../http.ts';
import { problemPage } from '../layout.ts';
import type { Parts } from '../types.ts';
import { answersFrom, asked } from './entries.ts';
import { formPage, formsPage, thanksPage } from './pages.ts';

/** `/forms…` and `/api/forms`. False for other paths. */
export async function formRoutes(parts: Parts, request: Request): Promise<boolean> {
  const { res, method, path, query } = request;
  if (path === '/forms') {
    sendPage(res, formsPage(shownForms(parts)));
    return true;
  }
  if (path === '/api/forms') {
    sendJson(res, shownForms(parts).map(formJson(parts)));
    return true;
  }
  const [, id, what] = /^\/forms\/d\/e\/([^/]+)\/(viewform|formResponse)$/.exec(path) ?? [];
  if (id === undefined) return false;
  const form = parts.google.forms().find(({ formId }) => formId === decodeURIComponent(id));
  if (!form?.published)
    sendPage(res, problemPage('No such form', 'There is no form at this address.'), { status: 404 });
  else if (!form.accepting)
    sendPage(res, problemPage(form.title, 'This form takes no answers at the moment.'), { status: 403 });
  else if (what === 'viewform' || method !== 'POST')
    sendPage(res, formPage(form, { answers: answersFrom(asked(form), query), errors: {} }));
  else await take(parts, request, form);
  return true;
}

/** Forms of the programme in their own order, then others. */
function shownForms({ google, links }: Parts): Form[] {
  const order = links().forms.map(({ formId }) => formId);
  const place = ({ formId }: Form): number => (order.includes(formId) ? order.indexOf(formId) : order.length);
  return google
    .forms()
    .filter(({ published }) => published)
    .sort((a, b) => place(a) - place(b));
}

const formJson = (parts: Parts) => (form: Form) => ({
  id: form.formId,
  key: parts.links().forms.find(({ formId }) => formId === form.formId)?.key ?? null,
  title: form.title,
  accepting: form.accepting,
  questions: asked(form).map(({ id, entry, title, help, kind, required, choices }) => ({
    id,
    entry,
    title,
    help,
    kind,
    required,
    choices,
  })),
});

async function take({ google, links, programNow }: Parts, { req, res }: Request, form: Form): Promise<void> {
  const fields = await readFields(req);
  const answers = answersFrom(asked(form), fields);
  const email = fields.get('emailAddress')?.trim();
  try {
    google.people.submitForm(form.formId, answers, { at: programNow(), ...(email ? { email } : {}) });
  } catch (error) {
    if (error instanceof AnswersError) {
      sendPage(res, formPage(form, { answers, errors: error.errors }), { status: 400 });
      return;
    }
    if (error instanceof ApiError) throw new Refusal(error.code, error.message);
    throw error;
  }
  sendPage(res, thanksPage(form, links()));
}
