import { html, Markup } from '../html.ts';
import { type Asked, OTHER } from './entries.ts';

/** One question with what is filled in so far and what is wrong with it. Works without scripts. */
export function questionCard(question: Asked, values: readonly string[], error: string | undefined): Markup {
  const { entry, title, help, kind, required } = question;
  const group = kind === 'choice' || kind === 'checkboxes' || kind === 'scale';
  const describedBy = [help && `${entry}-help`, error && `${entry}-error`].filter(Boolean).join(' ');
  const described = describedBy ? html` aria-describedby="${describedBy}"` : '';
  const star = required
    ? html` <span class="star" aria-hidden="true">*</span><span class="hidden"> (required)</span>`
    : '';
  const helpLine = help ? html`<p class="help" id="${entry}-help">${help}</p>` : '';
  const errorLine = error
    ? html`<p class="error" id="${entry}-error"><span aria-hidden="true">⚠ </span>${error}</p>`
    : '';
  const state = html`${described}${error ? new Markup(' aria-invalid="true"') : ''}`;
  const classes = error ? 'card question wrong' : 'card question';
  if (group) {
    const role =
      kind === 'checkboxes' ? '' : html` role="radiogroup"${required ? new Markup(' aria-required="true"') : ''}`;
    return html`<fieldset class="${classes}" id="${entry}"${role}${described}><legend>${title}${star}</legend>
${helpLine}${options(question, values)}${errorLine}</fieldset>`;
  }
  return html`<div class="${classes}"><label for="${entry}">${title}${star}</label>
${helpLine}${input(question, values[0] ?? '', state)}${errorLine}</div>`;
}

function options({ entry, kind, choices, other, labels, required }: Asked, values: readonly string[]): Markup {
  const type = kind === 'checkboxes' ? 'checkbox' : 'radio';
  const checked = (on: boolean): Markup | '' => (on ? new Markup(' checked') : '');
  const own = values.find((value) => !choices.includes(value));
  const clear =
    type === 'radio' && !required
      ? html`<label class="option none"><input type="radio" name="${entry}" value=""${checked(values.length === 0)}> No answer</label>`
      : '';
  const list = choices.map(
    (choice) =>
      html`<label class="option"><input type="${type}" name="${entry}" value="${choice}"${checked(values.includes(choice))}> <span>${choice}</span></label>\n`,
  );
  const more = other
    ? html`<div class="option"><label><input type="${type}" name="${entry}" value="${OTHER}"${checked(own !== undefined)}> Other:</label>
<input type="text" name="${entry}.other_option_response" value="${own ?? ''}" aria-label="Other, in your words"></div>`
    : '';
  const [low, high] = labels;
  const ends = low || high ? html`<p class="help">${low} – ${high}</p>` : '';
  return html`${ends}<div class="${kind === 'scale' ? 'options scale' : 'options'}">${list}${more}${clear}</div>`;
}

/** The names by which browsers fill in what they know of a person. */
const autofill = (title: string): string | undefined => {
  if (/^full name$/i.test(title)) return 'name';
  if (/^e-?mail/i.test(title)) return 'email';
  return /^phone$/i.test(title) ? 'tel' : undefined;
};

function input({ entry, kind, title, choices, required, withTime }: Asked, value: string, state: Markup): Markup {
  const base = html`id="${entry}" name="${entry}"${required ? new Markup(' aria-required="true"') : ''}${state}`;
  if (kind === 'paragraph') return html`<textarea ${base} rows="4">\n${value}</textarea>`;
  if (kind === 'dropdown') {
    const words = choices.includes(value) || value === '' ? choices : [...choices, value];
    return html`<select ${base}><option value="">Choose</option>${words.map(
      (choice) => html`<option${choice === value ? new Markup(' selected') : ''}>${choice}</option>`,
    )}</select>`;
  }
  if (kind === 'date') return html`<input type="${withTime ? 'datetime-local' : 'date'}" ${base} value="${value}">`;
  if (kind === 'time') return html`<input type="time" ${base} value="${value}">`;
  const fill = autofill(title);
  return html`<input type="text" ${base} value="${value}"${fill ? html` autocomplete="${fill}"` : ''}>`;
}
