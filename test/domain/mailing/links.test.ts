import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readUnits } from '../../../domain/mailing/read-units.ts';
import { BODY, codes, ofHtml, ofMarkdown, only } from './samples.ts';

const s = suite('links of a mailing (R9)');
const link = (href: string, units?: unknown) =>
  ofHtml(
    `<p>${BODY} <a href="${href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">x</a></p>`,
    units ? { units: readUnits(units) } : {},
  );

s('addresses of the School pass', () => {
  for (const href of [
    'https://nu.edu.kz',
    'https://NU.edu.kz/a?b=c#d',
    'https://seds.nu.edu.kz/events/1',
    'https://nu.edu.kz/login?next=/events',
    'https://nu.edu.kz/go?url=https://seds.nu.edu.kz/x',
    'mailto:anybody@example.com',
    'tel:+77172705886',
    '#top',
  ])
    assert.equal(codes(link(href)), [], href);
});

s('hosts that try to trick do not', () => {
  for (const [href, code] of [
    ['https://evil.com', 'link-external'],
    ['https://nu.edu.kz.evil.com', 'link-external'],
    ['https://evilnu.edu.kz', 'link-external'],
    ['https://nu.edu.kz:443.evil.com/', 'link-broken'],
    ['https://evil.com/nu.edu.kz', 'link-external'],
    ['https://evil.com#nu.edu.kz', 'link-external'],
    ['https://evil.com\\.nu.edu.kz/', 'link-external'],
    ['https://edu.kz', 'link-external'],
    ['https://127.0.0.1/', 'link-external'],
    ['https://nu.edu.kz@evil.com', 'link-user'],
    ['https://user:pass@nu.edu.kz', 'link-user'],
    ['https://nυ.edu.kz', 'link-lookalike'],
    ['https://xn--80ak6aa92e.nu.edu.kz', 'link-lookalike'],
    ['https://nu.edu.kz.', 'link-dot'],
    ['https://evil.com./', 'link-dot'],
    ['//nu.edu.kz/x', 'link-incomplete'],
    ['//evil.com/x', 'link-incomplete'],
    ['/events', 'link-incomplete'],
    ['nu.edu.kz/events', 'link-incomplete'],
    ['', 'link-incomplete'],
    ['javascript:alert(1)', 'link-scheme'],
    ['data:text/html,x', 'link-scheme'],
    ['ftp://nu.edu.kz', 'link-scheme'],
    ['https://', 'link-broken'],
    ['https://bit.ly/3abc', 'link-shortener'],
    ['https://forms.gle/abc', 'link-form'],
    ['https://docs.google.com/forms/d/1', 'link-form'],
    ['https://docs.google.com/document/d/1', 'link-external'],
    ['https://nu.edu.kz/redirect?url=https://evil.com', 'link-redirect'],
    ['https://nu.edu.kz/r?x=https%253A%252F%252Fevil.com', 'link-redirect'],
    ['https://nu.edu.kz/login?next=//evil.com', 'link-redirect'],
    ['https://nu.edu.kz/login?next=evil.com/x', 'link-redirect'],
    ['https://nu.edu.kz/out/https://evil.com', 'link-redirect'],
    ['https://nu.edu.kz/#https://evil.com', 'link-redirect'],
  ] as const) {
    const finding = only(link(href));
    assert.equal([finding.rule, finding.code, finding.severity], ['R9', code, 'error'], href);
  }
  const http = only(link('http://nu.edu.kz/x'));
  assert.equal([http.code, http.severity, http.data.better], ['link-http', 'warning', 'https://nu.edu.kz/x']);
});

s('a host never passes by what stands around it (property)', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  fc.assert(
    fc.property(
      label,
      fc.constantFrom('com', 'kz', 'edu.kz', 'nu.edu.kz.com'),
      fc.constantFrom('', '/nu.edu.kz', '?a=nu.edu.kz', '#nu.edu.kz'),
      (name, end, rest) => {
        const host = `${name}.${end}`;
        fc.pre(host !== 'nu.edu.kz');
        assert.is(link(`https://${host}${rest}`).ok, false, host);
      },
    ),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(fc.array(label, { maxLength: 3 }), (names) => {
      assert.ok(link(`https://${[...names, 'nu.edu.kz'].join('.')}/x`).ok);
    }),
    { numRuns: 40 },
  );
});

s('staff narrow the links of a unit to its own hosts and paths', () => {
  const units = { SEDS: ['seds.nu.edu.kz', 'nu.edu.kz/seds'] };
  for (const href of [
    'https://seds.nu.edu.kz',
    'https://a.seds.nu.edu.kz/b',
    'https://nu.edu.kz/seds',
    'https://nu.edu.kz/SEDS/x',
  ])
    assert.equal(codes(link(href, units)), [], href);
  for (const href of ['https://nu.edu.kz', 'https://nu.edu.kz/sedsx', 'https://ssh.nu.edu.kz/seds.nu.edu.kz'])
    assert.equal(codes(link(href, units)), ['link-external'], href);
});

s('addresses in the text are links too, once, wherever they stand', () => {
  assert.equal(
    codes(ofMarkdown({ body: 'See https://nu.edu.kz/x, seds.nu.edu.kz and a@gmail.com, e.g. Node.js or B.Sc.' })),
    [],
  );
  const verdict = ofMarkdown({
    body: 'See (evil.com/x). [https://two.kz](https://two.kz)\n\n| a | www.three.org |\n|---|---|\n| b | c |',
    signature: 'a@nu.edu.kz, 53 Kabanbay Batyr Ave., Astana, +7 7172 70 58 86, instagram.com/nu',
  });
  assert.equal(
    verdict.findings.map(({ found, at }) => [found, at?.line, at?.column]),
    [
      ['evil.com', 6, 6],
      ['two.kz', 6, 19],
      ['www.three.org', 8, 7],
      ['instagram.com', 13, 64],
    ],
  );
  assert.equal(
    codes(ofMarkdown({ body: '[https://nu.edu.kz](https://evil.com) and [r][1]\n\n[1]: https://other.com' })),
    ['link-external', 'link-external'],
  );
});

s.run();
