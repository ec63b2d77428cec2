import type { Edit } from '../book/edit.ts';
import { ApiError, invalid } from '../errors.ts';
import { FIELDS_OF, REQUEST_SHAPES } from '../shapes/requests.ts';
import { checkBody, checkPaths, snake } from '../shapes/shape.ts';
import * as block from './block.ts';
import * as cells from './cells.ts';
import { type Handler, paths } from './context.ts';
import * as find from './find.ts';
import * as grid from './grid.ts';
import * as metadata from './metadata.ts';
import * as named from './named.ts';
import * as properties from './properties.ts';
import * as protect from './protect.ts';
import * as rules from './rules.ts';
import * as sort from './sort.ts';
import * as tabs from './tabs.ts';

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
    updateCells: cells.updateCells,
    repeatCell: cells.repeatCell,
    appendCells: cells.appendCells,
    copyPaste: block.copyPaste,
    cutPaste: block.cutPaste,
    insertRange: block.insertRange,
    deleteRange: block.deleteRange,
    sortRange: sort.sortRange,
    findReplace: find.findReplace,
    setDataValidation: rules.setDataValidation,
    setBasicFilter: rules.setBasicFilter,
    clearBasicFilter: rules.clearBasicFilter,
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

/** Carries out a batch in order. The first request that cannot be done throws, with its place in the text, and nothing counts. */
export function runRequests(edit: Edit, requests: readonly unknown[] | undefined): object[] {
  if (!requests || requests.length === 0) throw invalid('Must specify at least one request.');
  return requests.map((request, k) => {
    const kinds = Object.keys((request ?? {}) as object);
    const [kind] = kinds;
    if (kind === undefined) throw invalid(`Invalid requests[${k}]: No request set.`);
    if (kinds.length > 1)
      throw invalid(
        `Invalid value at 'requests[${k}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
      );
    const run = HANDLERS.get(kind);
    if (!run)
      throw invalid(
        `Invalid JSON payload received. Unknown name "${kind}" at 'requests[${k}]': Cannot find field (or this stand-in does not know the request).`,
      );
    const asked = (request as Record<string, unknown>)[kind] ?? {};
    checkBody(asked, REQUEST_SHAPES[kind] ?? {}, `requests[${k}].${snake(kind)}`);
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
