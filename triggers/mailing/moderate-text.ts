import type { Finding } from '../../domain/mailing/check/index.ts';
import { findingIn, findingKey, readUpload } from '../../domain/mailing/request/index.ts';
import { type Html, html } from '../html.ts';
import { pressField } from '../press.ts';
import { marked, placed } from './marked.ts';
import { isApprover, isModerator, isOwn, isPost, isSetAside, type Opened, stageOf } from './moderate-shown.ts';
import { copyFor } from './preview.ts';
import { hereWith } from './staff.ts';

/** How readers see it: on a desktop, on a phone, in the dark, as text. Frames run nothing and reach nothing. */
export function previews(opened: Opened): Html | undefined {
  const { look, words, draft } = opened;
  const { views, frame, empty } = draft.preview;
  if (isPost(look)) return undefined;
  const text = look.document.blocks.length === 0 ? '' : copyFor(look, '').text;
  const alone = html`<pre class="plain-text" tabindex="0">${text}</pre>`;
  const at = (view: string) =>
    hereWith(opened, { open: look.id, ...(view === 'dark' ? { dark: '1' } : {}) }, '/preview');
  const shown = (view: 'desktop' | 'phone' | 'dark') =>
    html`<details${view === 'desktop' && html` open`}><summary>${views[view]}</summary><iframe class="${view}" sandbox src="${at(view)}" title="${frame}: ${views[view]}"${view !== 'desktop' && html` loading="lazy"`}></iframe></details>`;
  return html`<section aria-labelledby="preview-title"><h2 id="preview-title">${words.preview}</h2>${
    text === ''
      ? html`<p class="soft">${empty}</p>`
      : html`${shown('desktop')}${shown('phone')}${shown('dark')}<details><summary>${views.text}</summary>${alone}</details>`
  }</section>`;
}

/** The source as the initiator wrote it, with what the rules find at its place, and each finding with its way out. */
export function foundText(opened: Opened): Html {
  const { look, words, draft } = opened;
  if (isPost(look)) return html`${post(opened)}<p class="soft">${draft.findings.onlyPost}</p>`;
  const { findings } = look.verdict;
  const spots = findings.flatMap(({ at, text, severity }, i) => (at ? [{ n: i + 1, kind: severity, at, text }] : []));
  const shown = placed(look.document.source, spots);
  const open = findings.filter((one) => !isSetAside(findingKey(one), look));
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const tally = findings.length === 0 ? draft.findings.none : draft.findings.tally(errors, open.length - errors);
  const picture = readUpload(look.cells.picture);
  return html`<section aria-labelledby="text-title"><h2 id="text-title">${words.text.title}</h2><p><strong>${tally}</strong></p><pre class="source">${marked(look.document.source, spots, words.text.finding)}</pre>${
    picture &&
    html`<figure><img src="${hereWith(opened, { open: look.id, v: picture.hash.slice(0, 12) }, '/picture')}" alt="${look.cells.pictureAlt || draft.files.picture[0]}"><figcaption class="soft">${draft.files.kept(picture.name, `${picture.width}×${picture.height}`)}</figcaption></figure>`
  }<ol class="findings">${findings.map((one, i) => finding(one, i + 1, shown.has(i + 1), opened))}</ol></section>${look.cells.social === 'No' || look.cells.social === '' ? undefined : post(opened)}`;
}

function finding(one: Finding, n: number, hasPlace: boolean, opened: Opened): Html {
  const { look, draft, words, reader } = opened;
  const said = draft.findings;
  const { message, fix, text } = findingIn(one, look.cells, reader.language);
  const key = findingKey(one);
  const by = look.memory?.mistaken[key] ?? [];
  const facts = [
    [said.found, one.found],
    [said.allowed, one.allowed],
  ] as const;
  const [, place = '', section = ''] = /^(Appendix 1|Policy), section (.+)$/.exec(one.clause) ?? [];
  return html`<li class="${one.severity}${isSetAside(key, look) && html` aside`}" id="finding-${n}"><p>${hasPlace ? html`<a class="ref ${one.severity}" href="#spot-${n}">${n}</a>` : html`<span class="ref ${one.severity}">${n}</span>`} <strong>${one.severity === 'error' ? said.error : said.warning}</strong> <span class="soft">${one.rule}, ${said.clause(place === 'Appendix 1', section)}</span></p><p>${message}</p>${text !== '' && html`<p class="soft">${said.words}: <q>${text}</q></p>`}<p class="soft">${facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => html`<span>${label}: ${value ?? ''}</span> `)}</p>${fix !== '' && html`<p>→ ${fix}</p>`}${by.length > 0 && html`<p class="remark">${words.mistaken.by(by.map(opened.nameOf).join(', '))}</p>`}${mistaken(key, n, one, opened)}</li>`;
}

/** Two people together may call any finding mistaken, each in words (Q28): a false warning would go to the initiator, too. */
function mistaken(key: string, n: number, one: Finding, opened: Opened): Html | undefined {
  const { look, words, link } = opened;
  const mine = look.memory?.mistaken[key]?.includes(link.person) ?? false;
  const may = (isModerator(opened) || isApprover(opened)) && !isOwn(opened) && stageOf(look) === 'In moderation';
  if (!may || mine || isSetAside(key, look)) return undefined;
  const { title, explain, button } = words.mistaken;
  return html`<details><summary>${title}<span class="heard">: ${words.text.finding(n)}</span></summary><form method="post" action="${hereWith(opened, { open: look.id })}">${pressField()}<input type="hidden" name="act" value="mistaken"><input type="hidden" name="finding" value="${key}"><input type="hidden" name="rule" value="${one.rule}"><p class="soft" id="mistaken-${n}-help">${explain}</p><div class="field"><label for="mistaken-${n}">${words.reason}</label><textarea id="mistaken-${n}" name="words" rows="2" maxlength="3000" required aria-describedby="mistaken-${n}-help"></textarea></div><button type="submit" class="quiet">${button}</button></form></details>`;
}

/** What goes to social networks (R23, R28). */
function post(opened: Opened): Html {
  const { look, draft } = opened;
  const { cells } = look;
  const poster = readUpload(cells.poster);
  return html`<section aria-labelledby="post-title"><h2 id="post-title">${draft.groups.social}</h2>${
    poster &&
    html`<figure><img src="${hereWith(opened, { open: look.id, v: poster.hash.slice(0, 12) }, '/poster')}" alt="${cells.posterAlt || draft.files.poster[0]}"><figcaption class="soft">${draft.files.kept(poster.name, `${poster.width}×${poster.height}`)}</figcaption></figure>`
  }<p class="said">${cells.posterText}</p><p><strong>${cells.hashtag}</strong></p></section>`;
}
