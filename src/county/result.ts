import type { Result } from '../generated/types.ts';
import { RESULT_SCHEMA } from '../output/findings/schema-names.ts';
import { Gate } from '../output/gate.ts';
import type { Files } from '../read/files.ts';
import { CountyFiles } from '../read/plan/allocation.ts';
import { Pseudonyms } from '../read/plan/pseudonyms.ts';
import type { Texts } from '../text/texts.ts';
import { type Day, isoOf } from '../values/day.ts';
import { version } from '../values/version.ts';
import { sumsJson } from './json.ts';
import { demandsOf } from './rollup.ts';
import { type RowContext, rowOf } from './row.ts';
import { keptOf } from './rows.ts';
import { batchInput, checkOne, RunCollector } from './run.ts';
import { columnsOf } from './statistics.ts';

/** How many plans are looked at together. */
export interface BatchOptions {
  asOf: Day;
  texts: Texts;
  /** names are replaced by pseudonyms */
  redact: boolean;
  /** draw up the statistics table, with all its columns */
  statistics: boolean;
}

/** The plans under some paths, and what shows of all of them together, as one result in memory; none where there are no plans. */
export async function batchResult(
  paths: readonly string[],
  files: Files,
  { asOf, texts, redact, statistics }: BatchOptions,
): Promise<Result> {
  const { plans, county } = await batchInput(paths, files, asOf);
  const people = new Pseudonyms();
  const context: RowContext = {
    asOf,
    texts,
    redact,
    noted: own => people.include(own),
    // Nothing of a row leaves the process, so numbers need no stand-ins.
    digest: text => text,
    counties: new CountyFiles(),
    demands: county?.file ? demandsOf(county.file).map(({ demand }) => demand) : [],
    columns: statistics ? columnsOf(county?.file?.statistics) : [],
  };
  const collector = new RunCollector(true);
  for (const [index, path] of plans.entries())
    collector.add(keptOf(rowOf(await checkOne(path, files, context), index, context)));
  const { columns } = context;
  const run = collector.finish(county, { files, asOf, texts, left: 0, columns });
  return new Gate(redact ? [people] : []).deep({
    schema: RESULT_SCHEMA,
    tool: { name: 'plan', version },
    asOf: isoOf(asOf),
    plans: Array.from(run.rows, ({ result }) => result),
    ...sumsJson(run, texts),
  });
}
