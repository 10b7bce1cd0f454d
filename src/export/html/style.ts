/**
 * Style of the digest: screen, dark, phone and paper. One family for text, one for figures; system fonts.
 */

/** Of paragraphs, quotations, figures and tables: what a digest is made of wherever it is shown. */
export const quotationStyle = `.p{display:grid;grid-template-columns:2.6rem minmax(0,1fr);gap:0 1rem;margin:0 0 1.5rem}
.p>div{min-width:0}
.n{font:.8rem/1.95 var(--figures);font-variant-numeric:tabular-nums;color:var(--soft);text-decoration:none;text-align:end}
.n:hover{color:var(--accent);text-decoration:underline}
.p:target>.n{background:var(--accent);color:var(--paper);border-radius:2px;padding-inline:.3rem;align-self:start}
.lead{font-size:1.1rem}
.masthead .narrowed{color:var(--new);font-weight:600}
.line{display:flex;align-items:center;gap:.6rem;margin:.1rem 0 .5rem}.spark{display:block}.spark .base{stroke:var(--rule)}.spark .stroke{fill:none;stroke:var(--fill);stroke-width:1.5}.spark .dot{fill:var(--fill)}.spark .now{fill:var(--accent)}
.position{margin-inline-start:3.6rem}.earlier td,.earlier th{white-space:nowrap}.earlier th[scope=row]{white-space:normal;min-width:10rem}
.note,.more{font:.88rem/1.5 var(--figures);color:var(--soft)}
.q{font-family:var(--figures);font-size:.86em;color:var(--soft)}
.new{font:600 .74rem/1 var(--figures);letter-spacing:.04em;color:var(--new)}
blockquote{margin:0 0 .3rem;font-size:1.06rem;text-align:start}
blockquote p{margin:0}
blockquote:lang(ar),blockquote:lang(fa),blockquote:lang(ur){font-size:1.2rem;line-height:1.75}
.by{font:.88rem/1.45 var(--figures);margin:0 0 .1rem}
.by abbr{color:var(--soft)}
.src,.why,.elsewhere,.crosswalk{font:.82rem/1.5 var(--figures);color:var(--soft);margin:0}
.why span q{quotes:none;color:var(--ink)}
.why q::before,.why q::after{content:""}
.why q{background:var(--tint);padding:0 .25em}
cite{font-style:normal}
.why{display:inline-block;max-width:100%;vertical-align:top}.why[open]{display:block}
summary{cursor:pointer}
.case{margin:0 0 .15rem}
.count{font:.92rem/1.5 var(--figures)}
.also{margin:.7rem 0 0;padding-inline-start:1rem;border-inline-start:1px solid var(--rule)}
.also>summary,.further>summary,.whole>summary{font:.85rem/1.5 var(--figures);color:var(--accent);margin-bottom:.4rem}
.also-item{margin:0 0 .9rem}
.also-item blockquote{font-size:1rem}
.further>summary{margin:1.6rem 0 1rem;margin-inline-start:3.6rem}
.further .p{content-visibility:auto;contain-intrinsic-size:auto 8rem}
.elsewhere,.crosswalk{margin:.8rem 0 0;margin-inline-start:3.6rem}
.paper{display:none}
.issue{margin:0 0 4rem}
.issue>h3{font-size:1.5rem;margin:0 0 1rem;padding-top:.7rem;border-top:1px solid var(--rule);display:flex;gap:.9rem;align-items:baseline;flex-wrap:wrap}
.rank{font:600 1.1rem/1 var(--figures);font-variant-numeric:tabular-nums;color:var(--accent);min-width:2.7rem;text-align:end}
.area{font:.85rem/1 var(--figures);color:var(--soft);margin-inline-start:auto}
.tiles{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:.6rem 0 0;font-family:var(--figures);font-size:.9rem}
.tiles dt{color:var(--soft)}.tiles dd{margin:0}.tiles a{text-decoration:none;color:inherit}.tiles b{font-size:1.25rem;color:var(--accent)}
.pair{columns:2;column-gap:2.5rem}
.pair .p{break-inside:avoid;grid-template-columns:1.6rem minmax(0,1fr);gap:0 .7rem}
.pair h3{font-size:1.08rem}.pair{font-size:.96rem}
.pair ul{list-style:none;padding:0}.pair li{margin-bottom:.5rem}
table{border-collapse:collapse;font:.88rem/1.4 var(--figures);font-variant-numeric:tabular-nums lining-nums;width:100%;overflow-wrap:normal}
caption{text-align:start;color:var(--soft);font-size:.84rem;padding-bottom:.35rem}
th,td{text-align:start;padding-block:.32rem;padding-inline:0 .6rem;vertical-align:baseline;border-bottom:1px solid var(--rule)}
thead th{font-weight:600;font-size:.8rem;color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:400}
.num{text-align:end;white-space:nowrap}.raised thead th:nth-child(n+4){text-align:end;white-space:nowrap}.withbar{display:flex;gap:.8rem;align-items:center;justify-content:flex-start}.withbar a{min-width:4.2em}
.barcell{width:8rem;vertical-align:middle}
.scroll{position:relative;overflow-x:auto;margin:.3rem 0 .9rem}
.bar{display:block;max-width:100%}
.track{fill:var(--track)}.fill{fill:var(--fill)}
.raised{font-size:.95rem}.raised th[scope=row] a{font-weight:600}
.shares{table-layout:fixed}.shares thead th{overflow-wrap:anywhere}.shares td{padding-inline-end:1.2rem}.shares td{border:0}.shares .bar{margin:.15rem 0 .25rem}
.lens th[scope=row]{width:15rem}.lens th[scope=row]:has(.code){padding-inline-start:2.2rem;text-indent:-2.2rem}.lens .code{font-weight:600;display:inline-block;min-width:2.2rem;text-indent:0}
.lens .bar{margin-top:.3rem}
.lens th,.lens td,.change th,.change td{vertical-align:top}
.change .barcell .bar{margin:.12rem 0}.change .barcell .bar:first-child .fill{fill:var(--hatch)}
.tables{display:flex;align-items:flex-start;flex-wrap:wrap;gap:1rem 3rem;margin-top:.6rem}.tables table{width:auto}
.youth{width:auto}
.run{font:600 .88rem/1.4 var(--figures);margin:.6rem 0 .1rem}
#coverage li,#speakers li{font-size:.95rem}
.heat td,.matrix td{text-align:center;padding:.28rem .3rem;border:1px solid var(--rule)}
.heat td{min-width:5.2rem}.heat small{font-size:.78em;opacity:.95}
.heat .all{font-weight:600}
.areahead{font-weight:600;font-size:.8rem;color:var(--soft);padding-top:.9rem}
.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}.h4{background:var(--h4);color:var(--on4b)}.h5{background:var(--h5);color:var(--on4)}
.nh{background:repeating-linear-gradient(135deg,transparent 0 4px,var(--hatch) 4px 5.2px)}
.nh span{background:var(--paper);color:var(--soft);font-size:.8em;padding:0 .2em}
td.nh:not(:empty){color:var(--ink)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;padding:0;font:.88rem var(--figures)}
.key{display:inline-block;width:1.5rem;height:.95rem;border:1px solid var(--rule);vertical-align:-.12rem;margin-inline-end:.3rem}
.matrix{width:auto}.matrix th[scope=row]{min-width:13rem;position:sticky;inset-inline-start:0;background:var(--paper)}
.matrix td{min-width:2.2rem}.matrix .groups td{border:0}.matrix .groups th{border-bottom:1px solid var(--ink);border-inline-start:1px solid var(--rule);padding-inline-start:.4rem}
.up{padding:.2rem .3rem;height:13rem;vertical-align:bottom;text-align:start}
.up>span{writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg);max-height:12.6rem;overflow:hidden;line-height:1.15;font-weight:400;color:var(--ink)}
#filter{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;font:.88rem var(--figures);margin:.5rem 0 1rem}
#filter[hidden]{display:none}
#filter label,#filter select{max-width:100%}#filter select,#filter input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);padding:.15rem}
#filter output{color:var(--soft)}
html:lang(ar){font-size:108%;line-height:1.7}html:lang(ar) :is(h1,h2,h3,.rank){line-height:1.45}html:lang(ar) .n{line-height:2.2}
:lang(ar){letter-spacing:0!important}:lang(ar) :is(h4,#summary h2){letter-spacing:0}:lang(zh) :is(h1,h4){letter-spacing:0}
html:lang(zh){line-height:1.65}html:lang(zh) body{line-break:strict;overflow-wrap:break-word}html:lang(zh) .nh{word-break:keep-all}
[dir=rtl] .up>span{direction:ltr}html:lang(ar) q,html:lang(ru) q{quotes:"«" "»"}html:lang(fr) q{quotes:"«\\a0" "\\a0»"}
[dir=rtl] :is(.bar,.spark){transform:scaleX(-1)}bdi,q,cite{unicode-bidi:isolate}`

/** The style sheet; `runningHead` is printed at the top of each page, where a line begins. */
export const styleSheet = (runningHead: string, direction: "ltr" | "rtl"): string => `
:root{--ink:#1c2126;--soft:#525c66;--rule:#c9ced3;--paper:#fffefb;--accent:#0b4f72;--tint:#eef2f4;--fill:#2f6f93;--track:#e3e7ea;
--h1:#e4eef4;--h2:#c3dbe8;--h3:#93bfd6;--h4:#6aa6c6;--h5:#1d5f86;--on4:#fff;--on4b:#06202e;--hatch:#aab1b8;--new:#8a3b12;
--text:"Source Serif 4","Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif","Liberation Serif",Georgia,"Noto Naskh Arabic","Noto Serif CJK SC","Songti SC",serif;
--figures:"Source Sans 3","Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans Arabic","Noto Sans CJK SC","PingFang SC",sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e4e2dc;--soft:#a8b0b7;--rule:#3d454c;--paper:#14181b;--accent:#8cc4e6;--tint:#1d2328;--fill:#6aaed3;--track:#2b3238;
--h1:#182a35;--h2:#1d3b4c;--h3:#265369;--h4:#7fb9d6;--h5:#b5dcf0;--on4:#06202e;--hatch:#5b646c;--new:#f0a878}}
*{box-sizing:border-box}
html{font:100%/1.5 var(--text);color:var(--ink);background:var(--paper);scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;padding:0 clamp(1rem,4vw,3rem);overflow-wrap:anywhere;font-variant-numeric:lining-nums}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:focus-visible,summary:focus-visible,select:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
abbr{text-decoration:none}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;top:-4rem;background:var(--paper);padding:.5rem 1rem}
.skip:focus{top:.5rem;z-index:2}
h1,h2,h3,h4{font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.9rem,4vw,2.7rem);letter-spacing:-.01em}
h2{font-size:1.75rem;margin:4.5rem 0 1.2rem;padding-top:.9rem;border-top:2px solid var(--ink)}
h3{font-size:1.28rem;margin:0 0 .4rem}
h4{font:600 .8rem/1.3 var(--figures);letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin:2.2rem 0 .8rem;margin-inline-start:3.6rem}
p{margin:0 0 .55rem}
ul{margin:.2rem 0 .8rem;padding-inline-start:1.1rem}
li{margin:.2rem 0}
.masthead{max-width:76rem;margin:0 auto;padding:3.2rem 0 1.2rem}
.masthead p{font:.95rem/1.5 var(--figures);color:var(--soft);margin:.5rem 0 0}
.masthead .for{font:1.15rem/1.4 var(--text);color:var(--ink);margin-top:.7rem}
.frame{max-width:76rem;margin:0 auto}
#summary,.body{min-width:0;max-width:52rem}
nav{font:.88rem/1.4 var(--figures);border-top:1px solid var(--rule);padding:.8rem 0;margin-bottom:1rem}
nav summary{font-weight:600;cursor:pointer;padding:.2rem 0}
nav ol{list-style:none;margin:.4rem 0;padding:0}
nav ol ol{padding-inline-start:.9rem;margin:.1rem 0 .5rem}
nav li{margin:.22rem 0}
nav a,.num a{text-decoration-color:var(--rule)}
nav a:hover,.num a:hover{text-decoration-color:currentColor}
nav .pp{color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
@media (min-width:72rem){.frame{display:grid;grid-template:auto 1fr/minmax(0,52rem) 17rem;gap:0 5rem;align-items:start}
nav{grid-area:1/2/3/3;position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;border-top:2px solid var(--ink)}
#summary{grid-area:1/1}.body{grid-area:2/1}}
#summary h2{border:0;margin:0 0 .8rem;padding:0;font:600 .8rem/1.3 var(--figures);letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
#summary{border-top:2px solid var(--ink);padding-top:1rem}
${quotationStyle}
footer{max-width:76rem;margin:5rem auto 0;padding:1rem 0 3rem;border-top:1px solid var(--rule);font:.82rem/1.5 var(--figures);color:var(--soft)}
@media (max-width:40rem){.tables table,.youth{overflow-wrap:anywhere;hyphens:auto}.p{grid-template-columns:minmax(0,1fr)}.n{text-align:start;line-height:1.4}.pair .p{grid-template-columns:minmax(0,1fr)}.pair{columns:1}
h4,.further>summary,.elsewhere,.crosswalk{margin-inline-start:0}.rank{min-width:0}.area{margin-inline-start:0;width:100%}
.raised .bar,.raised tr>:nth-child(4),.raised tr>:last-child{display:none}.withbar{justify-content:flex-end}.withbar a{min-width:0}.raised thead th:nth-child(n+4){white-space:normal}.masthead{padding-top:1.6rem}
.raised th,.raised td{padding-inline-end:.45rem}.lens{min-width:38rem}.change{min-width:38rem}
.matrix th[scope=row]{min-width:8.5rem;max-width:8.5rem}}
@page{size:A4;margin:21mm 20mm 20mm;@top-${direction === "rtl" ? "right" : "left"}{content:"${runningHead}";font:8pt sans-serif;color:#555}@bottom-${direction === "rtl" ? "left" : "right"}{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#555}}
@page:first{@top-left{content:""}@top-right{content:""}}
@page across{size:A4 landscape;margin:16mm 14mm}
@media print{
:root{--ink:#000;--soft:#444;--rule:#bbb;--paper:#fff;--accent:#0b3c55;--tint:#eee;--fill:#3b6f8f;--track:#e3e3e3;--h1:#e8eff3;--h2:#cadde8;--h3:#a0c3d6;--h4:#6fa3c0;--h5:#1d5f86;--on4:#fff;--on4b:#000;--hatch:#888;--new:#5a2a10}
html{font-size:9.6pt;line-height:1.42}body{padding:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}
.frame,.masthead,#summary,.body{display:block;max-width:none}
.masthead{padding:0 0 .4rem}h1{font-size:21pt}
.skip,#filter,.why,.further,.whole>summary{display:none!important}nav summary{list-style:none}nav summary .pp{font-weight:400}
nav{break-before:page;border:0}nav ol ol{columns:2}
.paper{display:block;font:.82rem/1.5 var(--figures);color:var(--soft);margin:.5rem 0 0;margin-inline-start:3.6rem}
.also>summary{list-style:none;color:var(--soft)}
.src .ext{text-decoration:none}
.p{margin-bottom:.85rem;orphans:3;widows:3}
.p>div>blockquote,.p>div>.by{break-inside:avoid}
.by,.src{break-before:avoid}
h2,h3,h4,caption,thead,.run,.count,.case{break-after:avoid}
h2{margin-top:0;break-before:page}
#summary h2{break-before:auto}
#summary .p{margin-bottom:.6rem}
#summary{font-size:.9em}.pair{font-size:8pt;line-height:1.36}.pair .p{margin-bottom:.25rem}.pair h3{margin-bottom:.1rem}.pair p,.pair li{margin-bottom:.15rem}.raised{font-size:8.4pt}.raised th,.raised td{padding-block:.16rem}.tiles{margin-top:.3rem}
.p:has(.heat){break-before:page}summary{break-after:avoid}
#issues>h2{break-before:page}
.issue{margin-bottom:1.6rem}
.issue>h3{margin-bottom:.6rem}
h4{margin-top:1.1rem}
#speakers h2,#method h2{break-before:auto;margin-top:2rem}
tr{break-inside:avoid}
.scroll{overflow:visible}
#matrix{page:across}
.matrix{font-size:7.4pt}.matrix td{padding:.1rem .15rem;min-width:1.5rem}.matrix th{padding-block:.1rem}.matrix th[scope=row]{position:static;min-width:11rem}
.heat{font-size:8.2pt}.heat td,.heat th{padding-block:.14rem}
.areahead{padding-top:.35rem}
footer{margin-top:2rem}
}
`
