import type { BulkPorts } from '../activities/index.ts';
import { documentOf } from '../domain/mailing/request/index.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

/** A mailing in plain paragraphs. */
export const writeMailing: BulkPorts['write'] = (_row, cells, { centerEmail, picture }) => {
  const { blocks } = documentOf(cells);
  const table = cells.table.trim();
  const paragraphs = [...blocks.map(({ text }) => text), ...(table === '' ? [] : [table])];
  const body = paragraphs.map((text) => `<p>${lines(text)}</p>`).join('');
  const image = picture ? `<p><img src="cid:${picture.cid}" alt="${escaped(cells.pictureAlt)}" width="600"></p>` : '';
  const before = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(cells.subject)}</title></head><body><h1>${escaped(cells.subject)}</h1>${image}${body}<p>${lines(cells.signature)}</p>`;
  const text = [cells.text.trim(), ...(table === '' ? [] : [table]), `-- \n${cells.signature.trim()}`].join('\n\n');
  return {
    subject: cells.subject,
    language: 'en',
    replyTo: centerEmail,
    unit: cells.unit,
    ...(picture ? { picture } : {}),
    html: ({ unsubscribe, preferences }) =>
      `${before}<p><a href="${escaped(unsubscribe)}">Unsubscribe</a> · <a href="${escaped(preferences)}">Preferences</a></p></body></html>`,
    text: ({ unsubscribe, preferences }) => `${text}\n\nUnsubscribe: ${unsubscribe}\nPreferences: ${preferences}\n`,
  };
};
