/**
 * Runs jobs a few at a time; those marked `alone` last, one by one with nothing beside them.
 * Jobs begin in the order given.
 */
export async function inParallel<J extends { readonly alone: boolean }>(
  jobs: readonly J[],
  width: number,
  run: (job: J) => Promise<void>,
): Promise<void> {
  const together = jobs.filter((job) => !job.alone);
  const lane = async (): Promise<void> => {
    for (let job = together.shift(); job; job = together.shift()) await run(job);
  };
  await Promise.all(Array.from({ length: width }, lane));
  for (const job of jobs.filter(({ alone }) => alone)) await run(job);
}
