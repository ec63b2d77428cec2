/** The functions as a process of production: `npm run triggers`. On Cloud Run the platform starts the same target. */
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { ConfigError, readConfig } from './config.ts';
import { buildPorts } from './ports.ts';
import { programTime } from './program-time.ts';
import { buildTriggers } from './triggers.ts';

const log = (line: string): void => console.log(`${new Date().toISOString()} ${line}`);

try {
  const config = readConfig(process.env);
  const built = await buildPorts(config, log);
  http(
    'triggers',
    buildTriggers(config, built, () => programTime(config.clockUrl), log),
  );
  const port = Number(process.env.PORT ?? 8082);
  getTestServer('triggers').listen(port, process.env.HOST ?? '0.0.0.0', () => log(`ready on port ${port}`));
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else console.error('The functions stopped:', error);
  process.exitCode = 1;
}
