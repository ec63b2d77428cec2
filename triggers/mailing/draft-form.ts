import { type DraftField, readUpload } from '../../domain/mailing/request/index.ts';
import { DEGREES, DIRECTIONS, SCHOOLS, SOCIAL_CHOICES } from '../../domain/program/index.ts';
import { valueIn } from '../../domain/words/index.ts';
import { type Html, html } from '../html.ts';
import { pressField } from '../press.ts';
import { regionsOf } from './draft-regions.ts';
import { type Shown, unreadIn } from './draft-shown.ts';

/** A button that sends the whole form: whatever it does, what was typed goes with it. */
export const act = (what: string, words: string, more?: Html): Html =>
  html`<button type="submit" name="do" value="${what}"${more}>${words}</button>`;

/** The form of the draft page: everything that a request holds, in four groups. */
export function draftForm(shown: Shown): Html {
  const { draft, look } = shown;
  const { groups } = draft;
  const live = regionsOf(shown);
  const region = (name: string, tag = 'p') =>
    tag === 'p'
      ? html`<p class="soft" data-live="${name}">${live[name]}</p>`
      : html`<div data-live="${name}">${live[name]}</div>`;
  // Enter in a field presses the first button of a form; that must be the harmless one.
  return html`<form id="draft" method="post" enctype="multipart/form-data" novalidate>${pressField()}<input type="hidden" name="seen" value="${look.typed}"><button type="submit" name="do" value="save" class="first" tabindex="-1" aria-hidden="true">${draft.buttons.save}</button>
<fieldset><legend>${groups.about}</legend>${select(shown, 'direction', Object.values(DIRECTIONS))}${select(
    shown,
    'unit',
    look.units.map(({ code }) => code),
    look.units.map(({ code, name }) => (name === '' || name === code ? code : `${code}, ${name}`)),
  )}<div class="row">${input(shown, 'eventDate', 'date')}${input(shown, 'wished', 'date')}</div></fieldset>
<fieldset><legend>${groups.text}</legend>${input(shown, 'subject', 'text')}${region('subject')}${area(shown, 'text', 9)}${region('text')}${area(shown, 'table', 4)}${region('table')}${upload(shown, 'table')}${area(shown, 'signature', 4)}</fieldset>
<fieldset><legend>${groups.picture}</legend>${upload(shown, 'picture')}${input(shown, 'pictureAlt', 'text')}</fieldset>
<fieldset><legend>${groups.audience}</legend>${boxes(shown, 'schools', SCHOOLS)}${boxes(shown, 'degrees', DEGREES)}<div class="row">${input(shown, 'years', 'text')}${input(shown, 'list', 'text')}</div>${region('audience', 'div')}</fieldset>
<fieldset><legend>${groups.social}</legend>${select(shown, 'social', SOCIAL_CHOICES)}${input(shown, 'hashtag', 'text')}${area(shown, 'posterText', 4)}${upload(shown, 'poster')}${input(shown, 'posterAlt', 'text')}</fieldset>
<div class="bar"><p role="status" data-live="tally">${live.tally}</p><p id="unchecked" class="problem" role="status" hidden>${draft.unchecked}</p>${act('save', draft.buttons.save, html` class="quiet"`)} ${act('hand-in', draft.buttons.handIn)}<p class="soft">${draft.handInNote}</p></div></form>`;
}

/** Label, help and, where there is one, what is wrong, tied to the control for those who hear the page. */
function field(shown: Shown, name: DraftField, control: (described: Html) => Html): Html {
  const { draft } = shown;
  const [label = name, help = ''] = draft.fields[name] ?? [];
  const wrong = problemOf(shown, name);
  const unread = unreadIn(shown, name);
  const described = html` id="${name}" name="${name}" aria-describedby="${name}-help${wrong === undefined ? '' : ` ${name}-wrong`}"${wrong !== undefined && html` aria-invalid="true"`}`;
  return html`<div class="field"><label for="${name}">${label}</label><p class="soft" id="${name}-help">${help}</p>${wrong !== undefined && html`<p class="problem" id="${name}-wrong">${wrong}</p>`}${unread !== '' && html`<p class="remark">${draft.unread(unread)}</p>`}${control(described)}${stored(shown, name)}</div>`;
}

export function problemOf({ problems, draft }: Shown, name: DraftField): string | undefined {
  const found = problems.find((one) => one.field === name);
  if (!found) return undefined;
  const { long, date, choice } = draft.problems;
  return found.why === 'too long' ? long(found.most) : found.why === 'no date' ? date : choice;
}

const stored = ({ stored: other, draft }: Shown, name: DraftField): Html | undefined =>
  other?.[name] === undefined
    ? undefined
    : html`<div class="stored"><p class="soft">${draft.stale.stored}:</p><pre>${other[name] || '–'}</pre></div>`;

const input = (shown: Shown, name: DraftField, type: 'text' | 'date'): Html =>
  field(
    shown,
    name,
    (described) => html`<input type="${type}"${described} value="${shown.fields[name]}" autocomplete="off">`,
  );

// A browser drops the first line break of a textarea.
const area = (shown: Shown, name: DraftField, rows: number): Html =>
  field(
    shown,
    name,
    (described) => html`<textarea${described} rows="${rows}" spellcheck="true">\n${shown.fields[name]}</textarea>`,
  );

function select(
  shown: Shown,
  name: DraftField,
  values: readonly string[],
  labels: readonly string[] = values.map((value) => valueIn(value, shown.language)),
): Html {
  const given = shown.fields[name];
  const isKnown = given === '' || values.includes(given);
  return field(
    shown,
    name,
    (described) =>
      html`<select${described}><option value="">${shown.draft.choose}</option>${!isKnown && html`<option selected>${given}</option>`}${values.map((value, i) => html`<option value="${value}"${value === given && html` selected`}>${labels[i] ?? value}</option>`)}</select>`,
  );
}

function boxes(shown: Shown, name: 'schools' | 'degrees', values: readonly string[]): Html {
  const [label = name, help = ''] = shown.draft.fields[name] ?? [];
  const given = shown.fields[name].split(',').map((value) => value.trim());
  return html`<fieldset class="plain" id="${name}" tabindex="-1" aria-describedby="${name}-help"><legend>${label}</legend><p class="soft" id="${name}-help">${help}</p><div class="choices">${values.map((value) => html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${given.includes(value) && html` checked`}> ${valueIn(value, shown.language)}</label>`)}</div>${stored(shown, name)}</fieldset>`;
}

/** An uploaded picture as it counts now, with its name and size. */
export function shownPicture({ draft, look, path }: Shown, kind: 'picture' | 'poster'): Html | undefined {
  const kept = readUpload(look.cells[kind]);
  const words = kind === 'picture' ? look.cells.pictureAlt : look.cells.posterAlt;
  return (
    kept &&
    html`<figure><img src="${path}/${kind}?v=${kept.hash.slice(0, 12)}" alt="${words || draft.files[kind][0]}"><figcaption class="soft">${draft.files.kept(kept.name, `${kept.width}×${kept.height}`)}</figcaption></figure>`
  );
}

/** A file to choose, and what is kept so far. */
function upload(shown: Shown, kind: 'picture' | 'poster' | 'table'): Html {
  const { draft, look } = shown;
  const [label, help] = draft.files[kind];
  const id = kind === 'table' ? 'tableFile' : kind;
  const kept = kind === 'table' ? undefined : shownPicture(shown, kind);
  const hasOne = kind === 'table' ? look.cells.table !== '' : kept !== undefined;
  const accept = kind === 'table' ? '.csv,.tsv,.txt,text/csv' : 'image/png,image/jpeg,image/gif';
  return html`<div class="field upload"><label for="${id}">${label}</label><p class="soft" id="${id}-help">${help}</p>${kept}<div class="files"><input type="file" id="${id}" name="${id}" accept="${accept}" aria-describedby="${id}-help">${act(`upload-${kind}`, draft.files.upload, html` class="quiet" aria-label="${draft.files.upload}: ${label}"`)}${hasOne && act(`remove-${kind}`, draft.files.remove, html` class="quiet" aria-label="${draft.files.remove}: ${label}"`)}</div></div>`;
}
