import { BLOCKS, STATISTICS_COLUMNS, type StatisticsColumn } from '../facts/statistics/count.ts';
import type { Section } from '../output/findings/section.ts';
import {
  columnName,
  type StatisticsUnit,
  statisticsRows,
  statisticsSections,
} from '../output/papers/statistics.ts';
import type { ReadCountyFile } from '../rules/county-facts.ts';
import type { FindingArgs } from '../rules/index.ts';
import type { Uncounted } from '../text/states.ts';
import type { Texts } from '../text/texts.ts';
import type { BatchRun } from './run.ts';
import { changeSections, type StatisticsChanges, statisticsChanges } from './statistics-changes.ts';
import { lackingIn, uncountedOf } from './summary.ts';

/** The columns there are: the standard ones, and the county's own. */
export const columnsOf = (own: ReadCountyFile['statistics'] = []): StatisticsColumn[] => [
  ...STATISTICS_COLUMNS,
  ...own.flatMap(column => (column ? [column] : [])),
];

/** A row of the table, and why it has no figures. */
interface Unit extends StatisticsUnit {
  path: string;
  why?: Uncounted | undefined;
}

/** A row for each unit; without figures where there is no roster of the county's year that could be read. */
export const unitsOf = ({ plans }: BatchRun): Unit[] =>
  plans.map(plan => {
    const { organization, path, statistics } = plan;
    const why = uncountedOf(plan);
    return { name: organization ?? path, path, ...(why ? { why } : { counts: statistics }) };
  });

/** How often somebody is counted once more because two units have the person: for certain, and perhaps. */
export function duplicatesIn({ duplicates }: BatchRun): { certain: number; suspected: number } {
  const all = [...duplicates.values()].flat();
  const certain = all.filter(({ args }) => (args as FindingArgs['batch/duplicate-person']).certain).length;
  // Each of them is told at both units.
  return { certain: certain / 2, suspected: (all.length - certain) / 2 };
}

/** What the figures lack, or have twice. */
function warningsOf(run: BatchRun, texts: Texts): string[] {
  const { certain, suspected } = duplicatesIn(run);
  const isTwice = certain + suspected > 0;
  return [...lackingIn(run.plans, texts), ...(isTwice ? [texts.statistics.twice(certain, suspected)] : [])];
}

/** The table, and what changed in it since an earlier run. */
export function countyStatistics(run: BatchRun, texts: Texts): Section[] {
  const { columns, since } = run;
  if (columns.length === 0) return [];
  const sections = statisticsSections(unitsOf(run), columns, texts, warningsOf(run, texts));
  if (!since) return sections;
  const changes = changesIn(run);
  const all = changes ? [...sections, ...changeSections(changes, columns, since.asOf, texts)] : sections;
  const last = all.at(-1)!;
  const { notBefore, nothingBefore } = texts.statistics;
  const left = !changes
    ? [nothingBefore(since.asOf)]
    : changes.unmatched.length > 0
      ? [notBefore(changes.unmatched, since.asOf)]
      : [];
  const notes = left.map(text => ({ text, tone: 'warning' as const }));
  return [...all.slice(0, -1), { ...last, notes: [...last.notes, ...notes] }];
}

/** The same as rows for spreadsheets: after the figures, where there are earlier ones, how many more or fewer. */
export function statisticsTable(run: BatchRun, texts: Texts): string[][] {
  const { columns } = run;
  const [head = [], ...rows] = statisticsRows(unitsOf(run), columns, texts);
  const changes = changesIn(run);
  if (!changes) return [head, ...rows];
  const { statistics } = texts;
  const names = [statistics.total, ...columns.map(column => columnName(column, texts))];
  const all = [...changes.units, { name: statistics.sum, blocks: changes.sum }];
  const cells = new Map(
    all.flatMap(({ name, blocks }) =>
      BLOCKS.map(block => {
        const { total, columns: heads } = blocks[block];
        const key = JSON.stringify([name, statistics.blocks[block]]);
        return [key, [total, ...heads].map(each => String(each ?? ''))] as const;
      }),
    ),
  );
  return [
    [...head, ...names.map(statistics.changeOf)],
    ...rows.map(row => [...row, ...(cells.get(JSON.stringify(row.slice(0, 2))) ?? names.map(() => ''))]),
  ];
}

/** What changed in the table since the run that is compared with; undefined where that has none. */
export const changesIn = (run: BatchRun): StatisticsChanges | undefined =>
  run.before && statisticsChanges(unitsOf(run), run.before, run.columns);
