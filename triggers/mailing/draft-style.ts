/** Looks of the draft page besides those of all pages. */
export const DRAFT_STYLE = `
.subject{font-size:1.1rem;font-weight:600}
.state{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.5rem 2.5rem;border-top:1px solid var(--hair);border-bottom:1px solid var(--hair);padding:1rem 0;margin:1rem 0}
.state h2,.card h2,.side>section:first-child h2{margin-top:0}.stage{font-weight:700;font-size:1.15rem}
.two{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2.5rem}
.side{margin-top:1.5rem}
@media (min-width:64rem){.side{margin-top:0}.two{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}.side{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto;padding:0 .25rem .25rem 0}}
.field{margin:1rem 0}.field>label,fieldset.plain>legend{font-weight:600;padding:0}.field>p,fieldset.plain>p{margin:.1rem 0 .35rem}
fieldset.plain{border:0;padding:0}
.choices{display:flex;flex-wrap:wrap;gap:0 1.5rem}
#draft input[type=text],#draft input[type=date],#draft textarea{font:inherit;width:100%;padding:.5rem .75rem;min-height:2.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:var(--ink)}
#draft textarea{resize:vertical;field-sizing:content;max-height:40rem}
#draft [aria-invalid=true]{border:2px solid var(--grave)}
.row>.field{flex:1 1 14rem;min-width:0;align-self:stretch;display:flex;flex-direction:column}.row>.field>input{margin-top:auto}.row>.field>label{display:block;flex:none}
.first{position:absolute;width:1px;height:1px;min-height:0;padding:0;margin:0;overflow:hidden;clip-path:inset(50%)}
.files{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}.files input{font:inherit;max-width:100%;min-width:0;flex:1 1 14rem}.files button{margin:0}
input[type=file]::file-selector-button{font:inherit;min-height:2.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--ground);color:var(--ink);padding:.5rem 1rem;margin-right:.75rem}
button.quiet{background:transparent;color:var(--link);border-color:var(--link)}
figure{margin:.5rem 0}figure img{max-width:100%;max-height:16rem;border:1px solid var(--hair);border-radius:.5rem;display:block}
.bar{border-top:1px solid var(--hair);margin-top:1rem;padding-top:.5rem}.bar [data-live=tally]{font-weight:600}
.done{border-left:4px solid var(--link);padding:.25rem .75rem}
div.problem h2{margin-top:.25rem}
.findings{list-style:none;padding:0;margin:0}.findings li{border-left:4px solid var(--grave);padding:.1rem .75rem;margin:.9rem 0}.findings li.warning{border-color:var(--line)}.findings p{margin:.2rem 0}.findings span+span{margin-left:1rem}
.remark{border-left:4px solid var(--line);padding:.25rem .75rem}
.stored{border-left:4px solid var(--grave);padding:.1rem .75rem;margin:.4rem 0}
pre,.said,.given dd,.diff{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.25rem 0}
.plain-text{background:var(--ground);border:1px solid var(--hair);border-radius:.5rem;padding:1rem;max-height:26rem;overflow:auto}
del{color:var(--grave);text-decoration:line-through}ins{color:var(--link);text-decoration:underline;font-weight:600}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.away{border-top:1px solid var(--hair);margin-top:1.5rem;padding-top:1rem}.away a{color:var(--grave);display:inline-block;padding:.6rem 0}
`;
