import { isoOf } from '../../values/day.ts';
import type { ResultReporter } from './run.ts';
import { safeJson } from './safe-json.ts';
import { RESULT_SCHEMA } from './schema-names.ts';

/** One line of JSON for each plan: its part of `plan-result/v1`, with what `json` says once for the run. */
export const ndjson: ResultReporter = function* ({ tool, asOf, plans }) {
  for (const plan of plans)
    yield `${safeJson({ schema: RESULT_SCHEMA, tool, asOf: isoOf(asOf), ...plan })}\n`;
};
