import { randomBytes } from 'node:crypto';
import { type Html, html } from './html.ts';

/** Each page that is opened can be sent once; a second click on it is the same press, opening it anew makes another. */
export const pressField = (): Html =>
  html`<input type="hidden" name="press" value="${randomBytes(9).toString('base64url')}">`;

/** What tells this press from others of the same link; empty for a page without the field. */
export const pressOf = (posted: Readonly<Record<string, string>>): string =>
  /^[\w-]{1,32}$/.test(posted.press ?? '') ? (posted.press ?? '') : '';
