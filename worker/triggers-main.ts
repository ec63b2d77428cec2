/** The functions as a process of production: `npm run triggers`. On Cloud Run the platform starts the same target. */
import { parseArgs } from 'node:util';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { ConfigError, readConfig } from './config.ts';
import { buildPorts } from './ports.ts';
import { programTime } from './program-time.ts';
import { buildTriggers } from './triggers.ts';

const HELP = `The functions: hints, and the signed pages behind the links in letters. Reads the same environment as the worker.

npm run triggers

  PORT  port to listen on (8082)
  HOST  address to listen on (0.0.0.0)

Answers GET /healthz with 200 when ready. Stops on SIGTERM once the open requests are answered.
`;
const log = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);

/** @throws ConfigError for a port that is none. */
function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP.trimEnd());
  const port = portOf(process.env.PORT ?? '8082');
  const config = readConfig(process.env);
  const built = await buildPorts(config, log);
  http(
    'triggers',
    buildTriggers(config, built, () => programTime(config.clockUrl), log),
  );
  const server = getTestServer('triggers');
  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is in use. Set PORT to another one.` : error.message);
    process.exit(1);
  });
  server.listen(port, process.env.HOST ?? '0.0.0.0', () => {
    const address = server.address();
    log(`ready on port ${typeof address === 'object' && address ? address.port : port}`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close(() => void built.close().then(() => process.exit(0)));
      server.closeIdleConnections();
    });
}

try {
  await main();
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    console.error(`${error.message.split('. To specify')[0]}\nSee npm run triggers -- --help`);
  else console.error('The functions stopped:', error);
  process.exitCode = 1;
}
