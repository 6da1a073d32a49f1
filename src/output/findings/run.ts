import type { PlanResult } from '../../generated/types.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import type { Texts } from '../../text/texts.ts';
import type { Day } from '../../values/day.ts';

/** Everything that one run of `check` found: what reporters render. */
export interface CheckRun {
  tool: { name: string; version: string };
  asOf: Day;
  plans: CheckedPlan[];
}

/** A run of `check` or `batch` as plain data. */
export interface ResultRun {
  tool: CheckRun['tool'];
  asOf: Day;
  /** One after the other, since forty thousand do not fit into memory; may be gone through more than once. They have passed the gate. */
  plans: Iterable<PlanResult>;
}

/** What a reporter may know besides the run itself. */
export interface ReportOptions {
  texts: Texts;
  /** columns of the terminal or of the page */
  width: number;
  /** columns of ambiguous characters (layout/width.ts) */
  ambiguous?: 1 | 2 | undefined;
  paint: Paint;
  /** show the lines of the file that a finding is about; left out where names are replaced */
  frames?: boolean;
  /** of text: a line for each finding, or a count for each rule; everything where absent */
  view?: 'concise' | 'summary' | undefined;
  /** of text, Markdown and annotations: errors alone */
  errorsOnly?: boolean | undefined;
}

/** Colours by meaning; a run without colours has functions that change nothing. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
}

const asItIs = (text: string): string => text;

/** No colours at all. */
export const UNPAINTED: Paint = {
  strong: asItIs,
  faint: asItIs,
  good: asItIs,
  error: asItIs,
  warning: asItIs,
  info: asItIs,
};

/** For readers: of plans as they were checked, with the lines of their files. */
export type Reporter = (run: CheckRun, options: ReportOptions) => string;

/** For programs: of results, in pieces, none of which is longer than a plan. */
export type ResultReporter = (
  run: ResultRun,
  options: Pick<ReportOptions, 'texts' | 'errorsOnly'>,
) => Iterable<string>;
