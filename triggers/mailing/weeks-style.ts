/** Looks of the calendar of mailings: a grid on a desk and on paper, a list on a phone. */
export const WEEKS_STYLE = `
.weeks{table-layout:fixed;overflow-wrap:anywhere}.weeks th,.weeks td{border:1px solid var(--hair);padding:.5rem}.weeks thead th{text-align:left}.weeks th[scope=row]{font-weight:600}
.weeks ul{list-style:none;margin:0;padding:0}.weeks li{border-left:4px solid var(--link);padding:.1rem 0 .1rem .5rem;margin:.4rem 0;font-size:.95rem;line-height:1.35}.weeks li.held{border-color:var(--grave)}
.weeks p{margin:.1rem 0}.weeks .date{color:var(--soft);font-size:.9rem}.weeks .date .name{display:none}
.weeks .off{background:var(--ground)}.weeks .today{outline:2px solid var(--link);outline-offset:-2px}
@media (max-width:60rem){.weeks,.weeks tbody,.weeks tr,.weeks td,.weeks th{display:block;border:0}.weeks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.weeks tr{border:1px solid var(--hair);border-radius:.6rem;margin:.75rem 0;padding:.25rem .5rem}.weeks th br{display:none}.weeks .bare{display:none}.weeks .date .name{display:inline}.weeks td{padding:.35rem .5rem}}
@media print{@page{size:A4 landscape;margin:1cm}.wide>header,.wide>footer,.top{display:none}body{background:#fff;font-size:11px}article{border:0;padding:0;margin:0}.weeks tr{break-inside:avoid}body.wide>main{max-width:none;padding:0}}
`;
