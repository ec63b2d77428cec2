/** `npm run fonts`: makes the certificate's fonts anew from the package that holds Noto Sans whole. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import subsetFont from 'subset-font';
import { GLYPHS } from '../../domain/certificates/index.ts';

const HELP = `npm run fonts

Cuts Noto Sans down to the letters that certificates may need (domain/certificates/printable.ts) and writes the files beside
their licence to mail/certificate/fonts. To be run again when that list or the package with the whole fonts changes.`;

const FONTS = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  strong: '600SemiBold/NotoSans_600SemiBold.ttf',
} as const;

async function main(): Promise<void> {
  const require = createRequire(import.meta.url);
  const whole = (path: string) => require.resolve(`@expo-google-fonts/noto-sans/${path}`);
  const letters = GLYPHS.map(([first, last]) =>
    String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  ).join('');
  const folder = join(import.meta.dirname, 'fonts');
  for (const [name, path] of Object.entries(FONTS)) {
    // Names come composed, so no marks are placed; without that table and the hints a certificate takes half the time.
    const font = await subsetFont(readFileSync(whole(path)), letters, {
      targetFormat: 'truetype',
      keepFeatures: ['kern', 'locl'],
      noHinting: true,
    });
    writeFileSync(join(folder, `${name}.ttf`), font);
    console.log(`${name}.ttf: ${Math.round(font.length / 1024)} KB`);
  }
  copyFileSync(whole('LICENSE_FONT'), join(folder, 'OFL.txt'));
}

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) console.log(HELP);
  else await main();
} catch (error) {
  console.error(`${(error as Error).message.split('. To specify')[0]}\nSee npm run fonts -- --help`);
  process.exitCode = 2;
}
