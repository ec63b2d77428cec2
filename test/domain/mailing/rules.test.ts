import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readFields, readHtml, readMarkdown, ruleSet, Unreadable } from '../../../domain/mailing/check/index.ts';
import { count, wrap } from '../../../domain/mailing/check/text.ts';
import { DEFAULT_SETTINGS } from '../../../domain/program/index.ts';
import { BODY, codes, FACTS, html, judged, markdown, ofHtml, ofMarkdown, only, png, SIGNATURE } from './samples.ts';

const s = suite('rules of a mailing');
const words = (n: number, length = 9): string => Array.from({ length: n }, () => 'a'.repeat(length)).join(' ');
/** Eight words of nine letters and their blanks: 79 characters, so that one line holds exactly these. */
const line = words(8);

s('a plain mailing is fit, in Markdown and in HTML', () => {
  for (const verdict of [ofMarkdown({}), ofHtml(`<h1>Title</h1><p>${BODY}</p>`)]) {
    assert.equal(verdict.findings, []);
    assert.ok(verdict.ok);
    assert.is(verdict.rulesVersion, DEFAULT_SETTINGS.mailingRules);
  }
});

s('R1: the direction is one the regulation names', () => {
  assert.equal(codes(ofMarkdown({ facts: { direction: undefined } })), ['direction-missing']);
  const { rule, text, at } = only(ofMarkdown({ facts: { direction: 'advertisement' } }));
  assert.equal([rule, text, at?.line], ['R1', 'advertisement', 2]);
  for (const direction of ['vacancy', 'Vacancy', 'board-decision', 'research', 'graduation-year'])
    assert.equal(codes(ofMarkdown({ facts: { direction } })), []);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'center' } })), ['direction-center']);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'center', unit: 'Center' } })), []);
});

s('R2: a digest is exempt from R3 to R18 and from the window, and from nothing else', () => {
  const everything = {
    body: `${`${line} ${line} ${line} ${line}\n\n`.repeat(5)}[x](https://evil.com) SHOUTING`,
    signature: null,
    facts: { direction: 'digest', subject: 'x'.repeat(200), 'send on': '2026-03-30' },
  };
  assert.equal(codes(ofMarkdown(everything)), []);
  assert.is(ofMarkdown(everything).window, null);
  const other = ofMarkdown({ ...everything, facts: { ...everything.facts, direction: 'vacancy' } });
  assert.equal([...new Set(other.findings.map(({ rule }) => rule))], ['R4', 'R6', 'R7', 'R9', 'R15', 'R17']);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'digest', 'event date': '2026-03-31' } })), ['digest-with-day']);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'digest', unit: 'XYZ' }, body: '<script>x</script>' })), [
    'unit-unknown',
    'html-in-markdown',
    'script',
  ]);
});

s('R3, R4: a subject of 1 to 120 characters, whatever their bytes', () => {
  assert.equal(codes(ofMarkdown({ facts: { subject: '   ' } })), ['subject-missing']);
  for (const letter of ['a', 'Й'.normalize('NFD'), 'ә', '👩‍👩‍👧‍👦', 'ที่']) {
    assert.equal(codes(ofMarkdown({ facts: { subject: `  ${letter.repeat(120)} ` } })), [], letter);
    const { rule, found, allowed, at } = only(ofMarkdown({ facts: { subject: letter.repeat(121) } }));
    assert.equal([rule, found, allowed, at], ['R4', 121, 120, { line: 4, column: 11 }], letter);
  }
  assert.equal(codes(ofMarkdown({ facts: { subject: 'one\ntwo' } })), ['subject-lines']);
});

s('R5: a body has text', () => {
  assert.equal(codes(ofMarkdown({ body: '' })), ['body-missing']);
  assert.equal(codes(ofMarkdown({ body: '# A title\n\n|a|b|\n|-|-|\n|c|d|' })), ['body-missing']);
});

s('R6: 3 paragraphs pass, 4 do not; title, table and signature stand outside, a list is one', () => {
  const three = [BODY, '- one\n- two', BODY, '| a | b |\n|---|---|\n| 1 | 2 |'];
  assert.equal(codes(ofMarkdown({ body: ['# Title', ...three].join('\n\n') })), []);
  const { rule, found, allowed, at } = only(ofMarkdown({ body: [...three, 'Fourth'].join('\n\n') }));
  assert.equal([rule, found, allowed], ['R6', 4, 3]);
  assert.equal(at, { line: 17, column: 1 });
  assert.equal(codes(ofMarkdown({ body: ['# Title', BODY, BODY, BODY, '# Another'].join('\n\n') })), [
    'paragraphs-many',
  ]);
  assert.equal(codes(ofHtml('<p>a</p><p>b</p><div>c<br>c</div>')), []);
  assert.is(only(ofHtml('<p>a</p><p>b</p><div>c</div>d')).found, 4);
  assert.is(only(ofHtml('a<br><br>b<br> <br>c<br><br>d')).found, 4, 'empty lines make paragraphs');
  assert.equal(codes(ofHtml('<ul><li>a<li>b<li><p>c</p></ul><p>b</p><p>c</p>')), []);
});

s('R7: 3 lines of 80 pass, 4 do not; hard breaks count, soft ones do not', () => {
  assert.equal(codes(ofMarkdown({ body: [line, line, line].join(' ') })), []);
  const { rule, found, allowed, at, text } = only(
    ofMarkdown({ body: `First.\n\n${[line, line, line, 'z'].join(' ')}` }),
  );
  assert.equal([rule, found, allowed, at?.line], ['R7', 4, 3, 8]);
  assert.match(text, /^a{9} .*…$/);
  assert.equal(codes(ofMarkdown({ body: ['a', 'b', 'c', 'd'].join('\n') })), []);
  assert.equal(codes(ofMarkdown({ body: ['a', 'b', 'c', 'd'].join('  \n') })), ['lines-many']);
  assert.equal(codes(ofHtml('<p>a<br>b<br>c</p>')), []);
  assert.equal(codes(ofHtml('<p>a<br>b<br>c<br>d</p>')), ['lines-many']);
  // 80 characters are one line, 81 are two.
  assert.equal(codes(ofMarkdown({ body: Array(3).fill(`${line}é`).join('\\\n') })), []);
  assert.equal(codes(ofMarkdown({ body: Array(3).fill(`${line} a`).join('\\\n') })), ['lines-many']);
  assert.equal(codes(ofHtml(`<p>${'&amp; '.repeat(120)}</p>`)), [], 'an entity is one character');
});

s('wrapping and counting are what a typewriter gives (property)', () => {
  const word = fc.stringMatching(/^[aй👍é]{1,14}$/u);
  const segmenter = new Intl.Segmenter('kk', { granularity: 'grapheme' });
  const slowCount = (text: string) => [...segmenter.segment(text.normalize('NFC'))].length;
  fc.assert(
    fc.property(
      fc.array(fc.array(word), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 3, max: 20 }),
      (rows, width) => {
        let lines = 0;
        for (const row of rows) {
          let line = '';
          lines++;
          for (const one of row) {
            const longer = line === '' ? one : `${line} ${one}`;
            if (line !== '' && slowCount(longer) > width) {
              lines++;
              line = one;
            } else line = longer;
          }
        }
        const text = rows.map((row) => row.join(' ')).join('\n');
        const wrapped = wrap(text, width);
        assert.is(wrapped.lines, lines);
        assert.is(wrapped.long.length, rows.flat().filter((one) => slowCount(one) > width).length);
        for (const { word: long, index } of wrapped.long) assert.is(text.slice(index, index + long.length), long);
        assert.is(count(text.replaceAll('\n', ' ')), slowCount(text.replaceAll('\n', ' ')));
      },
    ),
  );
});

s('R8: a word of 80 fits, one of 81 does not; by the other reading a paragraph of 80 does', () => {
  assert.equal(codes(ofMarkdown({ body: `see ${'b'.repeat(80)}` })), []);
  const { rule, found, allowed, at } = only(ofMarkdown({ body: `see **it** ${'ж'.repeat(81)} now` }));
  assert.equal([rule, found, allowed, at], ['R8', 81, 80, { line: 6, column: 12 }]);
  const settings = { lineReading: 'paragraph' };
  assert.equal(codes(ofMarkdown({ body: `${line}a` }, { settings })), []);
  assert.equal(codes(ofMarkdown({ body: `${line}aa` }, { settings })), ['paragraph-long']);
});

s('R10: 7 rows with the header pass, 8 do not; one table passes, two do not', () => {
  const table = (rows: number) => `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(rows - 1)}`;
  assert.equal(codes(ofMarkdown({ body: `${BODY}\n\n${table(7)}` })), []);
  const { rule, found, allowed, at } = only(ofMarkdown({ body: `${BODY}\n\n${table(8)}` }));
  assert.equal([rule, found, allowed, at], ['R10', 8, 7, { line: 8, column: 1 }]);
  assert.is(only(ofMarkdown({ body: `${table(2)}\n${BODY}\n\n${table(2)}` })).code, 'tables-many');
  const rows = (n: number) => '<tr><td>1<td>2</tr>'.repeat(n);
  assert.equal(codes(ofHtml(`<p>${BODY}</p><table>${rows(7)}</table>`)), []);
  assert.equal(codes(ofHtml(`<p>${BODY}</p><table><thead><tr><th>a<th>b</thead><tbody>${rows(7)}</tbody></table>`)), [
    'table-long',
  ]);
  assert.equal(
    codes(ofHtml(`<table role="presentation">${'<tr><td><p>x</p></td><td></td></tr>'.repeat(3)}</table>`)),
    [],
  );
  assert.equal(
    codes(ofHtml(`<table><tr><td><p>${BODY}</p><table>${rows(8)}</table></td><td></td></tr></table>`)),
    ['table-long'],
    'a table around a table arranges; the inner one counts',
  );
});

s('R11: 800×600 by the real bytes, one of them', () => {
  const with_ = (width: number, height: number) =>
    ofMarkdown({ body: `${BODY} ![Poster](p.png)` }, { pictures: () => png(width, height) });
  assert.equal(codes(with_(800, 600)), []);
  const { rule, found, allowed, severity } = only(with_(801, 600));
  assert.equal([rule, found, allowed, severity], ['R11', '801×600', '800×600', 'error']);
  assert.is(only(with_(800, 601)).code, 'picture-large');
  assert.equal([only(with_(799, 600)).severity, with_(799, 600).ok], ['warning', true]);
  const data = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  assert.equal(
    codes(ofHtml(`<p>x</p><img alt="Poster" width="800" height="600" src="${data(png(801, 600))}">`)),
    ['picture-large'],
    'attributes change nothing',
  );
  assert.equal(codes(ofHtml(`<p>x</p><img alt="Poster" width="8" height="6" src="${data(png(800, 600))}">`)), []);
  assert.equal(codes(ofHtml('<p>x</p><img alt="x" src="data:image/png;base64,AAAA">')), ['picture-unreadable']);
  assert.equal(codes(ofMarkdown({ body: `${BODY} ![Poster](p.png)` })), ['picture-missing']);
  assert.equal(codes(ofMarkdown({ body: `${BODY} ![](p.png) ![b](p.png)` }, { pictures: () => png(800, 600) })), [
    'picture-alt',
    'pictures-many',
  ]);
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"></svg>');
  assert.equal(codes(ofMarkdown({ body: `${BODY} ![a](p.svg)` }, { pictures: () => svg })), ['picture-kind']);
  assert.equal(codes(ofMarkdown({ body: `${BODY} ![a](https://nu.edu.kz/p.png)` })), [
    'picture-remote',
    'remote-picture',
  ]);
  assert.equal(codes(ofHtml('<p>x</p><img src="https://evil.com/o.gif" width=1 height=1>')), ['tracker']);
});

s('R12: colours of the list, and greys', () => {
  const coloured = '<p style="color:#123456">x</p><p style="color: rgb(50%,50%,50%); background:#fff">y</p>';
  assert.equal(codes(ofHtml(coloured)), ['colour-unlisted']);
  assert.equal(codes(ofHtml(coloured, { settings: { brandColours: '#123456' } })), []);
  const { found, allowed } = only(
    ofHtml('<p><font color="red">x</font>y</p>', { settings: { brandColours: '#123456' } }),
  );
  assert.equal([found, allowed], ['#ff0000', '#123456']);
  assert.is(only(ofHtml('<p class=a>x</p>', {}, '<style>/* c */ .a, b { color: #abcdef }</style>')).found, '#abcdef');
});

s('R13: a tenth of the letters may be bold; titles do not count', () => {
  const nine = 'a'.repeat(9);
  assert.equal(codes(ofMarkdown({ body: `# Title\n\n**b**${nine}` })), []);
  const { found, severity } = only(ofMarkdown({ body: `**bb**${nine}aaaaaaa` }));
  assert.equal([found, severity], [12, 'warning']);
  assert.equal(codes(ofHtml('<p style="font-weight:700">all of it</p>')), ['bold-much']);
});

s(
  'R14, R16: a title of 2.0 times passes, of 2.1 times does not; a text in large letters is one for the moderator',
  () => {
    const title = (size: string, base = '15px') =>
      ofHtml(`<div style="font-size:${base}"><h2 style="font-size:${size}">T</h2><p>${BODY}</p></div>`);
    for (const [size, base] of [
      ['30px', '15px'],
      ['2em', '15px'],
      ['200%', '11pt'],
      ['2em', '13.3px'],
    ] as const)
      assert.equal(codes(title(size, base)), [], `${size} of ${base}`);
    const { rule, found, allowed, severity } = only(title('31.5px'));
    assert.equal([rule, found, allowed, severity], ['R16', 2.1, 2, 'error']);
    assert.is(only(title('2.1em')).code, 'title-large');
    assert.is(
      only(ofHtml(`<p>${BODY}</p><p>${BODY}</p><p><font size=7>Large</font></p>`)).rule,
      'R16',
      'what looks like a title',
    );
    assert.is(
      only(ofHtml('<h1 class="t">x</h1><p>y</p>', {}, '<style>body .t{font:bold 3em/1 Arial}</style>')).found,
      3,
    );
    assert.is(only(ofHtml('<p style="font-size:25px">All is large</p>')).code, 'font-large');
    assert.equal(codes(ofHtml('<p style="font-size:24px">All is large</p>')), []);
  },
);

s('R15: words in capitals, in any script, but for abbreviations', () => {
  assert.equal(codes(ofMarkdown({ body: 'NU, SEDS, IELTS, USA, COVID-19 XVIII #NUALUMNI a@NULL.KZ McDONald' })), []);
  const verdict = ofMarkdown({ body: 'Come to the GRAND opening, ПРИХОДИТЕ, КЕЛІҢІЗ, FREE!' });
  assert.equal(
    verdict.findings.map(({ rule, text, severity, at }) => [rule, text, severity, at?.column]),
    [
      ['R15', 'GRAND', 'warning', 13],
      ['R15', 'ПРИХОДИТЕ', 'warning', 28],
      ['R15', 'КЕЛІҢІЗ', 'warning', 39],
      ['R15', 'FREE', 'warning', 48],
    ],
  );
  assert.equal(codes(ofMarkdown({ facts: { subject: 'LAST chance' } })), ['capitals']);
  assert.equal(codes(ofHtml('<p style="text-transform:uppercase">quiet</p>')), ['capitals-by-look']);
});

s('R17, R18: a signature with contact, address and phone, in three languages', () => {
  assert.equal(codes(ofMarkdown({ signature: null })), ['signature-missing']);
  assert.equal(codes(ofMarkdown({ signature: 'The School' })), [
    'signature-contact',
    'signature-address',
    'signature-phone',
  ]);
  for (const signature of [
    SIGNATURE,
    'a@nu.edu.kz, Block 8, room 8.201, Nazarbayev University, ext. 706538',
    'a@nu.edu.kz, г. Астана, пр. Кабанбай батыра, 53, вн. 70-65-38',
    'a@nu.edu.kz, Қабанбай батыр даңғылы 53, Астана қаласы, +7(7172)706005',
    'a@nu.edu.kz, Z05H0P9 Astana, 8 (7172) 70 65 38',
  ])
    assert.equal(codes(ofMarkdown({ signature })), [], signature);
  assert.equal(codes(ofMarkdown({ signature: SIGNATURE.replace('+7 7172 70 58 86', '706538') })), ['signature-phone']);
  assert.equal(codes(ofMarkdown({ signature: SIGNATURE.replace('+7 7172 70 58 86', '+7 7172 123') })), [
    'signature-phone',
  ]);
  assert.equal(codes(ofMarkdown({ signature: 'a@nu.edu.kz +7 7172 70 58 86' })), ['signature-address']);
  const page = `<p>${BODY}</p>`;
  const signed = (after: string) =>
    codes(judged(readHtml(`${page}${after}`, { direction: 'vacancy', unit: 'SEDS', subject: 'x' })));
  assert.equal(signed(''), ['signature-missing']);
  for (const tag of ['address', 'footer', 'div class="signature"'])
    assert.equal(signed(`<${tag}>${SIGNATURE}</${tag.split(' ')[0]}>`), []);
  assert.equal(signed(`<p>-- </p><p>${SIGNATURE}</p>`), []);
  assert.equal(signed(`more<br>--<br>${SIGNATURE.replaceAll('\n', '<br>')}`), []);
  assert.equal(
    signed(`<p>-- </p><address>Office</address><p>${SIGNATURE}</p>`),
    [],
    'what follows the line is all signature',
  );
});

s('R19, R28: a known unit and a hashtag of one word', () => {
  assert.equal(codes(ofMarkdown({ facts: { unit: undefined } })), ['unit-missing']);
  assert.equal(codes(ofMarkdown({ facts: { unit: 'School of Law' } })), ['unit-unknown']);
  assert.equal(codes(ofMarkdown({ facts: { unit: 'school of medicine' } })), []);
  for (const hashtag of ['#NUSEDS', '#НУ_2026', ''])
    assert.equal(codes(ofMarkdown({ facts: { hashtag } })), [], hashtag);
  for (const hashtag of ['NUSEDS', '#NU SEDS', '#', '##a', '#2026'])
    assert.equal(codes(ofMarkdown({ facts: { hashtag } })), ['hashtag-bad'], hashtag);
  const bare = readMarkdown(markdown().replace('subject:', 'hashtag: #NUSEDS\nsubject:'));
  assert.is(bare.fields.hashtag.text, '#NUSEDS', 'what YAML takes for a comment is meant');
  assert.is(readMarkdown('---\nsubject: Open Day: come along\n---\n').fields.subject.text, 'Open Day: come along');
});

s('R24, R25, R27: D−14 and D−5 pass, D−15 and D−4 do not, over Nauryz', () => {
  const on = (day: string, direction = 'event') =>
    ofMarkdown({ facts: { direction, 'event date': '2026-03-31', 'send on': day } });
  assert.equal(on('2026-03-05').window, {
    earliest: '2026-03-05',
    latest: '2026-03-19',
    handInBy: '2026-03-16',
    handInLast: '2026-03-18',
  });
  assert.equal(codes(on('2026-03-05')), []);
  assert.equal(codes(on('2026-03-19')), []);
  assert.equal(codes(on('2026-03-04')), ['send-early']);
  assert.equal(
    on('2026-03-20').findings.map(({ rule, found, allowed }) => [rule, found, allowed]),
    [
      ['R25', '2026-03-20', '2026-03-19'],
      ['R27', '2026-03-20', '2026-03-19'],
    ],
  );
  assert.equal(codes(on('2026-03-20', 'vacancy')), ['send-late']);
  assert.equal([codes(on('2026-03-14')), on('2026-03-14').ok], [['send-day-off'], true]);
  assert.equal(codes(on('2026-03-30', 'board-decision')), []);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'open-day' } })), ['event-day-missing']);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'event', 'event date': '2026-03-24' } })), ['event-day-off']);
  const beyond = ofMarkdown({ facts: { direction: 'event', 'event date': '2028-02-01' } });
  assert.equal([codes(beyond), beyond.window], [['calendar-unknown'], null]);
  assert.equal(codes(ofMarkdown({ facts: { direction: 'event', 'event date': '2025-01-15' } })), ['calendar-unknown']);
  assert.equal(
    codes(ofMarkdown({ facts: { direction: 'event', 'event date': '31.03.2026 15:00', 'send on': 'soon' } })),
    ['date-unreadable'],
  );
});

s('P15, R20: nothing runs, nothing tells, nothing is broken', () => {
  for (const [inside, code] of [
    ['<script>alert(1)</script>', 'script'],
    ['<p onclick="x()">x</p>', 'script'],
    ['<iframe src="https://nu.edu.kz"></iframe>', 'script'],
    ['<form action="/x"><p>x</p></form>', 'form'],
    ['<link rel="stylesheet" href="https://x.kz/a.css">', 'remote-style'],
    ['<p style="background:url(https://x.kz/a.png)">x</p>', 'remote-style'],
    ['<div>never closed<p>x</p>', 'html-broken'],
    ['<p>a &lt b</p><p <b>x</p>', 'html-broken'],
  ] as const)
    assert.ok(codes(ofHtml(`<p>${BODY}</p>${inside}`)).includes(code), inside);
  assert.equal(codes(ofHtml(`<p>${BODY}</p>`, {}, '<style>@import "https://x.kz/a.css";</style>')), ['remote-style']);
  assert.equal(codes(ofMarkdown({ body: `${BODY} <!-- not shown -->` })), []);
  assert.equal(codes(judged(readMarkdown(markdown().replace('unit:', 'colour: red\nunit:')))), ['field-unknown']);
  assert.equal(codes(ofMarkdown({ body: 'word '.repeat(1_000_000) })), ['signature-missing', 'text-endless']);
  assert.equal(
    codes(ofHtml(`<p>${BODY}</p>${'<div>'.repeat(300)}`)).filter((code) => code === 'html-deep'),
    ['html-deep'],
  );
});

s('a form is read like a file: facts apart, uploads of their own', () => {
  const facts = { ...FACTS, subject: 'x'.repeat(121) };
  const mailing = readFields(facts, `${BODY}\n\nSee [x](https://evil.com)`, SIGNATURE, [
    { source: 'poster', alt: 'Poster' },
  ]);
  assert.equal(
    judged(mailing, { pictures: () => png(800, 601) }).findings.map(({ code, at }) => [code, at?.line ?? null]),
    [
      ['subject-long', null],
      ['link-external', 3],
      ['picture-large', 1],
    ],
  );
});

s('lines at the top that cannot be read are named with their line, and nothing is guessed', () => {
  for (const [text, says, line] of [
    ['---\nsubject: x\n', /no second ---/, 1],
    ['---\nunit: SEDS\nsubject: "x\n---\n', /cannot be read/, 4],
    ['---\nunit: SEDS\nunit: SSH\n---\n', /cannot be read/, 3],
    ['---\nunit:\n  a: b\n---\n', /"unit" must have one value/, 2],
    ['---\njust words\n---\n', /must be keys with values/, 2],
  ] as const)
    assert.throws(
      () => readMarkdown(text),
      (error: unknown) => error instanceof Unreadable && says.test(error.message) && error.line === line,
      text,
    );
});

s('what staff set decides: numbers, severities, and the name of the rules', () => {
  const body = [BODY, BODY, BODY, BODY].join('\n\n');
  assert.equal(codes(ofMarkdown({ body }, { settings: { paragraphsMost: 4 } })), []);
  const soft = ofMarkdown({ body }, { settings: { ruleR6: 'warning' } });
  assert.equal([only(soft).severity, soft.ok], ['warning', true]);
  assert.equal(codes(ofMarkdown({ body }, { settings: { ruleR6: 'off' } })), []);
  const hard = ofMarkdown({ body: 'A LOUD word' }, { settings: { ruleR15: 'error' } });
  assert.ok(hard.ok, 'a rule without numbers never keeps a mailing back by itself');
  const version = ruleSet({ ...DEFAULT_SETTINGS, paragraphsMost: 4 }).version;
  assert.match(version, /^2026-11\+[0-9A-Z]{4}$/);
  assert.is(ruleSet({ ...DEFAULT_SETTINGS, mailingRules: '2027-01' }).version, '2027-01');
  assert.is(ruleSet({ ...DEFAULT_SETTINGS, months: 7 }).version, '2026-11', 'other settings are no rules');
});

s('a place is a place: line and column of the source, Windows line ends and a mark of order included', () => {
  const text = `\uFEFF${markdown({ body: 'Well.\n\nSee [x](https://evil.com)' }).replaceAll('\n', '\r\n')}`;
  assert.equal(only(judged(readMarkdown(text))).at, { line: 8, column: 5 });
  const page = html('<p>Well.</p>\n<p>See <a href="https://evil.com">x</a></p>');
  assert.is(only(judged(readHtml(page, { direction: 'vacancy', unit: 'SEDS', subject: 'x' }))).at?.line, 2);
});

s.run();
