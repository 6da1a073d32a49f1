import { maskPersonal } from '../model/personal.ts';
import type { ReportOptions } from '../output/findings/run.ts';
import type { Section } from '../output/findings/section.ts';
import { paragraph, sectionText } from '../output/findings/section-text.ts';
import type { Gate } from '../output/gate.ts';
import { visible } from '../output/layout/clean.ts';
import { table } from '../output/layout/table.ts';
import { displayWidth, padEnd, padStart } from '../output/layout/width.ts';
import { wrapHanging } from '../output/layout/wrap.ts';
import type { Texts } from '../text/texts.ts';
import { countySections, rulesSection } from './report.ts';
import type { BatchRun } from './run.ts';
import { sinceSections } from './since.ts';
import { countyStatistics } from './statistics.ts';
import { failingOf, type Line, lineOf, type Summary, statesOf } from './summary.ts';

/** Plans named at the end; other formats have all of them. */
const NAMED = 40;

/** Of more lines than this no table with wrapped cells is drawn: one line each is found faster by eye and by grep. */
const TABLE = 60;

/** The batch for a terminal: the verdicts, a line for each plan, the county, the rules, and who has to mend what. */
export function batchText(run: BatchRun, options: ReportOptions, gate: Gate): string {
  const { texts, paint } = options;
  // Cells pass before they are laid out: in narrow columns numbers and names go on in the next line.
  const section = (each: Section) => [sectionText(gate.deep(each), options)];
  const { batch } = texts;
  const title = paint.strong(paragraph(batch.title, options));
  const parts = [
    [`${title}\n${paragraph(batch.summary(statesOf(run.plans)), options)}`],
    lines(run, options),
    ...countySections(run, texts).map(section),
    section(rulesSection(run, texts, true)),
    [failing(run, options)],
    ...(run.since ? sinceSections(run.since, texts) : []).map(section),
    ...countyStatistics(run, texts).map(section),
  ];
  const pieces: string[] = [];
  for (const part of parts) {
    if (part.length === 0 || part[0] === '') continue;
    if (pieces.length > 0) pieces.push('\n');
    for (const piece of part) pieces.push(piece, '\n');
  }
  // Megabytes of lines are put together once.
  return pieces.join('');
}

/** The lines of all plans, in blocks. */
function lines(run: BatchRun, options: ReportOptions): string[] {
  if (run.plans.length === 0) return [];
  if (run.plans.length > TABLE) return listed(run.plans, options);
  return [
    drawn(
      run.plans.map(plan => lineOf(plan, options.texts)),
      options,
    ),
  ];
}

function drawn(own: readonly Line[], { texts, paint, width, ambiguous }: ReportOptions): string {
  const { columns, state } = texts.batch;
  const bad = (isBad: boolean) => (isBad ? paint.error : undefined);
  return table({
    width,
    ambiguous,
    head: [
      columns.name,
      columns.verdict,
      columns.quota,
      columns.structure,
      columns.reserve,
      columns.errors,
      columns.next,
    ],
    columns: [{ min: 10 }, { min: 8 }, { min: 5 }, { min: 8 }, { min: 6 }, { align: 'right' }, { min: 10 }],
    rows: own.map(line => [
      { text: plain(line.name || line.path) },
      { text: state[line.state], style: line.state === 'pass' ? paint.good : paint.error },
      { text: line.quota },
      { text: plain(line.structure), style: bad(line.structureShort) },
      { text: line.reserve, style: bad(line.reserveShort) },
      { text: String(line.errors), style: bad(line.errors > 0) },
      { text: plain(dueOf(line, texts)), style: line.overdue === '' ? undefined : paint.warning },
    ]),
  });
}

/** The same without rules and wrapping; the last two columns run on. Forty thousand are not held one by one. */
function listed(plans: readonly Summary[], { texts, paint, ambiguous }: ReportOptions): string[] {
  const { state } = texts.batch;
  let widest = 0;
  for (const { organization, path } of plans) {
    const width = displayWidth(plain(organization || path), { ambiguous });
    widest = Math.min(WIDEST, Math.max(widest, width));
  }
  const verdicts = Math.max(...Object.values(state).map(text => displayWidth(text, { ambiguous })));
  const blocks: string[] = [];
  let lines: string[] = [];
  for (const plan of plans) {
    const line = lineOf(plan, texts);
    const style = line.state === 'pass' ? paint.good : paint.error;
    const structure = [line.structureShort ? line.structure : '', line.reserveShort ? line.reserve : ''];
    const cells = [
      padEnd(plain(line.name || line.path), widest, { ambiguous }),
      style(padEnd(state[line.state], verdicts, { ambiguous })),
      padStart(line.quota, 7),
      padStart(String(line.errors), 4),
      plain([...structure, dueOf(line, texts)].filter(text => text !== '').join('  ')),
    ];
    lines.push(cells.join('  ').trimEnd());
    if (lines.length < BLOCK) continue;
    blocks.push(lines.join('\n'));
    lines = [];
  }
  return lines.length > 0 ? [...blocks, lines.join('\n')] : blocks;
}

/** Lines that are put together at a time. */
const BLOCK = 500;

/** Columns that a name may take. */
const WIDEST = 30;

function failing(run: BatchRun, options: ReportOptions): string {
  const { texts, paint, width, ambiguous } = options;
  const { batch } = texts;
  const all = failingOf(run.plans);
  if (all.length === 0) return '';
  const told = all.slice(0, NAMED).map(({ name, state, errors, message }) =>
    wrapHanging('  · ', plain(batch.failingLine(name, batch.state[state], errors, message)), width, {
      ambiguous,
    }),
  );
  return [
    paint.strong(paint.error(batch.failing(all.length))),
    ...told,
    ...(all.length > NAMED ? [batch.more(all.length - NAMED)] : []),
  ].join('\n');
}

/** What is overdue, then what comes next: of both the former is what one asks about. */
const dueOf = ({ overdue, next }: Line, { batch }: Texts): string =>
  [...(overdue === '' ? [] : [`${batch.columns.overdue} ${overdue}`]), ...(next === '' ? [] : [next])].join(
    '；',
  );

/** Masked before it is wrapped and filled up, as the gate would find it no more. */
const plain = (text: string): string => visible(maskPersonal(text), { oneLine: true });
