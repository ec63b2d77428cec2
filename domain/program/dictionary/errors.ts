import { CATALOGUE, type CatalogueEntry } from '../../errors.ts';

/** Every code of the catalogue as a Markdown page: what a person reads, and whether trying again helps. */
export function errorsPage(): string {
  const rows = Object.entries(CATALOGUE as Readonly<Record<string, CatalogueEntry>>).map(
    ([code, { retryable, words }]) => `| \`${code}\` | ${retryable ? 'yes' : ''} | ${words.replaceAll('|', '\\|')} |`,
  );
  return `# Codes and what people read

Made by \`npm run dictionary\` from \`domain/errors.ts\`; a test compares it. Do not edit it by hand.

A process answers a press or an edit with one of these codes. Pages and System notes show the words. Of an error inside an
activity nothing but the code reaches Temporal: messages of Google and of mail servers quote cells and addresses. Codes that are
tried again stand for something that passes, such as a mail server that does not answer. Anything that is not in the catalogue
becomes \`unexpected\`; its place in the code stands in the worker's log, its message only with \`LOG_ERRORS=1\`.

| Code | Tried again | Words |
| --- | --- | --- |
${rows.join('\n')}
`;
}
