import type { Verdict } from '../rules/check.ts';

/** What became of a township's plan: a verdict, or why there is none for the county's year. */
export type State = Verdict | 'missing' | 'excel-only' | 'other-year';
