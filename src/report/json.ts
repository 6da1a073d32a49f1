import { resultOf } from './result.ts';
import type { Reporter } from './run.ts';

/** The whole result as one JSON document, `plan-result/v1`. */
export const json: Reporter = (run, { texts }) => `${JSON.stringify(resultOf(run, texts), null, 2)}\n`;
