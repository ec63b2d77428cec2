/** The data dictionary: every tab, form and setting in Markdown, from their declarations. Nothing in it is written by hand. */
import { FORM_KEYS, formOf } from '../forms.ts';
import { SETTINGS } from '../settings.ts';
import { tabOf, tabsOf, WORKBOOKS } from '../tabs.ts';
import type { Column, Question, Setting, Tab, Workbook } from '../types.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const yes = (value: boolean | undefined): string => (value ? 'yes' : '');

interface Bounded {
  readonly choices?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  readonly longest?: number;
}
/** What may stand in it. */
function allowed({ choices, least, most, longest }: Bounded): string {
  const parts = [
    choices?.join(', ') ?? '',
    least === undefined && most === undefined ? '' : `${least ?? '…'} to ${most ?? '…'}`,
    longest === undefined ? '' : `at most ${longest} characters`,
  ];
  return parts.filter(Boolean).join('; ');
}

const columnRow = (column: Column): string[] => [
  column.header,
  column.of === undefined ? column.kind : `${column.kind} of ${tabOf(column.of as 'mentors').title}`,
  column.owner,
  yes(column.required),
  yes(column.personal),
  allowed(column),
  column.hidden ? `${column.help} (hidden)` : column.help,
];

function tabSection(tab: Tab): string {
  const run =
    tab.process === undefined
      ? ''
      : tab.process === 'desk'
        ? ' One process, `desk`, keeps all rows.'
        : ` Each row has a \`${tab.process}\` process.`;
  return [
    `### ${tab.title}`,
    `${tab.about} IDs begin with \`${tab.prefix}-\`.${run}`,
    table(
      ['Column', 'Kind', 'Owner', 'Required', 'Personal', 'Allowed', 'Meaning'],
      Object.values(tab.columns).map(columnRow),
    ),
  ].join('\n\n');
}

const workbookSection = (workbook: Workbook): string =>
  [
    `## Workbook: ${WORKBOOKS[workbook].title}`,
    `Readers: ${WORKBOOKS[workbook].readers}.`,
    ...tabsOf(workbook).map((key) => tabSection(tabOf(key))),
  ].join('\n\n');

function questionRow(question: Question, tab: Tab): string[] {
  const column = question.column === undefined ? '' : (tab.columns[question.column]?.header ?? '');
  return [question.title, question.kind, yes(question.required), column, allowed(question), question.help ?? ''];
}

function formSection(key: (typeof FORM_KEYS)[number]): string {
  const form = formOf(key);
  const tab = tabOf(form.tab as 'mentors');
  return [
    `### ${form.title}`,
    `${form.about} Answers go to ${tab.title}. Afterwards people read: "${form.confirmation}"`,
    table(
      ['Question', 'Kind', 'Required', 'Fills column', 'Allowed', 'Help'],
      Object.values(form.questions).map((question) => questionRow(question, tab)),
    ),
  ].join('\n\n');
}

const shown = (value: Setting['value']): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === '' ? '(empty)' : String(value);
const settingRow = ([key, setting]: [string, Setting]): string[] => [
  `\`${key}\``,
  shown(setting.value),
  setting.unit,
  allowed(setting),
  setting.meaning,
  setting.source,
];

/** The whole dictionary as one Markdown file. */
export function dictionary(): string {
  const settings = Object.entries(SETTINGS as Readonly<Record<string, Setting>>);
  return `${[
    '# Data dictionary',
    'Made by `npm run dictionary` from `domain/program/`; a test compares it. Do not edit it by hand.',
    [
      'Owner says who may write a column:',
      '',
      '- **staff**: the program never writes it.',
      '- **person**: written once from a form, or typed by staff; staff may correct it.',
      '- **program**: an edit by anybody else is put back, and System note says so.',
      '',
      'Personal columns (names, addresses, free text) never enter Temporal.',
    ].join('\n'),
    ...(Object.keys(WORKBOOKS) as Workbook[]).map(workbookSection),
    '## Forms',
    ...FORM_KEYS.map(formSection),
    '## Settings',
    'Staff change a setting by filling Value in the tab Settings; an empty value means the default.',
    table(['Setting', 'Default', 'Unit', 'Allowed', 'Meaning', 'Requirement'], settings.map(settingRow)),
  ].join('\n\n')}\n`;
}
