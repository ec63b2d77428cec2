import type { SlotKind, SlotValues } from '../domain/letters/index.ts';
import type { LetterInput } from './compiled.ts';
import { type DateForm, dateWords, momentWords } from './dates.ts';
import type { Language } from './languages.ts';
import { pluralWords } from './plurals.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
/** Control characters and line breaks end headers and lines early; direction marks could turn a line around. */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();

/** Free text of a person: line breaks stay, what could turn or end a line does not. */
export const severalLines = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .trim();

/** An address a letter may link to: https, mailto, tel, and http on this machine. Anything else is no link. */
export function safeUrl(url: string | undefined): string {
  if (url === undefined || url === '') return '';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const local =
    parsed?.protocol === 'http:' &&
    (parsed.hostname === '127.0.0.1' || parsed.hostname === 'localhost' || parsed.hostname === '[::1]');
  if (!parsed || !(local || ['https:', 'mailto:', 'tel:'].includes(parsed.protocol)))
    throw new Error('a letter was given an address it may not link to');
  return parsed.href;
}

function plain(
  language: Language,
  input: LetterInput,
  name: string,
  kind: SlotKind | 'common',
  form: DateForm = 'plain',
): string {
  const value = kind === 'common' ? input.common[name as 'name'] : input.slots[name];
  if (value === undefined || value === null) throw new Error(`slot ${name} was not given`);
  if (kind === 'date') return dateWords(String(value), language, form);
  if (kind === 'moment') return momentWords(String(value), language, input.common.offsetMinutes, form);
  return kind === 'lines' ? severalLines(String(value)) : oneLine(String(value));
}

type V = SlotValues;

/** Writers of slots for one language: `h` for HTML, `t` for the text part, subjects and lines. */
export function writers(language: Language) {
  const counted = (input: LetterInput, name: string, forms: readonly string[]) => {
    const value = input.slots[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`slot ${name} is not a number`);
    return pluralWords(value, forms, language);
  };
  const at = (input: LetterInput, moment: string) => momentWords(moment, language, input.common.offsetMinutes);
  const h = {
    text: (text: string) => escapeHtml(text),
    slot: (input: LetterInput, name: string, kind: SlotKind | 'common', form?: DateForm) =>
      escapeHtml(plain(language, input, name, kind, form)).replaceAll('\n', '<br>'),
    plural: (input: LetterInput, name: string, forms: readonly string[]) => escapeHtml(counted(input, name, forms)),
    url: (url: string | undefined) => escapeHtml(safeUrl(url)),
    help: (input: LetterInput) => input.common.help.map((line) => escapeHtml(oneLine(line))).join('<br>'),
    list: (list: unknown) => ul((list as V['list']).map((each) => escapeHtml(oneLine(each)))),
    facts: (facts: unknown) =>
      (facts as V['facts']).length === 0
        ? ''
        : `<table class="facts" cellpadding="0" cellspacing="0" style="width:100%;font-size:16px;line-height:1.5"><tbody>${(facts as V['facts']).map((fact) => `<tr><th scope="row" style="padding:4px 16px 4px 0;vertical-align:top;text-align:left;font-weight:400;color:#526070;width:30%">${escapeHtml(oneLine(fact.label))}</th><td style="padding:4px 0;vertical-align:top">${escapeHtml(severalLines(fact.value)).replaceAll('\n', '<br>')}</td></tr>`).join('')}</tbody></table>`,
    sessions: (input: LetterInput, sessions: unknown, button: string) =>
      (sessions as V['sessions'])
        .map(
          (s) =>
            `<div style="padding:8px 0"><strong>${escapeHtml(oneLine(s.title))}</strong><br>${escapeHtml(at(input, s.at))}<br>${escapeHtml(oneLine(s.place))}<br><a class="press" href="${escapeHtml(safeUrl(s.url))}" style="${PRESS}">${escapeHtml(button)}</a></div>`,
        )
        .join(''),
    items: (items: unknown) =>
      (items as V['items'])
        .map(
          (item) =>
            `<div class="entry" style="padding:12px 0;border-bottom:1px solid #d7dde4">${escapeHtml(oneLine(item.line))}${item.actions.map((action, i) => `<br>${anchor(action, i === 0)}`).join('')}${item.more.length === 0 ? '' : `<br><span class="small" style="font-size:14px;color:#526070">${item.more.map((link) => anchor(link, false)).join(' · ')}</span>`}</div>`,
        )
        .join(''),
    needs: (input: LetterInput, needs: unknown, button: string, none: string) =>
      (needs as V['needs']).length === 0
        ? escapeHtml(none)
        : (needs as V['needs'])
            .map(
              (need) =>
                `<div class="entry" style="padding:10px 0;border-bottom:1px solid #d7dde4"><strong>${escapeHtml(oneLine(need.what))}</strong><br>${escapeHtml(oneLine(need.why))}<br><span class="small" style="font-size:14px;color:#526070">${escapeHtml(at(input, need.since))}</span> · <a href="${escapeHtml(safeUrl(need.url))}" style="${LINK}">${escapeHtml(button)}</a></div>`,
            )
            .join(''),
  };
  const t = {
    // Lines of a person's free text are set in, so that none can pass for a line of the letter.
    slot: (input: LetterInput, name: string, kind: SlotKind | 'common', form?: DateForm) =>
      plain(language, input, name, kind, form).replaceAll('\n', '\n  '),
    plural: (input: LetterInput, name: string, forms: readonly string[]) => counted(input, name, forms),
    url: (url: string | undefined) => safeUrl(url),
    help: (input: LetterInput) => input.common.help.map(oneLine).join('\n'),
    list: (list: unknown) => (list as V['list']).map((each) => `- ${oneLine(each)}`).join('\n'),
    facts: (facts: unknown) =>
      (facts as V['facts'])
        .map((fact) => `${oneLine(fact.label)}: ${severalLines(fact.value).replaceAll('\n', '\n  ')}`)
        .join('\n'),
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

const LINK = 'color:#0b5c8a';
const PRESS =
  'display:inline-block;background:#0b5c8a;color:#ffffff;font-weight:600;text-decoration:none;border-radius:6px;padding:9px 20px;margin:8px 0 6px';
const anchor = (link: { readonly label: string; readonly url: string }, isMain: boolean): string =>
  `<a${isMain ? ' class="press"' : ''} href="${escapeHtml(safeUrl(link.url))}" style="${isMain ? PRESS : LINK}">${escapeHtml(oneLine(link.label))}</a>`;

const ul = (items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<ul style="margin:0;padding-left:22px">${items.map((item) => `<li style="margin:5px 0">${item}</li>`).join('')}</ul>`;

export type Writers = ReturnType<typeof writers>;
const made = new Map<Language, Writers>();
/** The writers of a language, made once. */
export function writersOf(language: Language): Writers {
  const found = made.get(language) ?? writers(language);
  made.set(language, found);
  return found;
}
