import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { type FormKey, formOf, type Question, questionId } from '../domain/program/index.ts';
import type { Caller, FormsClient } from '../sheets/google.ts';

/** A new form, still empty; Google takes nothing but titles here. */
export async function createForm(forms: FormsClient, caller: Caller, key: FormKey): Promise<string> {
  const { title } = formOf(key);
  const made = await caller.write(
    () => forms.forms.create({ requestBody: { info: { title, documentTitle: title } } }),
    false,
  );
  return made.formId ?? '';
}

interface RepairedForm {
  readonly added: readonly string[];
  readonly responder: string;
}

/**
 * Adds the questions that a form lacks and publishes it. Questions that are there stay as they are.
 * @returns what was added, in plain words, and where people answer it.
 */
export async function repairForm(
  forms: FormsClient,
  caller: Caller,
  formId: string,
  key: FormKey,
): Promise<RepairedForm> {
  const form = formOf(key);
  const now = await caller.read(() => forms.forms.get({ formId }));
  const items = now.items ?? [];
  const there = new Set(items.map((item) => item.questionItem?.question?.questionId));
  const questions = Object.entries(form.questions);
  const lack = questions.filter(([question]) => !there.has(questionId(key, question)));
  const requests: forms_v1.Schema$Request[] = lack.map(([question, asked], i) => ({
    createItem: { item: itemOf(key, question, asked), location: { index: items.length + i } },
  }));
  if (!now.info?.description)
    requests.unshift({ updateFormInfo: { info: { description: form.about }, updateMask: 'description' } });
  if (requests.length > 0)
    await caller.write(() => forms.forms.batchUpdate({ formId, requestBody: { requests } }), false);
  const state = now.publishSettings?.publishState;
  if (!state?.isPublished || !state.isAcceptingResponses)
    await caller.write(
      () =>
        forms.forms.setPublishSettings({
          formId,
          requestBody: { publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } } },
        }),
      false,
    );
  return {
    added: lack.map(([, asked]) => `question "${asked.title}" in "${form.title}"`),
    responder: now.responderUri ?? '',
  };
}

function itemOf(form: FormKey, key: string, question: Question): forms_v1.Schema$Item {
  return {
    title: question.title,
    ...(question.help ? { description: question.help } : {}),
    questionItem: {
      question: { questionId: questionId(form, key), required: question.required ?? false, ...kindOf(question) },
    },
  };
}

/** Lists longer than this become a drop-down. */
const RADIOS = 6;

function kindOf(question: Question): forms_v1.Schema$Question {
  const options = (question.choices ?? []).map((value) => ({ value }));
  switch (question.kind) {
    case 'choice':
      return { choiceQuestion: { type: options.length > RADIOS ? 'DROP_DOWN' : 'RADIO', options } };
    case 'choices':
      return { choiceQuestion: { type: 'CHECKBOX', options } };
    case 'checkbox':
      return { choiceQuestion: { type: 'CHECKBOX', options: [{ value: 'Yes' }] } };
    case 'date':
      return { dateQuestion: { includeYear: true, includeTime: false } };
    case 'time':
      return { timeQuestion: {} };
    case 'number':
      return (question.least === 0 || question.least === 1) && (question.most ?? 99) <= 10
        ? { scaleQuestion: { low: question.least, high: question.most as number } }
        : { textQuestion: {} };
    default:
      return { textQuestion: { paragraph: question.kind === 'long text' } };
  }
}
