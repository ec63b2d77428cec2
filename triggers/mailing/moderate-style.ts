import { DRAFT_STYLE } from './draft-style.ts';

/** Looks of the pages of moderators, the calendar and the officer, besides those of the draft page. */
export const MODERATE_STYLE = `${DRAFT_STYLE}
.top{display:flex;flex-wrap:wrap;gap:0 1.5rem}.top a{padding:.5rem 0}
.side{position:static!important;max-height:none!important;overflow:visible!important}
.late{color:var(--grave);font-weight:700}
.side>section{border:1px solid var(--hair);border-radius:.6rem;padding:.75rem 1rem;margin:0 0 1rem}.side h2{margin-top:0}
.decide{border:2px solid var(--link)!important}.act{border-top:1px solid var(--hair);padding:.75rem 0;margin:0}.act h3{font-size:1rem;margin:0}.act .act{border:0;padding:0}
summary{cursor:pointer;font-weight:600;min-height:2.75rem;display:list-item;padding:.5rem 0}
textarea,p.typed input[type=url],.field input{font:inherit;width:100%;padding:.5rem .75rem;min-height:2.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink)}
textarea{resize:vertical;field-sizing:content;max-height:40rem}
iframe{display:block;width:100%;height:34rem;border:1px solid var(--line);border-radius:.5rem;background:#fff;resize:vertical}iframe.phone{max-width:23.4375rem}iframe.dark{background:#111}
.source{background:var(--ground);border:1px solid var(--hair);border-radius:.5rem;padding:1rem;line-height:1.9}
mark{background:#ffe3e0;color:#5c1010;border-bottom:2px solid #a02b2b;padding:.05em 0}mark.warning{background:#fff1c9;color:#4a3600;border-bottom-color:#8a6a00}
@media (prefers-color-scheme:dark){mark{background:#4d1f1f;color:#ffdcd8;border-bottom-color:#f19999}mark.warning{background:#44370f;color:#ffeab0;border-bottom-color:#d9b34a}}
.ref{display:inline-block;min-width:1.6em;padding:0 .3em;border-radius:.8em;font-size:.8rem;line-height:1.6;text-align:center;font-weight:700;text-decoration:none;background:var(--grave);color:var(--ongrave)}.ref.warning{background:var(--soft);color:var(--paper)}
.findings li.aside{border-color:var(--hair);color:var(--soft)}.findings li:target{background:var(--ground)}
.days .choice{padding:.1rem 0}.days{margin:0}
.history{padding-left:1.3rem}
section h3{font-size:1rem;margin:.75rem 0 .25rem}section h3+p{margin-top:.25rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--hair)}table{overflow-wrap:normal}thead th{color:var(--soft);font-size:.95rem}
@media (max-width:48rem){.stacked,.stacked tbody,.stacked tr,.stacked td,.stacked th{display:block;border:0;padding:.1rem 0}.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stacked tr{border:1px solid var(--hair);border-radius:.6rem;padding:.75rem 1rem;margin:.75rem 0}.stacked td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}}
`;
