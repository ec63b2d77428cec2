import { checkedBox, rangeJson } from '../book/ranges.ts';
import type { BasicFilter, Condition, FilterCriteria, GridRange, Rule } from '../book/types.ts';
import { invalid } from '../errors.ts';
import { addRuleArea } from './areas.ts';
import { handler } from './context.ts';
import { sortRows } from './sort.ts';
import { criteriaOf } from './views.ts';

export const setDataValidation = handler<{ range?: GridRange; rule?: Rule }>((edit, { range, rule }) => {
  if (!range) throw invalid('range is required.');
  const sheet = edit.sheet(range.sheetId ?? 0);
  edit.guard(sheet, checkedBox(range, sheet));
  const none = rule === undefined || rule.condition === undefined;
  if (!none) checkCondition(rule.condition);
  addRuleArea(edit, sheet, range, none ? undefined : rule);
  return undefined;
});

const NEEDS_VALUES = new Set(['ONE_OF_LIST', 'ONE_OF_RANGE', 'NUMBER_GREATER', 'NUMBER_BETWEEN', 'CUSTOM_FORMULA']);

function checkCondition(condition: Condition | undefined): void {
  const type = condition?.type;
  if (type === undefined) throw invalid('condition.type is required.');
  if (NEEDS_VALUES.has(type) && !condition?.values?.length)
    throw invalid(`Invalid condition.values: at least one value is required for ${type}.`);
  if (type === 'ONE_OF_LIST') {
    const values = condition?.values?.map((v) => v.userEnteredValue ?? '') ?? [];
    if (new Set(values).size !== values.length) throw invalid('The items of a ONE_OF_LIST condition must be unique.');
  }
}

export const setBasicFilter = handler<{
  filter?: Omit<BasicFilter, 'range'> & {
    range?: GridRange;
    filterSpecs?: { columnIndex?: number; filterCriteria?: FilterCriteria }[];
  };
}>((edit, { filter = {} }) => {
  const { range = {}, filterSpecs: _specs, criteria: _criteria, ...rest } = filter;
  const sheet = edit.sheet(range.sheetId ?? 0);
  const box = checkedBox(range, sheet);
  const criteria = criteriaOf(filter);
  if (rest.sortSpecs?.length) sortRows(edit, sheet, { ...box, r0: box.r0 + 1 }, rest.sortSpecs);
  sheet.filter = {
    range: { ...range, sheetId: sheet.id },
    ...rest,
    ...(Object.keys(criteria).length ? { criteria } : {}),
  };
  return undefined;
});

export const clearBasicFilter = handler<{ sheetId?: number }>((edit, { sheetId = 0 }) => {
  edit.sheet(sheetId).filter = undefined;
  return undefined;
});

interface ConditionalRule {
  readonly ranges?: readonly GridRange[];
  readonly [rest: string]: unknown;
}

export const addConditionalFormatRule = handler<{ rule?: ConditionalRule; index?: number }>(
  (edit, { rule = {}, index }) => {
    const { ranges, ...rest } = rule;
    if (!ranges?.length) throw invalid('rule.ranges is required.');
    const sheet = edit.sheet(ranges[0]?.sheetId ?? 0);
    for (const range of ranges) checkedBox(range, sheet);
    const at = index ?? 0;
    if (at > sheet.conditional.length) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${at}`);
    sheet.conditional = sheet.conditional.toSpliced(at, 0, { ranges, rest });
    return undefined;
  },
);

export const updateConditionalFormatRule = handler<{
  sheetId?: number;
  index?: number;
  newIndex?: number;
  rule?: ConditionalRule;
}>((edit, { sheetId, index = 0, newIndex, rule }) => {
  const sheet = edit.sheet(sheetId ?? rule?.ranges?.[0]?.sheetId ?? 0);
  const old = sheet.conditional[index];
  if (!old) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
  const oldRule = { ranges: old.ranges.map(rangeJson), ...old.rest };
  if (newIndex !== undefined) {
    sheet.conditional = sheet.conditional.toSpliced(index, 1).toSpliced(newIndex, 0, old);
    return { oldRule, oldIndex: index, newRule: oldRule, newIndex };
  }
  const { ranges = old.ranges, ...rest } = rule ?? {};
  sheet.conditional = sheet.conditional.with(index, { ranges, rest });
  return { oldRule, newRule: { ranges: ranges.map(rangeJson), ...rest }, newIndex: index };
});

export const deleteConditionalFormatRule = handler<{ sheetId?: number; index?: number }>(
  (edit, { sheetId = 0, index = 0 }) => {
    const sheet = edit.sheet(sheetId);
    const old = sheet.conditional[index];
    if (!old) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
    sheet.conditional = sheet.conditional.toSpliced(index, 1);
    return { rule: { ranges: old.ranges.map(rangeJson), ...old.rest } };
  },
);
