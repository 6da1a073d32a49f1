import { BUNDLED_YEARS } from '../norms/calendar/year-table.ts';
import { historyOf, normIds } from '../norms/norms.ts';

/** The newest day from which a norm that the page knows holds, and the years whose holiday notices it knows. */
export const rulesAsOf = (): { rules: string; holidays: string } => ({
  rules: normIds
    .flatMap(id => historyOf(id).map(({ from }) => from))
    .sort()
    .at(-1)!,
  holidays: `${BUNDLED_YEARS[0]}–${BUNDLED_YEARS.at(-1)}`,
});
