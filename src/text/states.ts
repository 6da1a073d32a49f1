import type { Verdict } from '../rules/check.ts';
import type { Standing } from '../rules/coverage.ts';

/** What became of a township's plan: a verdict, how much of it was judged, or why there is none for the county's year. */
export type State = Verdict | Standing | 'missing' | 'excel-only' | 'other-year';

/** Why a township has no plan for the county's year: nothing there, a roster in Excel alone, or the plan of another year. */
export type Lack = Exclude<State, Verdict | Standing>;

/** Why the people of a township are in no sum: there is no plan of the county's year, it could not be read, or its roster. */
export type Uncounted = Exclude<State, Standing | 'fail'> | 'roster-unread' | 'no-roster';
