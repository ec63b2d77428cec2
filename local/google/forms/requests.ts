import { ApiError, invalid } from '../errors.ts';
import { masked, paths } from '../requests/context.ts';
import { checkedId, newQuestionId } from './forms.ts';
import type { Form, Item, Question } from './types.ts';

interface Location {
  readonly index?: number;
}

interface Requests {
  readonly createItem?: { readonly item?: Partial<Item>; readonly location?: Location };
  readonly updateItem?: { readonly item?: Partial<Item>; readonly location?: Location; readonly updateMask?: string };
  readonly deleteItem?: { readonly location?: Location };
  readonly moveItem?: { readonly originalLocation?: Location; readonly newLocation?: Location };
  readonly updateFormInfo?: {
    readonly info?: { readonly title?: string; readonly description?: string };
    readonly updateMask?: string;
  };
  readonly updateSettings?: { readonly settings?: Record<string, unknown>; readonly updateMask?: string };
}

/** Carries out a batch on a form, all or nothing; gives the form as it becomes and the replies. */
export function runFormRequests(form: Form, requests: readonly unknown[]): { form: Form; replies: object[] } {
  if (requests.length === 0) throw invalid('The batch update request must contain at least one request.');
  const replies: object[] = [];
  let now = form;
  requests.forEach((request, k) => {
    const kinds = Object.keys(request as object);
    if (kinds.length === 0) throw invalid(`Invalid requests[${k}]: No request set.`);
    if (kinds.length > 1)
      throw invalid(
        `Invalid value at 'requests[${k}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
      );
    try {
      const [next, reply] = run(now, request as Requests);
      now = next;
      replies.push(reply);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(error.code, error.status, `Invalid requests[${k}].${kinds[0]}: ${error.message}`);
    }
  });
  return { form: now, replies };
}

function run(form: Form, request: Requests): [Form, object] {
  const { createItem, updateItem, deleteItem, moveItem, updateFormInfo, updateSettings } = request;
  if (createItem) {
    const item = prepared(form, createItem.item ?? {});
    const at = createItem.location?.index ?? 0;
    if (createItem.location === undefined || at < 0 || at > form.items.length) throw outside(at);
    const questionId = questionIds(item);
    const reply = { itemId: item.itemId, ...(questionId.length > 0 ? { questionId } : {}) };
    return [{ ...form, items: form.items.toSpliced(at, 0, item) }, { createItem: reply }];
  }
  if (updateItem) {
    const at = existing(form, updateItem.location);
    const mask = paths(updateItem.updateMask);
    const old = form.items[at] as Item;
    const given = updateItem.item ?? {};
    const next: Record<string, unknown> = mask.includes('*') ? { itemId: old.itemId } : { ...old };
    const keys = ['title', 'description', 'questionItem', 'questionGroupItem', 'pageBreakItem', 'textItem'] as const;
    for (const key of keys)
      if (masked(mask, key)) {
        if (given[key] === undefined) delete next[key];
        else next[key] = given[key];
      }
    const item = prepared({ ...form, items: form.items.toSpliced(at, 1) }, next, old);
    return [{ ...form, items: form.items.with(at, item) }, {}];
  }
  if (deleteItem) return [{ ...form, items: form.items.toSpliced(existing(form, deleteItem.location), 1) }, {}];
  if (moveItem) {
    const from = existing(form, moveItem.originalLocation);
    const to = existing(form, moveItem.newLocation);
    return [{ ...form, items: form.items.toSpliced(from, 1).toSpliced(to, 0, form.items[from] as Item) }, {}];
  }
  if (updateFormInfo) {
    const mask = paths(updateFormInfo.updateMask);
    if (mask.includes('documentTitle')) throw invalid('documentTitle can only be set when the form is created.');
    const { title, description } = updateFormInfo.info ?? {};
    return [
      {
        ...form,
        ...(masked(mask, 'title') ? { title: title ?? '' } : {}),
        ...(masked(mask, 'description') ? { description: description ?? '' } : {}),
      },
      {},
    ];
  }
  if (updateSettings) {
    const mask = paths(updateSettings.updateMask);
    const given = updateSettings.settings ?? {};
    const settings = { ...form.settings };
    for (const key of ['emailCollectionType', 'quizSettings']) if (masked(mask, key)) settings[key] = given[key];
    return [{ ...form, settings }, {}];
  }
  throw invalid('No request set.');
}

const outside = (index: number) => invalid(`Location index ${index} is outside the form.`);

function existing(form: Form, location: Location | undefined): number {
  const at = location?.index ?? 0;
  if (location === undefined || at < 0 || at >= form.items.length) throw outside(at);
  return at;
}

/** Fills in ids and refuses what the real service refuses to make. */
function prepared(form: Form, given: Partial<Item>, old?: Item): Item {
  const taken = new Set(form.items.flatMap((item) => [item.itemId, ...questionIds(item)]));
  const fresh = (): string => {
    let id = newQuestionId();
    while (taken.has(id)) id = newQuestionId();
    return id;
  };
  const free = (id: string | undefined, fallback: string | undefined, what: string): string => {
    const chosen = id === undefined || id === '' ? (fallback ?? fresh()) : checkedId(id, what);
    if (taken.has(chosen)) throw invalid(`${what} ${chosen} is already in use.`);
    taken.add(chosen);
    return chosen;
  };
  const itemId = free(given.itemId, old?.itemId, 'itemId');
  const oldIds = old ? questionIds(old) : [];
  const question = (q: Partial<Question> | undefined, i: number): Question => ({
    ...checkedQuestion(q ?? {}),
    questionId: free(q?.questionId, oldIds[i], 'questionId'),
  });
  const { questionItem, questionGroupItem, itemId: _id, ...rest } = given;
  return {
    itemId,
    ...rest,
    ...(questionItem ? { questionItem: { ...questionItem, question: question(questionItem.question, 0) } } : {}),
    ...(questionGroupItem
      ? { questionGroupItem: { ...questionGroupItem, questions: (questionGroupItem.questions ?? []).map(question) } }
      : {}),
  };
}

function checkedQuestion(question: Partial<Question>): Partial<Question> {
  const { choiceQuestion } = question;
  if ('fileUploadQuestion' in question) throw invalid('File upload questions cannot be created through the API.');
  if (!choiceQuestion) return question;
  if (!['RADIO', 'CHECKBOX', 'DROP_DOWN'].includes(choiceQuestion.type ?? ''))
    throw invalid('Choice question type must be specified.');
  const values = (choiceQuestion.options ?? []).flatMap((o) => (o.isOther ? [] : [o.value ?? '']));
  if (values.length === 0) throw invalid('A choice question needs at least one option.');
  if (values.some((v) => v === '')) throw invalid('The value of an option must not be empty.');
  if (new Set(values).size !== values.length) throw invalid('The options of a question must be unique.');
  return question;
}

function questionIds(item: Item): string[] {
  const one = item.questionItem?.question.questionId;
  return one === undefined ? (item.questionGroupItem?.questions ?? []).map((q) => q.questionId) : [one];
}
