import {
  addStatistics,
  BLOCKS,
  type Block,
  type BlockCount,
  type Statistics,
  type StatisticsColumn,
} from '../../facts/statistics/count.ts';
import type { Texts } from '../../text/texts.ts';
import { percentText } from '../../values/share.ts';
import type { Cell, Section } from '../findings/section.ts';

/** A row of the table: a unit's own count; none where its roster was not read, which is no count of nobody. */
export interface StatisticsUnit {
  name: string;
  counts?: Statistics | undefined;
}

/** The sum of the units that were counted: every figure is the sum of those above it. */
export const sumOfUnits = (
  units: readonly StatisticsUnit[],
  columns: readonly StatisticsColumn[],
): Statistics =>
  addStatistics(
    units.flatMap(({ counts }) => counts ?? []),
    columns.length,
  );

/** What stands where nothing was counted. */
const NO_FIGURE = '—';

export const columnName = ({ id, name }: StatisticsColumn, { statistics }: Texts): string =>
  name ?? (statistics.columns as Record<string, string>)[id] ?? id;

/**
 * A table for each stage: a row for each unit, the sum, and its shares. Of whom something is not known stands in a row below the
 * unit's own, so that cells hold nothing but a number. Columns in which nobody is are named at the end.
 * @param warnings what the figures lack
 */
export function statisticsSections(
  units: readonly StatisticsUnit[],
  columns: readonly StatisticsColumn[],
  texts: Texts,
  warnings: readonly string[] = [],
): Section[] {
  const { statistics } = texts;
  const sum = sumOfUnits(units, columns);
  const isUsed = (at: number) => BLOCKS.some(block => sum[block].columns[at]!.some(heads => heads > 0));
  const used = [...columns.keys()].filter(isUsed);
  const left = [...columns.keys()].filter(at => !isUsed(at));
  const blocks = BLOCKS.filter(block => sum[block].total > 0);
  const sections = blocks.map(block => blockSection(block, units, sum, columns, used, texts));
  const lacking = warnings.map((text): Cell => ({ text, tone: 'warning' }));
  const notes: Cell[] = [
    ...lacking,
    ...(left.length > 0
      ? [{ text: statistics.left(left.map(at => columnName(columns[at]!, texts))), tone: 'faint' as const }]
      : []),
    { text: statistics.note, tone: 'faint' },
  ];
  const last = sections.at(-1);
  if (last) return [...sections.slice(0, -1), { ...last, notes }];
  const lines = units.some(({ counts }) => counts) ? [statistics.nobody] : [];
  return [{ heading: statistics.title, lines, columns: [], rows: [], notes: lacking }];
}

function blockSection(
  block: Block,
  units: readonly StatisticsUnit[],
  sum: Statistics,
  columns: readonly StatisticsColumn[],
  used: readonly number[],
  texts: Texts,
): Section {
  const { statistics } = texts;
  const rowsOf = (name: string, count: BlockCount | undefined): Cell[][] => [
    [
      { text: name },
      { text: count ? String(count.total) : NO_FIGURE },
      ...used.map(at => ({
        text: count ? String(count.columns[at]![0]) : NO_FIGURE,
        bar: count ? count.columns[at]![0] / (knownIn(count, at) || 1) : 0,
      })),
    ],
    ...(count && used.some(at => count.columns[at]![1] > 0)
      ? [
          [statistics.unknown, '', ...used.map(at => String(count.columns[at]![1] || ''))].map(
            (text): Cell => ({ text, tone: 'faint' }),
          ),
        ]
      : []),
  ];
  return {
    heading: statistics.heading(statistics.blocks[block]),
    lines: [],
    columns: [
      { title: statistics.unit, min: 8 },
      { title: statistics.total, align: 'right' },
      ...used.map(at => ({ title: columnName(columns[at]!, texts), align: 'right' as const })),
    ],
    rows: [
      ...units.flatMap(({ name, counts }) => rowsOf(name, counts?.[block])),
      ...(units.length > 1 ? rowsOf(statistics.sum, sum[block]) : []),
      [
        { text: statistics.share },
        { text: '' },
        ...used.map(at => ({
          text: percentText(sum[block].columns[at]![0], knownIn(sum[block], at)) || NO_FIGURE,
        })),
      ],
    ],
    notes: [],
  };
}

/** Of how many it is known whether they stand in a column: of the others there is no share. */
const knownIn = ({ total, columns }: BlockCount, at: number): number => total - columns[at]![1];

/** The same as plain rows, for spreadsheets and programs: unit, block, then a figure for each column. */
export function statisticsRows(
  units: readonly StatisticsUnit[],
  columns: readonly StatisticsColumn[],
  texts: Texts,
): string[][] {
  const { statistics } = texts;
  const sum = sumOfUnits(units, columns);
  const named = columns.flatMap(column => {
    const name = columnName(column, texts);
    return [name, statistics.unknownOf(name)];
  });
  const all = units.length > 1 ? [...units, { name: statistics.sum, counts: sum }] : units;
  const filled = BLOCKS.filter(block => sum[block].total > 0);
  // Where nobody was counted each unit has a row all the same.
  const blocks = filled.length > 0 ? filled : (['nominee'] as const);
  return [
    [statistics.unit, statistics.stage, statistics.total, ...named],
    ...all.flatMap(({ name, counts }) =>
      blocks.map(block => [
        name,
        statistics.blocks[block],
        ...(counts
          ? [String(counts[block].total), ...counts[block].columns.flatMap(heads => heads.map(String))]
          : [NO_FIGURE, ...named.map(() => NO_FIGURE)]),
      ]),
    ),
  ];
}
