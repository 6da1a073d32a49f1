import { type Gate, shownPlan } from '../gate.ts';
import { planResult } from './result.ts';
import type { CheckRun, Reporter, ReportOptions, ResultReporter } from './run.ts';
import { text } from './text.ts';

/** The formats of `check` and `batch` that programs read; each is loaded only when it is asked for. */
export const resultReporters = {
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
} satisfies Record<string, () => Promise<ResultReporter>>;

/** The formats of `check` that people read. */
const readersReporters = {
  text: async () => text,
  markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof resultReporters | keyof typeof readersReporters;

export const formats = ['text', ...Object.keys(resultReporters), 'markdown'] as Format[];

/**
 * A run in a format. What reporters are given has passed the gate: of each plan its own, and of the results that of all of them, since
 * somebody of one plan may be named in another's path.
 */
export async function reported(
  format: Format,
  run: CheckRun,
  options: ReportOptions,
  gate: Gate,
): Promise<string | Iterable<string>> {
  if (format === 'text' || format === 'markdown') {
    const reporter = await readersReporters[format]();
    return reporter({ ...run, plans: run.plans.map(shownPlan) }, options);
  }
  const reporter = await resultReporters[format]();
  const plans = run.plans.map(plan => gate.deep(planResult(plan, options.texts)));
  return reporter({ ...run, plans }, options);
}
