import { resultOf } from './result.ts';
import type { Reporter } from './run.ts';
import { safeJson } from './safe-json.ts';

/** The whole result as one JSON document, `plan-result/v1`. */
export const json: Reporter = (run, { texts }) => `${safeJson(resultOf(run, texts), 2)}\n`;
