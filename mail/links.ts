import type { ActionLink, LinksPort } from '../activities/index.ts';
import { type FormKey, questionId, type TabKey, tabOf, type Workbook } from '../domain/program/index.ts';
import type { Language } from '../domain/words/index.ts';
import { AWARD, type LinkKey, makeCode, makeToken } from './tokens.ts';

export interface LinkOptions {
  readonly publicUrl: string;
  readonly sheetUrl: string;
  readonly temporalUiUrl: string;
  readonly namespace: string;
  readonly keys: readonly LinkKey[];
  /** The page of each form, as Google names it. */
  readonly formPages: Readonly<Record<FormKey, string>>;
  readonly spreadsheetIds: Readonly<Record<Workbook, string>>;
  /** The embedded stand-in has pages of its own; Google has its addresses. */
  readonly embedded: boolean;
  /** Google's number of a tab, as the setup gives it. */
  readonly gridOf?: (tab: TabKey) => number;
}

/** The name by which a link fills in a question. */
const entry = (form: FormKey, question: string) => `entry.${Number.parseInt(questionId(form, question), 16)}`;

/** Pages are English unless their link says another language. */
const inLanguage = (language?: Language) => (language && language !== 'en' ? `?lang=${language}` : '');

/** Actions with a page of their own; all others share one. */
const PAGES: Readonly<Record<string, string>> = {
  catalogue: 'catalogue',
  draft: 'draft',
  consent: 'draft',
  moderate: 'moderate',
  mailings: 'mailings',
  social: 'social',
  unsubscribe: 'unsubscribe',
  preferences: 'preferences',
};

/** Files that people keep a link to: what they show stays theirs. */
const NEVER = '2099-01-01T00:00:00Z';

/** All links that letters and rows carry. */
export function createLinks(options: LinkOptions): LinksPort {
  const token = (link: ActionLink) => makeToken(link, options.keys);
  return {
    action: (link, language) =>
      `${options.publicUrl}/${PAGES[link.action] ?? 'a'}/${token(link)}${inLanguage(language)}`,
    form(form, code, answers = {}) {
      const query = new URLSearchParams({ usp: 'pp_url', [entry(form, 'code')]: token(code) });
      for (const [key, values] of Object.entries(answers))
        for (const value of values) query.append(entry(form, key), value);
      return `${options.formPages[form]}?${query}`;
    },
    certificate: (award, kind, language) =>
      `${options.publicUrl}/certificate/${makeCode(kind === 'award' ? `${award}${AWARD}` : award, options.keys)}${inLanguage(language)}`,
    certificateFile: (of) =>
      `${options.publicUrl}/certificate/${token({ process: 'certificate', action: 'certificate', person: '', expires: NEVER, data: of })}.pdf`,
    sheet(tab: TabKey, id?: string) {
      const spreadsheet = options.spreadsheetIds[tabOf(tab).workbook];
      if (!options.embedded)
        return `${options.sheetUrl}/spreadsheets/d/${spreadsheet}/edit${options.gridOf ? `#gid=${options.gridOf(tab)}` : ''}`;
      return `${options.sheetUrl}/sheet?id=${spreadsheet}&tab=${encodeURIComponent(tabOf(tab).title)}${id ? `&row=${id}` : ''}`;
    },
    file: (id) =>
      options.embedded ? `${options.sheetUrl}/sheet?id=${id}` : `${options.sheetUrl}/spreadsheets/d/${id}/edit`,
    run: (workflowId) =>
      `${options.temporalUiUrl}/namespaces/${options.namespace}/workflows/${encodeURIComponent(workflowId)}`,
    words: (row) =>
      `${options.publicUrl}/words/${token({ process: 'words', action: 'words', person: row, expires: '2099-01-01T00:00:00Z' })}`,
    calendar: (attendance) =>
      `${options.publicUrl}/calendar/${token({ process: 'calendar', action: 'calendar', person: attendance, expires: NEVER, data: { attendance } })}.ics`,
  };
}
