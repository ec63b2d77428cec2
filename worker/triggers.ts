import { createBounces, createMailingPages, createPreferences } from '../activities/index.ts';
import { readBounce, readCode, readToken } from '../mail/index.ts';
import { mailing, word } from '../templates/index.ts';
import { createTriggers, type ProgramTime, type TriggerPorts } from '../triggers/index.ts';
import type { Config } from './config.ts';
import type { Built } from './ports.ts';
import { previewOf } from './preview.ts';

/** The functions with their ports: pages read the record and tell runs; what people type about a mailing is written by its pages' port alone. */
export function buildTriggers(
  config: Config,
  built: Built,
  now: () => Promise<ProgramTime>,
  log: (line: string) => void,
  onTold: (run: string) => void = () => undefined,
) {
  const { runs, record, links } = built.ports;
  const told =
    <A extends readonly [string, ...unknown[]], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      onTold(args[0]);
      return call(...args);
    };
  const bounces = createBounces({
    record,
    recipients: built.ports.bulk.recipients,
    leave: told(runs.leave),
    now: async () => (await now()).now,
  });
  const ports: TriggerPorts = {
    runs: { tell: told(runs.tell), leave: told(runs.leave), hint: runs.hint },
    read: (tabs) => record.read(tabs),
    readToken: (token, at) => readToken(token, config.linkKeys, at),
    readCertificate: (code) => readCode(code, config.linkKeys),
    certificateUrl: (award, kind) => links.certificate(award, kind),
    now,
    hintSecret: config.hintSecret,
    realNow: Date.now,
    form: (form, link) => links.form(form, link),
    preview: previewOf,
    mailings: createMailingPages({
      record,
      files: built.files,
      letters: { mailing, word },
      now: async () => (await now()).now,
      realNow: Date.now,
    }),
    bounce: async (raw) => {
      const news = await readBounce(raw, config.linkKeys);
      return news ? bounces(news) : 'not ours';
    },
    preferences: createPreferences({ record, leave: told(runs.leave), now: async () => (await now()).now }),
    log,
  };
  return createTriggers(ports);
}
