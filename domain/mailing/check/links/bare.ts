/** Ends of names that mail programs make links of without asking. */
const ENDS =
  'kz|com|org|net|ru|edu|io|gle|me|ly|info|gov|uk|eu|us|app|link|page|site|online|dev|co|cc|biz|tv|ai|int|de|fr|cn|tr|uz|kg|so|ac|рф|қаз';
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}@._/-])(?:https?:\\/\\/[^\\s<>"'«»]+|(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:${ENDS})\\.?(?![\\p{L}\\p{N}@-])(?::\\d+)?(?:[/?#][^\\s<>"'«»]*)?)`,
  'giu',
);

/** Addresses that stand in a text as they are, with their places: mail programs make links of them. */
export const bareLinks = (text: string): { readonly href: string; readonly index: number }[] =>
  [...text.matchAll(BARE)].map((match) => {
    const written = match[0].replace(/[.,;:!?)\]}”’]+$/u, '');
    return { href: /^https?:/i.test(written) ? written : `https://${written}`, index: match.index };
  });
