import type { Letter } from '../client/index.ts';

/** What a link of a letter would do, and for which process. Read from the link itself, as words differ by language. */
export interface Offer {
  readonly action: string;
  readonly process: string;
  readonly href: string;
}

/** The offers behind a letter's links, in the order of the letter; links that are no offers are left out. */
export const offersIn = (letter: Letter): Offer[] => letter.links.flatMap(({ href }) => offerOf(href) ?? []);

function offerOf(href: string): Offer | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (!url) return undefined;
  const page = /^\/(?:a|catalogue)\/([^/]+)$/.exec(url.pathname)?.[1];
  const code = [...url.searchParams].find(([name]) => name.startsWith('entry.'))?.[1];
  const body = (page ?? code)?.split('.')[0];
  if (!body) return undefined;
  const [process, action] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string];
  return { action, process, href };
}
