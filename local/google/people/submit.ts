import { ApiError, notFound } from '../errors.ts';
import { type Forms, newResponseId } from '../forms/forms.ts';
import type { FormResponse } from '../forms/types.ts';
import { checkAnswers } from '../forms/validate.ts';

/** Answers of a form that it does not take: one sentence for each question id. */
export class AnswersError extends Error {
  readonly errors: Readonly<Record<string, string>>;

  constructor(errors: Readonly<Record<string, string>>) {
    super(`The form does not take these answers: ${Object.values(errors).join(' ')}`);
    this.name = 'AnswersError';
    this.errors = errors;
  }
}

export interface SubmitOptions {
  /** kept only if the form collects addresses; its absence then is an error under the key `email` */
  readonly email?: string;
  /** an earlier response that the person edits, or a fixed id for a repeatable script */
  readonly responseId?: string;
  /** milliseconds since 1970, program time; the stand-in's clock if left out */
  readonly at?: number;
}

/** Puts answers into a form under the form's own rules; gives the response id. `now` is the time when `at` is left out. */
export function submitAnswers(
  forms: Forms,
  formId: string,
  answers: Readonly<Record<string, readonly string[]>>,
  { email, responseId = newResponseId(), at }: SubmitOptions,
  now: () => number,
): string {
  const form = forms.get(formId);
  if (!form.published) throw notFound('This form does not exist or is not published.');
  if (!form.accepting) throw new ApiError(400, 'FAILED_PRECONDITION', 'This form takes no more answers.');
  const collects = form.settings.emailCollectionType ?? 'DO_NOT_COLLECT';
  const asksEmail = collects === 'RESPONDER_INPUT' || collects === 'VERIFIED';
  const errors = checkAnswers(form, answers);
  if (asksEmail && !email?.includes('@')) errors.email = 'This is a required question.';
  if (Object.keys(errors).length > 0) throw new AnswersError(errors);
  const old = forms.responses(formId).find((r) => r.responseId === responseId);
  const time = new Date(at ?? now()).toISOString();
  const given = Object.entries(answers).flatMap(([questionId, all]) => {
    const values = all.filter((value) => value.trim() !== '').map((value) => ({ value }));
    return values.length > 0 ? [[questionId, { questionId, textAnswers: { answers: values } }] as const] : [];
  });
  const response: FormResponse = {
    responseId,
    createTime: old?.createTime ?? time,
    lastSubmittedTime: time,
    ...(asksEmail && email !== undefined ? { respondentEmail: email } : {}),
    answers: Object.fromEntries(given),
  };
  forms.submit(formId, response);
  return responseId;
}
