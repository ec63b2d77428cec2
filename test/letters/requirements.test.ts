import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LETTER_KEYS, type LetterKey } from '../../domain/letters/index.ts';
import { LANGUAGES, type Language } from '../../templates/index.ts';
import { letterOf, wordsOf } from './samples.ts';

type Said = Readonly<Record<Language, RegExp>>;

/**
 * What the sources ask to tell people (the requirements marked T): the letters that tell it, and the words by which one sees that
 * they do, in every language.
 */
const TOLD: Readonly<Record<string, readonly (readonly [keys: readonly LetterKey[], said: Said])[]>> = {
  'M5 unpaid': [[['received', 'introduction'], { en: /unpaid/, kk: /ақы төленбейді/, ru: /безвозмездное/ }]],
  'M6 a convenient time and place for both': [
    [
      ['introduction'],
      { en: /time and place that suit both/, kk: /ыңғайлы уақытта және жерде/, ru: /когда и где удобно обоим/ },
    ],
  ],
  'M7 confidential, barring ethical or safety concerns': [
    [
      ['introduction'],
      {
        en: /confidential, barring ethical or safety/,
        kk: /құпия сақталады; әдеп пен қауіпсіздікке/,
        ru: /конфиденциально, кроме случаев, когда речь об этике или безопасности/,
      },
    ],
    [
      ['start-mentor', 'start-mentee'],
      {
        en: /confidential .*ethics or safety/,
        kk: /құпия сақтаңыз \(әдеп пен қауіпсіздік/,
        ru: /в тайне, кроме вопросов этики и безопасности/,
      },
    ],
  ],
  'M8 the mentor does not decide, solve or fix': [
    [
      ['introduction'],
      {
        en: /decisions, problems and mistakes remain the mentee's own/,
        kk: /шешім, мәселе және қателік тәлім алушының өзінде қалады/,
        ru: /решения, проблемы и ошибки остаются за менти/,
      },
    ],
    [
      ['start-mentor'],
      {
        en: /Do not decide for your mentee, solve problems or repair mistakes/,
        kk: /шешім қабылдамаңыз, мәселесін шешпеңіз, қателерін түзетпеңіз/,
        ru: /Не решайте за менти, не улаживайте его проблемы и не исправляйте ошибки/,
      },
    ],
  ],
  'M9 solely friendly': [
    [['introduction'], { en: /solely a friendly one/, kk: /тек достық сипатта/, ru: /исключительно дружеские/ }],
  ],
  'M23 the Center is not responsible afterwards': [
    [
      ['completed', 'continued-informally'],
      { en: /the Center is not responsible/, kk: /Орталық жауап бермейді/, ru: /Центр не отвечает/ },
    ],
  ],
  'M24 participants are responsible for their relationship': [
    [
      ['completed', 'continued-informally'],
      {
        en: /responsible for your relationship yourselves/,
        kk: /өздеріңіз жауаптысыздар/,
        ru: /участники отвечают сами/,
      },
    ],
  ],
  'M31 agree how and when to stay in contact': [
    [
      ['start-mentor'],
      {
        en: /Agree with your mentee how and when/,
        kk: /қалай және қашан байланысатыныңызды келісіп/,
        ru: /Договоритесь с менти, как и когда/,
      },
    ],
  ],
  'M32 answer in a timely manner': [
    [
      ['start-mentor'],
      { en: /answer each other in good time/, kk: /бір-біріңізге уақытында жауап/, ru: /отвечайте друг другу вовремя/ },
    ],
  ],
  'M35 no asking for a job or an internship': [
    [
      ['introduction', 'start-mentee'],
      {
        en: /not asked for a job or an internship/,
        kk: /жұмыс немесе тағылымдама сұралмайды/,
        ru: /не просят работу или стажировку/,
      },
    ],
  ],
  'M36 meeting times, readjusted when a semester starts': [
    [
      ['start-mentor', 'start-mentee'],
      { en: /when a semester begins/, kk: /семестр басында/, ru: /в начале семестра/ },
    ],
    [
      ['readjust'],
      {
        en: /whether your meeting times still fit/,
        kk: /кездесу уақыты әлі ыңғайлы ма/,
        ru: /удобно ли ещё время встреч/,
      },
    ],
  ],
  'M38 a formal thank-you note': [
    [
      ['closing-mentee', 'start-mentee'],
      { en: /formal thank-you note/i, kk: /ресми алғыс хат/, ru: /фициальное благодарственное письмо/ },
    ],
  ],
  "M40 the mentor's handbook": [
    [
      ['start-mentor'],
      {
        en: /follow progress and to adapt/,
        kk: /Ілгерілеуді бақылап, бағытты түзетуге/,
        ru: /следить за успехами и менять курс/,
      },
    ],
    [
      ['start-mentor'],
      {
        en: /clarify, and look for answers together/,
        kk: /нақтылап, жауапты бірге іздеңіздер/,
        ru: /уточняйте и вместе ищите ответы/,
      },
    ],
    [['start-mentor'], { en: /keep the contact up/, kk: /байланыс орнатып тұрыңыз/, ru: /поддерживайте связь/ }],
    [
      ['start-mentor'],
      {
        en: /career planning.*example of professional conduct.*reflection/,
        kk: /Мансапты жоспарлауға.*кәсіби мінез-құлықтың үлгісі.*ой жүгіртуге/,
        ru: /планировании карьеры.*пример профессионального поведения.*размышлению/,
      },
    ],
  ],
  "M41 the mentee's handbook": [
    [
      ['start-mentee'],
      {
        en: /available, engaged and on time/,
        kk: /байланыста болып, белсенді қатысып/,
        ru: /будьте на связи, включайтесь/,
      },
    ],
    [
      ['start-mentee'],
      {
        en: /Respect the time your mentor gives, listen actively, and come with clear goals/,
        kk: /уақытын бағалап, зейін қойып тыңдап, нақты мақсатпен/,
        ru: /Цените время ментора, внимательно слушайте и приходите с ясными целями/,
      },
    ],
  ],
  'R21 findings are brought to completion together': [
    [['mailing-returned'], { en: /hand it in again/, kk: /қайта тапсырыңыз/, ru: /сдайте снова/ }],
    [
      ['mailing-consent'],
      { en: /counts only if you agree/, kk: /сіз келіскенде ғана күшіне енеді/, ru: /только если вы согласны/ },
    ],
  ],
  'R24, R25, R27 the dates of a mailing': [
    [
      ['mailing-receipt', 'mailing-dates-changed', 'mailing-returned'],
      {
        en: /Goes out until:? Thursday, 5 November 2026.*Hand in at the latest by:? Wednesday, 4 November 2026/s,
        kk: /2026 жылғы 5 қараша, бейсенбі.*2026 жылғы 4 қараша, сәрсенбі/s,
        ru: /четверг, 5 ноября 2026 года.*среда, 4 ноября 2026 года/s,
      },
    ],
    [
      ['mailing-refused'],
      { en: /never goes out late/, kk: /ешқашан кешігіп жіберілмейді/, ru: /с опозданием рассылки не уходят/ },
    ],
  ],
  'R26 moderation within a working day, and whether it was kept': [
    [
      ['mailing-receipt'],
      { en: /no more than one working day/, kk: /бір жұмыс күнінен аспайды/, ru: /не больше одного рабочего дня/ },
    ],
    [['mailing-report'], { en: /within its time: kept/, kk: /мерзімі: сақталды/, ru: /Срок модерации: соблюдён/ }],
  ],
  'R28 the hashtag of the initiator in the post': [
    [
      ['social-request'],
      {
        en: /hashtag of the initiator.*#NUSEDS/s,
        kk: /бастамашының хештегі.*#NUSEDS/s,
        ru: /хештег инициатора.*#NUSEDS/s,
      },
    ],
  ],
  'P11 destination surveys': [
    [['certificate'], { en: /destination survey/, kk: /мансап сауалнамасына/, ru: /опрос о карьере/ }],
  ],
  'P12 news and the yearly Road Map': [[['certificate'], { en: /Road Map/, kk: /Жол картасы/, ru: /дорожная карта/ }]],
  'P15 nothing is used for oneself or passed on': [
    [
      ['introduction'],
      {
        en: /uses what you hear for yourselves or passes it on/,
        kk: /өз мүддесіне пайдаланбайды және басқаларға айтпайды/,
        ru: /не использует в своих интересах и не передаёт другим/,
      },
    ],
  ],
  'M22 they may go on informally': [
    [
      ['closing-mentor', 'closing-mentee'],
      { en: /go on informally/, kk: /бейресми жалғастырғыңыз/, ru: /продолжить неформально/ },
    ],
  ],
  'M25 either may stop for any reason, and tells the other and the Center': [
    [
      ['introduction'],
      {
        en: /stop at any time for any reason, and then tells the other and the Center/,
        kk: /кез келген себеппен тоқтата аласыз, ол туралы екінші тарап пен Орталыққа хабарлайсыз/,
        ru: /по любой причине, сообщив об этом другому и Центру/,
      },
    ],
  ],
};

const s = suite('requirements that are told');

for (const [requirement, places] of Object.entries(TOLD))
  s(`${requirement}: said in every language, in both parts`, () => {
    for (const [keys, said] of places)
      for (const key of keys)
        for (const language of LANGUAGES) {
          const { html, text } = letterOf(key, language);
          assert.match(text, said[language], `${key}.${language}`);
          assert.match(wordsOf(html), said[language], `${key}.${language}`);
        }
  });

s('M39: every letter has the three help contacts with their full numbers, in both parts', () => {
  const numbers = ['+7 7172 706538', '+7 7172 705886', '+7 7172 705735'];
  for (const key of LETTER_KEYS)
    for (const language of LANGUAGES) {
      const { html, text } = letterOf(key, language);
      for (const part of [html, text])
        for (const number of numbers) assert.ok(part.includes(number), `${key}.${language}`);
    }
});

s.run();
