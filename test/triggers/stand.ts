import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActionLink } from '../../activities/index.ts';
import type { CertificateKind } from '../../domain/certificates/index.ts';
import type { Message, Outcome } from '../../domain/messages.ts';
import { FORM_KEYS, type FormKey, type TabKey } from '../../domain/program/index.ts';
import type { Language } from '../../domain/words/index.ts';
import { createLinks, readCode, readToken } from '../../mail/index.ts';
import { createTriggers, type TriggerPorts } from '../../triggers/index.ts';
import { previewOf } from '../../worker/preview.ts';

export const NOW = '2026-10-01T06:00:00Z';
const KEYS = [{ kid: 'k1', secret: 'a secret of this test' }];

type Rows = Partial<Record<TabKey, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
const PEOPLE: Rows = {
  mentors: {
    'MR-1': {
      name: 'Данияр Омаров',
      letters: 'Russian',
      season: '2026-autumn',
      stage: 'Eligible',
      degree: "Master's",
      year: 2018,
      school: 'GSB',
      position: 'Аналитик',
      employer: 'KEGOC',
      field: 'Экономика',
      industry: 'Energy and mining',
      topics: ['Job search', 'Networking'],
      languages: ['Kazakh', 'Russian'],
      about: 'Сұрақтарыңызға қуана жауап беремін.',
      capacity: 2,
      places: '0 of 2',
      consentProfile: 'Yes',
      consentCertificate: 'Yes',
      newAnswers: '',
    },
    'MR-2': {
      name: '<script>alert(1)</script>',
      season: '2026-autumn',
      stage: 'Eligible',
      degree: 'PhD',
      year: 2020,
      school: 'SEDS',
      position: '',
      employer: '',
      field: '"><img src=x onerror=alert(1)>',
      industry: 'Law',
      topics: ['Networking'],
      languages: ['Russian'],
      about: '',
      capacity: 1,
      places: '1 of 1',
      consentProfile: 'Yes',
      consentCertificate: 'No',
      newAnswers: '',
    },
  },
  mentees: { 'ME-1': { name: 'Аружан Серікова', season: '2026-autumn', choices: 'MR-1', newAnswers: '' } },
  matches: { 'PA-1': { mentor: 'MR-1', mentee: 'ME-1', startedOn: '2026-10-01', endsOn: '2027-04-01' } },
  training: { 'TR-1': { topic: 'Жиын', date: '2026-10-08', from: '17:00', to: '18:30', place: 'Блок 1' } },
  awards: {
    'AW-1': {
      mentor: 'MR-1',
      name: 'Данияр',
      completed: 1,
      pairs: 1,
      months: 5,
      season: '2026-autumn',
      perPair: 'PA-1: 5',
    },
    'AW-2': {
      mentor: 'MR-2',
      name: '<script>',
      completed: 1,
      pairs: 1,
      months: 6,
      season: '2026-autumn',
      perPair: 'PA-9: 6',
      award: 'Most active mentor',
      decidedBy: 'Saule Nurlanova',
      state: 'Award sent',
    },
  },
  ownWords: {
    'OW-1': {
      letter: 'request-withdrawn',
      language: 'Russian',
      subject: 'Запрос снят: {partner}',
      text: 'Запрос больше не нужен ({partner}).\n\n- Ничего делать не надо.',
    },
    'OW-2': { letter: 'request-withdrawn', language: 'Russian', subject: 'Без имени', text: 'Кто это был, {nobody}?' },
  },
  staff: {},
  attendance: {},
};

/** For tests in which no page of a mailing is opened. */
const NO_MAILINGS = {} as TriggerPorts['mailings'];

export interface Told {
  readonly run: string;
  readonly message: Message;
}

/** The functions behind a plain HTTP server, with people of this file in place of a record and an ear in place of runs. */
export async function pageStand(
  outcome: Outcome = { status: 'done', code: 'done' },
  mailings: TriggerPorts['mailings'] = NO_MAILINGS,
  read?: TriggerPorts['read'],
  preferences = {} as TriggerPorts['preferences'],
) {
  const told: Told[] = [];
  const view = {
    row: (tab: TabKey, id: string) => {
      const cells = PEOPLE[tab]?.[id];
      return cells && { tab, id, rev: 1, cells, problems: [], inSheet: true };
    },
    rows: (tab: TabKey) =>
      Object.entries(PEOPLE[tab] ?? {}).map(([id, cells]) => ({ tab, id, rev: 1, cells, problems: [], inSheet: true })),
  } as unknown as Awaited<ReturnType<TriggerPorts['read']>>;
  const origin = { url: '' };
  const links = () =>
    createLinks({
      publicUrl: origin.url,
      sheetUrl: '',
      temporalUiUrl: '',
      namespace: '',
      keys: KEYS,
      formPages: Object.fromEntries(
        FORM_KEYS.map((key) => [key, `https://forms.example/forms/d/e/${key}/viewform`]),
      ) as Record<FormKey, string>,
      spreadsheetIds: {} as never,
      embedded: true,
    });
  const triggers = createTriggers({
    runs: {
      tell: async (run, message) => {
        told.push({ run, message });
        return outcome;
      },
      leave: async (run, message) => void told.push({ run, message }),
      hint: async () => undefined,
    },
    read: read ?? (async () => view),
    readToken: (token, now) => readToken(token, KEYS, now),
    readCertificate: (code) => readCode(code, KEYS),
    certificateUrl: (award, kind) => links().certificate(award, kind),
    now: async () => ({ now: NOW }),
    hintSecret: 'x',
    realNow: Date.now,
    form: () => 'https://forms.example/ending',
    preview: previewOf,
    mailings,
    preferences,
    bounce: async () => 'not ours',
    log: (line) => console.error(line),
  });
  const server = createServer((req, res) => void answer(req, res));
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    await triggers(Object.assign(req, { rawBody: Buffer.concat(chunks) }), res);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    told,
    url: origin.url,
    /** The page of an action about a pair, for its mentee, as their letter links to it. */
    action: (action: string, language: Language, expires = '2026-12-01T00:00:00Z') =>
      links().action(
        {
          process: action === 'catalogue' ? 'participant/ME-1' : 'mentorship/PA-1',
          action,
          person: 'ME-1',
          expires,
          data: { month: 2 },
        },
        language,
      ),
    /** The draft page of a mailing, as its initiator's letters link to it. */
    draft: (id: string, language: Language = 'en', link: Partial<ActionLink> = {}) =>
      links().action(
        { process: `mailing/${id}`, action: 'draft', person: id, expires: '2026-12-01T00:00:00Z', ...link },
        language,
      ),
    /** A page behind the links below a mailing. */
    choices: (place: 'unsubscribe' | 'preferences', alumnus: string, language: Language = 'en') =>
      links().action(
        { process: 'mailing/ML-0000-0001', action: place, person: alumnus, expires: '2099-01-01T00:00:00Z' },
        language,
      ),
    words: (row: string) => links().words(row),
    certificate: (award: string, language?: Language, kind: CertificateKind = 'appreciation') =>
      links().certificate(award, kind, language),
    certificateFile: (of: Parameters<ReturnType<typeof links>['certificateFile']>[0]) => links().certificateFile(of),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type PageStand = Awaited<ReturnType<typeof pageStand>>;
