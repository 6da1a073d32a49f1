import { mapBlocks, type Statistics } from '../facts/statistics/count.ts';
import type { Result } from '../generated/types.ts';
import { maskDeep } from '../model/personal.ts';
import { findingResult, kindOf } from '../output/findings/result.ts';
import { safeJson } from '../output/findings/safe-json.ts';
import { BATCH_SCHEMA } from '../output/findings/schema-names.ts';
import { columnName, sumOfUnits } from '../output/papers/statistics.ts';
import type { Texts } from '../text/texts.ts';
import { isoOf } from '../values/day.ts';
import { headsOf, quantityOf } from '../values/quantity.ts';
import type { County } from './county.ts';
import type { BatchRun } from './run.ts';
import { changesIn, duplicatesIn, unitsOf } from './statistics.ts';
import type { UnitChange } from './statistics-changes.ts';
import type { Summary } from './summary.ts';

type Tool = { name: string; version: string };

/** What `plan-result/v1` tells of all plans together. */
export const sumsJson = (run: BatchRun, texts: Texts): Pick<Result, 'county' | 'statistics' | 'since'> => ({
  ...countyJson(run, texts),
  ...(run.columns.length > 0 && { statistics: statisticsJson(run, texts) }),
  ...(run.since && { since: run.since }),
});

/** A line for each plan, and one with what only shows when all are known. */
export function* batchNdjson(run: BatchRun, tool: Tool, texts: Texts): Generator<string> {
  for (const row of run.rows) yield `${safeJson(row.result)}\n`;
  yield sumsLine(run, tool, texts);
}

export const sumsLine = (run: BatchRun, tool: Tool, texts: Texts): string =>
  `${safeJson({
    schema: BATCH_SCHEMA,
    tool,
    asOf: isoOf(run.asOf),
    plans: run.plans.filter(({ index }) => index >= 0).length,
    ...sumsJson(run, texts),
    duplicates: duplicatesOf(run).map(finding => findingResult(finding, texts)),
  })}\n`;

const duplicatesOf = ({ duplicates }: BatchRun) => [...duplicates.values()].flat();

/** The figures of the statistics table. */
function statisticsJson(run: BatchRun, texts: Texts) {
  const { columns } = run;
  const units = unitsOf(run);
  const figures = (counts: Statistics) =>
    mapBlocks(block => ({
      total: counts[block].total,
      ...Object.fromEntries(
        counts[block].columns.map(([have, unknown], at) => [columns[at]!.id, { have, unknown }]),
      ),
    }));
  return {
    columns: columns.map(column => ({ id: column.id, name: columnName(column, texts) })),
    units: units.flatMap(({ name, path, counts }) => (counts ? [{ name, path, ...figures(counts) }] : [])),
    sum: figures(sumOfUnits(units, columns)),
    uncounted: units.flatMap(({ name, path, why }) => (why ? [{ name, path, why }] : [])),
    duplicates: duplicatesIn(run),
    ...changesJson(run),
  };
}

/** How many more or fewer than in the run that is compared with; null where that did not count. */
function changesJson(run: BatchRun) {
  const changes = changesIn(run);
  if (!changes) return {};
  const figures = (blocks: UnitChange['blocks']) =>
    mapBlocks(block => {
      const { total, columns } = blocks[block];
      return { total, ...Object.fromEntries(run.columns.map(({ id }, at) => [id, columns[at]])) };
    });
  return {
    changes: {
      units: changes.units.map(({ name, blocks }) => ({ name, ...figures(blocks) })),
      sum: figures(changes.sum),
    },
  };
}

/** A plan that the county's file names, or a township that it names and that has none. */
const isOfCounty = ({ index, path }: Summary, { folders }: County): boolean =>
  index < 0 || folders.includes(path);

function countyJson(run: BatchRun, texts: Texts) {
  if (!run.county) return {};
  const { county, rollup, findings } = run.county;
  return {
    county: {
      path: county.path,
      ...(county.file && {
        organization: maskDeep(county.file.organization?.name ?? null),
        ...(county.file.quota?.total !== undefined && {
          total: headsOf(quantityOf(county.file.quota.total)) ?? null,
          ...kindOf('totalKind', quantityOf(county.file.quota.total)),
          held: headsOf(quantityOf(county.file.quota.held ?? 0)) ?? null,
        }),
      }),
      ...(rollup && {
        allocated: rollup.allocated,
        planned: rollup.planned,
        nominees: rollup.nominees,
        reserves: { min: rollup.reserves.min, max: rollup.reserves.max, have: rollup.reserves.have },
        applicants: rollup.applicants,
        activists: rollup.activists,
        structure: rollup.structure.map(({ index: _index, ...state }) => maskDeep(state)),
      }),
      townships: run.plans
        .filter(plan => isOfCounty(plan, county))
        .map(plan => ({
          name: plan.organization ?? plan.path,
          path: plan.path,
          state: plan.lacks ?? plan.verdict,
        })),
      findings: findings.map(finding => findingResult(finding, texts)),
    },
  };
}
