import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import type { Found, Rule } from '../rule.ts';
import { excerpt } from '../text.ts';

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u;
/** An extension of the University's exchange, which is no number by itself. */
const EXTENSION = /(?<!\p{L})(?:ext(?:ension)?|int|вн(?:утр)?|доб|ішкі)(?!\p{L})\.?[:\s]*(\d[\d -]{2,6}\d)(?!\d)/iu;
const STREET =
  /(?<!\p{L})(?:street|str|st|avenue|ave|road|rd|lane|building|bldg|block|office|room|campus|ул|улица|пр|просп|проспект|пер|бульвар|шоссе|дом|корпус|корп|блок|офис|каб|кабинет|аудитория|көше|көшесі|даңғыл|даңғылы|үй|ғимарат|ғимараты|кеңсе|бөлме|дәліз)(?!\p{L})/iu;
const CITY =
  /(?<!\p{L})(?:Astana|Nur-Sultan|Almaty|Shymkent|Karaganda|Aktobe|Atyrau|Kazakhstan|Астан\p{L}|Нур-Султан|Нұр-Сұлтан|Алмат\p{L}|Шымкент|Казахстан|Қазақстан|Nazarbayev University|Назарбаев Университет\p{L}*)(?!\p{L})/iu;
/** Six digits, or letter, two digits, letter, digit, letter, digit as they are since 2019; never a part of a longer number. */
const POSTCODE = /(?<![\d+-])(?:0\d{5}|[A-Z]\d{2}[A-Z]\d[A-Z]\d)(?![\d-])/;

function hasAddress(text: string): boolean {
  const numbered = /\d/.test(text);
  const signs = [
    STREET.test(text) && numbered,
    CITY.test(text),
    POSTCODE.test(text),
    /\p{Lu}\p{L}{1,40},? \d{1,3}(?:\/\d+)?\p{L}?(?=[,.;\s]|$)/u.test(text),
  ];
  return signs.filter(Boolean).length >= 2;
}

/** R18: the signature holds contact details, an address and phone numbers. */
export const signatureContents: Rule = {
  id: 'R18',
  ofText: true,
  judge: ({ mailing: { signature } }) => {
    if (!signature) return [];
    const { text, at } = signature;
    const missing = (code: Found['code']): Found => ({ code, at, text: excerpt(text), found: null, allowed: null });
    const phones = findPhoneNumbersInText(text, 'KZ').filter(({ number }) => number.isValid());
    // A phone number is nothing to find a house or a postcode in.
    const rest = phones
      .reduceRight((all, { startsAt, endsAt }) => all.slice(0, startsAt) + all.slice(endsAt), text)
      .replace(EXTENSION, '');
    return [
      ...(EMAIL.test(text) ? [] : [missing('signature-contact')]),
      ...(hasAddress(rest.replaceAll(new RegExp(EMAIL, 'gu'), '')) ? [] : [missing('signature-address')]),
      ...(phones.length > 0 || EXTENSION.test(text) ? [] : [missing('signature-phone')]),
    ];
  },
};
