import { type Form, type Question, questionsOf } from '../../google/index.ts';

/** A question as pages and scripts see it. */
export interface Asked {
  readonly id: string;
  /** Name of its field: `entry.` and the question's id in decimal. */
  readonly entry: string;
  readonly title: string;
  readonly help: string;
  readonly kind: 'text' | 'paragraph' | 'choice' | 'dropdown' | 'checkboxes' | 'scale' | 'date' | 'time';
  readonly required: boolean;
  readonly choices: readonly string[];
  /** A choice takes words of one's own, too. */
  readonly other: boolean;
  readonly withTime: boolean;
  readonly labels: readonly [string, string];
}

export const OTHER = '__other_option__';

export const asked = (form: Form): Asked[] =>
  questionsOf(form).map(({ item, question, title }) => {
    const options = question.choiceQuestion?.options ?? [];
    return {
      id: question.questionId,
      entry: `entry.${Number.parseInt(question.questionId, 16)}`,
      title,
      help: item.description ?? '',
      kind: kindOf(question),
      required: question.required === true,
      choices: question.choiceQuestion
        ? options.flatMap(({ value }) => (value === undefined ? [] : [value]))
        : numbers(question),
      other: options.some(({ isOther }) => isOther === true),
      withTime: question.dateQuestion?.includeTime === true,
      labels: [question.scaleQuestion?.lowLabel ?? '', question.scaleQuestion?.highLabel ?? ''],
    };
  });

const KINDS: Readonly<Record<string, Asked['kind']>> = { CHECKBOX: 'checkboxes', DROP_DOWN: 'dropdown' };

function kindOf(question: Question): Asked['kind'] {
  if (question.choiceQuestion) return KINDS[question.choiceQuestion.type ?? ''] ?? 'choice';
  if (question.scaleQuestion || question.ratingQuestion) return 'scale';
  if (question.dateQuestion) return 'date';
  if (question.timeQuestion) return 'time';
  return question.textQuestion?.paragraph ? 'paragraph' : 'text';
}

function numbers({ scaleQuestion, ratingQuestion }: Question): string[] {
  if (!scaleQuestion && !ratingQuestion) return [];
  const low = scaleQuestion ? (scaleQuestion.low ?? 0) : 1;
  const high = scaleQuestion ? (scaleQuestion.high ?? 10) : (ratingQuestion?.ratingScaleLevel ?? 5);
  return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
}

/** What was filled in, by question id: from a link with `entry.<n>=` or from a form that was sent. */
export function answersFrom(questions: readonly Asked[], fields: URLSearchParams): Record<string, string[]> {
  const answers: Record<string, string[]> = {};
  for (const { id, entry, other } of questions) {
    const own = fields.get(`${entry}.other_option_response`) ?? '';
    const given = fields
      .getAll(entry)
      .map((value) => (other && value === OTHER ? own : value).replace(/\r\n/g, '\n'))
      .filter((value) => value.trim() !== '');
    if (given.length > 0) answers[id] = given;
  }
  return answers;
}
