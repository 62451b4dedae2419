import { colourStyle } from "../charts/hues.ts";

/** The look of the report: one column, system type, light and dark, and fit for paper. */
export const STYLE = `
${colourStyle()}:root{--theme-background:var(--paper);color-scheme:light dark;--paper:#fdfdfb;--raised:#fff;--ink:#1b2430;--soft:#55606e;--line:#dfe3e8;--accent:#0b62a3;--mark:#eef4f9;--warn:#9a3d00;--warn-ground:#fff4ec}
@media (prefers-color-scheme:dark){:root{--paper:#12161c;--raised:#171c23;--ink:#e8ebef;--soft:#a3adb9;--line:#2c343e;--accent:#6db4ea;--mark:#18232e;--warn:#ffb37a;--warn-ground:#2b1d12}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
.page{max-width:56rem;margin:0 auto;padding:clamp(1.5rem,5vw,4rem) clamp(1rem,4vw,2.5rem) 4rem}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);line-height:1.14;letter-spacing:-.02em;font-weight:700;margin:.4rem 0 1rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;letter-spacing:-.01em;font-weight:650;margin:3.5rem 0 1rem}
h3{font-size:1.05rem;line-height:1.35;font-weight:650;margin:0 0 .75rem}
p,ul,ol{margin:0 0 1rem;max-width:42rem}
a{color:var(--accent)}
code{font:.88em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.over{color:var(--soft);font-size:.9rem;margin:0}
.lead{font-size:1.12rem;color:var(--soft);max-width:40rem}
.facts{display:flex;flex-wrap:wrap;gap:.75rem 2.25rem;margin:1.75rem 0 0;padding:1rem 0 0;border-top:1px solid var(--line)}
.facts div{min-width:5rem}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0;font-size:1.3rem;font-weight:650;font-variant-numeric:tabular-nums;line-height:1.3}
.findings{list-style:none;padding:0;margin:0;max-width:none}
.findings li{padding:1.1rem 0;border-top:1px solid var(--line)}
.findings li:last-child{border-bottom:1px solid var(--line)}
.findings p{margin:0;max-width:46rem}
.claim{font-size:1.16rem;line-height:1.5;font-weight:550}
.ground{color:var(--soft);font-size:.95rem;margin-top:.35rem!important}
figure{margin:0 0 3rem}
figcaption{color:var(--soft);font-size:.95rem;max-width:44rem;margin-top:.6rem}
.box{overflow-x:auto;max-width:100%}
.box:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
figure svg{display:block;max-width:100%;min-width:min(34rem,var(--own));height:auto;color:var(--ink)}
figure svg>.ground{fill:none}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;line-height:1.4}
caption{text-align:left;color:var(--soft);font-size:.95rem;padding-bottom:.6rem}
caption span{position:sticky;left:0;display:inline-block;max-width:min(44rem,calc(100vw - 2.2rem))}
th,td{padding:.45rem 1rem .45rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line)}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--soft)}
tbody th{font-weight:500}
.n{text-align:right;white-space:nowrap}
.i{color:var(--soft);white-space:nowrap;text-align:right}
thead th .unit{display:block;font-weight:400;color:var(--soft);font-size:.85em}
tbody th{white-space:nowrap}
.about{min-width:13rem}
.sure{font-weight:400;color:var(--soft)}
details{margin:0 0 1rem}
summary{cursor:pointer;color:var(--accent);font-weight:600;padding:.35rem 0}
.warn{background:var(--warn-ground);border-left:4px solid var(--warn);padding:1rem 1.25rem;margin:2rem 0 0;max-width:46rem}
.warn h2{margin:0 0 .5rem;font-size:1.1rem;color:var(--warn)}
.warn ul{margin:0;padding-left:1.1rem}
.code{display:block;background:var(--mark);padding:.8rem 1rem;border-radius:6px;overflow-x:auto;white-space:pre;max-width:100%}
.pairs{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.5rem;margin:0 0 1rem;max-width:44rem}
.pairs div{display:contents}
.pairs dt{color:var(--soft)}
.pairs dd{margin:0;min-width:0;overflow-wrap:anywhere}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.gap{height:1.5rem}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--raised);padding:.5rem 1rem;z-index:1}
@media (max-width:30rem){body{font-size:16px}.pairs{grid-template-columns:1fr;gap:0}.pairs dd{margin-bottom:.6rem}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#111;--soft:#444;--line:#ccc;--accent:#111;--mark:#f5f5f5}body{font-size:10.5pt}.page{max-width:none;padding:0}.skip{display:none}figure,tr,.findings li{break-inside:avoid}h2,h3{break-after:avoid}.box{overflow:visible}details::details-content{content-visibility:visible;display:block}figure svg{min-width:0}.code{white-space:pre-wrap}}
`;
