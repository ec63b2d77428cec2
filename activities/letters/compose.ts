import type { LetterOrder } from '../../domain/letters/index.ts';
import { type LetterKey, letterShape } from '../../domain/letters/index.ts';
import type { Settings } from '../../domain/program/index.ts';
import { contextOf } from '../facts/context.ts';
import type { LetterInput, OutgoingLetter, Ports, View } from '../ports.ts';
import { Composer } from './composer.ts';
import { invitationOf } from './invitation.ts';
import { batchKey, bounceKeyOf } from './log.ts';
import { ownWordsFor } from './own-words.ts';
import type { Reader } from './reader.ts';
import { SLOTS } from './slots.ts';

export { type Reader, readerOf } from './reader.ts';

/** The help contacts as printed (M39), their names in the reader's language. */
export const helpIn = (
  { helpCareer, helpAlumni, helpCounseling }: Settings,
  word: (label: string) => string,
): string[] =>
  [helpCareer, helpAlumni, helpCounseling].map((contact) => {
    const [label = '', ...rest] = contact.split(':');
    return [word(label), ...rest].join(':');
  });

/** Everything a letter's renderer wants, gathered from the rows at the moment of sending. */
function letterInput(ports: Ports, view: View, order: LetterOrder, reader: Reader): LetterInput {
  const composer = new Composer(ports, view, order, reader);
  const made = SLOTS[order.key](composer);
  const { settings } = contextOf(view);
  return {
    slots: made.slots,
    buttons: made.buttons ?? {},
    ...(letterShape(order.key).pair ? { pairLinks: composer.pairLinks() } : {}),
    common: {
      name: reader.name.split(' ')[0] ?? reader.name,
      university: settings.university,
      center: settings.center,
      centerEmail: settings.centerEmail,
      help: helpIn(settings, composer.word.bind(composer)),
      offsetMinutes: reader.offsetMinutes,
    },
  };
}

/** A letter for one reader: of one subject, or of several merged, nearest date first (lifecycle of letters). */
export function compose(
  ports: Ports,
  view: View,
  batch: readonly LetterOrder[],
  reader: Reader,
): Omit<OutgoingLetter, 'messageId'> {
  const [only] = batch;
  if (!only) throw new Error('a letter needs a subject');
  const key: LetterKey = batch.length === 1 ? only.key : 'merged';
  const own = letterInput(ports, view, only, reader);
  const input =
    batch.length === 1
      ? own
      : {
          ...own,
          pairLinks: undefined,
          buttons: {},
          slots: {
            items: batch.map((order) =>
              ports.letters.item(order.key, reader.language, letterInput(ports, view, order, reader)),
            ),
          },
        };
  const calendar =
    batch.length === 1
      ? invitationOf(new Composer(ports, view, only, reader), {
          name: own.common.center,
          email: own.common.centerEmail,
        })
      : undefined;
  const { pairLinks, ...rest } = input;
  const rendered = ports.letters.render(
    key,
    reader.language,
    pairLinks ? { ...rest, pairLinks } : rest,
    ownWordsFor(view, key, reader.language),
  );
  return {
    key: batchKey(batch),
    bounceKey: bounceKeyOf(view, only),
    to: { name: reader.name, email: reader.email },
    replyTo: own.common.centerEmail,
    subject: rendered.subject,
    html: rendered.html,
    text: rendered.text,
    language: reader.language,
    category: reader.category,
    ...(calendar ? { calendar } : {}),
  };
}
