import { styleText } from 'node:util';
import type { FileResult } from './run-file.ts';

// `styleText` leaves colours out by itself when the output is no terminal or NO_COLOR is set.
const red = (text: string): string => styleText('red', text);
const green = (text: string): string => styleText('green', text);
const dim = (text: string): string => styleText('dim', text);

/** One line per file; a failing file with all it printed. */
export function showResult({ path, passed, failed, skipped, seconds, output, problem }: FileResult): void {
  const counts = `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
  console.log(`${failed ? red('FAIL') : green('ok  ')} ${path}  ${dim(`${counts}  ${seconds.toFixed(1)} s`)}`);
  for (const [line] of output.matchAll(/^skipped: .*$/gm)) console.log(`     ${line}`);
  if (failed === 0) return;
  if (problem) console.log(red(`     ${path} ${problem}`));
  console.log(
    output
      .trimEnd()
      .split('\n')
      .map((line) => `     ${line}`)
      .join('\n'),
  );
}

/** The failing files by name, the five slowest, and the sum as the last line. True when all is well. */
export function showSummary(results: readonly FileResult[]): boolean {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => results.reduce((all, result) => all + result[key], 0);
  const failing = results.filter(({ failed }) => failed > 0);
  if (failing.length > 0) {
    console.log('\nFailed:');
    for (const { path, problem } of failing) console.log(red(`  ${path}${problem ? ` ${problem}` : ''}`));
  }
  console.log('\nSlowest:');
  for (const { path, seconds } of results.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5))
    console.log(dim(`  ${seconds.toFixed(1).padStart(6)} s  ${path}`));
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 && sum('passed') > 0;
}
