import type { Form, FormResponse, Item, Question } from './types.ts';

/** The Form resource. */
export function formJson(form: Form, origin: string): object {
  return {
    formId: form.formId,
    info: {
      ...(form.title === '' ? {} : { title: form.title }),
      ...(form.description ? { description: form.description } : {}),
      documentTitle: form.documentTitle,
    },
    settings: form.settings,
    revisionId: revisionId(form),
    responderUri: `${origin}/forms/d/e/${form.formId}/viewform`,
    ...(form.items.length > 0 ? { items: form.items } : {}),
    publishSettings: publishJson(form),
  };
}

export const revisionId = (form: Form): string => form.revision.toString(16).padStart(8, '0');

export const publishJson = (form: Form): object => ({
  publishState: {
    ...(form.published ? { isPublished: true } : {}),
    ...(form.accepting ? { isAcceptingResponses: true } : {}),
  },
});

/** `formId` is named when one response is asked for, not in lists. */
export function responseJson(response: FormResponse, formId?: string): object {
  const { answers, ...rest } = response;
  return {
    ...(formId === undefined ? {} : { formId }),
    ...rest,
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
  };
}

/** Every question of the form in order, with the title a person sees. */
export function questionsOf(form: Form): { item: Item; question: Question; title: string }[] {
  return form.items.flatMap((item) => {
    const title = item.title ?? '';
    const one = item.questionItem?.question;
    if (one) return [{ item, question: one, title }];
    return (item.questionGroupItem?.questions ?? []).map((question) => ({
      item,
      question,
      title: `${title} [${question.rowQuestion?.title ?? ''}]`,
    }));
  });
}
