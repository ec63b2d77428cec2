import { joined, wordInside } from './joined.ts';
import type { MatchingWords } from './words.ts';

const listed = (values: readonly string[]): string => joined(values, 'и');

const known = (values: readonly string[]): string[] => values.map((value) => wordInside(value, 'ru'));

const comma = (points: string): string => points.replace('.', ',');

/** 1 час, 2 часа, 2,5 часа, 30 минут. */
function apart(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} минут`;
  return `${comma(String(hours))} ${hours === 1 ? 'час' : 'часа'}`;
}

export const ru: MatchingWords = {
  reasons: {
    topics: (values) => `Общие темы: ${listed(known(values))}`,
    field: ([field = '']) => `Одна и та же область: ${field}`,
    industry: (values) => `Одна и та же отрасль: ${listed(known(values))}`,
    interests: (values) => `Общие интересы: ${listed(values)}`,
    languages: (values) => `Общие языки: ${listed(known(values))}`,
    timeZone: ([hours = '0']) =>
      Number(hours) === 0 ? 'Живут в одном часовом поясе' : `Разница во времени всего ${apart(Number(hours))}`,
    city: ([city = '']) => `Живут в одном городе: ${city}`,
  },
  why: {
    'no-ranking': 'Менти никого из менторов не выбрал',
    'no-shared-language': 'Ни с одним из возможных менторов нет общего языка',
    'choices-excluded': 'Никого из выбранных менторов этому менти предложить нельзя',
    'choices-full': 'У всех выбранных менторов места достались менти, которые стоят там выше',
    'no-places-left': 'Свободных мест у менторов не осталось',
  },
  counter: {
    'not-chosen': () => 'Менти не выбирал этого ментора, поэтому сначала спросят самого менти',
    list: ([mentor = '']) =>
      `В списке менти выше стоит ${mentor}: последнее место там занял менти из собственного списка ментора`,
    waited: ([mentor = '']) =>
      `В списке менти выше стоит ${mentor}: последнее место там занял менти, который ждал дольше`,
    score: ([mentor = '', kept = '', own = '']) =>
      `В списке менти выше стоит ${mentor}: последнее место там занял менти, который подходит лучше (${comma(kept)} балла против ${comma(own)})`,
    lot: ([mentor = '']) =>
      `В списке менти выше стоит ${mentor}: последнее место там досталось по жребию одному из одинаково подходящих`,
    sum: ([mentor = '']) =>
      `В списке менти выше стоит ${mentor}, и там его предпочли бы; но тогда пар было бы меньше или другим досталось бы худшее место в их списках`,
    fixed: ([mentor = '']) => `В списке менти выше стоит ${mentor}, но все места там заняты парами, которые остаются`,
    excluded: ([mentor = '']) => `В списке менти выше стоит ${mentor}, но предложить эту пару нельзя`,
  },
  change: {
    'one-more-place': (mentors) =>
      mentors.length === 1
        ? `Помогло бы ещё одно место у ментора: ${listed(mentors)}`
        : `Помогло бы ещё одно место у одного из менторов: ${joined(mentors, 'или')}`,
    choose: (mentors) => `Свободные места есть, и их можно выбрать: ${listed(mentors)}`,
    language: (languages) => `Помог бы общий язык; возможные менторы говорят на языках: ${listed(known(languages))}`,
    'more-places': () => 'Помогут только новые места у менторов',
  },
};
