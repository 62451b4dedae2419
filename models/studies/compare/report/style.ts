/** What the report of a comparison adds to the look of all reports. */
export const COMPARE_STYLE = `
.advice{background:var(--mark);border-left:4px solid var(--accent);padding:1.1rem 1.35rem;margin:1.5rem 0 0;max-width:none;border-radius:0 8px 8px 0}
.advice p{margin:0;font-size:clamp(1.12rem,1rem + .6vw,1.32rem);line-height:1.45;font-weight:550;max-width:none}
.advice .also{font-size:1rem;font-weight:400;color:var(--soft);margin-top:.5rem}
.advice .warn{font-size:1rem;margin-top:.5rem;border-left:4px solid currentColor;padding-left:.6rem}
figure svg{min-width:0}
.narrow{display:none}
.chosen th,.chosen td{background:var(--mark)}
.chosen th::before{content:"→ ";color:var(--accent)}
.sum th,.sum td>span{font-weight:650}
.decision{width:100%}
.decision th:first-child{padding-left:.4rem}
.decision td.n,.decision thead th,.decision tbody th{white-space:normal}
.decision thead th.n{min-width:5rem}
section>.box,section>p+.box{margin-bottom:2rem}
.decision .between{display:block;color:var(--soft);font-size:.86em;white-space:nowrap}
.decision th .between{white-space:normal;font-weight:400;max-width:22rem}
h2+p{max-width:44rem}
@media (max-width:44rem){
.wide{display:none}.narrow{display:block}
.decision,.decision caption,.decision tbody,.decision tr,.decision th,.decision td{display:block}
.decision thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.decision tr{border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem;margin:0 0 .8rem}
.decision tbody th{border:0;font-weight:650;font-size:1.05rem;white-space:normal;padding:.2rem 0}
.decision td{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.18rem 0;text-align:right}
.decision td::before{content:attr(data-label);color:var(--soft);text-align:left}
.decision .between{white-space:normal}
.decision .empty{display:none}
.decision tbody th:first-child{padding-left:0}
.decision th .between{font-weight:400}
.chosen{background:var(--mark)}.chosen th,.chosen td{background:none}
}
`;
