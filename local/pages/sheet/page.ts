import { html, jsonElement, Markup } from '../html.ts';
import { page, problemPage } from '../layout.ts';
import type { Links, Parts } from '../types.ts';
import { currentView } from './view.ts';

/** Workbooks of the programme in their order, then other spreadsheets. */
function workbooks({ google, links }: Parts): Links['spreadsheets'] {
  const known = links().spreadsheets.filter(({ id }) => google.version(id) > 0);
  const others = google.spreadsheets().filter(({ id }) => !known.some((one) => one.id === id));
  return [...known, ...others];
}

/** The frame of the grid; the grid itself is drawn by scripts. */
export function sheetPage(parts: Parts, query: URLSearchParams): Markup {
  const books = workbooks(parts);
  const id = query.get('id') ?? books[0]?.id;
  if (id === undefined)
    return problemPage('No spreadsheet yet', 'The programme has not been set up yet. Try again in a moment.');
  const { title } = currentView(parts.google, id);
  const current = books.find((one) => one.id === id);
  return page({
    title,
    here: '/sheet',
    kind: 'window',
    styles: ['tabulator.css', 'sheet/sheet.css'],
    scripts: ['sheet/main.js'],
    body: html`<main id="main" class="sheet">
<h1 class="hidden">${title}</h1>
<div class="bar" role="toolbar" aria-label="Spreadsheet">
<label class="book"><span class="hidden">Workbook</span><select id="book">${books.map(
      (one) => html`<option value="${one.id}"${one.id === id ? new Markup(' selected') : ''}>${one.title}</option>`,
    )}</select></label>
${current?.readers ? html`<span class="readers quiet">Readers: ${current.readers}</span>` : ''}
<span class="tools">
<button type="button" id="undo" title="Undo (Ctrl+Z)" disabled><span aria-hidden="true">↶</span><span class="hidden">Undo</span></button>
<button type="button" id="redo" title="Redo (Ctrl+Y)" disabled><span aria-hidden="true">↷</span><span class="hidden">Redo</span></button>
<button type="button" id="above" title="Insert a row above the selected one">Row above</button>
<button type="button" id="below" title="Insert a row below the selected one">Row below</button>
<button type="button" id="delete" title="Delete the selected rows">Delete row</button>
<button type="button" id="filters" aria-pressed="false" title="Show a filter under each header">Filter</button>
</span>
<span id="shown" class="quiet"></span><span id="state" class="quiet" role="status"></span>
</div>
<div class="about"><p id="about" class="quiet"></p>
<ul class="legend"><li class="staff">Yours</li><li class="person">Answered by people</li><li class="program">Kept by the program</li></ul></div>
<div class="cellbar"><strong id="cell-name"></strong><span id="cell-text"></span><span id="note"></span></div>
<div id="grid"><p class="empty">Opening…</p></div>
<nav id="tabs" aria-label="Tabs"></nav>
<div id="message" role="alert" hidden></div>
<noscript><p class="empty">The grid needs JavaScript.</p></noscript>
${jsonElement('sheet', { id, tab: query.get('tab'), row: query.get('row') })}
</main>`,
  });
}
