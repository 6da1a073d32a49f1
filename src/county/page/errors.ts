import { placeText } from '../../output/findings/findings.ts';
import type { BatchRun } from '../run.ts';
import { clean } from './clean.ts';

/** The errors of the plans that are shown, and which rules found something of each. */
export function errorsOf(run: BatchRun, indexes: ReadonlySet<number>): Errors {
  const found: Errors = new Map();
  for (const { index, result } of run.rows)
    if (indexes.has(index))
      found.set(index, {
        // No more of each than is shown.
        errors: result.findings
          .filter(({ severity }) => severity === 'error')
          .map(finding => ({
            message: clean(finding.message),
            remedy: clean(finding.remedy),
            place: clean(placeText(finding)),
          })),
        rules: [...new Set(result.findings.map(({ code }) => code))].join(' '),
      });
  return found;
}

export type Errors = Map<number, Found>;

export interface Found {
  errors: { message: string; remedy: string; place: string }[];
  /** the rules that found something, with spaces between them */
  rules: string;
}
