import { type Column, type FormKey, formOf, parseCell, type TabKey, tabOf } from '../domain/program/index.ts';
import type { FormAnswer } from './ports.ts';

/** An answer to an application form, read as its columns declare it. */
export interface ReadAnswers {
  readonly cells: Readonly<Record<string, unknown>>;
  /** Answers that mean nothing to their column, in the person's own words; staff read them in New answers. */
  readonly unread: Readonly<Record<string, string>>;
  /** What is wrong with each of them, in plain words; empty when all were read. */
  readonly note: string;
}

/** Characters kept of an answer that cannot be read; the whole of it stands in the form. */
const KEPT = 500;
const CUT = ' […]';

const given = (answer: FormAnswer, key: string): string => (answer.answers[key] ?? []).join(', ');
const cut = (text: string, longest: number): string =>
  [...text].length > longest ? `${[...text].slice(0, longest - CUT.length).join('')}${CUT}` : text;

/**
 * Free text as its column takes it: what is longer is cut at its end, for the whole of it stands in the form, and an answer
 * must never be lost for its length (M33).
 */
function readText(column: Column, text: string) {
  return parseCell(column, column.kind === 'long text' && column.longest ? cut(text.trim(), column.longest) : text);
}

/** Cells of a row that a form makes. What cannot be read stays empty; if it is required it is asked for again. */
export function readApplication(form: FormKey, answer: FormAnswer): ReadAnswers {
  const { tab, questions } = formOf(form);
  const { columns } = tabOf(tab as TabKey);
  const cells: Record<string, unknown> = {};
  const unread: Record<string, string> = {};
  const problems: string[] = [];
  for (const [key, question] of Object.entries(questions)) {
    const column = 'column' in question && question.column ? columns[question.column] : undefined;
    if (!column) continue;
    const text = given(answer, key);
    const parsed = readText(column, text);
    if (parsed.ok) cells[key] = parsed.value;
    else {
      unread[key] = cut(text.replaceAll(/\s+/g, ' ').trim(), KEPT);
      problems.push(`"${column.header}" ${parsed.problem}`);
    }
  }
  const note = problems.length === 0 ? '' : `${problems.join('; ')}. What was answered stands in New answers.`;
  return { cells, unread, note };
}

/** One answer as a column of another tab takes it; undefined when it means nothing there or was not given. */
export function readOne(tab: TabKey, key: string, answer: FormAnswer): unknown {
  const column = tabOf(tab).columns[key];
  const parsed = column && readText(column, given(answer, key));
  return parsed?.ok && parsed.value !== '' ? parsed.value : undefined;
}
