import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { Connection } from '@temporalio/client';
import { startTemporal, type Temporal } from '../../local/temporal/index.ts';
import { prepareNamespace } from '../../local/temporal/prepare.ts';

/**
 * A namespace of its own for each test file, on the one dev server of the run. The runner starts that server for files that import
 * this one; a file run by itself (`node test/….test.ts`) starts its own, in memory.
 */
export interface TestNamespace {
  readonly address: string;
  readonly namespace: string;
  /** A connection for clients (`new Client({ connection, namespace })`). Workers open their own from `address`. */
  connect(): Promise<Connection>;
  /** Closes the connections given out, and the server if this file started it. Call it in `s.after`. */
  close(): Promise<void>;
}

let own: Promise<Temporal> | undefined;

/** Makes a fresh namespace with the search attributes of the program. */
export async function testNamespace(): Promise<TestNamespace> {
  const address = process.env.TEST_TEMPORAL_ADDRESS ?? (await startOwn()).address;
  const namespace = `${basename(process.argv[1] ?? 'test', '.test.ts')}-${randomBytes(4).toString('hex')}`;
  const connections: Connection[] = [];
  const connect = async (): Promise<Connection> => {
    const connection = await Connection.connect({ address });
    connections.push(connection);
    return connection;
  };
  await prepareNamespace(await connect(), namespace);
  return {
    address,
    namespace,
    connect,
    close: async () => {
      for (const connection of connections) await connection.close();
      await (await own)?.stop();
    },
  };
}

function startOwn(): Promise<Temporal> {
  own ??= startTemporal().then((server) => {
    // Also when the file ends early.
    process.once('exit', () => server.kill('SIGKILL'));
    return server;
  });
  return own;
}
