import type { forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import type { FormAnswer, FormsPort } from '../activities/ports.ts';
import { type FormKey, formOf, questionId } from '../domain/program/index.ts';
import { fault } from './errors.ts';
import { answerOf, Caller, type FormsClient } from './google.ts';

export interface FormsOptions {
  readonly forms: FormsClient;
  readonly ids: { readonly forms: Readonly<Record<FormKey, string>> };
  readonly log?: (line: string) => void;
}

/** Google answers at most this many at once. */
const PAGE = 5000;

/** Reads form answers. Nothing is ever written: a form is made by setup and answered by people. */
export function createForms({ forms, ids, log }: FormsOptions): FormsPort {
  const caller = new Caller({ now: Date.now, patience: 45_000, ...(log ? { log } : {}) });
  const call = async <T>(work: () => Promise<{ data: T }>): Promise<T> => {
    try {
      return await caller.read(work);
    } catch (error) {
      const { status } = answerOf(error);
      throw fault('forms-unavailable', new Error(`status ${status ?? 'none'}`));
    }
  };
  return {
    async answers(form, since) {
      const found: FormAnswer[] = [];
      let pageToken: string | undefined;
      do {
        const page: forms_v1.Schema$ListFormResponsesResponse = await call(() =>
          forms.forms.responses.list({
            formId: ids.forms[form],
            pageSize: PAGE,
            ...(since === undefined ? {} : { filter: `timestamp >= ${zulu(since)}` }),
            ...(pageToken ? { pageToken } : {}),
          }),
        );
        for (const response of page.responses ?? []) found.push(answerFrom(form, response));
        pageToken = page.nextPageToken || undefined;
      } while (pageToken);
      return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.responseId < b.responseId ? -1 : 1));
    },
    async answer(form, responseId) {
      try {
        const { data } = await forms.forms.responses.get({ formId: ids.forms[form], responseId });
        return answerFrom(form, data);
      } catch (error) {
        const { status } = answerOf(error);
        if (status === 404) return undefined;
        throw fault('forms-unavailable', new Error(`status ${status ?? 'none'}`));
      }
    },
  };
}

/** Google's filter takes UTC with a Z. */
const zulu = (instant: string): string => new Date(instant).toISOString();

function answerFrom(form: FormKey, response: forms_v1.Schema$FormResponse): FormAnswer {
  const answers: Record<string, readonly string[]> = {};
  for (const key of Object.keys(formOf(form).questions)) {
    const given = response.answers?.[questionId(form, key)]?.textAnswers?.answers ?? [];
    const values = given.map((answer) => answer.value ?? '').filter((value) => value !== '');
    if (values.length > 0) answers[key] = values;
  }
  const at = response.lastSubmittedTime ?? response.createTime ?? '';
  return { responseId: response.responseId ?? '', at: at as FormAnswer['at'], answers };
}
