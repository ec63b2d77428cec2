/** `npm run bench -- NAME`: a measurement against something else in the same run; its ratio comes last. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  letters: async () => (await import('./letters/index.ts')).run(),
  season: async () => (await import('./season/index.ts')).run(),
  sheets: async () => (await import('./sheets/index.ts')).run(),
  races: async () => (await import('./races/index.ts')).run(),
  rules: async () => (await import('./rules/index.ts')).run(),
  matching: async () => (await import('./matching/index.ts')).run(),
  'stand-in': async () => (await import('./stand-in/index.ts')).run(),
  mail: async () => (await import('./mail/index.ts')).run(),
  'mail-kills': async () => (await import('./mail/kills.ts')).run(),
  seeds: async () => (await import('./seeds/index.ts')).run(),
};

const HELP = `npm run bench -- NAME

Measures the program against something else in the same run, and prints the ratio last.
  letters    a letter of the build (at most 0.1 ms) against the same made from MJML when it is sent;
             then a certificate (at most 40 ms after the first) with the shipped fonts against the whole ones
  rules      a typical mailing judged by the regulation, in CPU time (at most 5 ms)
  season     pairs carried through a whole season per minute, against bare workflows with as many no-op activities
  sheets     what a thousand changes at once, and a poll of 10,000 rows, cost; against google-spreadsheet
  races      10,000 writes to 2,000 rows on three workers while staff sort, insert, delete and paste; with faults and kills
  matching   scoring and matching from 1,000 to 50,000 mentees, against two libraries on the same work
  stand-in   values reads and writes a second and one read of 10,000 rows, against a server that only sends the bytes
  mail       copies of a mailing a second to a local server, against a bare nodemailer pool (at least 0.8); memory up to 100,000
  mail-kills 10,000 copies while the worker is killed 20 times and Temporal twice: nobody lost, nobody twice
  seeds      ten rehearsals of 12 mentors and 20 mentees, seeds 1 to 10: each must hold (for the night)`;

const [name, ...rest] = process.argv.slice(2);
const bench = name === undefined || rest.length > 0 ? undefined : BENCHES[name];
if (name === '--help' || name === '-h') console.log(HELP);
else if (!bench) {
  console.error(
    name === undefined
      ? `Which one?\n\n${HELP}`
      : `There is no bench called "${[name, ...rest].join(' ')}".\n\n${HELP}`,
  );
  process.exitCode = 2;
} else await bench();
