import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Certificate } from '../../domain/certificates/index.ts';
import { certificatePdf } from '../../mail/index.ts';

/** A certificate of two pages may take this long after the first, in milliseconds. */
const BAR = 40;
const ROUNDS = 30;
const WARM_UP = 15;

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

/** Certificates with the fonts cut down as they are shipped against the same with the whole fonts, in one run. */
export async function run(cpuMs: (since: NodeJS.CpuUsage) => number): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const whole = (path: string) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${path}`));
  const fonts = {
    regular: whole('400Regular/NotoSans_400Regular.ttf'),
    strong: whole('600SemiBold/NotoSans_600SemiBold.ttf'),
  };
  const first = process.cpuUsage();
  let bytes = (await certificatePdf([SAMPLE])).length;
  const firstMs = cpuMs(first);
  const [cut, uncut]: number[][] = [[], []];
  // By turns, so that whoever else is at work on the machine disturbs both alike.
  for (let i = 0; i < WARM_UP + ROUNDS; i++)
    for (const [times, given] of [
      [cut, undefined],
      [uncut, fonts],
    ] as const) {
      const began = process.cpuUsage();
      const file = await certificatePdf([SAMPLE], given);
      if (i >= WARM_UP) times?.push(cpuMs(began));
      if (!given) bytes = file.length;
    }
  const median = (values: readonly number[] = []) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const [own, full] = [median(cut), median(uncut)];
  console.log(`\ncertificate      ${(bytes / 1024).toFixed(1)} KB, two pages; the first ${firstMs.toFixed(0)} ms`);
  console.log(`shipped fonts    ${ROUNDS} times: ${own.toFixed(1)} ms a certificate (at most ${BAR})`);
  console.log(`whole fonts      ${ROUNDS} times: ${full.toFixed(1)} ms a certificate`);
  console.log(`ratio            ${(full / own).toFixed(1)}`);
  return own <= BAR;
}
