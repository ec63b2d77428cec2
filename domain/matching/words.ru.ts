import { valueIn } from '../words/index.ts';
import type { MatchingWords } from './words.ts';

const listed = (values: readonly string[]): string => values.map((value) => valueIn(value, 'ru')).join(', ');

/** Without nouns that would have to agree with a number: "разница во времени: 2 ч". */
function apart(hours: number): string {
  if (hours === 0) return 'Один часовой пояс';
  const words = hours < 1 ? `${Math.round(hours * 60)} мин` : `${String(hours).replace('.', ',')} ч`;
  return `Разница во времени небольшая: ${words}`;
}

export const ru: MatchingWords = {
  reasons: {
    topics: (values) => `Общие темы: ${listed(values)}`,
    field: ([field = '']) => `Одна область: ${valueIn(field, 'ru')}`,
    industry: ([industry = '']) => `Одна отрасль: ${valueIn(industry, 'ru')}`,
    interests: (values) => `Общие интересы: ${listed(values)}`,
    languages: (values) => `Общие языки: ${listed(values)}`,
    timeZone: ([hours = '0']) => apart(Number(hours)),
    city: ([city = '']) => `Один город: ${city}`,
  },
  why: {
    'no-ranking': 'Не назвал ни одного ментора',
    'no-shared-language': 'Нет общего языка ни с одним подходящим ментором',
    'choices-excluded': 'Никого из названных менторов нельзя предложить',
    'choices-full': 'Места у всех названных менторов достались другим',
    'no-places-left': 'Не осталось менторов со свободным местом',
  },
};
