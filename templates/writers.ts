import type { SlotKind, SlotValues } from '../domain/letters/index.ts';
import type { LetterInput } from './compiled.ts';
import { dateWords, momentWords } from './format.ts';
import type { Language } from './languages.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
/** Control characters and line breaks end headers and lines early; direction marks could turn a line around. */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();

/** An address a letter may link to: https, mailto, tel, and http on this machine. Anything else is no link. */
function safeUrl(url: string | undefined): string {
  if (url === undefined || url === '') return '';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const local =
    parsed?.protocol === 'http:' &&
    (parsed.hostname === '127.0.0.1' || parsed.hostname === 'localhost' || parsed.hostname === '[::1]');
  if (!parsed || !(local || ['https:', 'mailto:', 'tel:'].includes(parsed.protocol)))
    throw new Error('a letter was given an address it may not link to');
  return parsed.href;
}

function plain(language: Language, input: LetterInput, name: string, kind: SlotKind | 'common'): string {
  const value = kind === 'common' ? input.common[name as 'name'] : input.slots[name];
  if (value === undefined || value === null) throw new Error(`slot ${name} was not given`);
  if (kind === 'date') return dateWords(String(value), language);
  if (kind === 'moment') return momentWords(String(value), language, input.common.offsetMinutes);
  return kind === 'lines' ? String(value).replaceAll(/[^\P{Cc}\n]/gu, ' ') : oneLine(String(value));
}

type V = SlotValues;

/** Writers of slots for one language: `h` for HTML, `t` for the text part, subjects and lines. */
export function writers(language: Language) {
  const at = (input: LetterInput, moment: string) => momentWords(moment, language, input.common.offsetMinutes);
  const h = {
    text: (text: string) => escapeHtml(text),
    slot: (input: LetterInput, name: string, kind: SlotKind | 'common') =>
      escapeHtml(plain(language, input, name, kind)).replaceAll('\n', '<br>'),
    url: (url: string | undefined) => escapeHtml(safeUrl(url)),
    help: (input: LetterInput) => input.common.help.map((line) => escapeHtml(oneLine(line))).join(' · '),
    list: (list: unknown) => ul((list as V['list']).map((each) => escapeHtml(oneLine(each)))),
    facts: (facts: unknown) =>
      `<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;font-size:15px">${(facts as V['facts']).map((fact) => `<tr><td style="padding:3px 12px 3px 0;vertical-align:top;opacity:.75;white-space:nowrap">${escapeHtml(oneLine(fact.label))}</td><td style="padding:3px 0;width:100%">${escapeHtml(fact.value).replaceAll('\n', '<br>')}</td></tr>`).join('')}</table>`,
    sessions: (input: LetterInput, sessions: unknown, button: string) =>
      (sessions as V['sessions'])
        .map(
          (s) =>
            `<div style="padding:8px 0"><strong>${escapeHtml(oneLine(s.title))}</strong><br>${escapeHtml(at(input, s.at))}<br>${escapeHtml(oneLine(s.place))}<br><a href="${escapeHtml(safeUrl(s.url))}">${escapeHtml(button)}</a></div>`,
        )
        .join(''),
    items: (items: unknown) =>
      (items as V['items'])
        .map(
          (item) =>
            `<div style="padding:12px 0;border-bottom:1px solid #d7dde4">${escapeHtml(oneLine(item.line))}${item.actions.map((action, i) => `${i === 0 ? '<br>' : ' · '}${anchor(action, i === 0 ? 'font-weight:600' : '')}`).join('')}${item.more.length === 0 ? '' : `<br><span style="font-size:14px;opacity:.8">${item.more.map((link) => anchor(link, '')).join(' · ')}</span>`}</div>`,
        )
        .join(''),
    needs: (input: LetterInput, needs: unknown, button: string, none: string) =>
      (needs as V['needs']).length === 0
        ? escapeHtml(none)
        : (needs as V['needs'])
            .map(
              (need) =>
                `<div style="padding:10px 0;border-bottom:1px solid #d7dde4"><strong>${escapeHtml(oneLine(need.what))}</strong><br>${escapeHtml(oneLine(need.why))}<br><span style="opacity:.75">${escapeHtml(at(input, need.since))}</span> · <a href="${escapeHtml(safeUrl(need.url))}">${escapeHtml(button)}</a></div>`,
            )
            .join(''),
  };
  const t = {
    slot: (input: LetterInput, name: string, kind: SlotKind | 'common') => plain(language, input, name, kind),
    url: (url: string | undefined) => safeUrl(url),
    help: (input: LetterInput) => input.common.help.map(oneLine).join(' · '),
    list: (list: unknown) => (list as V['list']).map((each) => `- ${oneLine(each)}`).join('\n'),
    facts: (facts: unknown) => (facts as V['facts']).map((fact) => `${oneLine(fact.label)}: ${fact.value}`).join('\n'),
    sessions: (input: LetterInput, sessions: unknown, button: string) =>
      (sessions as V['sessions'])
        .map((s) => `${oneLine(s.title)}\n${at(input, s.at)}\n${oneLine(s.place)}\n${button}: ${safeUrl(s.url)}`)
        .join('\n\n'),
    items: (items: unknown) =>
      (items as V['items'])
        .map((item) =>
          [
            oneLine(item.line),
            ...[...item.actions, ...item.more].map((link) => `${oneLine(link.label)}: ${safeUrl(link.url)}`),
          ].join('\n'),
        )
        .join('\n\n'),
    needs: (input: LetterInput, needs: unknown, button: string, none: string) =>
      (needs as V['needs']).length === 0
        ? none
        : (needs as V['needs'])
            .map(
              (need) =>
                `${oneLine(need.what)}\n${oneLine(need.why)}\n${at(input, need.since)} · ${button}: ${safeUrl(need.url)}`,
            )
            .join('\n\n'),
  };
  return { h, t };
}

const anchor = (link: { readonly label: string; readonly url: string }, style: string): string =>
  `<a href="${escapeHtml(safeUrl(link.url))}"${style ? ` style="${style}"` : ''}>${escapeHtml(oneLine(link.label))}</a>`;

const ul = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
