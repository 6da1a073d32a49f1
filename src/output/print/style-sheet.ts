import type { PrintDocument } from './model.ts';

/** Faces that Windows, macOS and Linux have, the offices' own first. */
const SONG = '"FangSong", "仿宋_GB2312", "仿宋", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif';
const TITLE = '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC", serif';
const HEI = '"SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", sans-serif';
const KAI = '"KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "Noto Serif CJK SC", serif';
const SANS =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Hiragino Sans GB", sans-serif';

/** Contrast of every colour on its ground is at least 4.5 to 1 (WCAG AA). */
const COLOURS = `
:root { color-scheme: light dark; --text: #1a1a1a; --faint: #5f5f5f; --ground: #fff; --line: #8a8a8a; --head: #eef1f4;
  --good: #176b2c; --warning: #8a5200; --error: #b3160e; --bar: #2f6fb0; --done: #7d8b98; --critical: #b3160e; --rest: #ececec; --red: #c00; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e8e8; --faint: #a8a8a8; --ground: #16181a; --line: #6a6a6a; --head: #25292d;
    --good: #6ccf85; --warning: #f0b45a; --error: #ff8d84; --bar: #6aaae8; --done: #7d8b98; --critical: #ff8d84; --rest: #26292c; --red: #ff8d84; }
}`;

const COMMON = `
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--ground); }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.4; break-after: avoid; } h1 { word-break: keep-all; text-wrap: balance; } table.form th { word-break: keep-all; }
.good { color: var(--good); } .warning { color: var(--warning); } .error { color: var(--error); } .faint { color: var(--faint); }
.error, .warning { font-weight: 600; }
.center { text-align: center; } .right { text-align: right; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { background: var(--head); white-space: nowrap; } .short { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr, li { break-inside: avoid; }
small { color: var(--faint); }
table.form th { white-space: normal; text-align: center; font-weight: 400; vertical-align: middle; } table.form td { min-width: 4em; } table.form td.signed { text-align: right; vertical-align: bottom; }
h2.title { text-align: center; margin: 2rem 0 1rem; text-indent: 0; } p.label, p.flush { text-indent: 0; }
.signature { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-top: 3rem; break-inside: avoid; }
.signature i { display: inline-block; width: 8rem; border-bottom: 1px solid var(--text); }
.issuer { text-align: right; margin-top: 3rem; padding-right: 2em; break-inside: avoid; }
svg.gantt { width: 100%; height: auto; font: 12px ${SANS}; }
.gantt text { fill: var(--text); } .gantt .rest { fill: var(--rest); } .gantt .axis { stroke: var(--line); }
.gantt .planned { fill: var(--bar); } .gantt .done { fill: var(--done); } .gantt .critical { fill: var(--critical); }
.gantt .deadline { stroke: var(--error); stroke-dasharray: 3 2; }
@media (max-width: 40rem) { table { font-size: .85em; } th, td { padding: .2rem .3rem; } }`;

const SHEET = `
body { font: 16px/1.6 ${SANS}; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
p { margin: .3rem 0; }`;

/** GB/T 9704-2012: the title of the second size centred, text of the third, first lines indented by two characters. */
const OFFICIAL = `
body { font: 16px/1.8 ${SONG}; }
h1 { font: 400 1.5rem/1.6 ${TITLE}; text-align: center; margin: 1rem 0 2rem; }
h2 { font: 400 1rem/1.8 ${HEI}; margin: 0; text-indent: 2em; } h3 { font: 400 1rem/1.8 ${KAI}; margin: 0; text-indent: 2em; }
p { margin: 0; text-indent: 2em; text-align: justify; } p.issuer, p.signature, p.center { text-indent: 0; }
.lead2 { font-family: ${KAI}; font-weight: 400; } .lead3 { font-weight: 400; }
.attachments { margin-top: 1.8em; }
.red-head { border-bottom: 2px solid var(--red); margin-bottom: 2.5rem; padding-bottom: .6em; }
.red-head .mark { font: 400 2.6rem/1.3 ${TITLE}; color: var(--red); text-align: center; text-indent: 0; margin: 1.5rem 0 2.5rem; }
.colophon { border-top: 1.5px solid; border-bottom: 1.5px solid; margin-top: 3rem; font-size: .875em; break-inside: avoid; }
.colophon p { display: flex; justify-content: space-between; gap: 1em; text-indent: 0; padding: 0 1em; } .colophon p + p { border-top: 1px solid; }
.table { text-indent: 0; }`;

/**
 * On paper an official page is that of GB/T 9704-2012: 22 lines of 28 characters on 156 × 225 mm, numbers as — 1 — outside. A
 * working paper has its number in the middle.
 */
const officialPaper = (orientation: PrintDocument['orientation']): string => `
@page { size: A4 ${orientation}; margin: ${orientation === 'portrait' ? '37mm 26mm 35mm 28mm' : '28mm 35mm 26mm 37mm'}; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt ${SONG}; padding-right: 14pt; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt ${SONG}; padding-left: 14pt; } }
@media print {
  body { font-size: 16pt; line-height: 28.95pt; letter-spacing: -.25pt; }
  h1 { font-size: 22pt; line-height: 33pt; margin: 0 0 28.95pt; letter-spacing: 0; } h2.title { font-size: 22pt; line-height: 33pt; margin: 0 0 28.95pt; }
  h2, h3 { font-size: 16pt; line-height: 28.95pt; } .attachments { margin-top: 28.95pt; } .issuer { margin-top: 57.9pt; padding-right: 4em; }
  p.label { margin-bottom: 28.95pt; font-family: ${HEI}; } table { font-size: 12pt; line-height: 1.4; letter-spacing: 0; } table.fitted { font-size: var(--type); }
}`;

const sheetPaper = (orientation: PrintDocument['orientation']): string => `
@page { size: A4 ${orientation}; margin: ${orientation === 'portrait' ? '20mm 15mm' : '15mm'}; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt ${SONG}; } }
@media print { body { font-size: 10.5pt; line-height: 1.4; } h1 { font-size: 16pt; text-align: center; } }`;

const PAPER = `
@media print {
  :root { color-scheme: light; --text: #000; --faint: #333; --ground: #fff; --line: #000; --head: #eee;
    --good: #000; --warning: #000; --error: #000; --bar: #444; --done: #aaa; --critical: #000; --rest: #eee; --red: #f00; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  .table { overflow: visible; padding-right: .3mm; }
  table.fitted { table-layout: fixed; font-size: var(--type); } .fitted :is(th, td) { white-space: normal; padding: .4mm 1mm; line-height: 1.35; } .fitted th { word-break: keep-all; text-align: center; }
  .issuer, .signature { break-before: avoid; } table { break-after: auto; } thead { break-after: avoid; }
  .new-page { break-before: page; } p, li { orphans: 1; widows: 1; }
}`;

/** The look of a page on the screen and on paper. */
export const styleSheet = (
  style: PrintDocument['style'],
  orientation: PrintDocument['orientation'],
): string =>
  COLOURS +
  COMMON +
  (style === 'official' ? OFFICIAL : SHEET) +
  PAPER +
  (style === 'official' ? officialPaper(orientation) : sheetPaper(orientation));
