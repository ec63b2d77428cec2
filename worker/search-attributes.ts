import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../domain/messages.ts';

/** temporal.api.enums.v1.IndexedValueType */
const TYPES: Readonly<Record<string, number>> = {
  TEXT: 1,
  KEYWORD: 2,
  INT: 3,
  DOUBLE: 4,
  BOOL: 5,
  DATETIME: 6,
  KEYWORD_LIST: 7,
};
/** google.rpc.Code */
const ALREADY_EXISTS = 6;

/**
 * Adds the search attributes that a namespace lacks; what is there is left alone. Needs the operator service, which Temporal Cloud
 * does not have: there they are made by hand.
 * @throws Error when one exists with another type.
 */
export async function addSearchAttributes(
  connection: Connection,
  namespace: string,
  wanted: Readonly<Record<string, string>> = SEARCH_ATTRIBUTES,
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const searchAttributes: Record<string, number> = {};
  for (const [name, kind] of Object.entries(wanted)) {
    const type = TYPES[kind];
    if (type === undefined) throw new Error(`search attribute ${name}: there is no type ${kind}`);
    const present = customAttributes[name];
    if (present !== undefined && present !== type)
      throw new Error(`search attribute ${name} exists with another type than ${kind}`);
    if (present === undefined) searchAttributes[name] = type;
  }
  if (Object.keys(searchAttributes).length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    // Two programs may start on one server at once; the other one added them between our look and our call.
    if ((error as { code?: unknown }).code !== ALREADY_EXISTS) throw error;
  }
}
