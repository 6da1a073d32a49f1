import { isoOf } from '../../values/day.ts';
import { planResult } from './result.ts';
import type { Reporter } from './run.ts';
import { safeJson } from './safe-json.ts';

/** One line of JSON for each plan: its part of `plan-result/v1`, with what `json` says once for the run. */
export const ndjson: Reporter = ({ tool, asOf, plans }, { texts }) =>
  plans
    .map(
      plan =>
        `${safeJson({ schema: 'plan-result/v1', tool, asOf: isoOf(asOf), ...planResult(plan, texts) })}\n`,
    )
    .join('');
