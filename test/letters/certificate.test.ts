/** Certificates as PDF: words, long and strange names, bytes, size, nothing that acts (M22, M30). */
import { create } from 'qrcode';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { CERTIFICATE_KINDS, type Certificate, GLYPHS, printable } from '../../domain/certificates/index.ts';
import { LANGUAGE_CODES } from '../../domain/words/index.ts';
import { certificatePdf } from '../../mail/index.ts';
import { readPdf } from './pdf.ts';

const SAMPLE: Certificate = {
  kind: 'appreciation',
  name: 'Айгерім Әбдіғапбарқызы Сұлтанбекова-Жүнісқожаева',
  language: 'kk',
  season: '2026-autumn',
  mentees: 2,
  months: 11,
  from: '2026-10-01',
  to: '2027-04-01',
  university: 'Nazarbayev University',
  center: 'Career and Advising Center',
  url: 'https://mentorship.example/certificate/AW-7KQ2-M9FX.0123456789ab',
  code: 'AW-7KQ2-M9FX.0123456789ab',
};
/** Literal strings of a PDF: what stands in them is shown or named, never done. */
const STRINGS = /\((?:\\.|[^\\)])*\)/gs;
const LARGEST = 60 * 1024;
const HOSTILE = {
  markup: '<script>alert(1)</script> ) Tj ET /OpenAction << /S /JavaScript /JS (app.alert(1)) >> endstream endobj',
  headers: 'Aida\r\nBcc: everybody@evil.example\r\n\r\n%%EOF',
  direction: '\u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061CAida',
  separators: 'one\u2028two\u2029three\u0000four\u0007',
  script: 'javascript:alert(document.cookie)',
  long: 'ұ'.repeat(10_000),
  words: 'Айгерім '.repeat(1_250),
  broken: '\uD83D Aida \uDE00',
} as const;

const s = suite('certificates');

s('each kind in each language: the own page, then an English one, with all that it says', async () => {
  for (const kind of CERTIFICATE_KINDS)
    for (const language of LANGUAGE_CODES) {
      const { pages, raw } = readPdf(await certificatePdf([{ ...SAMPLE, kind, language }]));
      assert.is(pages.length, language === 'en' ? 1 : 2);
      assert.match(raw, `/Lang (${language})`);
      for (const { lines } of pages) {
        const text = lines.join(' ').replaceAll(/\s+/g, ' ');
        for (const word of [SAMPLE.name, SAMPLE.season, SAMPLE.university, SAMPLE.center, SAMPLE.code, ' 2 ', ' 11 '])
          assert.ok(text.includes(word), `${kind}.${language}: ${word} in ${text}`);
        assert.not.match(text, /undefined|NaN|\uFFFD/);
      }
      assert.match(pages.at(-1)?.lines.join(' ') ?? '', kind === 'award' ? /Award Certificate/ : /of Appreciation/);
      assert.match(pages.at(-1)?.lines.join(' ') ?? '', /1 October 2026 – 1 April 2027/);
      if (language !== 'en') assert.not.match(pages[0]?.lines.slice(1).join(' ') ?? '', /Certificate|Mentees|Season/);
    }
});

s('the same certificate is the same bytes, another one has another ID, and none is large', async () => {
  const one = await certificatePdf([SAMPLE]);
  assert.is(Buffer.compare(one, await certificatePdf([SAMPLE])), 0);
  assert.ok(one.length <= LARGEST, `${one.length} bytes`);
  const idOf = (file: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(file).toString('latin1'))?.[1];
  assert.ok(idOf(one));
  assert.is.not(idOf(one), idOf(await certificatePdf([{ ...SAMPLE, code: 'AW-7KQ2-M9FX.ffffffffffff' }])));
  assert.match(Buffer.from(one).toString('latin1'), '(D:20270401000000Z)');
});

s('a batch is one file, whose pages share their fonts', async () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ ...SAMPLE, name: `Mentor Number${i}`, code: `AW-${i}.x` }));
  const file = await certificatePdf(many);
  const { pages, objects } = readPdf(file);
  assert.is(pages.length, 24);
  for (const [i, { lines }] of pages.entries()) assert.ok(lines.includes(`Mentor Number${i >> 1}`), `page ${i}`);
  assert.is(objects.filter(({ dict }) => dict.includes('/FontFile2')).length, 2);
  assert.ok(file.length < 12 * 15_000, `${file.length} bytes`);
  try {
    await certificatePdf([]);
    assert.unreachable('a file without a page');
  } catch (error) {
    assert.match((error as Error).message, /needs one/);
  }
});

s('the QR code is drawn as a vector, module by module, and leads to the page', async () => {
  const { pages, objects, raw } = readPdf(await certificatePdf([SAMPLE]));
  assert.not.match(raw, /\/Subtype \/Image/);
  const { modules } = create(SAMPLE.url, { errorCorrectionLevel: 'M' });
  // Squares of the code are the only rectangles of a module's height.
  const rects = [...(pages[0]?.stream ?? '').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map((match) =>
    match.slice(1).map(Number),
  ) as [number, number, number, number][];
  const quiet = rects.findIndex(([, , w, h]) => w === h && w > 50);
  const [left, top, size] = rects[quiet] ?? [0, 0, 0];
  const step = size / (modules.size + 8);
  const dark = new Set<string>();
  for (const [x, y, w] of rects.slice(quiet + 1)) {
    const row = Math.round((y - top) / step) - 4;
    const from = Math.round((x - left) / step) - 4;
    for (let i = 0; i < Math.round(w / step); i++) dark.add(`${row},${from + i}`);
  }
  let wrong = 0;
  for (let row = 0; row < modules.size; row++)
    for (let col = 0; col < modules.size; col++)
      if (dark.has(`${row},${col}`) !== Boolean(modules.get(row, col))) wrong++;
  assert.is(wrong, 0);
  assert.ok(dark.size > 200);
  assert.is(objects.filter(({ dict }) => dict.includes(`/URI (${SAMPLE.url})`)).length, 2);
});

s('long names stand in two lines within the frame; still longer ones end in dots', async () => {
  const linesOf = async (name: string) =>
    (await certificatePdf([{ ...SAMPLE, language: 'en', name }]).then(readPdf)).pages[0]?.lines ?? [];
  const at = 5;
  const kazakh = 'Әбдіғапбар Өмірзақұлы Қожахметұғлы Ықыласұлы Нұрмұхамбетов Сүндетқалиевич бин Һәкімжан Ғұмарұлы';
  const lines = await linesOf(kazakh);
  assert.is(lines.slice(at - 1, at + 1).join(' '), kazakh);
  assert.is((await linesOf('Aida Omarova'))[at - 1], 'Aida Omarova');
  for (const long of [HOSTILE.long, HOSTILE.words])
    assert.match((await linesOf(long)).slice(at - 1, at + 1).join(' '), '…');
});

s('emoji and direction marks go; a name whose letters the font lacks leaves a line to write on', () => {
  for (const [typed, printed] of [
    ['Aida 🌟👩🏽‍🏫 Sadykova', 'Aida Sadykova'],
    [' Aida\u00A0\n Sadykova ', 'Aida Sadykova'],
    ['\u202EAida\u202C \u200FSadykova', 'Aida Sadykova'],
    ['A\u0308sel', 'Äsel'],
    ['Ａｉｄａ 𝐒adykova', 'Aida Sadykova'],
    ['Nguyễn Thị Ơn', 'Nguyễn Thị Ơn'],
    ['Ақы\u0301н', 'Ақын'],
    ['محمد العربي', ''],
    ['Айгерім عائشة', ''],
    ['דוד', ''],
    ['王小明', ''],
  ] as const)
    assert.is(printable(typed, 120), printed, typed);
  assert.is([...printable(HOSTILE.long, 120)].length, 120);
});

s('hostile values are nothing but letters', async () => {
  for (const [name, value] of Object.entries(HOSTILE)) {
    const file = await certificatePdf([{ ...SAMPLE, name: value, season: value, university: value, center: value }]);
    assert.ok(file.length <= LARGEST, `${name}: ${file.length} bytes`);
    const { pages, objects, raw } = readPdf(file);
    assert.is(pages.length, 2, name);
    for (const { dict } of objects) {
      assert.not.match(dict.replaceAll(STRINGS, '()'), /\/(JavaScript|JS|OpenAction|Launch|AA|EmbeddedFile)\b/, name);
      for (const [, uri] of dict.matchAll(/\/URI \(([^)]*)\)/g)) assert.is(uri, SAMPLE.url, name);
    }
    assert.is(raw.replaceAll(STRINGS, '()').match(/%%EOF/g)?.length, 1, name);
    for (const { lines } of pages) assert.not.match(lines.join(' '), /[\p{C}\u2028\u2029]|\uFFFD/u, name);
  }
});

s('the fonts hold every letter that counts as printable', async () => {
  const all = GLYPHS.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .map((code) => String.fromCodePoint(code))
    .filter((char) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) && char.normalize('NFC') === char);
  assert.ok(all.length > 1_000);
  for (let i = 0; i < all.length; i += 25) {
    const part = all.slice(i, i + 25).join('');
    const { pages } = readPdf(await certificatePdf([{ ...SAMPLE, language: 'en', name: part, months: i }]));
    // A letter without a glyph is shown as glyph 0, which stands for no letter.
    assert.ok(pages[0]?.lines.join('').includes(part), pages[0]?.lines.slice(3, 7).join('|'));
  }
});

s.run();
