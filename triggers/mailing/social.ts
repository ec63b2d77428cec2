import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { isErrorCode } from '../../domain/errors.ts';
import { readUpload, socialOf } from '../../domain/mailing/request/index.ts';
import type { Code } from '../../domain/messages.ts';
import { dayIn, momentIn, outcomeIn } from '../../domain/words/index.ts';
import { type FunctionRequest, formFields } from '../body.ts';
import { type Html, html } from '../html.ts';
import { sendPage, sendWords } from '../page.ts';
import type { TriggerPorts } from '../ports.ts';
import { pressField, pressOf } from '../press.ts';
import { sendFile } from './files.ts';
import { forward } from './moderate-post.ts';
import type { Opened } from './moderate-shown.ts';
import { MODERATE_STYLE } from './moderate-style.ts';
import { hereWith, openDesk, openedAgain } from './staff.ts';

/**
 * The communication officer's page: poster, text and hashtag of a post, confirmed with the post's link or returned in words (R23, R28).
 * GET shows, POST acts; `poster` below it is the file.
 */
export async function socialPage(
  ports: TriggerPorts,
  req: FunctionRequest,
  res: ServerResponse,
  token: string,
  more: string,
): Promise<void> {
  const desk = await openDesk(ports, req, res, token, {
    place: 'social',
    actions: ['social'],
    roles: ['Communication officer'],
  });
  if (!desk) return;
  const { reader, draft, link, query } = desk;
  const look = await ports.mailings.look(link.process.replace(/^mailing\//, ''));
  if (!look || socialOf(look.cells) === 'none')
    return sendWords(res, 404, reader.words.notFound, draft.noRow, undefined, reader);
  if (more === 'poster') {
    const name = query.has('download') ? (readUpload(look.cells.poster)?.name ?? 'poster') : '';
    return sendFile(res, await ports.mailings.file(look.id, 'poster'), name);
  }
  if (more !== '') return sendWords(res, 404, reader.words.notFound, reader.words.nothingHere, undefined, reader);
  const opened: Opened = { ...desk, look };
  if (req.method === 'POST') return posted(req, res, opened);
  const code = query.get('said') ?? '';
  return show(res, 200, {
    ...opened,
    ...(isErrorCode(code) ? { said: { kind: 'done', words: outcomeIn(code, reader.language) } } : {}),
  });
}

async function posted(req: FunctionRequest, res: ServerResponse, opened: Opened): Promise<void> {
  const { ports, look, reader, words, link, time } = opened;
  const fields = formFields(req);
  const said = (text: string, kept = '', status = 422) =>
    show(res, status, { ...opened, said: { kind: 'problem', words: text }, unsent: kept });
  const press = pressOf(fields) || time.now;
  const tell = async (kind: string, data: Readonly<Record<string, Code>>) => {
    const name = createHash('sha256')
      .update(JSON.stringify([look.id, link.person, kind, press]))
      .digest('base64url');
    const { status, code } = await ports.runs.tell(`mailing/${look.id}`, {
      id: `${kind}/${name.slice(0, 24)}`,
      kind,
      by: `person ${link.person}`,
      at: time.now,
      data,
      ...(time.clock ? { clock: time.clock } : {}),
    });
    if (status !== 'refused') return forward(res, opened, { said: status === 'done' ? code : 'kept' });
    const again = await openedAgain(opened);
    show(res, 409, { ...again, said: { kind: 'problem', words: outcomeIn(code, reader.language) } });
  };
  if (look.memory?.social?.state !== 'asked') return said(words.social.state[stateOf(opened)], fields.words, 409);
  if (fields.act === 'social-confirm') {
    const url = (fields.link ?? '').trim();
    const kept = await ports.mailings.posted(look.id, url);
    if (kept === 'no link') return said(outcomeIn('social-no-link', reader.language), url);
    return kept === 'gone'
      ? said(outcomeIn('row-gone', reader.language), url, 409)
      : tell('social-confirm', { link: true });
  }
  if (fields.act !== 'social-return') return said(outcomeIn('unknown-message', reader.language), '', 400);
  const kept = await ports.mailings.comment(look.id, opened.name, fields.words ?? '');
  if (kept === 'empty') return said(words.needWords);
  if (kept === 'too long') return said(words.wordsLong, fields.words);
  return kept === 'gone' ? said(outcomeIn('row-gone', reader.language), fields.words, 409) : tell('social-return', {});
}

const stateOf = ({ look }: Opened): 'asked' | 'returned' | 'done' | 'none' => look.memory?.social?.state ?? 'none';

function show(res: ServerResponse, status: number, opened: Opened): void {
  const { look, words, draft, reader, said, unsent } = opened;
  const { social } = words;
  const { cells, memory } = look;
  const { language } = reader;
  const poster = readUpload(cells.poster);
  const version = poster?.hash.slice(0, 12) ?? '';
  const day = memory?.day ?? '';
  const hashtag = cells.hashtag.trim();
  const text = [cells.posterText.trim(), hashtag].filter(Boolean).join('\n\n');
  const banner = html`${said && html`<p class="${said.kind}" role="${said.kind === 'done' ? 'status' : 'alert'}">${said.words}</p>`}${unsent !== undefined && unsent !== '' && html`<p>${words.yourWords}</p><pre class="plain-text">${unsent}</pre>`}`;
  const facts = html`<dl>${day !== '' && html`<dt>${social.day}</dt><dd>${dayIn(day, language)}</dd>`}${memory?.social && memory.social.state === 'asked' && html`<dt>${social.due}</dt><dd><strong>${momentIn(memory.social.due, language)}</strong></dd>`}<dt>${draft.fields.unit?.[0] ?? ''}</dt><dd>${look.unit || cells.unit}</dd><dt>${social.hashtag}</dt><dd><strong>${hashtag}</strong></dd>${cells.eventDate !== '' && html`<dt>${draft.fields.eventDate?.[0] ?? ''}</dt><dd>${dayIn(cells.eventDate, language)}</dd>`}${look.row.cells.post !== '' && html`<dt>${social.stands}</dt><dd><a href="${look.row.cells.post}" rel="noreferrer">${look.row.cells.post}</a></dd>`}</dl>`;
  const shown = poster
    ? html`<figure><img src="${hereWith(opened, { v: version }, '/poster')}" alt="${cells.posterAlt || social.poster}"><figcaption class="soft">${draft.files.kept(poster.name, `${poster.width}×${poster.height}`)}</figcaption></figure><p><a href="${hereWith(opened, { download: '1', v: version }, '/poster')}" download>${social.download}</a></p>${cells.posterAlt !== '' && html`<h3>${social.inWords}</h3><p class="said">${cells.posterAlt}</p>`}`
    : html`<p class="late">${social.noPoster}</p>`;
  const body = html`<nav class="top" aria-label="${words.calendar.title}"><a href="${hereWith({ ...opened, path: opened.path.replace('/social/', '/mailings/') }, {})}">${words.calendar.title}</a></nav><h1>${social.title}: ${cells.subject || look.id}</h1>${banner}<p class="stage">${social.state[stateOf(opened)]}</p><div class="two"><div><section aria-labelledby="poster-title"><h2 id="poster-title">${social.poster}</h2>${shown}</section><section class="field"><h2><label for="copy">${social.copy}</label></h2><textarea id="copy" readonly rows="6" data-copy="${social.copyNow}" data-copied="${social.copied}">\n${text}</textarea></section></div><div class="side"><section aria-label="${social.title}">${facts}</section>${stateOf(opened) === 'asked' && acts(opened)}</div></div>`;
  sendPage(
    res,
    status,
    said?.kind === 'problem' ? `${reader.words.problem}: ${social.title}` : social.title,
    body,
    reader,
    {
      part: draft.part,
      wide: true,
      style: MODERATE_STYLE,
      script: 'copy.js',
    },
  );
}

function acts(opened: Opened): Html {
  const { words } = opened;
  const { social } = words;
  const [title, explain, button] = social.confirm;
  const [back, backExplain, backButton] = social.giveBack;
  const here = hereWith(opened, {});
  const form = (act: string, inside: Html) =>
    html`<form class="act" method="post" action="${here}">${pressField()}<input type="hidden" name="act" value="${act}">${inside}</form>`;
  return html`<section aria-labelledby="decide-title" class="decide"><h2 id="decide-title">${title}</h2>${form('social-confirm', html`<p class="soft" id="link-help">${explain}</p><div class="field"><label for="link">${social.link}</label><input type="url" id="link" name="link" required placeholder="https://" aria-describedby="link-help"></div><button type="submit">${button}</button>`)}<details class="act"><summary>${back}</summary>${form('social-return', html`<p class="soft" id="back-help">${backExplain}</p><div class="field"><label for="back">${social.why}</label><textarea id="back" name="words" rows="4" maxlength="3000" required aria-describedby="back-help"></textarea></div><button type="submit" class="quiet">${backButton}</button>`)}</details></section>`;
}
