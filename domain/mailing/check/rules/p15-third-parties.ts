import type { Found, Rule } from '../rule.ts';
import { excerpt } from '../text.ts';

/** P15: nothing in a mailing tells third parties who reads it, and nothing acts in the reader's mail program. Digests are not exempt. */
export const thirdParties: Rule = {
  id: 'P15',
  judge: ({ mailing }) => [
    ...mailing.hazards.map(
      ({ kind, at, text }): Found => ({ code: kind, at, text: excerpt(text), found: excerpt(text), allowed: null }),
    ),
    ...mailing.pictures
      .filter(({ kind }) => kind === 'remote' || kind === 'tracker')
      .map(
        ({ kind, at, source }): Found => ({
          code: kind === 'tracker' ? 'tracker' : 'remote-picture',
          at,
          text: excerpt(source),
          found: excerpt(source),
          allowed: null,
        }),
      ),
  ],
};
