import { maskPersonal } from '../model/personal.ts';
import { countySections, rulesSection } from '../papers/batch.ts';
import { visible } from '../report/layout/clean.ts';
import { table } from '../report/layout/table.ts';
import { displayWidth, padEnd, padStart } from '../report/layout/width.ts';
import { wrapHanging } from '../report/layout/wrap.ts';
import type { ReportOptions } from '../report/run.ts';
import { paragraph, sectionText } from '../report/section-text.ts';
import type { BatchRun } from './run.ts';
import { failingOf, type Line, lineOf, verdictsOf } from './summary.ts';

/** Plans named at the end; other formats have all of them. */
const NAMED = 40;

/** Of more lines than this no table with wrapped cells is drawn: one line each is found faster by eye and by grep. */
const TABLE = 60;

/** The batch for a terminal: the verdicts, a line for each plan, the county, the rules, and who has to mend what. */
export function batchText(run: BatchRun, options: ReportOptions): string {
  const { texts, paint } = options;
  const { batch } = texts;
  const parts = [
    [
      paint.strong(paragraph(batch.title, options)),
      paragraph(batch.summary(verdictsOf(run.rows)), options),
    ].join('\n'),
    lines(run, options),
    ...countySections(run, texts).map(section => sectionText(section, options)),
    sectionText(rulesSection(run, texts), options),
    failing(run, options),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function lines(run: BatchRun, options: ReportOptions): string {
  const own = run.rows.map(row => lineOf(row, options.texts));
  if (own.length === 0) return '';
  return own.length <= TABLE ? drawn(own, options) : listed(own, options);
}

function drawn(own: readonly Line[], { texts, paint, width, ambiguous }: ReportOptions): string {
  const { columns, verdict } = texts.batch;
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
      { text: verdict[line.verdict], style: line.verdict === 'pass' ? paint.good : paint.error },
      { text: line.quota },
      { text: plain(line.structure), style: bad(line.structureShort) },
      { text: line.reserve, style: bad(line.reserveShort) },
      { text: String(line.errors), style: bad(line.errors > 0) },
      { text: plain(line.next) },
    ]),
  });
}

/** The same without rules and wrapping; the last two columns run on. */
function listed(own: readonly Line[], { texts, paint, ambiguous }: ReportOptions): string {
  const { verdict } = texts.batch;
  const widest = Math.min(
    30,
    Math.max(...own.map(line => displayWidth(plain(line.name || line.path), { ambiguous }))),
  );
  const verdicts = Math.max(...Object.values(verdict).map(text => displayWidth(text, { ambiguous })));
  return own
    .map(line => {
      const style = line.verdict === 'pass' ? paint.good : paint.error;
      const structure = [line.structureShort ? line.structure : '', line.reserveShort ? line.reserve : ''];
      return [
        padEnd(plain(line.name || line.path), widest, { ambiguous }),
        style(padEnd(verdict[line.verdict], verdicts, { ambiguous })),
        padStart(line.quota, 7),
        padStart(String(line.errors), 4),
        plain([...structure, line.next].filter(text => text !== '').join('  ')),
      ]
        .join('  ')
        .trimEnd();
    })
    .join('\n');
}

function failing(run: BatchRun, options: ReportOptions): string {
  const { texts, paint, width, ambiguous } = options;
  const { batch } = texts;
  const all = failingOf(run.rows);
  if (all.length === 0) return '';
  const told = all
    .slice(0, NAMED)
    .map(({ name, errors, message }) =>
      wrapHanging('  · ', plain(batch.failingLine(name, errors, message)), width, { ambiguous }),
    );
  return [
    paint.strong(paint.error(batch.failing(all.length))),
    ...told,
    ...(all.length > NAMED ? [batch.more(all.length - NAMED)] : []),
  ].join('\n');
}

const plain = (text: string): string => visible(maskPersonal(text), { oneLine: true });
