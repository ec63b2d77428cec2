import type { Edit } from '../book/edit.ts';
import { ApiError, invalid } from '../errors.ts';
import { checkBody } from '../shapes/check.ts';
import { FIELDS_OF, REQUEST_SHAPES } from '../shapes/requests.ts';
import { checkPaths, list, type Message } from '../shapes/shape.ts';
import * as block from './block.ts';
import * as borders from './borders.ts';
import * as cells from './cells.ts';
import { type Handler, paths } from './context.ts';
import * as find from './find.ts';
import * as grid from './grid.ts';
import * as groups from './groups.ts';
import * as metadata from './metadata.ts';
import * as named from './named.ts';
import * as properties from './properties.ts';
import * as protect from './protect.ts';
import * as rules from './rules.ts';
import * as shift from './shift.ts';
import * as sort from './sort.ts';
import * as tabs from './tabs.ts';
import * as text from './text.ts';
import * as tidy from './tidy.ts';
import * as views from './views.ts';

const HANDLERS = new Map<string, Handler<unknown>>(
  Object.entries({
    addSheet: tabs.addSheet,
    deleteSheet: tabs.deleteSheet,
    duplicateSheet: tabs.duplicateSheet,
    updateSheetProperties: tabs.updateSheetProperties,
    insertDimension: grid.insertDimension,
    deleteDimension: grid.deleteDimension,
    moveDimension: grid.moveDimension,
    appendDimension: grid.appendDimension,
    updateDimensionProperties: grid.updateDimensionProperties,
    autoResizeDimensions: grid.autoResizeDimensions,
    addDimensionGroup: groups.addDimensionGroup,
    deleteDimensionGroup: groups.deleteDimensionGroup,
    updateDimensionGroup: groups.updateDimensionGroup,
    updateCells: cells.updateCells,
    repeatCell: cells.repeatCell,
    appendCells: cells.appendCells,
    updateBorders: borders.updateBorders,
    copyPaste: block.copyPaste,
    cutPaste: block.cutPaste,
    pasteData: text.pasteData,
    textToColumns: text.textToColumns,
    insertRange: shift.insertRange,
    deleteRange: shift.deleteRange,
    sortRange: sort.sortRange,
    randomizeRange: tidy.randomizeRange,
    trimWhitespace: tidy.trimWhitespace,
    deleteDuplicates: tidy.deleteDuplicates,
    findReplace: find.findReplace,
    setDataValidation: rules.setDataValidation,
    setBasicFilter: rules.setBasicFilter,
    clearBasicFilter: rules.clearBasicFilter,
    addFilterView: views.addFilterView,
    updateFilterView: views.updateFilterView,
    duplicateFilterView: views.duplicateFilterView,
    deleteFilterView: views.deleteFilterView,
    addBanding: views.addBanding,
    updateBanding: views.updateBanding,
    deleteBanding: views.deleteBanding,
    addConditionalFormatRule: rules.addConditionalFormatRule,
    updateConditionalFormatRule: rules.updateConditionalFormatRule,
    deleteConditionalFormatRule: rules.deleteConditionalFormatRule,
    addProtectedRange: protect.addProtectedRange,
    updateProtectedRange: protect.updateProtectedRange,
    deleteProtectedRange: protect.deleteProtectedRange,
    addNamedRange: named.addNamedRange,
    updateNamedRange: named.updateNamedRange,
    deleteNamedRange: named.deleteNamedRange,
    mergeCells: named.mergeCells,
    unmergeCells: named.unmergeCells,
    createDeveloperMetadata: metadata.createDeveloperMetadata,
    updateDeveloperMetadata: metadata.updateDeveloperMetadata,
    deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
    updateSpreadsheetProperties: properties.updateSpreadsheetProperties,
  }),
);

function checkFields(kind: string, { fields }: { fields?: string }): void {
  const shape = FIELDS_OF[kind];
  if (shape === undefined) return;
  checkPaths(paths(fields), shape);
}

/** Replies that stand bare instead of under the request's name. */
const WITHOUT_REPLY = {};

/** Google's requests that this server does not carry out: they are refused with words of their own. */
const NOT_COVERED = new Set([
  ...['addChart', 'updateChartSpec', 'addSlicer', 'updateSlicerSpec', 'addTable', 'updateTable', 'deleteTable'],
  ...['deleteEmbeddedObject', 'updateEmbeddedObjectBorder', 'updateEmbeddedObjectPosition', 'autoFill'],
  ...['addDataSource', 'updateDataSource', 'deleteDataSource', 'refreshDataSource', 'cancelDataSourceRefresh'],
  ...['insertComment', 'updateCommentPost', 'deleteComment', 'addCommentReply'],
  'deleteCommentReply',
]);

const BATCH: Message = { requests: list(REQUEST_SHAPES) };

/** Throws for a batch that holds anything but requests as they are declared. */
export function checkRequests(requests: readonly unknown[] | undefined): void {
  if (!requests || requests.length === 0) throw invalid('Must specify at least one request.');
  requests.forEach((request, k) => {
    const kinds = Object.keys((request ?? {}) as object);
    const [kind] = kinds;
    if (kind !== undefined && NOT_COVERED.has(kind))
      throw invalid(`Invalid requests[${k}].${kind}: This stand-in for Google Sheets does not cover ${kind}.`);
    if (kind === undefined) throw invalid(`Invalid requests[${k}]: No request set.`);
    if (kinds.length > 1 && typeof request === 'object')
      throw invalid(
        `Invalid value at 'requests[${k}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
      );
  });
  checkBody({ requests }, BATCH);
}

/**
 * Carries out a batch that was checked, in order. The first request that cannot be done throws, with its place in the
 * text, and nothing counts.
 */
export function runRequests(edit: Edit, requests: readonly unknown[]): object[] {
  return requests.map((request, k) => {
    const [kind = '', asked = {}] = Object.entries(request as Record<string, object>)[0] ?? [];
    const run = HANDLERS.get(kind);
    if (!run) throw invalid(`Invalid requests[${k}]: No request set.`);
    try {
      checkFields(kind, asked as { fields?: string });
      const reply = run(edit, asked);
      return reply === undefined ? WITHOUT_REPLY : { [kind]: reply };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(error.code, error.status, `Invalid requests[${k}].${kind}: ${error.message}`, error.details);
    }
  });
}
