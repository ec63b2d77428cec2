/** Makes namespaces ready, as told by its one argument in JSON. Says on stderr what went wrong. */
import { Connection } from '@temporalio/client';
import { prepareNamespace } from './prepare.ts';

interface Wish {
  readonly address: string;
  readonly namespaces: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly connectTimeout: number;
}

try {
  const wish = JSON.parse(process.argv[2] ?? '{}') as Wish;
  const connection = await Connection.connect({ address: wish.address, connectTimeout: wish.connectTimeout });
  for (const namespace of wish.namespaces) await prepareNamespace(connection, namespace, wish.attributes);
  await connection.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
