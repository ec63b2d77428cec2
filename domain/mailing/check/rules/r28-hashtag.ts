import { nothing, type Rule } from '../rule.ts';

/** R28: the initiator's hashtag is one word behind a #, so that a post with it can be found again (Q13). */
export const hashtag: Rule = {
  id: 'R28',
  judge: ({ mailing }) => {
    const { text, at } = mailing.fields.hashtag;
    const tag = text.trim();
    return tag === '' || /^#(?=.*\p{L})[\p{L}\p{M}\p{N}_]+$/u.test(tag)
      ? nothing
      : [
          {
            code: 'hashtag-bad',
            at,
            text: tag,
            found: tag,
            allowed: '#NUSEDS',
            data: { better: `#${tag.replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '')}` },
          },
        ];
  },
};
