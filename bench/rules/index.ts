import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'parse5';
import { holidaysOf, KAZAKHSTAN } from '../../domain/calendar/index.ts';
import { judge, type Mailing, readHtml, readMarkdown, ruleSet } from '../../domain/mailing/check/index.ts';
import { UNITS } from '../../domain/mailing/units.ts';

const RUNS = 600;
/** Milliseconds of CPU that a typical mailing may take. */
const MOST = 5;

const TEXT = `---
direction: event
unit: SEDS
subject: Open lecture on digital twins in energy, 31 March, Block C3
event date: 2026-03-31
send on: 2026-03-18
hashtag: #NUSEDS
---
# Open lecture: digital twins in energy

Dear alumni, the School of Engineering and Digital Sciences invites you to an open lecture on **digital
twins** in energy, and to a talk with our laboratories afterwards.

Құрметті түлектер, сіздерді ашық дәріске шақырамыз. Приглашаем вас на открытую лекцию о цифровых двойниках.
Please register on [the page of the lecture](https://seds.nu.edu.kz/events/digital-twins) until 27 March.

| Time  | What                         | Where          |
| ----- | ---------------------------- | -------------- |
| 15:00 | Lecture                      | Block C3, 1.01 |
| 16:30 | Laboratories                 | Block C4       |
| 18:00 | Tea with students and alumni | Atrium         |

![Poster of the lecture: a turbine and its model](poster.png)

--${' '}
School of Engineering and Digital Sciences, seds.alumni@nu.edu.kz
53 Kabanbay Batyr Ave., Astana 010000, Kazakhstan
+7 7172 70 58 86, ext. 705886
`;

const PAGE = `<!doctype html><html lang="en"><head><style>body{font-size:16px} h1{font-size:28px} .note{color:#333}</style></head><body>
<h1>Open lecture: digital twins in energy</h1>
<p>Dear alumni, the School invites you to an open lecture on <b>digital twins</b> in energy, and to a talk afterwards.</p>
<p class="note">Please register on <a href="https://seds.nu.edu.kz/events/digital-twins">the page of the lecture</a> until 27 March.</p>
<table><tr><th>Time<th>What</tr><tr><td>15:00<td>Lecture</tr><tr><td>16:30<td>Laboratories</tr></table>
<footer>School of Engineering and Digital Sciences, seds.alumni@nu.edu.kz<br>53 Kabanbay Batyr Ave., Astana 010000<br>+7 7172 70 58 86</footer>
</body></html>`;
const FACTS = {
  direction: 'event',
  unit: 'SEDS',
  subject: 'Open lecture',
  'event date': '2026-03-31',
  'send on': '2026-03-18',
};

/** Median of the CPU a call takes, in milliseconds, after warming up: other programs on the machine take no part in it. */
function median(call: () => unknown): number {
  for (let i = 0; i < RUNS / 4; i++) call();
  const times: number[] = [];
  for (let i = 0; i < RUNS; i += 10) {
    const before = process.cpuUsage();
    for (let j = 0; j < 10; j++) call();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 10_000);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** The header of a PNG of 800 by 600, which is all that is looked at. */
const POSTER = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 3, 0x20, 0, 0, 2, 0x58, 8,
  2, 0, 0, 0,
]);

/** A typical mailing, from text to verdict, against the bare parser that reads it. Fails when it takes longer than it may. */
export async function run(): Promise<void> {
  const rules = ruleSet();
  const around = { units: UNITS, holidays: holidaysOf(KAZAKHSTAN, '2027-12-31'), pictures: () => POSTER };
  const check = (read: () => Mailing) => () => {
    const { findings } = judge(read(), rules, around);
    if (findings.length > 0) throw new Error(`the sample is not fit: ${JSON.stringify(findings)}`);
  };
  const rows = [
    ['Markdown', median(check(() => readMarkdown(TEXT))), median(() => fromMarkdown(TEXT))],
    ['HTML', median(check(() => readHtml(PAGE, FACTS))), median(() => parse(PAGE))],
  ] as const;
  for (const [name, whole, bare] of rows)
    console.log(
      `${name.padEnd(9)} ${whole.toFixed(2)} ms of CPU a mailing (at most ${MOST}); its parser alone ${bare.toFixed(2)} ms`,
    );
  const worst = Math.max(...rows.map(([, whole]) => whole));
  if (worst > MOST) process.exitCode = 1;
  console.log(`ratio   ${(MOST / worst).toFixed(3)}`);
}
