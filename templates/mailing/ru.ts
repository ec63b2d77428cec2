import type { MailingWords } from './words.ts';

export const words: MailingWords = {
  why: 'Вы получили это письмо, потому что окончили {of}.',
  from: 'Отправитель: {unit}, через {center}. {university}, {address}.',
  own: 'Отправитель: {center}. {university}, {address}.',
  unsubscribe: 'Отписаться',
  preferences: 'Выбрать, какие рассылки получать',
  picture: 'Изображение',
};
