import { STATISTICS_COLUMNS, type StatisticsColumn } from '../facts/statistics/count.ts';
import type { Section } from '../output/findings/rows.ts';
import { type StatisticsUnit, statisticsSections } from '../output/papers/statistics.ts';
import type { Texts } from '../text/texts.ts';
import type { County } from './county.ts';
import type { BatchRun } from './run.ts';

/** The columns there are: the usual ones, and the county's own. */
export const columnsOf = (county: County | undefined): StatisticsColumn[] => [
  ...STATISTICS_COLUMNS,
  ...(county?.file?.statistics ?? []).flatMap(column => (column ? [column] : [])),
];

/** A row for each plan of the county's year that could be read. */
export const unitsOf = ({ plans }: BatchRun): StatisticsUnit[] =>
  plans.flatMap(({ organization, path, statistics, lacks }) =>
    statistics && !lacks ? [{ name: organization ?? path, counts: statistics }] : [],
  );

export const countyStatistics = (run: BatchRun, texts: Texts): Section[] =>
  run.columns.length > 0 ? statisticsSections(unitsOf(run), run.columns, texts) : [];
