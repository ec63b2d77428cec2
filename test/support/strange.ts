/** What people and browsers send into a field that asks for something else. */
export const STRANGE = {
  blank: '   ',
  oversized: 'ұ'.repeat(50_001),
  'a formula': '=IMPORTXML("https://a.example", "//b")',
  'a formula by sign': '+7-0/0@SUM(A1)',
  'right to left': 'שלום \u200Fمرحبا\u200E و 123',
  emoji: '👩🏽‍🎓🇰🇿 e\u0301',
  markup: '</textarea><script>alert(1)</script> & "quotes" \'too\' &amp;',
  'a wrong type': 'two thousand and sixteen',
  'another wrong type': '2016-13-45',
  'lines and tabs': 'one\n\n  two\ttabbed\r\nthree',
} as const satisfies Record<string, string>;
