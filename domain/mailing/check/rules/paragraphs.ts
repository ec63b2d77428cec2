import type { Block, Mailing } from '../document/types.ts';

/**
 * What counts as a paragraph: each paragraph and list of the body. The first title stands outside; a further one is text like any other,
 * else titles could carry what paragraphs may not. Tables and the signature are outside (Q4).
 */
export function paragraphsOf(mailing: Mailing): Block[] {
  const title = mailing.blocks.find(({ kind }) => kind === 'title');
  return mailing.blocks.filter((block) => block !== title);
}

/** All text a reader meets in the body, title included. */
export const bodyPieces = (mailing: Mailing) => [
  ...mailing.blocks.flatMap(({ pieces }) => pieces),
  ...mailing.tables.flatMap(({ pieces }) => pieces),
];
