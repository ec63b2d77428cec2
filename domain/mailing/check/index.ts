/**
 * The regulation as a judge: reads a mailing in Markdown, from a form or in HTML, and says which rules it breaks, where, and how to put
 * it right. It needs packages that read such texts, so it runs in activities, pages and commands, and never in a workflow.
 */
export { type Counts, countsOf } from './counts.ts';
export { readHtml } from './document/html.ts';
export { readFields, readMarkdown, treesOf } from './document/markdown.ts';
export { type Mailing, type Picture, TEXT_MOST, Unreadable } from './document/types.ts';
export { type Finding, inWords, judge, type Surroundings, type Verdict } from './judge.ts';
export type { Measured, PictureBytes } from './rule.ts';
export { CLAUSES, type Limits, RULE_IDS, type RuleId, type RuleSet, ruleSet } from './rule-set.ts';
export { measure } from './rules/r11-picture.ts';
export { count } from './text.ts';
export { FINDING_CODES, RULE_LANGUAGES, type RuleLanguage, WORDS } from './words/index.ts';
