import { FORM_KEYS, formOf } from '../../../domain/program/index.ts';
import type { Form } from '../../google/index.ts';
import { html, type Markup } from '../html.ts';
import { page } from '../layout.ts';
import type { Links } from '../types.ts';
import { type Asked, asked } from './entries.ts';
import { questionCard } from './fields.ts';

export interface Filled {
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
}

const action = (form: Form): string => `/forms/d/e/${encodeURIComponent(form.formId)}/formResponse`;
export const viewform = (formId: string): string => `/forms/d/e/${encodeURIComponent(formId)}/viewform`;

/** The form with what is filled in; errors stand next to their questions and, as links, at the top. */
export function formPage(form: Form, { answers, errors }: Filled): Markup {
  const questions = asked(form);
  const wrong = questions.filter(({ id }) => errors[id] !== undefined);
  return page({
    title: wrong.length > 0 ? `Please check: ${form.title}` : form.title,
    kind: 'bare',
    body: html`<main id="main" class="form">
<div class="card title"><h1>${form.title}</h1>${form.description ? html`<p>${form.description}</p>` : ''}
${questions.some(({ required }) => required) ? html`<p class="star">* Required question</p>` : ''}</div>
${summary(wrong)}<form method="post" action="${action(form)}" novalidate>
${form.items.map((item) => {
  const head = item.questionItem ? '' : textCard(item.title, item.description);
  const own = questions.filter(({ id }) => idsOf(item).includes(id));
  return html`${head}${own.map((question) => questionCard(question, answers[question.id] ?? [], errors[question.id]))}\n`;
})}<p class="send"><button type="submit" class="primary">Submit</button></p>
</form></main>`,
  });
}

const idsOf = (item: Form['items'][number]): string[] => [
  ...(item.questionItem ? [item.questionItem.question.questionId] : []),
  ...(item.questionGroupItem?.questions ?? []).map(({ questionId }) => questionId),
];

const textCard = (title = '', description = ''): Markup =>
  html`<div class="card"><h2>${title}</h2>${description ? html`<p>${description}</p>` : ''}</div>`;

function summary(wrong: readonly Asked[]): Markup | '' {
  if (wrong.length === 0) return '';
  const count = wrong.length === 1 ? 'One answer needs' : `${wrong.length} answers need`;
  return html`<div class="card wrong" role="alert"><h2>${count} another look</h2><ul>
${wrong.map(({ entry, title }) => html`<li><a href="#${entry}">${title}</a></li>\n`)}</ul></div>`;
}

/** What a person sees when the answers are in. */
export function thanksPage(form: Form, links: Links): Markup {
  const key = links.forms.find(({ formId }) => formId === form.formId)?.key;
  const known = FORM_KEYS.find((name) => name === key);
  return page({
    title: form.title,
    kind: 'bare',
    body: html`<main id="main" class="form"><div class="card title"><h1>${form.title}</h1>
<p role="status">${known ? formOf(known).confirmation : 'Your response has been recorded.'}</p>
<p><a href="${viewform(form.formId)}">Submit another response</a></p></div>
${known ? html`<p class="quiet">On this machine letters come to the <a href="/inbox">inbox</a>. Back to the <a href="/">desk</a>.</p>` : ''}</main>`,
  });
}

export function formsPage(forms: readonly Form[]): Markup {
  return page({
    title: 'Forms',
    here: '/forms',
    body: html`<main id="main"><h1>Forms</h1>
<p class="lead">What people outside the Center fill in. Some ask for a code: those are opened from a letter, which fills it in.</p>
${forms.length === 0 ? html`<p class="empty">There are no forms yet.</p>` : ''}<ul class="cards">
${forms.map(
  (form) => html`<li class="card"><h2><a href="${viewform(form.formId)}">${form.title}</a></h2>
<p>${form.description ?? ''}</p><p class="quiet">${count(asked(form).length)}${form.accepting ? '' : ' · closed'}</p></li>\n`,
)}</ul></main>`,
  });
}

const count = (n: number): string => (n === 1 ? '1 question' : `${n} questions`);
