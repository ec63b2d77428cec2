/** Letters as the processes know them: keys, slots, buttons. No words, no addresses. */
export { reasonOf } from './bounced.ts';
export * from './catalogue.ts';
export * from './headers.ts';
export { MAILING_LETTERS } from './mailing.ts';
export * from './order.ts';
export * from './waiting.ts';
