import {
  addStatistics,
  BLOCKS,
  type Block,
  type BlockCount,
  type Heads,
  type Statistics,
  type StatisticsColumn,
} from '../../facts/statistics/count.ts';
import type { Texts } from '../../text/texts.ts';
import { percentText } from '../../values/share.ts';
import type { Cell, Section } from '../findings/section.ts';

/** A row of the table: a unit's own count. */
export interface StatisticsUnit {
  name: string;
  counts: Statistics;
}

export const columnName = ({ id, name }: StatisticsColumn, { statistics }: Texts): string =>
  name ?? (statistics.columns as Record<string, string>)[id] ?? id;

/** A table for each stage: a row for each unit, the sum, and its shares. Columns in which nobody is are named at the end. */
export function statisticsSections(
  units: readonly StatisticsUnit[],
  columns: readonly StatisticsColumn[],
  texts: Texts,
): Section[] {
  const { statistics } = texts;
  const sum = addStatistics(
    units.map(({ counts }) => counts),
    columns.length,
  );
  const isUsed = (at: number) => BLOCKS.some(block => sum[block].columns[at]!.some(heads => heads > 0));
  const used = [...columns.keys()].filter(isUsed);
  const left = [...columns.keys()].filter(at => !isUsed(at));
  const blocks = BLOCKS.filter(block => sum[block].total > 0);
  const sections = blocks.map(block => blockSection(block, units, sum, columns, used, texts));
  const notes: Cell[] = [
    ...(left.length > 0
      ? [{ text: statistics.left(left.map(at => columnName(columns[at]!, texts))), tone: 'faint' as const }]
      : []),
    { text: statistics.note, tone: 'faint' },
  ];
  const last = sections.at(-1);
  if (last) return [...sections.slice(0, -1), { ...last, notes }];
  return [{ heading: statistics.title, lines: [statistics.nobody], columns: [], rows: [], notes: [] }];
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
  const row = (name: string, count: BlockCount): Cell[] => [
    { text: name },
    { text: String(count.total) },
    ...used.map(at => ({
      text: headsText(count.columns[at]!, texts),
      bar: count.total === 0 ? 0 : count.columns[at]![0] / count.total,
    })),
  ];
  const { total } = sum[block];
  return {
    heading: statistics.heading(statistics.blocks[block]),
    lines: [],
    columns: [
      { title: statistics.unit, min: 8 },
      { title: statistics.total, align: 'right' },
      ...used.map(at => ({ title: columnName(columns[at]!, texts), align: 'right' as const })),
    ],
    rows: [
      ...units.map(({ name, counts }) => row(name, counts[block])),
      ...(units.length > 1 ? [row(statistics.sum, sum[block])] : []),
      [
        { text: statistics.share },
        { text: '' },
        ...used.map(at => ({ text: percentText(sum[block].columns[at]![0], total) })),
      ],
    ],
    notes: [],
  };
}

const headsText = ([have, unknown]: Heads, { statistics }: Texts): string =>
  unknown > 0 ? statistics.unknown(have, unknown) : String(have);

/** The same as plain rows, for spreadsheets and programs: unit, block, then a figure for each column. */
export function statisticsRows(
  units: readonly StatisticsUnit[],
  columns: readonly StatisticsColumn[],
  texts: Texts,
): string[][] {
  const { statistics } = texts;
  const sum = addStatistics(
    units.map(({ counts }) => counts),
    columns.length,
  );
  const named = columns.flatMap(column => {
    const name = columnName(column, texts);
    return [name, statistics.unknownOf(name)];
  });
  const all = units.length > 1 ? [...units, { name: statistics.sum, counts: sum }] : units;
  return [
    [statistics.unit, statistics.stage, statistics.total, ...named],
    ...all.flatMap(({ name, counts }) =>
      BLOCKS.filter(block => sum[block].total > 0).map(block => [
        name,
        statistics.blocks[block],
        String(counts[block].total),
        ...counts[block].columns.flatMap(heads => heads.map(String)),
      ]),
    ),
  ];
}
