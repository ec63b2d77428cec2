import type { ServerResponse } from 'node:http';
import { type Html, html } from './html.ts';

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2530;--soft:#526070;--paper:#fff;--ground:#f2f4f7;--line:#d7dde4;--brand:#0b5c8a;--on:#fff;--grave:#a02b2b}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#a9b6c3;--paper:#1b232c;--ground:#11171d;--line:#33404d;--brand:#6cb8e6;--on:#08202f;--grave:#f19999}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.25rem}article{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem;margin-top:1rem}
header,footer{color:var(--soft);font-size:.9rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}p{margin:.5rem 0}
a{color:var(--brand)}fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem 1rem}legend{font-weight:600;padding:0 .25rem}
label.choice{display:flex;gap:.6rem;align-items:center;padding:.45rem 0;min-height:2.75rem}input[type=radio],input[type=checkbox]{width:1.25rem;height:1.25rem;accent-color:var(--brand)}
select,input[type=search]{font:inherit;padding:.5rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink);max-width:100%}
button{font:inherit;font-weight:600;border:0;border-radius:.5rem;padding:.75rem 1.5rem;min-height:2.75rem;background:var(--brand);color:var(--on);cursor:pointer;margin-top:.75rem}
button.grave{background:var(--grave)}button:focus-visible,a:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:.75rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.problem{border-left:4px solid var(--grave);padding:.25rem .75rem}.card{border:1px solid var(--line);border-radius:.6rem;padding:1rem;margin:.75rem 0}.card h2{margin:0 0 .25rem}.tags{color:var(--soft);font-size:.95rem}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}.row label{display:grid;gap:.25rem}.full{opacity:.65}
`;

/** Sends one small page: readable without script, on a phone, by keyboard and with a screen reader. */
export function sendPage(res: ServerResponse, status: number, title: string, body: Html): void {
  const page =
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><link rel="icon" href="data:,"><style>`
      .text +
    STYLE +
    html`</style></head><body><main><header>Alumni mentorship programme</header><article>${body}</article>${body.text.includes('<button') ? html`<footer><p>Nothing happens until you press a button.</p></footer>` : undefined}</main></body></html>`
      .text;
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  res.end(page);
}

/** Says one thing and what to do next. */
export const sendWords = (res: ServerResponse, status: number, title: string, words: string, more?: Html): void =>
  sendPage(res, status, title, html`<h1>${title}</h1><p>${words}</p>${more}`);
