/** The look of the small pages: that of the letters, light and dark, by system fonts. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2530;--soft:#526070;--paper:#fff;--ground:#f2f4f7;--line:#7d8b99;--hair:#d7dde4;--brand:#0b5c8a;--on:#fff;--link:#0b5c8a;--grave:#a02b2b;--ongrave:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#a9b6c3;--paper:#1b232c;--ground:#11171d;--line:#74828f;--hair:#33404d;--link:#6cb8e6;--grave:#f19999;--ongrave:#2b0808}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:40rem;margin:0 auto;padding:0 1.25rem}
header{background:var(--brand);color:#fff;border-radius:0 0 .75rem .75rem;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;padding:.5rem 1.5rem}
header p{margin:0;font-weight:600}header ul{display:flex;flex-wrap:wrap;gap:0 .25rem;list-style:none;margin:0 -.5rem;padding:0;font-size:.95rem}
header a,header span{display:inline-block;padding:.5rem;color:#fff}header span{font-weight:600;text-decoration:none}
article{background:var(--paper);border:1px solid var(--hair);border-radius:.75rem;padding:1.5rem;margin-top:1rem}
footer{color:var(--soft);font-size:.95rem;padding-bottom:1.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}h2{font-size:1.1rem;line-height:1.35;margin:1.5rem 0 .5rem}p{margin:.5rem 0}ul{padding-left:1.3rem}li{margin:.35rem 0}
a{color:var(--link)}
fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem .75rem;min-width:0}legend{font-weight:600;padding:0 .25rem}
label.choice{display:flex;gap:.6rem;align-items:center;padding:.35rem 0;min-height:2.75rem;cursor:pointer}
input[type=radio],input[type=checkbox]{width:1.25rem;height:1.25rem;flex:none;accent-color:var(--link)}
select,input[type=search]{font:inherit;padding:.5rem;min-height:2.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink);max-width:100%;width:100%}
p.typed label{display:block;font-weight:600;margin-bottom:.25rem}p.typed input{font:inherit;padding:.5rem .75rem;min-height:2.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink)}
button{font:inherit;font-weight:600;border:2px solid transparent;border-radius:.5rem;padding:.7rem 1.5rem;min-height:2.75rem;background:var(--brand);color:var(--on);cursor:pointer;margin-top:.75rem}
button.grave{background:var(--grave);color:var(--ongrave)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}header :focus-visible{outline-color:#fff}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;align-items:baseline;margin:.75rem 0}dt{color:var(--soft)}dd{margin:0}
.problem{border-left:4px solid var(--grave);padding:.25rem .75rem}.card{border:1px solid var(--hair);border-radius:.6rem;padding:1rem;margin:.75rem 0}.card h3{font-size:1.1rem;margin:0 0 .25rem}.card p{margin:.15rem 0}.tags,.soft{color:var(--soft);font-size:.95rem}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}.row label{display:grid;gap:.25rem;flex:1 1 11rem;min-width:0}
body.wide>header,body.wide>main,body.wide>footer{max-width:76rem}
@media (max-width:30rem){header{border-radius:0}main{padding:0 .75rem}article{padding:1.1rem}dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}form>button{width:100%}}
@media (forced-colors:active){button{border-color:ButtonText}}
`;
