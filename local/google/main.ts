import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { control } from './control.ts';
import { createGoogle, FAULT_HELP } from './index.ts';

const HELP = `The Google stand-in alone: Sheets v4, Forms v1 and Drive v3 over HTTP, kept on disk.

npm run sheets -- [--port N] [--data DIR] [--quota google|off] [--faults SPEC]

  --port N       port on 127.0.0.1 (default 9010; 0 takes a free one)
  --data DIR     folder for google.sqlite (default data/google)
  --quota MODE   google: 60 reads and 60 writes a minute for each bearer token; off: no limit (default google)
  --faults SPEC  what should go wrong:
                 ${FAULT_HELP.replaceAll('\n', '\n                 ')}

Point any client at it by its root URL. A bearer token is a user; without one the call is by "local".

  GET  /healthz                     200 once it listens
  GET  /api/spreadsheets            id and title of each
  GET  /api/calls                   Sheets calls answered so far: {"reads", "writes"}
  POST /api/faults                  {"spec": SPEC} from now on, {} for none, or once: {"next": "503-after",
                                    "match": "POST .*:batchUpdate", "times": 1}
  POST /api/forms/ID/responses      a person answers a form: {"answers": {questionId: [value]}, "email"}

docs/stand-in.md says what is covered and what is not.
`;

function fail(message: string): never {
  console.error(`${message}\nSee npm run sheets -- --help`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '9010' },
        data: { type: 'string', default: 'data/google' },
        quota: { type: 'string', default: 'google' },
        faults: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { port: portText, data, quota, faults, help } = options();
if (help) {
  console.log(HELP);
  process.exit(0);
}
const port = Number(portText);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  fail(`--port must be a number from 0 to 65535, not "${portText}".`);
if (quota !== 'google' && quota !== 'off') fail(`--quota must be google or off, not "${quota}".`);

const google = await createGoogle({ dataDir: data, quota, ...(faults === undefined ? {} : { faults }) }).catch(
  (error: Error) => fail(error.message),
);
const server = createServer(async (req, res) => {
  if ((await google.handle(req, res)) || (await control(google, req, res))) return;
  if (req.url === '/healthz') res.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok\n');
  else res.writeHead(404, { 'Content-Type': 'text/plain' }).end('Only Google REST paths and /api are served here.\n');
});
server.on('error', (error: Error) => fail(error.message));
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  console.log(`Google stand-in on http://127.0.0.1:${at}/ (data in ${data}, quota ${quota})`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => void google.close().then(() => process.exit(0)));
  });
