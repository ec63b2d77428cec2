/** A mailing as a letter: the text that was checked, in the layout of all letters, with what the law and good manners ask below it. */
import type { Root } from 'mdast';
import { TEXT_MOST, treesOf } from '../../domain/mailing/check/index.ts';
import { frames } from '../generated/mailing.ts';
import type { Language } from '../languages.ts';
import { escapeHtml, oneLine, safeUrl, severalLines } from '../writers.ts';
import { fillPieces } from './frame.ts';
import { htmlBlocks } from './html.ts';
import { languageOfText } from './language.ts';
import { textBlocks, wrapped } from './text.ts';
import { wordsOf } from './tree.ts';

export interface MailingInput {
  readonly subject: string;
  /** Text and signature in Markdown, as they were checked: `source` of the document. */
  readonly source: string;
  /** `cid:picture` in a mail; in a preview any address the page may show. Sizes in pixels. */
  readonly picture?: {
    readonly src: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  };
  /** Name of the initiating unit; empty where the Center asks itself. */
  readonly unit: string;
  readonly common: {
    readonly university: string;
    readonly center: string;
    /** Postal address of who sends it. */
    readonly address: string;
    /** Help contacts (M39), by the language they are said in. */
    readonly help: (language: Language) => readonly string[];
  };
}
/** What is a recipient's own in a copy: their two links. */
export interface MailingLinks {
  readonly unsubscribe: string;
  readonly preferences: string;
}
/** A mailing rendered once; a copy costs no more than joining a few strings. */
export interface MailingCopy {
  readonly subject: string;
  readonly preheader: string;
  readonly language: Language;
  fill(links: MailingLinks): { readonly html: string; readonly text: string };
}

const LONGEST_SUBJECT = 300;
const LONGEST_PREHEADER = 140;
/** Width of the text on paper; a picture is never shown larger than it is. */
const PAPER = 564;

const clipped = (line: string, most: number): string =>
  [...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line;
const filledIn = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/**
 * Renders a mailing. Never throws for what somebody typed: tags are shown as text, links that a letter must not hold lose their address, and
 * a text too deep to be read is shown as it stands.
 */
export function mailing(input: MailingInput): MailingCopy {
  const language = languageOfText(`${input.subject}\n${input.source}`);
  const { words, head, row, foot } = frames[language];
  const { university, center, address, help } = input.common;
  const trees = treesOf(input.source);
  const body = trees ? textBlocks(trees.body) : paragraphs(input.source);
  const signature = trees?.signature ? textBlocks(trees.signature, { lines: true }) : [];
  const shown = trees
    ? htmlBlocks(trees.body)
    : body.map((block) => `<p style="margin:0">${escapeHtml(block).replaceAll('\n', '<br>')}</p>`);
  const html = [...withPicture(shown, input, words.picture), ...signed(trees?.signature)];
  const subject = clipped(oneLine(input.subject), LONGEST_SUBJECT);
  const preheader = clipped(oneLine(trees ? firstWords(trees.body) : (body[0] ?? '')), LONGEST_PREHEADER);
  const names = { of: university, unit: oneLine(input.unit), center, university, address: oneLine(address) };
  const why = filledIn(words.why, names);
  const from = filledIn(names.unit === '' ? words.own : words.from, names);
  const contacts = help(language).map(oneLine);
  const rows = html.map((block) => row.join(block)).join('');
  const page = fillPieces(around(head, rows, foot), {
    subject: escapeHtml(subject),
    preheader: escapeHtml(preheader),
    brand: escapeHtml(`${university} · ${names.unit || center}`),
    why: escapeHtml(why),
    from: escapeHtml(from),
    help: contacts.map(escapeHtml).join('<br>'),
  });
  const picture = input.picture ? [wrapped(`[${oneLine(input.picture.alt) || words.picture}]`)] : [];
  const main = [...body, ...picture, ...(signature.length > 0 ? [`-- \n${signature.join('\n\n')}`] : [])].join('\n\n');
  const below = `${LINE}\n${wrapped(`${why} ${from}`)}`;
  return {
    subject,
    preheader,
    language,
    fill({ unsubscribe, preferences }) {
      const links: Readonly<Record<string, string>> = {
        unsubscribe: safeUrl(unsubscribe),
        preferences: safeUrl(preferences),
      };
      return {
        html: page.map((piece, i) => (i % 2 === 0 ? piece : escapeHtml(links[piece] ?? ''))).join(''),
        text: `${main}\n\n${below}\n\n${words.unsubscribe}:\n${links.unsubscribe}\n${words.preferences}:\n${links.preferences}\n\n${contacts.join('\n')}`,
      };
    },
  };
}

const LINE = '_'.repeat(40);
const firstWords = ({ children }: Root): string => {
  const first = children.find(({ type }) => type === 'paragraph');
  return first ? wordsOf(first) : '';
};
/** A text that cannot be read as Markdown, as it stands. */
const paragraphs = (source: string): string[] =>
  severalLines(source.slice(0, TEXT_MOST))
    .split(/\n\s*\n/)
    .map((paragraph) => wrapped(paragraph));
const around = (head: readonly string[], rows: string, foot: readonly string[]): string[] => [
  ...head.slice(0, -1),
  `${head.at(-1) ?? ''}${rows}${foot[0] ?? ''}`,
  ...foot.slice(1),
];

/** The picture stands below the first title, where it does not push the first words off a small screen without a name. */
function withPicture(blocks: readonly string[], { picture }: MailingInput, unnamed: string): string[] {
  if (!picture) return [...blocks];
  const width = Math.min(picture.width, PAPER);
  const image = `<img src="${escapeHtml(picture.src)}" alt="${escapeHtml(oneLine(picture.alt) || unnamed)}" width="${width}" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;border-radius:6px">`;
  const [first = '', ...rest] = blocks;
  return first.startsWith('<h1') ? [first, image, ...rest] : [image, ...blocks];
}

/** A signature is set apart, and keeps its lines. */
const signed = (signature: Root | undefined): string[] =>
  signature
    ? [
        `<div class="rule" style="margin-top:6px;padding-top:12px;border-top:1px solid #d7dde4">${htmlBlocks(signature, { lines: true }).join('')}</div>`,
      ]
    : [];
