import type { Rule } from '../rule.ts';
import { thirdParties } from './p15-third-parties.ts';
import { direction } from './r01-direction.ts';
import { digest } from './r02-digest.ts';
import { subject } from './r03-subject.ts';
import { subjectLength } from './r04-subject-length.ts';
import { body } from './r05-body.ts';
import { paragraphs } from './r06-paragraphs.ts';
import { lines } from './r07-lines.ts';
import { characters } from './r08-characters.ts';
import { links } from './r09-links.ts';
import { table } from './r10-table.ts';
import { picture } from './r11-picture.ts';
import { colours } from './r12-colours.ts';
import { bold } from './r13-bold.ts';
import { largeFonts } from './r14-large-fonts.ts';
import { capitals } from './r15-capitals.ts';
import { titleSize } from './r16-title.ts';
import { signature } from './r17-signature.ts';
import { signatureContents } from './r18-signature-contents.ts';
import { unit } from './r19-unit.ts';
import { format } from './r20-format.ts';
import { early } from './r24-early.ts';
import { late } from './r25-late.ts';
import { event } from './r27-event.ts';
import { hashtag } from './r28-hashtag.ts';

/** Every rule a machine can judge, in the order of the regulation. */
export const RULES: readonly Rule[] = [
  direction,
  digest,
  subject,
  subjectLength,
  body,
  paragraphs,
  lines,
  characters,
  links,
  table,
  picture,
  colours,
  bold,
  largeFonts,
  capitals,
  titleSize,
  signature,
  signatureContents,
  unit,
  format,
  early,
  late,
  event,
  hashtag,
  thirdParties,
];
