import { shownPlan } from '../gate.ts';
import type { Reporter } from './run.ts';
import { text } from './text.ts';

/** What a reporter is given has passed the gate. */
const passed =
  (reporter: Reporter): Reporter =>
  (run, options) =>
    reporter({ ...run, plans: run.plans.map(shownPlan) }, options);

/** The formats of `check` and `batch`; all but the usual one are loaded only when they are asked for. */
export const reporters = {
  text: async () => passed(text),
  json: async () => passed((await import('./json.ts')).json),
  ndjson: async () => passed((await import('./ndjson.ts')).ndjson),
  sarif: async () => passed((await import('./sarif.ts')).sarif),
  junit: async () => passed((await import('./junit.ts')).junit),
  github: async () => passed((await import('./github.ts')).github),
  markdown: async () => passed((await import('./markdown.ts')).markdown),
} satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof reporters;

export const formats = Object.keys(reporters) as Format[];
