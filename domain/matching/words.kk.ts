import { valueIn } from '../words/index.ts';
import type { MatchingWords } from './words.ts';

const listed = (values: readonly string[]): string => values.map((value) => valueIn(value, 'kk')).join(', ');

function apart(hours: number): string {
  if (hours === 0) return 'Бір уақыт белдеуі';
  const words = hours < 1 ? `${Math.round(hours * 60)} минут` : `${String(hours).replace('.', ',')} сағат`;
  return `Уақыт айырмасы аз: ${words}`;
}

export const kk: MatchingWords = {
  reasons: {
    topics: (values) => `Ортақ тақырыптар: ${listed(values)}`,
    field: ([field = '']) => `Бір сала: ${valueIn(field, 'kk')}`,
    industry: ([industry = '']) => `Бір қызмет бағыты: ${valueIn(industry, 'kk')}`,
    interests: (values) => `Ортақ қызығушылықтар: ${listed(values)}`,
    languages: (values) => `Ортақ тілдер: ${listed(values)}`,
    timeZone: ([hours = '0']) => apart(Number(hours)),
    city: ([city = '']) => `Бір қала: ${city}`,
  },
  why: {
    'no-ranking': 'Бірде-бір тәлімгерді атамаған',
    'no-shared-language': 'Сай тәлімгерлердің ешқайсысымен ортақ тілі жоқ',
    'choices-excluded': 'Аталған тәлімгерлердің ешқайсысын ұсынуға болмайды',
    'choices-full': 'Аталған тәлімгерлердің орындары басқаларға берілді',
    'no-places-left': 'Бос орны бар тәлімгер қалмады',
  },
};
