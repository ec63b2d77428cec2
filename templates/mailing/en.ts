import type { MailingWords } from './words.ts';

export const words: MailingWords = {
  why: 'You get this letter as a graduate of {of}.',
  from: 'Sent by {unit} through {center}, {university}, {address}.',
  own: 'Sent by {center}, {university}, {address}.',
  unsubscribe: 'Unsubscribe',
  preferences: 'Choose which mailings you get',
  picture: 'Picture',
};
