import { countsOf, type Finding } from '../../domain/mailing/check/index.ts';
import { directionRules } from '../../domain/mailing/index.ts';
import { findingIn, type Missing, socialOf } from '../../domain/mailing/request/index.ts';
import { dayIn } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import { isOpen, type Shown } from './draft-shown.ts';

/** Field of the form that a rule speaks about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  R1: 'direction',
  R2: 'direction',
  R3: 'subject',
  R4: 'subject',
  R10: 'table',
  R11: 'picture',
  R17: 'signature',
  R18: 'signature',
  R19: 'unit',
  R24: 'wished',
  R25: 'wished',
  R27: 'eventDate',
  R28: 'hashtag',
};
const MISSING_FIELD: Readonly<Record<Missing, string>> = {
  direction: 'direction',
  unit: 'unit',
  'event date': 'eventDate',
  text: 'text',
  signature: 'signature',
  'contact data': 'unit',
  audience: 'schools',
  hashtag: 'hashtag',
  poster: 'poster',
};

/** Parts of the page that follow what is typed. The same markup stands there without script. */
export function regionsOf(shown: Shown): Readonly<Record<string, Html>> {
  return {
    dates: dates(shown),
    missing: missing(shown),
    tally: tally(shown),
    findings: findings(shown),
    audience: audience(shown),
    subject: html`${count(shown, 'subject')}`,
    text: html`${count(shown, 'text')}`,
    table: html`${count(shown, 'table')}`,
    plain: html`${shown.plain || shown.draft.preview.empty}`,
  };
}

const isPost = ({ look }: Shown): boolean => socialOf(look.cells) === 'only';
const isExempt = ({ look: { direction } }: Shown): boolean =>
  direction !== '' && directionRules(direction).exempt === true;
/** What the rules for texts say of a post alone concerns nobody. */
const shownFindings = (shown: Shown): readonly Finding[] => (isPost(shown) ? [] : shown.look.verdict.findings);

function dates(shown: Shown): Html {
  const { look, draft, language } = shown;
  const { window, overloaded, suggested, direction, cells } = look;
  const day = (date: string) => html`<time datetime="${date}">${dayIn(date, language)}</time>`;
  const words = draft.dates;
  if (isPost(shown)) return html`<p>${words.none}</p>`;
  if (!window)
    return html`<p>${direction === '' || (directionRules(direction).day !== 'none' && (cells.eventDate !== '' || directionRules(direction).day === 'required')) ? words.unknown : words.none}</p>`;
  return html`<dl><dt>${words.handInBy}</dt><dd>${day(window.handInBy)}</dd><dt>${words.handInLast}</dt><dd>${day(window.handInLast)}</dd><dt>${words.earliest}</dt><dd>${day(window.earliest)}</dd><dt>${words.latest}</dt><dd>${day(window.latest)}</dd></dl>${isOpen(look) && look.days.length === 0 && html`<p class="problem">${words.late}</p>`}${
    overloaded.length > 0 &&
    html`<p class="remark">${words.busy(overloaded.map((date) => dayIn(date, language)).join(', '))}${suggested !== '' ? ` ${words.better(dayIn(suggested, language))}` : ''}</p>`
  }`;
}

function missing({ look, draft }: Shown): Html {
  if (look.missing.length === 0) return html``;
  return html`<p>${draft.missing.title}:</p><ul>${look.missing.map((what) => html`<li><a href="#${MISSING_FIELD[what]}">${draft.missing.what[what]}</a></li>`)}</ul>`;
}

function tally(shown: Shown): Html {
  const all = shownFindings(shown);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return html`${all.length === 0 ? shown.draft.findings.none : shown.draft.findings.tally(errors, all.length - errors)}`;
}

function findings(shown: Shown): Html {
  const words = shown.draft.findings;
  if (isPost(shown)) return html`<p class="soft">${words.onlyPost}</p>`;
  const exempt = isExempt(shown) ? html`<p class="soft">${words.exempt}</p>` : html``;
  const found = shownFindings(shown);
  if (found.length === 0) return html`${exempt}<p>${words.none}</p>`;
  return html`${exempt}<ol class="findings">${found.map((one) => finding(one, shown))}</ol>`;
}

function finding(one: Finding, { look, draft, language }: Shown): Html {
  const words = draft.findings;
  const { message, text, ...said } = findingIn(one, look.cells, language);
  // In a file the signature follows a line; here it has a field.
  const fix = one.code === 'signature-missing' ? (draft.fields.signature?.[1] ?? said.fix) : said.fix;
  const field = FIELD_OF[one.rule] ?? 'text';
  const facts = [
    [words.found, one.found],
    [words.allowed, one.allowed],
  ] as const;
  const [, place = '', section = ''] = /^(Appendix 1|Policy), section (.+)$/.exec(one.clause) ?? [];
  return html`<li class="${one.severity}"><p><strong>${one.severity === 'error' ? words.error : words.warning}</strong> <span class="soft">${one.rule}, ${words.clause(place === 'Appendix 1', section)}</span></p><p>${message}</p>${text !== '' && html`<p class="soft">${words.words}: <q>${text}</q></p>`}<p class="soft">${facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => html`<span>${label}: ${value ?? ''}</span> `)}</p><p>→ <a href="#${field}">${fix}</a></p></li>`;
}

function audience(shown: Shown): Html {
  const { look, draft } = shown;
  const words = draft.audience;
  if (isPost(shown)) return html`<p>${words.none}</p>`;
  if (look.problem) return html`<p class="problem">${words.problem[look.problem]}</p>`;
  const { recipients, leftOut } = look.audience;
  const out = Object.entries(leftOut).filter(([, n]) => n > 0) as (readonly [keyof typeof words.why, number])[];
  const because = words.because[look.scope.why]?.(look.scope.beyond);
  return html`<p><strong>${words.count(recipients.length)}</strong></p>${out.length > 0 && html`<p class="soft">${words.leftOut}: ${out.map(([why, n]) => words.why[why](n)).join('; ')}</p>`}${recipients.length > 0 && html`<p>${look.scope.kind === 'own' ? words.own : words.broad}${because ? ` ${because}` : ''}</p>`}`;
}

function count(shown: Shown, field: 'subject' | 'text' | 'table'): string {
  const { look, draft } = shown;
  const { limits } = look;
  if (isExempt(shown) || isPost(shown)) return '';
  const { subject, paragraphs, rows } = countsOf(look.document, limits.lineLongest);
  if (field === 'subject') return draft.counts.characters(subject, limits.subjectLongest);
  if (field === 'table') return rows > 0 ? draft.counts.rows(rows, limits.tableRowsMost) : '';
  const lines = paragraphs
    .slice(0, limits.paragraphsMost + 1)
    .map((n, i) => draft.counts.paragraph(i + 1, n, limits.linesMost));
  return [draft.counts.paragraphs(paragraphs.length, limits.paragraphsMost), ...lines].join(' · ');
}
