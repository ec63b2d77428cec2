import { questionsOf } from './json.ts';
import type { Form, Question } from './types.ts';

/** What is wrong with a set of answers, one sentence for each question id; empty when the form takes them. */
export function checkAnswers(form: Form, answers: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const errors: Record<string, string> = {};
  const known = new Set<string>();
  for (const { question } of questionsOf(form)) {
    known.add(question.questionId);
    const given = (answers[question.questionId] ?? []).filter((value) => value.trim() !== '');
    const error = given.length === 0 ? missing(question) : wrong(question, given);
    if (error) errors[question.questionId] = error;
  }
  for (const id of Object.keys(answers)) if (!known.has(id)) errors[id] = 'This form has no such question.';
  return errors;
}

const missing = (question: Question): string | undefined =>
  question.required ? 'This is a required question.' : undefined;

function wrong(question: Question, given: readonly string[]): string | undefined {
  const { choiceQuestion: choice, scaleQuestion: scale, ratingQuestion: rating } = question;
  if (choice?.type !== 'CHECKBOX' && given.length > 1) return 'Only one answer is possible here.';
  const [first = ''] = given;
  if (choice) {
    const values = new Set((choice.options ?? []).flatMap((o) => (o.value === undefined ? [] : [o.value])));
    const other = (choice.options ?? []).some((o) => o.isOther);
    return other || given.every((value) => values.has(value)) ? undefined : 'Please choose one of the options.';
  }
  if (scale) return within(first, scale.low ?? 0, scale.high ?? 10);
  if (rating) return within(first, 1, rating.ratingScaleLevel ?? 5);
  if (question.dateQuestion) {
    const pattern = question.dateQuestion.includeTime ? /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/ : /^(\d{4}-)?\d\d-\d\d$/;
    return pattern.test(first) && !Number.isNaN(Date.parse(first.length < 8 ? `2000-${first}` : first.slice(0, 10)))
      ? undefined
      : 'Please give a date.';
  }
  if (question.timeQuestion) return /^\d{1,3}:\d\d(:\d\d)?$/.test(first) ? undefined : 'Please give a time.';
  return undefined;
}

function within(text: string, low: number, high: number): string | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value >= low && value <= high
    ? undefined
    : `Please choose a number from ${low} to ${high}.`;
}
