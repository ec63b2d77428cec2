import { hear } from '/assets/events.js';

/** The server's refusal, in its own words for people. */
export class Refused extends Error {}

const LOST = 'The program does not answer. Is it still running?';

async function ask(address, options) {
  const reply = await fetch(address, options).catch(() => undefined);
  if (!reply) throw new Refused(LOST);
  const answer = await reply.json();
  if (!reply.ok) throw new Refused(answer.error);
  return answer;
}

/** @param {string} id @param {number | string | null} tab the first one when null */
export const fetchView = (id, tab) =>
  ask(`/api/sheet/view?${new URLSearchParams({ id, ...(tab === null ? {} : { tab }) })}`);

/** @param {string} act @param {object} body */
export const postAct = (act, body) =>
  ask(`/api/sheet/${act}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/**
 * Calls back with the version after each change of the spreadsheet, by whomever.
 * @param {string} id
 * @param {(version: number) => void} changed
 * @param {(connected: boolean) => void} connection
 */
export const listen = (id, changed, connection) =>
  hear(`/api/sheet/events?${new URLSearchParams({ id })}`, ({ version }) => changed(version), connection);
