import { BARS } from '../../output/print/html.ts';
import { styleSheet } from '../../output/print/style-sheet.ts';

/** The style of a printed sheet with what the page has besides. */
export const STYLE = `${styleSheet('sheet', 'landscape')}${BARS}
main { max-width: none; }
.tools { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; } .tools input { min-width: 12rem; }
.tools input, .tools select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); padding: .3rem .5rem; }
[hidden] { display: none !important; }
#plans th { position: sticky; top: 0; } #plans summary { cursor: pointer; } #plans details ul { margin: .3rem 0; padding-left: 1.2em; min-width: 18em; } #plans th button { all: unset; cursor: pointer; } #plans th button:focus-visible { outline: 2px solid currentColor; }
#plans td:first-child { min-width: 9em; } #plans td:last-child { min-width: 9em; } #plans td.met, #plans td.short { white-space: nowrap; }
#plans td.met { color: var(--good); } #plans td.short, #plans td.late { color: var(--error); font-weight: 600; } #plans td.late { min-width: 8em; }
.days { list-style: none; padding: 0; }
.bar { display: block; white-space: nowrap; } .bar i { display: inline-block; height: .8em; background: var(--bar); }
/* Thousands of lines below are laid out once somebody comes to them, not at each choice above. */
@media screen { .table:has(#mend) { content-visibility: auto; contain-intrinsic-size: auto 9000px; } }
@media print { .tools { display: none; } #plans th { position: static; } #plans th button { display: contents; } .page { break-before: page; } #mend tr { break-inside: avoid; } }`;
