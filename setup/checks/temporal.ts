import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../domain/messages.ts';
import { type Finding, fine, wrong } from './finding.ts';

export interface TemporalAt {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
}

/** As the command line of Temporal spells them, and temporal.api.enums.v1.IndexedValueType. */
const TYPES: Readonly<Record<string, readonly [spelled: string, number: number]>> = {
  KEYWORD: ['Keyword', 2],
  BOOL: ['Bool', 5],
  DATETIME: ['Datetime', 6],
};

/** Is the server there, is the namespace, and has it the search attributes that every run sets? */
export async function checkTemporal(at: TemporalAt, patienceMs = 5_000): Promise<Finding[]> {
  let connection: Connection;
  try {
    connection = await Connection.connect({
      address: at.address,
      connectTimeout: patienceMs,
      ...(at.apiKey ? { apiKey: at.apiKey, tls: true } : {}),
    });
  } catch {
    // Why it is not reached does not change what to do, and the client's own words are about gRPC.
    return [
      wrong(`Temporal does not answer at ${at.address}`, 'Start it, or correct TEMPORAL_ADDRESS and TEMPORAL_API_KEY.'),
    ];
  }
  try {
    return [fine(`Temporal answers at ${at.address}`), ...(await namespaceOf(connection, at))];
  } finally {
    await connection.close();
  }
}

async function namespaceOf(connection: Connection, { namespace }: TemporalAt): Promise<Finding[]> {
  const found = await connection.workflowService.describeNamespace({ namespace }).then(
    () => true,
    (error: { code?: number }) => {
      // google.rpc.Code NOT_FOUND
      if (error.code === 5) return false;
      throw error;
    },
  );
  if (!found)
    return [
      wrong(
        `Temporal has no namespace "${namespace}"`,
        `temporal operator namespace create --namespace ${namespace} --retention 720h`,
      ),
    ];
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const lack = Object.entries(SEARCH_ATTRIBUTES).filter(([name, kind]) => customAttributes[name] !== TYPES[kind]?.[1]);
  if (lack.length === 0) return [fine(`Namespace "${namespace}" has all search attributes`)];
  const options = lack.map(([name, kind]) => `--name ${name} --type ${TYPES[kind]?.[0] ?? kind}`).join(' ');
  return [
    wrong(
      `Namespace "${namespace}" lacks search attributes: ${lack.map(([name]) => name).join(', ')}`,
      `temporal operator search-attribute create --namespace ${namespace} ${options}`,
    ),
  ];
}
