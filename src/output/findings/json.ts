import { isoOf } from '../../values/day.ts';
import type { ResultReporter, ResultRun } from './run.ts';
import { jsonWith } from './safe-json.ts';
import { RESULT_SCHEMA } from './schema-names.ts';

/** The whole result as one JSON document, `plan-result/v1` (schemas/result.schema.json). */
export const json: ResultReporter = run => resultJson(run);

/** The same with what a batch tells of all plans together. */
export const resultJson = ({ tool, asOf, plans }: ResultRun, more: object = {}): Iterable<string> =>
  jsonWith({ schema: RESULT_SCHEMA, tool, asOf: isoOf(asOf), plans: [], ...more }, 'plans', plans);
