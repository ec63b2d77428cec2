import { LANGUAGES, type Language } from '../languages.ts';
import type { MailingWords } from '../mailing/words.ts';
import { escapeHtml, mark } from './blocks.ts';
import { CUT, render, text } from './letter.ts';
import { BuildError } from './plan.ts';

const SLOTS = ['subject', 'preheader', 'brand', 'why', 'from', 'unsubscribe', 'preferences', 'help'] as const;
const LINK = 'color:#0b5c8a';

/** Module with the frame of a mailing in each language: pieces of HTML with the names of what stands between them. */
export async function mailingModule(wordsIn: (language: Language) => Promise<MailingWords>): Promise<string> {
  const frames: string[] = [];
  for (const language of LANGUAGES) frames.push(`  ${language}: ${await frameOf(language, await wordsIn(language))},`);
  return `// Made by templates/build from the words and the layout; do not edit.
import type { MailingFrame } from '../mailing/frame.ts';
import type { Language } from '../languages.ts';

export const frames: Readonly<Record<Language, MailingFrame>> = {
${frames.join('\n')}
};
`;
}

async function frameOf(language: Language, words: MailingWords): Promise<string> {
  const link = (name: 'unsubscribe' | 'preferences') =>
    `<a href="${mark(name)}" style="${LINK}">${escapeHtml(words[name])}</a>`;
  const footer = `<p style="margin:0">${mark('why')} ${mark('from')}</p><p style="margin:8px 0 0">${link('unsubscribe')} · ${link('preferences')}</p><p style="margin:8px 0 0">${mark('help')}</p>`;
  const html = await render(language, mark('brand'), footer, [text(CUT)]);
  const [head = '', open = '', close = '', foot = ''] = html.split(CUT);
  const pieces = (part: string) => JSON.stringify(part.split(/⟦([^⟧]*)⟧/));
  for (const [name, said] of Object.entries(words))
    if (said.trim() === '' || /[⟦⟧¦]/.test(said))
      throw new BuildError(`mailing/${language}: ${name} is empty or has a mark`);
  for (const slot of SLOTS)
    if (!html.includes(mark(slot))) throw new BuildError(`mailing/${language}: the layout lost its ${slot}`);
  return `{ words: ${JSON.stringify(words)}, head: ${pieces(head)}, row: ${JSON.stringify([open, close])}, foot: ${pieces(foot)} }`;
}
