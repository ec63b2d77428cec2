import type { LetterWords } from '../words.ts';

export const words: LetterWords = {
  subject: 'Бәрі дайын: енді тәлімгер таңдайсыз',
  preheader: 'Таңдау ашылғанда хат жібереміз.',
  heading: 'Сіз бағдарламадасыз',
  body: ['Жиынға қатысуыңыз {validUntil:until} жарамды. Таңдау ашылысымен тәлімгерлер каталогының сілтемесін аласыз.'],
  buttons: {
    rest: 'Үзіліс жасау',
    leave: 'Қатысудан бас тарту',
  },
  line: 'Жиынға қатысуыңыз {validUntil:until} жарамды; келесі қадам — тәлімгер таңдау.',
};
