/** A uvu suite, as far as skipping goes. */
interface Skippable {
  skip(name?: string, test?: () => void): void;
}

/**
 * Skips a test and says why; the runner shows the reason and counts it.
 * @param reason what is missing: "no Chromium at /usr/bin/chromium".
 */
export function skip(suite: Skippable, name: string, reason: string): void {
  console.log(`skipped: ${name}: ${reason}`);
  suite.skip(name);
}
