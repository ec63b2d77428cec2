/**
 * A request for a mailing as it stands in its row: what would be sent, whether the rules let it, who gets it, and when. Pure, but reads texts
 * with the packages of `check/`; for activities and pages, never for workflows.
 */
export { type Around, type Assessment, assess, audienceOf, findingKey, type Missing } from './assess.ts';
export {
  contentPrint,
  DRAFT_FIELDS,
  type DraftField,
  type DraftFields,
  documentOf,
  type RequestCells,
  readUpload,
  socialOf,
  type Upload,
} from './content.ts';
export {
  type DraftProblem,
  draftPrint,
  fieldsOf,
  findingIn,
  longestOf,
  readKept,
  withFields,
  writeKept,
} from './draft.ts';
export { filesLeft, writeVersion } from './versions.ts';
