import { BLOCKS, type Block, mapBlocks, type StatisticsColumn } from '../facts/statistics/count.ts';
import type { Cell, Section } from '../output/findings/section.ts';
import { columnName, type StatisticsUnit } from '../output/papers/statistics.ts';
import type { Texts } from '../text/texts.ts';

/** The figures of one unit, or of all, as a result in JSON holds them. */
type Figures = { [B in Block]?: { total: number } & Record<string, { have: number } | number> };

/** The statistics table of an earlier run. */
export interface EarlierStatistics {
  units: (Figures & { name: string; path?: string })[];
}

/** Heads more or fewer than before, of everybody in a block and by column; a column that was not counted then is null. */
export interface UnitChange {
  name: string;
  blocks: Record<Block, { total: number; columns: (number | null)[] }>;
}

export interface StatisticsChanges {
  units: UnitChange[];
  sum: UnitChange['blocks'];
  /** units that the earlier table does not have, by their names */
  unmatched: string[];
}

/** Of the units that stand in both tables, by folder or name; `sum` adds them up. */
export function statisticsChanges(
  units: readonly (StatisticsUnit & { path: string })[],
  before: EarlierStatistics,
  columns: readonly StatisticsColumn[],
): StatisticsChanges {
  const byPath = new Map(before.units.map(unit => [unit.path, unit]));
  const byName = new Map(before.units.map(unit => [unit.name, unit]));
  const unmatched: string[] = [];
  const changes = units.flatMap(({ name, path, counts }): UnitChange[] => {
    if (!counts) return [];
    const was = byPath.get(path) ?? byName.get(name);
    if (!was) {
      unmatched.push(name);
      return [];
    }
    const blocks = mapBlocks(block => ({
      total: counts[block].total - (was[block]?.total ?? 0),
      columns: columns.map(({ id }, at) => {
        const figure = was[block]?.[id];
        return typeof figure === 'object' ? counts[block].columns[at]![0] - figure.have : null;
      }),
    }));
    return [{ name, blocks }];
  });
  const sum = mapBlocks(block => ({
    total: changes.reduce((all, { blocks }) => all + blocks[block].total, 0),
    columns: columns.map((_, at) => {
      const heads = changes.map(({ blocks }) => blocks[block].columns[at] ?? null);
      return heads.includes(null) ? null : heads.reduce<number>((all, each) => all + each!, 0);
    }),
  }));
  return { units: changes, sum, unmatched };
}

/** A table for each stage in which something changed: the units that changed, and the sum. */
export function changeSections(
  { units, sum }: StatisticsChanges,
  columns: readonly StatisticsColumn[],
  day: string,
  texts: Texts,
): Section[] {
  const { statistics } = texts;
  return BLOCKS.flatMap((block): Section[] => {
    const changed = units.filter(({ blocks }) => isChange(blocks[block]));
    if (changed.length === 0) return [];
    const used = [...columns.keys()].filter(at => changed.some(({ blocks }) => blocks[block].columns[at]));
    const row = (name: string, { total, columns: heads }: UnitChange['blocks'][Block]): Cell[] => [
      { text: name },
      { text: signed(total) },
      ...used.map(at => ({ text: signed(heads[at]!) })),
    ];
    return [
      {
        heading: statistics.changes(statistics.blocks[block], day),
        lines: [],
        columns: [
          { title: statistics.unit, min: 8 },
          { title: statistics.total, align: 'right' },
          ...used.map(at => ({ title: columnName(columns[at]!, texts), align: 'right' as const })),
        ],
        rows: [
          ...changed.map(({ name, blocks }) => row(name, blocks[block])),
          row(statistics.sum, sum[block]),
        ],
        notes: [],
      },
    ];
  });
}

const isChange = ({ total, columns }: UnitChange['blocks'][Block]): boolean =>
  total !== 0 || columns.some(heads => heads !== null && heads !== 0);

const signed = (heads: number | null): string =>
  heads === null ? '' : heads > 0 ? `+${heads}` : String(heads);
