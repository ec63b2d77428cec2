import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import type { Ports, UploadsPort } from '../activities/index.ts';
import { runId } from '../domain/messages.ts';
import { tabOf } from '../domain/program/index.ts';
import {
  createBulkMail,
  createLinks,
  createMail,
  messageIdOf,
  openBulkJournal,
  openJournal,
  readToken,
} from '../mail/index.ts';
import { createFiles, createForms, createRecipients, createRecord, googleClients, Quota } from '../sheets/index.ts';
import { sheetIdOf } from '../sheets/layout.ts';
import * as templates from '../templates/index.ts';
import { type Config, ConfigError, checkIds } from './config.ts';
import { createMatching } from './matching.ts';
import { withNeedLinks } from './need-links.ts';
import { programTime } from './program-time.ts';
import { createRuns } from './runs.ts';
import { withTrash } from './uploads.ts';

export interface Built {
  readonly ports: Ports;
  readonly files: UploadsPort;
  readonly client: Client;
  readonly stats: () => { readonly reads: number; readonly writes: number };
  close(): Promise<void>;
}

/** Builds every port from the configuration; the only place where clients are made. */
export async function buildPorts(
  config: Config,
  log: (line: string) => void,
  stopping: AbortSignal = new AbortController().signal,
): Promise<Built> {
  checkIds(config.ids);
  const connection = await Connection.connect({
    address: config.temporal.address,
    ...(config.temporal.apiKey ? { apiKey: config.temporal.apiKey, tls: true } : {}),
  }).catch((cause: unknown) => {
    throw new ConfigError(
      `Temporal does not answer at ${config.temporal.address}. Start it, or correct TEMPORAL_ADDRESS.`,
      {
        cause,
      },
    );
  });
  const client = new Client({ connection, namespace: config.temporal.namespace });
  const google = googleClients(config.googleRoot, config.googleToken);
  const links = createLinks({
    publicUrl: config.publicUrl,
    sheetUrl: config.sheetUrl,
    temporalUiUrl: config.temporalUiUrl,
    namespace: config.temporal.namespace,
    keys: config.linkKeys,
    formPages: config.ids.responders,
    spreadsheetIds: config.ids.spreadsheets,
    embedded: config.googleRoot !== undefined,
    gridOf: sheetIdOf,
  });
  const quota = config.quota && new Quota(config.quota, Date.now);
  const record = createRecord({
    sheets: google.sheets,
    drive: google.drive,
    ids: config.ids,
    now: Date.now,
    quota,
    log,
    runUrl: (tab, id) => links.run(runId(tabOf(tab).process ?? 'desk', tab === 'needs' ? '' : id)),
  });
  const mail = createMail({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    bounces: config.bounceAddress,
    keys: config.linkKeys,
  });
  const journal = openJournal(join(config.dataDir, 'worker'));
  const bulkJournal = openBulkJournal(join(config.dataDir, 'worker'), journal.id);
  const bulkMail = createBulkMail({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    connections: config.bulkConnections,
    bounces: config.bounceAddress,
    keys: config.linkKeys,
    dkim: config.dkim,
  });
  const files = withTrash(
    createFiles({
      drive: google.drive,
      rootUrl: config.googleRoot,
      beside: config.ids.spreadsheets.mailings,
      now: Date.now,
    }),
    google.drive,
    log,
  );
  const recipients = createRecipients({
    sheets: google.sheets,
    drive: google.drive,
    beside: config.ids.spreadsheets.mailings,
    now: Date.now,
    quota,
  });
  const domain = config.mailFrom.email.split('@')[1] ?? 'localhost';
  return {
    client,
    stats: () => record.stats(),
    files,
    ports: {
      record: withNeedLinks(record, links),
      forms: createForms({ forms: google.forms, ids: config.ids }),
      mail,
      links,
      journal,
      runs: createRuns(client),
      matching: createMatching(stopping),
      bulk: {
        recipients,
        journal: bulkJournal,
        mail: bulkMail,
        files,
        calledOff: () => Context.current().cancellationSignal,
        fileUrl: links.file,
      },
      letters: {
        render: templates.render,
        item: templates.item,
        word: templates.word,
        day: templates.dateWords,
        mailing: templates.mailing,
        faults: templates.faultsOfOwn,
      } as Ports['letters'],
      messageId: (key) => messageIdOf(key, domain),
      readCode: (code, now) => readToken(code, config.linkKeys, now),
      realNow: Date.now,
      stopping,
      clock: async () => (await programTime(config.clockUrl)).clock,
    },
    async close() {
      await record.close();
      mail.close();
      bulkMail.close();
      journal.close();
      bulkJournal.close();
      await connection.close();
    },
  };
}
