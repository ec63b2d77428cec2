import { LETTER_KEYS } from '../../domain/letters/index.ts';
import { item, LANGUAGES, render, word } from '../../templates/index.ts';
import { sampleOf } from '../../templates/samples.ts';
import { run as certificate } from './certificate.ts';
import { mjmlLetters } from './mjml.ts';

/** A letter may take this long, in milliseconds. */
const BAR = 0.1;
const ROUNDS = 60;
const WARM_UP = 10;
const PASSES = 2;

/** The letters of the build against the same letters made from MJML when they are sent, in one run; then certificates. Fails above either bar. */
export async function run(): Promise<void> {
  const jobs = LETTER_KEYS.flatMap((key) =>
    LANGUAGES.map((language) => ({ key, language, input: sampleOf(key, language, { word, item }) })),
  );
  let bytes = 0;
  const renderAll = () => {
    for (const { key, language, input } of jobs) {
      const { html, text } = render(key, language, input);
      bytes += html.length + text.length;
    }
  };
  for (let i = 0; i < WARM_UP; i++) renderAll();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = process.cpuUsage();
    renderAll();
    return cpuMs(began) / jobs.length;
  });
  const built = median(rounds);

  const sources = await mjmlLetters();
  for (const source of sources.slice(0, 3)) bytes += (await source()).length;
  const began = process.cpuUsage();
  for (let i = 0; i < PASSES; i++) for (const source of sources) bytes += (await source()).length;
  const atSend = cpuMs(began) / (PASSES * sources.length);

  if (bytes === 0) throw new Error('nothing was rendered');
  console.log(`built    ${jobs.length} letters, ${ROUNDS} times: ${built.toFixed(4)} ms a letter (at most ${BAR})`);
  console.log(`at send  ${sources.length} letters by MJML, ${PASSES} times: ${atSend.toFixed(2)} ms a letter`);
  console.log(`ratio    ${Math.round(atSend / built)}`);
  const isQuick = await certificate(cpuMs);
  if (built > BAR || !isQuick) process.exitCode = 1;
}

/** Time of this process, not of whoever else is at work on the machine. */
const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
